package org.immunarium.study;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudyReader;

/// A kind of study: the word after `study:` in a file, and how the rest of such a file is read.
///
/// @param word   lower case
/// @param keys   that such a file may have at its top level, besides those of every study
/// @param reader notes problems in the section it is given; its answer is empty only where it noted
///               some
public record StudyKind(String word, List<String> keys, Reader reader) {

    /// All kinds. Studies of tissues and trials are further lines here.
    public static final List<StudyKind> ALL =
            List.of(new StudyKind("patient", PatientStudyReader.KEYS, PatientStudyReader::read));

    /// Reads the keys of a kind of study.
    @FunctionalInterface
    public interface Reader {
        Optional<? extends Study> read(Section file);
    }
}
