package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Build;
import org.immunarium.results.Machine;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.study.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes after the last patient or row needs no memory that grows with all of them.
final class SmallHeapTest {

    private static final int PATIENTS = 600_000;
    private static final int ENDPOINTS = 8;
    private static final int ROWS = 200_000;

    @TempDir
    private Path folder = Path.of("");

    /// All endpoints together are 38 MB, and as much again sorted.
    @Test
    void patientsAreSummedUpAnEndpointAtATime() throws IOException, InterruptedException {
        RunFolder run = RunFolder.createAt(folder);
        List<String> header = new ArrayList<>(List.of("id"));
        for (int e = 0; e < ENDPOINTS; e++) {
            header.add("final E" + e);
        }
        header.add("failed");
        try (TableWriter table = TableWriter.create(run.table("patients.csv"), header)) {
            for (int i = 1; i <= PATIENTS; i++) {
                table.cell(i);
                boolean failed = i % 1000 == 0;
                for (int e = 0; e < ENDPOINTS; e++) {
                    // Each number from 0 to PATIENTS - 1 once, in another order for each endpoint.
                    table.cell(failed ? Double.NaN : (i * (2L * e + 7) * 11 % PATIENTS) + e);
                }
                table.cell(failed ? "at time 3 d: NaN" : PopulationRun.DID_NOT_FAIL)
                        .endRow();
            }
        }
        manifest(run);
        report("-Xmx40m", "population", Integer.toString(PATIENTS), Integer.toString(ENDPOINTS));
        Table summary = Table.read(run.table("summary.csv"));
        assertThat(summary.numbers(summary.column("patients")))
                .containsOnly(PATIENTS * 0.999)
                .hasSize(ENDPOINTS);
        assertThat(summary.numbers(summary.column("failed"))).containsOnly(PATIENTS * 0.001);
        assertThat(Files.readString(run.file(Report.FILE))).contains("half of 599400 patients");
    }

    /// As text these rows are some 200 MB.
    @Test
    void aLongCourseIsDrawnFromSomeOfItsRows() throws IOException, InterruptedException {
        RunFolder run = RunFolder.createAt(folder);
        List<String> header = new ArrayList<>(List.of("time [d]"));
        try (TableWriter columns = TableWriter.create(
                run.table("columns.csv"), List.of("column", "id", "name", "compartment", "unit", "kind"))) {
            for (int c = 0; c < ENDPOINTS; c++) {
                header.add("C" + c);
                columns.cell("C" + c)
                        .cell("C" + c)
                        .cell("")
                        .cell("")
                        .cell("")
                        .cell("species")
                        .endRow();
            }
        }
        try (TableWriter table = TableWriter.create(run.table("timecourse.csv"), header)) {
            for (int i = 0; i <= ROWS; i++) {
                table.cell(i * 0.01);
                for (int c = 0; c < ENDPOINTS; c++) {
                    table.cell(i == 77_777 + c ? 1e6 + c : 1 / (1.0 + i + c));
                }
                table.endRow();
            }
        }
        manifest(run);
        report("-Xmx32m", "course");
        assertThat(Files.readString(run.file(Report.FILE)))
                .contains("C3: starts at 0.25, is highest at 1e6 (time 777.8 d), ends at")
                .contains("some of the rows; all are in the run")
                .hasSizeLessThan(2_000_000);
    }

    private void report(String heap, String what, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                what,
                folder.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void manifest(RunFolder run) {
        new Manifest(
                        "many",
                        "patient",
                        Manifest.Status.DONE,
                        new Build("0.1.0", "", ""),
                        List.of("run", "x.yaml"),
                        Map.of(),
                        1,
                        1,
                        Machine.here(),
                        Instant.EPOCH,
                        Optional.of(Instant.EPOCH),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .write(run);
    }
}
