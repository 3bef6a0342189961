package org.immunarium.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.results.Build;
import org.immunarium.results.Machine;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;

/// Run folders as runs leave them, filled with plain curves.
final class ExampleRun {

    private ExampleRun() {}

    /// Two compartments, nine species over sixteen decades, a dose every two weeks.
    static RunFolder ofOnePatient(Path folder) throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        course(run.tables(), 1, true);
        write(run);
        return run;
    }

    /// Four variants of the same.
    static RunFolder ofFourVariants(Path folder) throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        List<String> titles = List.of("no treatment", "chemotherapy", "T cells and IL-2", "both <&>");
        try (TableWriter variants = TableWriter.create(run.table("variants.csv"), List.of("variant", "title"))) {
            for (int i = 0; i < titles.size(); i++) {
                Path tables = Files.createDirectory(run.table("v" + i));
                variants.cell("v" + i).cell(titles.get(i)).endRow();
                course(tables, 1 - 0.7 * i, false);
            }
        }
        write(run);
        return run;
    }

    private static void course(Path tables, double growth, boolean dosed) {
        List<String> names = List.of("Tumour", "Cent.Nivo", "Cent.T8", "Cent.IL2", "Tum.C1", "Tum.PD1", "k_fixed");
        try (TableWriter columns = TableWriter.create(
                tables.resolve("columns.csv"), List.of("column", "id", "name", "compartment", "unit", "kind"))) {
            for (String name : names) {
                int dot = name.indexOf('.');
                columns.cell(name).cell("id_" + name).cell(name.equals("Tumour") ? "tumour cells" : "");
                columns.cell(dot < 0 ? "" : name.substring(0, dot)).cell(dot < 0 ? "cells" : "mol/L");
                columns.cell(name.startsWith("k_") ? "parameter" : "species").endRow();
            }
        }
        List<String> header = new java.util.ArrayList<>(List.of("time [d]"));
        names.forEach(name -> header.add(name + (name.indexOf('.') < 0 ? " [cells]" : " [mol/L]")));
        try (TableWriter table = TableWriter.create(tables.resolve("timecourse.csv"), header)) {
            for (int i = 0; i <= 1200; i++) {
                double t = i * 0.1;
                double sinceDose = t % 14;
                double drug = dosed ? 1e-7 * ElementaryFunctions.exp(-sinceDose / 5) : 0;
                table.row(
                        t,
                        1e6 * ElementaryFunctions.exp(0.06 * growth * t),
                        drug,
                        1e-12 * (1 + t),
                        1e-15 * (2 + ElementaryFunctions.sin(t / 4)),
                        1e-9 * (1 + ElementaryFunctions.sin(t / 9)),
                        1e-9 * ElementaryFunctions.exp(-t / 30),
                        0.5);
            }
        }
        try (TableWriter events =
                TableWriter.create(tables.resolve("events.csv"), List.of("time [d]", "event", "what"))) {
            for (int day = 0; dosed && day < 120; day += 14) {
                events.cell(day)
                        .cell("infusion start")
                        .cell("nivolumab: 240 mg into Cent.Nivo")
                        .endRow();
                events.cell(day + 2)
                        .cell("infusion end")
                        .cell("nivolumab: 240 mg into Cent.Nivo")
                        .endRow();
                events.cell(day + 5)
                        .cell("dose")
                        .cell("ipilimumab: 80 mg into Cent.Nivo")
                        .endRow();
            }
        }
    }

    private static void write(RunFolder run) {
        new Manifest(
                        "Nivolumab & ipilimumab <in> silico",
                        "patient",
                        Manifest.Status.DONE,
                        new Build("0.1.0", "", "3f2a9c0d1e2f4a5b"),
                        List.of("run", "x.yaml"),
                        Map.of("seed", "7"),
                        7,
                        2,
                        Machine.here(),
                        Instant.parse("2026-11-24T10:00:00Z"),
                        Optional.of(Instant.parse("2026-11-24T10:00:01Z")),
                        Map.of("run", 1.0),
                        Map.of("model", "a model of nothing", "solver", "stiff", "source", "Nobody (2026)"),
                        List.of(
                                new Manifest.Setting("k_fixed", 0.5, "cells", "model"),
                                new Manifest.Setting("growth", 0.06, "1/d", "study")),
                        List.of("units were mixed"),
                        List.of(),
                        run.outputs())
                .write(run);
    }
}
