package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;

/// The shipped CAR-T organoid, run as a study from its file to its tables.
final class OrganoidRun {

    /// CAR-T cells in a dose.
    static final int DOSE = 3957;

    private static final double DAY = 1440;

    private OrganoidRun() {}

    /// How many cells there are at a time. On the day of a dose its cells count, as in what is published.
    ///
    /// @param tumour dead or alive
    /// @param killer CAR-T cells, alive
    record Counts(double tumour, double killer) {}

    /// Runs it.
    ///
    /// @param days  how long, above 0
    /// @param doses the days on which CAR-T cells are given
    /// @return counts by day, twice a day
    static SortedMap<Double, Counts> of(double days, List<Double> doses, int seed, int threads) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path study = Files.writeString(folder.path().resolve("organoid.yaml"), study(days, doses, seed));
            Path out = folder.path().resolve("run");
            StudyRun.prepare(study.toString(), Overrides.NONE)
                    .run(Optional.of(out), List.of("bench"), threads, new StopSignal(), RunContext.Screen.NONE);
            return counts(Table.read(out.resolve("tables").resolve("cells_by_type.csv")), doses);
        }
    }

    static String study(double days, List<Double> doses, int seed) {
        String given = doses.stream()
                .map(day -> String.format(Locale.ROOT, "%s d", day))
                .collect(Collectors.joining(", "));
        return """
                format: 1
                study: tissue
                title: organoid
                model: cart-organoid
                duration: %s d
                output: {every: 12 h}
                seed: %d
                """.formatted(days, seed)
                + (doses.isEmpty() ? "" : "therapy: ['CAR-T cell " + DOSE + " cells IV at " + given + "']\n");
    }

    static SortedMap<Double, Counts> counts(Table table, List<Double> doses) {
        SortedMap<Double, Counts> counts = new TreeMap<>();
        double[] time = table.numbers(table.column("time_min"));
        double[] live = table.numbers(table.column("live"));
        double[] dead = table.numbers(table.column("dead"));
        int type = table.column("cell_type");
        for (int row = 0; row < time.length; row++) {
            double day = time[row] / DAY;
            Counts known = counts.getOrDefault(day, new Counts(0, 0));
            counts.put(
                    day,
                    table.rows().get(row).get(type).equals("tumour cell")
                            ? new Counts(live[row] + dead[row], known.killer)
                            : new Counts(known.tumour, live[row] + (day > 0 && doses.contains(day) ? DOSE : 0)));
        }
        return counts;
    }
}
