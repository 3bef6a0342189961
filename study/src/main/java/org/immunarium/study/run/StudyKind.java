package org.immunarium.study.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.results.Manifest;
import org.immunarium.study.Study;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Format;
import org.immunarium.study.export.TablesAsParquet;
import org.immunarium.study.file.Section;
import org.immunarium.study.fit.FitContent;
import org.immunarium.study.fit.FitStudy;
import org.immunarium.study.patient.PatientExports;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.study.patient.report.PatientContent;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.sensitivity.SensitivityContent;
import org.immunarium.study.sensitivity.SensitivityStudy;
import org.immunarium.study.sweep.SweepContent;
import org.immunarium.study.sweep.SweepStudy;
import org.immunarium.study.tissue.TissueContent;
import org.immunarium.study.tissue.TissueStudyReader;
import org.immunarium.study.tissue.export.TissueExports;
import org.immunarium.study.trial.TrialStudyReader;
import org.immunarium.study.trial.adam.TrialExports;
import org.immunarium.study.trial.calibration.CalibrationContent;
import org.immunarium.study.trial.calibration.CalibrationStudyReader;
import org.immunarium.study.trial.report.TrialContent;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A kind of study: the word after `study:` in a file, how the rest of such a file is read, what
/// a report shows of its runs, and what they can be written as.
///
/// @param word    lower case
/// @param keys    that such a file may have at its top level, besides those of every study
/// @param reader  notes problems in the section it is given; its answer is empty only where it
///     noted some
/// @param content reads what a report shows
/// @param exports what its runs can be written as; of every kind tables can be [Format#PARQUET]
public record StudyKind(
        String word, List<String> keys, Reader reader, RunContent.Reader content, Map<Format, Exporter> exports) {

    /// @param exports beside that of tables
    public StudyKind {
        Map<Format, Exporter> all = new EnumMap<>(Format.class);
        all.putAll(exports);
        all.put(Format.PARQUET, TablesAsParquet::of);
        exports = Collections.unmodifiableMap(all);
    }

    /// All kinds.
    public static final List<StudyKind> ALL = List.of(
            new StudyKind(
                    "patient",
                    PatientStudyReader.KEYS,
                    PatientStudyReader::read,
                    PatientContent::read,
                    PatientExports.all()),
            new StudyKind(
                    "tissue",
                    TissueStudyReader.KEYS,
                    TissueStudyReader::read,
                    TissueContent::read,
                    TissueExports.all()),
            new StudyKind(
                    "trial", TrialStudyReader.KEYS, TrialStudyReader::read, TrialContent::read, TrialExports.all()),
            new StudyKind(
                    "calibration",
                    CalibrationStudyReader.KEYS,
                    CalibrationStudyReader::read,
                    CalibrationContent::read,
                    Map.of()));

    /// Runs of a study of any kind, many times over; no file asks for it.
    private static final StudyKind SWEEP =
            new StudyKind(SweepStudy.KIND, List.of(), _ -> Optional.empty(), SweepContent::read, Map.of());

    /// What parameters do to the answer of a study, likewise.
    private static final StudyKind SENSITIVITY =
            new StudyKind(SensitivityStudy.KIND, List.of(), _ -> Optional.empty(), SensitivityContent::read, Map.of());

    /// A patient's model made to agree with data, likewise.
    private static final StudyKind FIT =
            new StudyKind(FitStudy.KIND, List.of(), _ -> Optional.empty(), FitContent::read, Map.of());

    /// The kind of a run.
    ///
    /// @throws InvalidInputException if this version knows no such kind
    public static StudyKind of(Manifest manifest) {
        return Stream.concat(ALL.stream(), Stream.of(SWEEP, SENSITIVITY, FIT))
                .filter(kind -> kind.word().equals(manifest.study()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        Manifest.FILE, "is of a " + manifest.study() + " study, which this version does not know")));
    }

    /// Reads the keys of a kind of study.
    @FunctionalInterface
    public interface Reader {
        Optional<? extends Study> read(Section file);
    }
}
