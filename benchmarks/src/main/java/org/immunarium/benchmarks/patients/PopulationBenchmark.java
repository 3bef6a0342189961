package org.immunarium.benchmarks.patients;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.numerics.stochastic.Moments;
import org.immunarium.results.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./bench population`: 100,000 dosed virtual patients in one stream, of whom endpoints are written and summed up,
/// against the rate with 1,000; and how the live heap changes meanwhile.
///
/// Run it with `IMMUNARIUM_JAVA_OPTIONS=-Xmx1g`: memory does not grow with the number of patients.
public final class PopulationBenchmark {

    private static final int FEW = 1_000;
    private static final int ROUNDS = 5;
    private static final int LOOKS = 10;
    private static final double RELATIVE = 1e-6;

    private final Figures figures = new Figures(System.out);
    private final Cohort cohort;
    private final int patients;
    private final int tumour;
    private final double[] absolute;

    private PopulationBenchmark(int patients) throws IOException {
        this.patients = patients;
        cohort = JafarnejadCohort.read();
        tumour = JafarnejadCohort.tumour(cohort);
        absolute = cohort.absoluteTolerances(RELATIVE);
    }

    @Command(
            name = "population",
            description = "virtual patients a second in one stream, beside the rate with 1,000, and the live heap")
    static void run(
            @Parameters(paramLabel = "PATIENTS", defaultValue = "100000", description = "how many") int patients)
            throws IOException {
        new PopulationBenchmark(patients).run();
    }

    private void run() throws IOException {
        figures.say(cohort.title() + "; at most " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB of heap");
        double[] rates = new double[ROUNDS];
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path file = folder.path().resolve("patients.csv");
            solve(file, FEW, false);
            Arrays.setAll(rates, _ -> solve(file, FEW, false));
            Arrays.sort(rates);
            double few = rates[ROUNDS / 2];
            figures.tell("rate_1000", few, "patients/s");
            double many = solve(file, patients, true);
            figures.tell("rate_" + patients, many, "patients/s");
            figures.tell("rate_many_to_few", many / few, "x");
        }
        figures.write(Path.of("bench-population.json"));
    }

    /// Runs patients; returns how many a second.
    ///
    /// @param file gets their endpoints
    private double solve(Path file, int count, boolean look) {
        List<Double> heaps = new ArrayList<>();
        Moments moments = new Moments(2);
        int[] failed = new int[1];
        long[] lookingTime = new long[1];
        long begun = System.nanoTime();
        try (TableWriter table = TableWriter.create(file, List.of("id", "final tumour", "least tumour", "failed"))) {
            cohort.population()
                    .relativeTolerance(RELATIVE)
                    .absoluteTolerances(absolute)
                    .run(
                            LongStream.range(0, count)
                                    .mapToObj(number -> cohort.patient(number, true))
                                    .iterator(),
                            result -> {
                                write(table, moments, result);
                                failed[0] += result.failure().isPresent() ? 1 : 0;
                                if (look && (result.id() + 1) % Math.max(1, count / LOOKS) == 0) {
                                    long from = System.nanoTime();
                                    heaps.add(liveHeap());
                                    lookingTime[0] += System.nanoTime() - from;
                                }
                            });
        }
        double seconds = (System.nanoTime() - begun - lookingTime[0]) / 1e9;
        if (look) {
            double least = heaps.stream().mapToDouble(x -> x).min().orElse(0);
            double most = heaps.stream().mapToDouble(x -> x).max().orElse(0);
            figures.tell("failed", failed[0], "patients");
            figures.tell("final_tumour_mean", moments.mean(0), "cells");
            figures.tell("live_heap_least", least, "MB");
            figures.tell("live_heap_most", most, "MB");
            figures.tell("live_heap_spread", (most - least) / (most + least) * 100, "% around the middle");
        }
        return count / seconds;
    }

    private void write(TableWriter table, Moments moments, PatientResult result) {
        double[] course = result.values()[tumour];
        double last = course[course.length - 1];
        double least = Arrays.stream(course).min().orElse(Double.NaN);
        table.cell(result.id()).cell(last).cell(least);
        table.cell(result.failure().isPresent() ? "yes" : "no").endRow();
        moments.add(new double[] {last, least});
    }

    private static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
