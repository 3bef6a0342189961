package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.Numbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench organoid`: the CAR-T organoid of Luque et al. 2024 as it is shipped, its counts beside the
/// published ones; doses are of 3,957 CAR-T cells.
public final class OrganoidBenchmark {

    private final Figures figures = new Figures(System.out);

    @Command(name = "organoid", description = "the shipped CAR-T organoid, run as a study, beside the published counts")
    static void run(
            @Option(names = "--days", paramLabel = "DAYS", defaultValue = "5", description = "how long it runs")
                    double days,
            @Option(
                            names = "--doses",
                            paramLabel = "DAYS",
                            split = ",",
                            converter = Numbers.FromZero.class,
                            description = "when CAR-T cells are given, as in 0,8; never unless given")
                    @Nullable
                    List<Double> doses,
            @Option(names = "--seeds", paramLabel = "N", defaultValue = "1", description = "with how many it is run")
                    int seeds,
            @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "on how many threads")
                    int threads)
            throws IOException {
        new OrganoidBenchmark().measure(days, doses == null ? List.of() : doses, seeds, threads);
    }

    private void measure(double days, List<Double> doses, int seeds, int threads) throws IOException {
        PublishedOrganoid published = new PublishedOrganoid(doses);
        for (int seed = 1; seed <= seeds; seed++) {
            long begun = System.nanoTime();
            SortedMap<Double, OrganoidRun.Counts> counts = OrganoidRun.of(days, doses, seed, threads);
            figures.tell("time_seed_" + seed, (System.nanoTime() - begun) / 1e9, "s");
            for (Map.Entry<Double, OrganoidRun.Counts> each : counts.entrySet()) {
                double day = each.getKey();
                String at = "_day_" + day + "_seed_" + seed;
                figures.tell("tumour_cells" + at, each.getValue().tumour(), "cells");
                figures.tell("car_t_cells" + at, each.getValue().killer(), "cells");
                if (published.days().contains(day)) {
                    tell(published.at(day), each.getValue());
                }
            }
        }
        figures.tell("processor_time", processorSeconds(), "s");
        figures.say("load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        figures.write(Path.of("bench-organoid.json"));
    }

    private void tell(PublishedOrganoid.Counts published, OrganoidRun.Counts counts) {
        figures.say(String.format(
                Locale.ROOT,
                "published: %.0f to %.0f tumour cells (ours: %+.1f %% outside of that)%s",
                published.least(),
                published.most(),
                100 * published.off(counts.tumour()),
                published.killer().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.0f CAR-T cells (ours %.0f)",
                                published.killer().getAsDouble(),
                                counts.killer())));
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
