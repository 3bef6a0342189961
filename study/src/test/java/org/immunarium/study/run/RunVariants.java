package org.immunarium.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;

/// The variants of a shipped study of a patient, run.
///
/// @param run the run's folder
record RunVariants(Path run) {

    static RunVariants of(String study, Path folder) throws IOException {
        Path run = folder.resolve("run");
        StudyRun.prepare(study, Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return new RunVariants(run);
    }

    /// A column at the times that are written down.
    ///
    /// @param variant the name of its folder
    double[] column(String variant, String name) throws IOException {
        Table table = Table.read(run.resolve("tables").resolve(variant).resolve("timecourse.csv"));
        for (int i = 0; i < table.header().size(); i++) {
            if (table.header().get(i).startsWith(name + " [")) {
                return table.numbers(i);
            }
        }
        throw new AssertionError("no column " + name + " in " + table.header());
    }

    /// A table of a variant.
    Table table(String variant, String name) {
        return Table.read(run.resolve("tables").resolve(variant).resolve(name));
    }

    /// What was said of the tumours at each visit after baseline.
    List<String> responses(String variant) {
        Table table = table(variant, "response.csv");
        int response = table.column("response");
        return table.rows().stream().skip(1).map(row -> row.get(response)).toList();
    }

    /// Its value at the end.
    double last(String variant, String name) throws IOException {
        double[] values = column(variant, name);
        return values[values.length - 1];
    }
}
