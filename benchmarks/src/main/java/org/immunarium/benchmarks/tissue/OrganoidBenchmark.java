package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.immunarium.benchmarks.Benchmarks;
import org.immunarium.benchmarks.Figures;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.study.tissue.model.WrittenTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;

/// `./bench organoid`: the CAR-T organoid of Luque et al. 2024 as it is shipped, its counts beside the published ones.
///
/// `--days N` (5) how long; `--doses 0,8` (none) the days on which 3,957 CAR-T cells are given; `--seeds N` (1);
/// `--threads N` (2); `--fields coupled` (split) solves substances more accurately, which is not how the published
/// numbers were made.
public final class OrganoidBenchmark {

    private static final int DOSE = 3957;
    private static final double DAY = 1440;

    /// From the outermost tumour cell, µm.
    private static final double GAP = 50;

    /// Of substances where they are coupled with cells, min.
    private static final double COUPLED = 0.1;

    private final Figures figures = new Figures(System.out);
    private double days = 5;
    private List<Double> doses = List.of();
    private int seeds = 1;
    private int threads = 2;
    private boolean coupled;

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
                    case "--fields" -> coupled = coupled(value);
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

    private static boolean coupled(String value) {
        return switch (value) {
            case "coupled" -> true;
            case "split" -> false;
            default -> throw Benchmarks.usage("--fields: coupled or split was expected; found \"" + value + "\"");
        };
    }

    private static TissueModel coupled(TissueModel model) {
        TimeSteps steps = model.steps();
        return model.withSteps(new TimeSteps(COUPLED, steps.mechanics(), steps.phenotype(), steps.longest(), true));
    }

    private void run() throws IOException {
        ShippedTissueModel shipped = ShippedTissueModel.find("cart-organoid").orElseThrow();
        WrittenTissue written = MeasuredModel.of(shipped.name(), shipped.text());
        TissueModel model = coupled ? coupled(written.model()) : written.model();
        for (int seed = 1; seed <= seeds; seed++) {
            run(model, written, seed);
        }
        figures.write(Path.of("bench-organoid.json"));
    }

    private void run(TissueModel model, WrittenTissue written, int seed) {
        List<String> names = model.types().stream().map(type -> type.name()).toList();
        int tumour = names.indexOf("tumour cell");
        int killer = names.indexOf("CAR-T cell");
        Treatment treatment = new Treatment(
                List.of(),
                doses.stream()
                        .map(day -> new Treatment.Infusion(
                                day * DAY, new Placement.Around(killer, DOSE, tumour, GAP, Double.POSITIVE_INFINITY)))
                        .toList(),
                List.of());
        PublishedOrganoid published = new PublishedOrganoid(doses);
        TreeSet<Double> stops = new TreeSet<>(published.days());
        stops.add(days);
        long begun = System.nanoTime();
        try (Tissue tissue = new Tissue(model, written.beginning(), treatment, seed, 0, threads)) {
            for (double day : stops.headSet(days, true)) {
                reach(tissue, day, doses);
                int cells = count(tissue.cells(), tumour, false);
                int killers = count(tissue.cells(), killer, true);
                String at = "_day_" + day + "_seed_" + seed;
                figures.tell("tumour_cells" + at, cells, "cells");
                figures.tell("car_t_cells" + at, killers, "cells");
                if (published.days().contains(day)) {
                    tell(published.at(day), cells, killers);
                }
                figures.tell("time" + at, (System.nanoTime() - begun) / 1e9, "s");
            }
        }
        figures.tell("processor_time_until_seed_" + seed, processorSeconds(), "s");
        figures.say("load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Goes on until a day, and where there is a dose on it until after that, as the published counts are: it comes
    /// with the step that follows.
    static void reach(Tissue tissue, double day, List<Double> doses) {
        tissue.advanceTo(day * DAY);
        if (doses.contains(day)) {
            tissue.advance();
        }
    }

    private void tell(PublishedOrganoid.Counts published, int cells, int killers) {
        figures.say(String.format(
                Locale.ROOT,
                "published: %.0f to %.0f tumour cells (ours: %+.1f %% outside of that)%s",
                published.least(),
                published.most(),
                100 * published.off(cells),
                published.killer().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.0f CAR-T cells (ours %d)",
                                published.killer().getAsDouble(),
                                killers)));
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    private static int count(Cells cells, int type, boolean alive) {
        int count = 0;
        for (int i = 0; i < cells.count(); i++) {
            count += cells.type.values[i] == type && (!alive || cells.isAlive(i)) ? 1 : 0;
        }
        return count;
    }
}
