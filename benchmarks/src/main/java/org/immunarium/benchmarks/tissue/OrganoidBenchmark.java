package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.immunarium.benchmarks.Arguments;
import org.immunarium.benchmarks.Figures;

/// `./bench organoid`: the CAR-T organoid of Luque et al. 2024 as it is shipped, its counts beside the
/// published ones; doses are of 3,957 CAR-T cells.
public final class OrganoidBenchmark {

    private final Figures figures = new Figures(System.out);
    private final double days;
    private final List<Double> doses;
    private final int seeds;
    private final int threads;

    private OrganoidBenchmark(Arguments arguments) {
        days = arguments.duration("--days");
        doses = arguments.times("--doses");
        seeds = arguments.count("--seeds", 1);
        threads = arguments.count("--threads", 1);
    }

    /// @param arguments `--days` for which it runs, `--doses` by day, `--seeds` and `--threads`, 1 at least
    public static void run(Arguments arguments) throws IOException {
        new OrganoidBenchmark(arguments).run();
    }

    private void run() throws IOException {
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
