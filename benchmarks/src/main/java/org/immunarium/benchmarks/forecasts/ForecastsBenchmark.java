package org.immunarium.benchmarks.forecasts;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.Numbers;
import org.immunarium.benchmarks.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench forecasts`: the last third of real lesion series, from their first two thirds.
public final class ForecastsBenchmark {

    /// How many of the first series are foretold; what is known before was learned of the others.
    static final int SERIES = 50;

    private static final int LEARNED_OF = 4;

    private ForecastsBenchmark() {}

    @Command(
            name = "forecasts",
            description = "the last third of 50 real lesion series, from their first two thirds; ours and the"
                    + " bi-exponential model's")
    static void run(
            @Option(
                            names = "--samples",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "of each series' posterior")
                    int samples,
            @Option(
                            names = "--learn",
                            paramLabel = "STEPS",
                            defaultValue = "0",
                            converter = Numbers.FromZero.class,
                            description = "learn what is known before further, of other series, and say what that is;"
                                    + " forecast nothing")
                    double steps,
            @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "on how many threads")
                    int threads)
            throws IOException {
        Path file = file();
        if (!Files.exists(file)) {
            throw new FileNotFoundException("this benchmark needs " + file
                    + ", which does not exist (IMMUNARIUM_DATA names the folder of outside data, else it is"
                    + " ../shared/data)");
        }
        List<LesionSeries> all = LesionSeries.read(file);
        Figures figures = new Figures(System.out);
        if (steps > 0) {
            learn(figures, others(all), (int) steps, samples, threads);
        } else {
            forecast(figures, all.subList(0, SERIES), samples, threads);
        }
    }

    private static Path file() {
        String named = System.getenv("IMMUNARIUM_DATA");
        return (named == null ? Path.of("../shared/data") : Path.of(named)).resolve(LesionSeries.FILE);
    }

    /// Each fourth of those that are not foretold.
    private static List<LesionSeries> others(List<LesionSeries> all) {
        return IntStream.range(SERIES, all.size())
                .filter(i -> i % LEARNED_OF == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static void learn(Figures figures, List<LesionSeries> series, int steps, int samples, int threads)
            throws IOException {
        figures.say(series.size() + " series");
        for (Forecaster from : List.of(Forecaster.mechanistic(), Forecaster.biExponentialWithPrior())) {
            Forecaster learned = from;
            for (int step = 1; step <= steps; step++) {
                try (TemporaryFolder folder = TemporaryFolder.create()) {
                    learned = Learning.step(learned, series, folder.path(), samples, threads);
                }
                String name = learned.name() + "_step_" + step + "_";
                for (Forecaster.Prior each : learned.prior()) {
                    figures.tell(name + each.parameter() + "_median", each.middle(), "model's");
                    figures.tell(name + each.parameter() + "_spread", each.spread(), "of_logarithm");
                }
            }
        }
    }

    /// The errors of each way to foretell, by its name; the first is ours.
    static Map<String, List<Double>> errors(List<LesionSeries> series, int samples, int threads) throws IOException {
        Map<String, List<Double>> errors = new LinkedHashMap<>();
        for (Forecaster each :
                List.of(Forecaster.mechanistic(), Forecaster.biExponential(), Forecaster.biExponentialWithPrior())) {
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                errors.put(each.name(), each.errors(series, folder.path(), samples, threads));
            }
        }
        errors.put(
                "last_value", series.stream().map(ForecastsBenchmark::lastValue).toList());
        return errors;
    }

    /// As if nothing changed after the last scan that was seen.
    private static double lastValue(LesionSeries series) {
        double last = series.diameters().get(series.seen() - 1);
        return series.error(
                series.days().stream().skip(series.seen()).map(_ -> last).toList());
    }

    private static void forecast(Figures figures, List<LesionSeries> series, int samples, int threads)
            throws IOException {
        figures.say("errors are medians over the last third of a series, relative to what was measured");
        Map<String, List<Double>> errors = errors(series, samples, threads);
        List<Double> ours = new ArrayList<>(errors.values()).getFirst();
        figures.tell("series", series.size(), "count");
        errors.forEach((name, each) -> {
            figures.tell("error_" + name, Medians.of(each), "relative");
            if (each != ours) {
                PairedErrors pairs = new PairedErrors(ours, each);
                PairedErrors.Difference difference = pairs.ofMedians();
                figures.tell("nearer_than_" + name, pairs.nearer(), "series");
                figures.say(String.format(
                        Locale.ROOT,
                        "ours less %s: %.4f (95 %% interval %.4f to %.4f); nearer in %.0f to %.0f %% of series",
                        name,
                        difference.value(),
                        difference.low(),
                        difference.high(),
                        100 * pairs.nearerShare().lower(),
                        100 * pairs.nearerShare().upper()));
            }
        });
        figures.write(Path.of("bench-forecasts.json"));
    }
}
