package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.results.RunFolder;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyReader;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A trial of few patients, and what tests do with such.
public final class SmallTrials {

    /// With most of what a trial may have. It takes seconds.
    public static final String MELANOMA = """
            format: 1
            study: trial
            model: melanoma
            duration: 12 mo
            patient: {weight: 80 kg, height: 175 cm}
            side effects: yes
            tolerances: {relative: 1e-3}
            population:
              patients: 16
              vary:
                n_T1_clones: {log-normal: 1.0}
                s_all: {log-normal: 0.35}
            arms:
              - title: Nivolumab
                therapy: [nivolumab 3 mg/kg IV q2w until progression]
              - title: Dacarbazine
                therapy: [dacarbazine 1000 mg/m2 IV q3w until progression]
                share: 1
                stop: progression
                next: {therapy: [nivolumab 3 mg/kg IV q2w], share: 0.5, after: 3 w}
            control: Dacarbazine
            visits: {first: 9 w, every: 8 w, window: 4 d, error: 0.05}
            accrual: 3 mo
            drop-out: 0.05
            eligibility: [n_T1_clones <= 5000]
            strata: [n_T1_clones > 200]
            new lesions: {background: 0.05 1/yr, burden: 0.5 1/yr, at: 60 mm, exponent: 1}
            death: {background: 0.03 1/yr, burden: 0.6 1/yr, at: 60 mm, exponent: 1.2, spread: 0.6}
            """;

    private SmallTrials() {}

    /// Runs a study.
    ///
    /// @param folder where its file is put, as `trial.yaml`
    /// @param name   of the run's folder in it
    /// @return the run's folder
    public static Path run(Path folder, String name, String study, int threads) throws IOException {
        Path file = Files.writeString(folder.resolve("trial.yaml"), study);
        Path run = folder.resolve(name);
        StudyRun.prepare(file.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), threads, new StopSignal(), RunContext.Screen.NONE);
        return run;
    }

    /// All tables of a run, by their names.
    public static Map<String, String> tables(Path run) throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(run.resolve(RunFolder.TABLES))) {
            for (Path file : files.sorted().toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }

    /// What is wrong with a study that names no files.
    public static List<String> problems(String study) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> StudyReader.parse("trial.yaml", study).prepare(InputFiles.none()));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }
}
