package org.immunarium.trial.economics;

/// How probable it is that each strategy is the best, by what one is willing to pay.
///
/// The best on average need not be the one that is most often the best: `best` and `frontier` follow the average,
/// on
/// which one should decide.
///
/// *Source*: Fenwick, Claxton and Sculpher 2001, doi 10.1002/hec.635; the value of perfect information: Claxton
/// 1999,
/// doi 10.1016/S0167-6296(98)00039-3.
///
/// @param willingness to pay, each a point of the curves
/// @param probability that a strategy is the best, by strategy and willingness (the acceptability curves);
///                    strategies
///     that are equally good in a draw share it
/// @param best        the strategy with the highest net benefit on average, by willingness
/// @param frontier    the probability that it is the best
/// @param information what it would be worth to know all, for one patient, in money: the expected value of perfect
///     information
public record Acceptability(
        double[] willingness, double[][] probability, int[] best, double[] frontier, double[] information) {

    /// Counts.
    ///
    /// @param willingness each from 0 on
    public static Acceptability of(Samples samples, double[] willingness) {
        int n = samples.strategies();
        double[][] probability = new double[n][willingness.length];
        int[] best = new int[willingness.length];
        double[] frontier = new double[willingness.length];
        double[] information = new double[willingness.length];
        for (int w = 0; w < willingness.length; w++) {
            double pay = Increment.checked(willingness[w]);
            double[] mean = new double[n];
            double most = 0;
            for (int draw = 0; draw < samples.draws(); draw++) {
                double[] benefit = new double[n];
                double highest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < n; i++) {
                    benefit[i] = pay * samples.effects()[i][draw] - samples.costs()[i][draw];
                    mean[i] += benefit[i] / samples.draws();
                    highest = Math.max(highest, benefit[i]);
                }
                most += highest / samples.draws();
                int equals = 0;
                for (double each : benefit) {
                    equals += each == highest ? 1 : 0;
                }
                for (int i = 0; i < n; i++) {
                    probability[i][w] += benefit[i] == highest ? 1.0 / equals : 0;
                }
            }
            for (int i = 0; i < n; i++) {
                probability[i][w] /= samples.draws();
                best[w] = mean[i] > mean[best[w]] ? i : best[w];
            }
            frontier[w] = probability[best[w]][w];
            information[w] = Math.max(0, most - mean[best[w]]);
        }
        return new Acceptability(willingness.clone(), probability, best, frontier, information);
    }
}
