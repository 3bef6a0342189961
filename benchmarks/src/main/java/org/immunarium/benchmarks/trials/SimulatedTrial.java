package org.immunarium.benchmarks.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.trial.endpoint.Setting;

/// A virtual trial that was run several times, with another seed each time, and the patients of all of its runs.
final class SimulatedTrial {

    private final String name;
    private final Map<String, List<SimulatedPatient>> patients = new LinkedHashMap<>();
    private int failed;

    private SimulatedTrial(String name) {
        this.name = name;
    }

    /// Runs a study.
    ///
    /// @param study   as on the command line
    /// @param runs    with the seeds 1, 2 and so on
    /// @param threads at least 1
    static SimulatedTrial run(String study, int runs, int threads) throws IOException {
        SimulatedTrial trial = new SimulatedTrial(study);
        for (int seed = 1; seed <= runs; seed++) {
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                Path out = folder.path().resolve("run");
                StudyRun.prepare(study, Overrides.parse(Optional.of((long) seed), Optional.empty(), List.of()))
                        .run(Optional.of(out), List.of("bench"), threads, new StopSignal(), RunContext.Screen.NONE);
                trial.add(out.resolve("tables").resolve("patients.csv"));
            }
        }
        return trial;
    }

    /// What was run already.
    ///
    /// @param tables of patients, one of each run
    static SimulatedTrial read(String name, List<Path> tables) {
        SimulatedTrial trial = new SimulatedTrial(name);
        tables.forEach(trial::add);
        return trial;
    }

    private void add(Path table) {
        List<String> columns = Arrays.stream(Setting.values())
                .map(SimulatedPatient::columns)
                .filter(Table.header(table)::containsAll)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table + " is no table of patients of a trial"));
        Table.forEach(table, columns, row -> {
            List<SimulatedPatient> of = patients.computeIfAbsent(row.text(0), _ -> new ArrayList<>());
            if (SimulatedPatient.hasFailed(row)) {
                failed++;
            } else {
                of.add(SimulatedPatient.of(row));
            }
        });
    }

    /// How many patients of all runs could not be simulated, and are of no arm.
    int failed() {
        return failed;
    }

    /// Titles of the arms, as the study has them.
    List<String> titles() {
        return List.copyOf(patients.keySet());
    }

    /// The patients of an arm who could be simulated, of all runs.
    ///
    /// @throws IllegalStateException if there is none of this title
    List<SimulatedPatient> arm(String title) {
        List<SimulatedPatient> of = patients.get(title);
        if (of == null) {
            throw new IllegalStateException(name + ": an arm \"" + title + "\" was expected; there are "
                    + String.join(", ", patients.keySet()));
        }
        return List.copyOf(of);
    }
}
