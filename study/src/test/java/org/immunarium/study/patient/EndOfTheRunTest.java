package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a run is told to its end, also where the time between rows does not divide it.
final class EndOfTheRunTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTimeCourseEndsAtTheEnd() throws IOException {
        Table course = Table.read(run("""
                model: kuznetsov1994
                duration: 10 d
                output: {every: 4 d}
                """).resolve("timecourse.csv"));
        assertThat(course.numbers(0)).containsExactly(0, 4, 8, 10);
    }

    @Test
    void endpointsAreOfTheEndWhateverTheTimeBetweenRows() throws IOException {
        String patients = """
                model: kuznetsov1994
                duration: 10 d
                output: {every: %s}
                population: {patients: 2, vary: {a: {log-normal: 0.1}}, endpoints: [final T, change T, min T, max T]}
                """;
        Table dividing = Table.read(run(patients.formatted("10 d")).resolve("patients.csv"));
        Table never = Table.read(run(patients.formatted("20 d")).resolve("patients.csv"));
        Table other = Table.read(run(patients.formatted("4 d")).resolve("patients.csv"));
        assertThat(never.rows()).isEqualTo(dividing.rows());
        for (String endpoint : List.of("final T [cells]", "change T")) {
            int column = dividing.column(endpoint);
            assertThat(other.numbers(column)).isEqualTo(dividing.numbers(column));
        }
    }

    @Test
    void replicatesEndAtTheEnd() throws IOException {
        Files.writeString(
                folder.resolve("cells.xml"),
                SbmlWriter.write(ModelBuilder.of("cells", "")
                        .units("day", "cells", "litre")
                        .compartment("V", 1)
                        .amount("X", "", "V", 0, "cells")
                        .parameter("in", "", 5, "cells/day")
                        .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "in")
                        .build()));
        Path tables = run("""
                model: cells.xml
                method: stochastic
                replicates: 3
                duration: 10 d
                output: {every: 3 d}
                """);
        for (String table : List.of("timecourse.csv", "deviations.csv")) {
            assertThat(Table.read(tables.resolve(table)).numbers(0)).containsExactly(0, 3, 6, 9, 10);
        }
    }

    /// The folder of a run's tables.
    private Path run(String study) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), "format: 1\nstudy: patient\n" + study);
        Path run = Files.createTempDirectory(folder, "of").resolve("run");
        StudyRun.prepare(file.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return run.resolve("tables");
    }
}
