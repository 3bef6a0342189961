package org.immunarium.benchmarks.forecasts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.benchmarks.forecasts.Forecaster.Prior;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;

/// What is known of a population before, from series of its patients: a step of expectation and maximisation by
/// Monte Carlo (Wei and Tanner 1990, Journal of the American Statistical Association 85:699-704).
///
/// Each series is fitted with what is known so far. Then the median of a parameter is exp of the mean of the
/// logarithms of all draws of all patients, its spread their standard deviation. The size of errors stays as it is.
///
/// What is learned stays the same in a further step when it has been found.
final class Learning {

    private Learning() {}

    static Forecaster step(Forecaster from, List<LesionSeries> series, Path folder, int samples, int threads)
            throws IOException {
        RunFolder run = from.fit(series, folder, samples, threads);
        Table chains = Table.read(run.table("chains.csv"));
        List<Prior> learned = new ArrayList<>();
        for (Prior each : from.prior()) {
            int column = chains.header().stream()
                    .map(cell -> cell.replaceFirst(" \\[.*", ""))
                    .toList()
                    .indexOf(each.parameter());
            double[] draws = chains.numbers(column);
            double sum = 0;
            double squares = 0;
            for (double draw : draws) {
                double log = ElementaryFunctions.log(draw);
                sum += log;
                squares += log * log;
            }
            double mean = sum / draws.length;
            learned.add(new Prior(
                    each.parameter(), ElementaryFunctions.exp(mean), Math.sqrt(squares / draws.length - mean * mean)));
        }
        return new Forecaster(from.name(), from.vary(), learned, from.bounds(), from.size());
    }
}
