package org.immunarium.benchmarks.patients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.immunarium.benchmarks.Figures;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.toxicity.ToxicityComparison;
import org.immunarium.patient.toxicity.ToxicityComparison.Row;
import org.immunarium.patient.toxicity.ToxicityTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./bench toxicity`: many patients under each regimen of the table of targets, and every row of that table
/// beside what was simulated.
public final class ToxicityBenchmark {

    private static final double DAYS_A_WEEK = 7;

    private ToxicityBenchmark() {}

    @Command(name = "toxicity", description = "side effects of simulated patients beside published rates, row by row")
    static void run(
            @Parameters(paramLabel = "PATIENTS", defaultValue = "10000", description = "how many in each cohort")
                    int patients,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the patients") int seed)
            throws IOException {
        Figures figures = new Figures(System.out);
        figures.say("in or out, simulated %, interval of the target, median onset in weeks, what");
        List<Row> rows = new ArrayList<>();
        ToxicityComparison.run(
                ToxicityTarget.shipped(),
                patients,
                seed,
                Runtime.getRuntime().availableProcessors(),
                name -> ShippedModels.find(name).orElseThrow(),
                row -> {
                    rows.add(row);
                    figures.say(inWords(row));
                });
        Map<String, int[]> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            String therapy = row.target().therapy().replace(' ', '_');
            int[] sum = sums.computeIfAbsent(therapy, _ -> new int[3]);
            sum[row.isInside() ? 0 : row.isSimulated() ? 1 : 2]++;
        }
        sums.forEach((therapy, sum) -> {
            figures.tell(therapy + "_inside", sum[0], "rows");
            figures.tell(therapy + "_outside", sum[1], "rows");
            figures.tell(therapy + "_not_simulated", sum[2], "rows");
        });
        figures.tell("inside", count(rows, Row::isInside), "rows");
        figures.tell("outside", count(rows, row -> row.isSimulated() && !row.isInside()), "rows");
        figures.tell("not_simulated", count(rows, row -> !row.isSimulated()), "rows");
        figures.write(Path.of("bench-toxicity.json"));
    }

    private static int count(List<Row> rows, Predicate<Row> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }

    private static String inWords(Row row) {
        ToxicityTarget target = row.target();
        String verdict = !row.isSimulated() ? "--" : row.isInside() ? "in" : "OUT";
        return String.format(
                Locale.ROOT,
                "%-3s %6.2f  %6.2f [%.2f, %.2f]  %5.1f  %s, %s, %s, %s | %s | %s",
                verdict,
                row.percent(),
                target.rate(),
                target.low(),
                target.high(),
                row.onset() / DAYS_A_WEEK,
                target.event(),
                target.organ(),
                target.grade(),
                target.kind().word(),
                target.regimen(),
                target.source());
    }
}
