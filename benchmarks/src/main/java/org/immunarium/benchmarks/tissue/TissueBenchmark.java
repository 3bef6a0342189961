package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.fields.FieldsBenchmark;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.study.tissue.model.WrittenTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import picocli.CommandLine.Command;

/// `./bench tissue`: cells that advance one mechanics step of 0.1 min a second, in a confluent block in three
/// dimensions in which all migrate; with all that is done every 6 min, new lists of neighbours and sorting included.
/// How much memory a cell takes, how many voxels take a step of diffusion, and how long an hour of a tumour with
/// immune cells and two substances takes.
///
/// A rate is the median of stretches of 6 simulated minutes; the best stands beside it. Names without a number of cells
/// are of 100,000.
public final class TissueBenchmark {

    private static final int MAIN = 100_000;
    private static final int[] SIZES = {1_000, 10_000, MAIN, 1_000_000};
    private static final int STRETCHES = 5;
    private static final int STEPS = 60;
    private static final double HOUR = 60;

    /// Until code is compiled and cells have left their lattice.
    private static final double WARM_UP_SECONDS = 4;

    private final Figures figures = new Figures(System.out);

    private TissueBenchmark() {}

    @Command(
            name = "tissue",
            description = "cells that advance a mechanics step a second, memory a cell, an hour of a tumour")
    static void run() throws IOException {
        new TissueBenchmark().measure();
    }

    private void measure() throws IOException {
        int most = Math.min(2, Runtime.getRuntime().availableProcessors());
        for (int cells : SIZES) {
            for (int threads = 1; threads <= most; threads++) {
                measure(cells, threads);
            }
        }
        for (int threads = 1; threads <= most; threads++) {
            try (Team team = new Team(threads)) {
                FieldsBenchmark.diffusion(figures, team, named(threads));
            }
            hour(threads);
        }
        figures.write(Path.of("bench-tissue.json"));
    }

    private void measure(int cells, int threads) {
        TissueModel model = ConfluentTissue.model(cells);
        Beginning beginning = ConfluentTissue.beginning(cells);
        long before = used();
        try (Tissue tissue = new Tissue(model, beginning, 1, 0, threads)) {
            long begun = System.nanoTime();
            do {
                advance(tissue);
            } while (System.nanoTime() - begun < WARM_UP_SECONDS * 1e9);
            String suffix = (cells == MAIN ? "" : cells + "_cells_") + named(threads);
            figures.tell("bytes_a_cell_" + suffix, (used() - before) / (double) cells, "B");
            double[] rates = new double[STRETCHES];
            for (int k = 0; k < STRETCHES; k++) {
                long start = System.nanoTime();
                advance(tissue);
                rates[k] = (double) cells * STEPS / ((System.nanoTime() - start) / 1e9);
            }
            Arrays.sort(rates);
            figures.tell("cell_updates_per_s_" + suffix, rates[STRETCHES / 2], "1/s");
            figures.tell("best_cell_updates_per_s_" + suffix, rates[STRETCHES - 1], "1/s");
        }
    }

    /// An hour of a tumour and immune cells, as large as the largest sample project of PhysiCell.
    private void hour(int threads) throws IOException {
        WrittenTissue tumour = MeasuredModel.beside("immune-tumour.yaml");
        try (Tissue tissue = new Tissue(tumour.model(), tumour.beginning(), 1, 0, threads)) {
            tissue.advanceTo(STEPS * tissue.model().steps().mechanics());
            int cells = tissue.cells().count();
            long begun = System.nanoTime();
            tissue.advanceTo(tissue.time() + HOUR);
            figures.tell("immune_tumour_s_an_hour_" + named(threads), (System.nanoTime() - begun) / 1e9, "s");
            figures.say(cells + " cells, 75 cubed voxels, 2 substances");
        }
    }

    private static String named(int threads) {
        return threads + (threads == 1 ? "thread" : "threads");
    }

    private static void advance(Tissue tissue) {
        for (int step = 0; step < STEPS; step++) {
            tissue.advance();
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
