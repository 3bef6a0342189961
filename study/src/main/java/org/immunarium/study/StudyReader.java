package org.immunarium.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads a study file of any kind.
public final class StudyReader {

    /// The version of the file format that this reads.
    public static final int FORMAT = 1;

    private StudyReader() {}

    /// Reads a study.
    ///
    /// @param source the file as the user named it
    /// @param text   what is in it
    /// @throws InvalidInputException with every problem of the file
    public static Study parse(String source, String text) {
        List<Problem> problems = new ArrayList<>();
        return read(Section.parse(source, text, problems), problems);
    }

    private static Study read(Section file, List<Problem> problems) {
        if (!file.has("format")) {
            file.missing("format", "1");
        }
        file.text("format")
                .filter(format -> !format.value().equals(Integer.toString(FORMAT)))
                .ifPresent(format -> file.problem(
                        format, "format: " + format.value() + " is not known; this version reads " + FORMAT));
        Optional<StudyKind> kind = kind(file);
        if (kind.isEmpty()) {
            // Which other keys belong here is not known.
            throw new InvalidInputException(problems);
        }
        Optional<? extends Study> study = kind.get().reader().read(file);
        if (!problems.isEmpty() || study.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return study.get();
    }

    private static Optional<StudyKind> kind(Section file) {
        List<String> words = StudyKind.ALL.stream().map(StudyKind::word).toList();
        if (!file.has("study")) {
            file.missing("study", "patient");
            return Optional.empty();
        }
        return file.choice("study", words).map(word -> StudyKind.ALL.get(words.indexOf(word)));
    }
}
