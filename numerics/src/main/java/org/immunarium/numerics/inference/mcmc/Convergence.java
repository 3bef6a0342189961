package org.immunarium.numerics.inference.mcmc;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.statistics.SampleSummary;

/// Whether chains agree with each other and with themselves, for one quantity: rank-normalised split R-hat and
/// effective sample sizes, of Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, doi 10.1214/20-BA1221.
///
/// @param rHat    1 where each half of each chain has the same distribution; enough below 1.01. The larger of
///     that of
///     the values and that of their distances from the median
/// @param bulkEss how many independent draws the values are worth, for a mean or a median; enough above 100 a chain
/// @param tailEss the same of the 5 % and the 95 % quantile, the smaller
public record Convergence(double rHat, double bulkEss, double tailEss) {

    private static final Normal STANDARD = new Normal(0, 1);

    /// Of the draws of a quantity, after those that chains needed to forget their starts.
    ///
    /// @param draws `[chain][draw]`, of equal length, at least 4 draws each, all finite
    /// @return all NaN where no two draws differ
    public static Convergence of(double[][] draws) {
        int length = draws.length == 0 ? 0 : draws[0].length;
        if (length < 4 || Arrays.stream(draws).anyMatch(chain -> chain.length != length)) {
            throw new IllegalArgumentException("chains of equal length, at least 4 draws each, were expected");
        }
        double[][] halves = split(draws, length / 2);
        double[] all = Arrays.stream(halves).flatMapToDouble(Arrays::stream).toArray();
        SampleSummary summary = SampleSummary.of(all);
        if (summary.quantile(0) == summary.quantile(1)) {
            return new Convergence(Double.NaN, Double.NaN, Double.NaN);
        }
        double median = summary.quantile(0.5);
        double[] distances = Arrays.stream(all).map(x -> Math.abs(x - median)).toArray();
        double[][] normal = normalised(all, halves.length);
        return new Convergence(
                Math.max(rHat(normal), rHat(normalised(distances, halves.length))),
                effective(normal),
                Math.min(
                        effective(below(all, summary.quantile(0.05), halves.length)),
                        effective(below(all, summary.quantile(0.95), halves.length))));
    }

    /// The first and the last half of each chain; of an odd length without the draw between.
    private static double[][] split(double[][] draws, int half) {
        double[][] halves = new double[2 * draws.length][];
        for (int chain = 0; chain < draws.length; chain++) {
            int length = draws[chain].length;
            halves[2 * chain] = Arrays.copyOf(draws[chain], half);
            halves[2 * chain + 1] = Arrays.copyOfRange(draws[chain], length - half, length);
        }
        return halves;
    }

    /// Normal quantiles of the ranks among all (equation 14 there).
    private static double[][] normalised(double[] all, int chains) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(all);
        return cut(
                Arrays.stream(ranks)
                        .map(rank -> STANDARD.quantile((rank - 0.375) / (all.length + 0.25)))
                        .toArray(),
                chains);
    }

    private static double[][] below(double[] all, double limit, int chains) {
        return cut(Arrays.stream(all).map(x -> x <= limit ? 1 : 0).toArray(), chains);
    }

    private static double[][] cut(double[] all, int chains) {
        int length = all.length / chains;
        double[][] cut = new double[chains][];
        for (int chain = 0; chain < chains; chain++) {
            cut[chain] = Arrays.copyOfRange(all, chain * length, (chain + 1) * length);
        }
        return cut;
    }

    /// Mean variance within chains.
    private static double within(double[][] chains) {
        return Arrays.stream(chains)
                .mapToDouble(Convergence::variance)
                .average()
                .orElse(Double.NaN);
    }

    /// The variance of all, from that within and that between chains (equation 3 there).
    private static double pooled(double[][] chains) {
        double length = chains[0].length;
        double[] means = Arrays.stream(chains).mapToDouble(Convergence::mean).toArray();
        return within(chains) * (length - 1) / length + variance(means);
    }

    private static double rHat(double[][] chains) {
        return Math.sqrt(pooled(chains) / within(chains));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /// The effective sample size: draws / (1 + 2 sum of autocorrelations), these of all chains together (equation
    /// 10 there), summed in pairs as long as pairs are positive, and made to fall (Geyer 1992, doi
    /// 10.1214/ss/1177011137).
    private static double effective(double[][] chains) {
        int length = chains[0].length;
        double total = (double) chains.length * length;
        double pooled = pooled(chains);
        double within = within(chains);
        if (within == 0) {
            return Double.NaN;
        }
        double[] means = Arrays.stream(chains).mapToDouble(Convergence::mean).toArray();
        double sum = 0;
        double pairBefore = Double.POSITIVE_INFINITY;
        double even = 1;
        for (int lag = 0; lag + 1 < length; lag += 2) {
            double first = lag == 0 ? even : correlation(chains, means, lag, within, pooled);
            double pair = first + correlation(chains, means, lag + 1, within, pooled);
            if (!(pair > 0)) {
                // The last even term by itself lowers the variance of antithetic chains' estimate.
                sum += lag > 0 ? Math.max(0, first) / 2 : 0;
                break;
            }
            pairBefore = Math.min(pairBefore, pair);
            sum += pairBefore;
        }
        double time = Math.max(2 * sum - 1, 1 / ElementaryFunctions.log10(total));
        return total / time;
    }

    private static double correlation(double[][] chains, double[] means, int lag, double within, double pooled) {
        double covariance = 0;
        for (int c = 0; c < chains.length; c++) {
            double[] chain = chains[c];
            double sum = 0;
            for (int i = lag; i < chain.length; i++) {
                sum += (chain[i] - means[c]) * (chain[i - lag] - means[c]);
            }
            covariance += sum / chain.length;
        }
        double length = chains[0].length;
        double mean = covariance / chains.length * length / (length - 1);
        return 1 - (within - mean) / pooled;
    }
}
