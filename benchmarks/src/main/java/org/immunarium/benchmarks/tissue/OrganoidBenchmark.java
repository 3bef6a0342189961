package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.immunarium.benchmarks.Benchmarks;
import org.immunarium.benchmarks.Figures;

/// `./bench organoid`: the CAR-T organoid of Luque et al. 2024 as it is shipped, its counts beside the published ones.
///
/// `--days N` (5) how long; `--doses 0,8` (none) the days on which 3,957 CAR-T cells are given; `--seeds N` (1);
/// `--threads N` (2).
public final class OrganoidBenchmark {

    private final Figures figures = new Figures(System.out);
    private double days = 5;
    private List<Double> doses = List.of();
    private int seeds = 1;
    private int threads = 2;

    private OrganoidBenchmark() {}

    /// Runs it.
    public static void run(String... options) throws IOException {
        new OrganoidBenchmark().read(options).run();
    }

    private OrganoidBenchmark read(String... options) {
        for (int k = 0; k < options.length; k += 2) {
            String value = k + 1 < options.length ? options[k + 1] : "";
            try {
                switch (options[k]) {
                    case "--days" -> days = day(options[k], value);
                    case "--doses" ->
                        doses = Stream.of(value.split(","))
                                .map(each -> day("--doses", each))
                                .toList();
                    case "--seeds" -> seeds = count(options[k], value);
                    case "--threads" -> threads = count(options[k], value);
                    default -> throw Benchmarks.usage("\"" + options[k] + "\" is no option");
                }
            } catch (NumberFormatException e) {
                throw Benchmarks.usage(options[k] + ": \"" + value + "\" is no number");
            }
        }
        return this;
    }

    private static double day(String option, String value) {
        double day = Double.parseDouble(value);
        if (!(day >= 0 && day < Double.POSITIVE_INFINITY)) {
            throw Benchmarks.usage(option + ": a day, 0 or more, was expected; found \"" + value + "\"");
        }
        return day;
    }

    private static int count(String option, String value) {
        int count = Integer.parseInt(value);
        if (count < 1) {
            throw Benchmarks.usage(option + ": 1 or more was expected; found \"" + value + "\"");
        }
        return count;
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
