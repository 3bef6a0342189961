package org.immunarium.study.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.Study;
import org.immunarium.study.file.Section;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads a study file of any kind.
public final class StudyReader {

    /// The version of the file format that this reads.
    public static final int FORMAT = 1;

    private static final List<String> COMMON = List.of("format", "study");

    private StudyReader() {}

    /// Reads a study, all of which is right.
    ///
    /// @param source the file as the user named it
    /// @param text   what is in it
    /// @throws InvalidInputException with every problem of the file
    public static Study parse(String source, String text) {
        List<Problem> problems = new ArrayList<>();
        Study study = read(Section.parse(source, text, problems), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return study;
    }

    /// The study of a model alone.
    ///
    /// @param kind  the word after `study:` in a file
    /// @param model as the user named it
    static Study ofModel(String kind, String model) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("format", Integer.toString(FORMAT));
        values.put("study", kind);
        values.put("model", model);
        return read(Section.of(model, values, problems), problems);
    }

    /// Reads as much of a study as there is, for [Study#prepare] to tell what is wrong with all of it.
    ///
    /// @throws InvalidInputException with every problem of the file, if it is no study at all
    static Study read(String source, String text) {
        List<Problem> problems = new ArrayList<>();
        Study study = read(Section.parse(source, text, problems), problems);
        return problems.isEmpty() ? study : new FlawedStudy(study, problems);
    }

    private static Study read(Section file, List<Problem> problems) {
        file.expect(COMMON);
        file.requiredText("format", Integer.toString(FORMAT))
                .filter(format -> !format.value().equals(Integer.toString(FORMAT)))
                .ifPresent(format -> file.problem(
                        format, "format: " + format.value() + " is not known; this version reads " + FORMAT));
        List<String> words = StudyKind.ALL.stream().map(StudyKind::word).toList();
        StudyKind kind = file.requiredChoice("study", words)
                .map(word -> StudyKind.ALL.get(words.indexOf(word)))
                .or(() -> likely(file))
                .orElseThrow(() -> new InvalidInputException(problems));
        file.expectOnly(kind.keys());
        return kind.reader().read(file).orElseThrow(() -> new InvalidInputException(problems));
    }

    /// The kind of a study that does not say it well: that of most of its keys, if most of them are of it.
    private static Optional<StudyKind> likely(Section file) {
        int others = file.size() - file.count(COMMON);
        return StudyKind.ALL.stream()
                .max(Comparator.comparingInt(kind -> file.count(kind.keys())))
                .filter(kind -> 2 * file.count(kind.keys()) >= others);
    }
}
