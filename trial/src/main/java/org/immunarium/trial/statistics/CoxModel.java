package org.immunarium.trial.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.Exponential;

/// The partial likelihood of Cox's model within strata, with ties as Efron has them: its logarithm, slope and
/// curvature.
///
/// *Source*: Cox 1972; Efron 1977, doi 10.1080/01621459.1977.10480613; Therneau and Grambsch 2000, section 3.3.
final class CoxModel {

    private final int parameters;
    private final double[] spreads;
    private final Stratum[] strata;

    /// Patients of one stratum, the longest followed first.
    private record Stratum(double[] times, boolean[] events, double[][] covariates) {}

    /// @param covariates `[patient][parameter]`; their means are taken away, and they are counted in standard
    ///     deviations, so that no limit depends on their units
    CoxModel(Survival data, double[][] covariates, int[] strata) {
        parameters = covariates[0].length;
        double[] means = new double[parameters];
        for (double[] row : covariates) {
            for (int p = 0; p < parameters; p++) {
                means[p] += row[p] / covariates.length;
            }
        }
        spreads = spreads(covariates, means);
        int[] order = data.order();
        this.strata = Arrays.stream(strata)
                .sorted()
                .distinct()
                .mapToObj(stratum -> {
                    int[] members = IntStream.range(0, order.length)
                            .map(i -> order[order.length - 1 - i])
                            .filter(i -> strata[i] == stratum)
                            .toArray();
                    boolean[] events = new boolean[members.length];
                    double[][] rows = new double[members.length][parameters];
                    for (int i = 0; i < members.length; i++) {
                        events[i] = data.events()[members[i]];
                        for (int p = 0; p < parameters; p++) {
                            rows[i][p] = (covariates[members[i]][p] - means[p]) / spreads[p];
                        }
                    }
                    return new Stratum(
                            Arrays.stream(members)
                                    .mapToDouble(i -> data.times()[i])
                                    .toArray(),
                            events,
                            rows);
                })
                .toArray(Stratum[]::new);
    }

    /// 1 of a covariate that is the same for all.
    private static double[] spreads(double[][] covariates, double[] means) {
        double[] spreads = new double[means.length];
        for (int p = 0; p < spreads.length; p++) {
            double squares = 0;
            for (double[] row : covariates) {
                squares += (row[p] - means[p]) * (row[p] - means[p]);
            }
            double spread = Math.sqrt(squares / covariates.length);
            spreads[p] = spread > 0 ? spread : 1;
        }
        return spreads;
    }

    /// The standard deviation of a covariate, in which it is counted.
    double spread(int parameter) {
        return spreads[parameter];
    }

    int parameters() {
        return parameters;
    }

    /// The likelihood at a point.
    ///
    /// @param logarithm   of the partial likelihood
    /// @param slope       by each parameter
    /// @param information the negative of its curvature
    record Point(double logarithm, double[] slope, double[][] information) {}

    Point at(double[] beta) {
        Sums sums = new Sums(parameters);
        for (Stratum stratum : strata) {
            sums.add(stratum, beta);
        }
        return new Point(sums.logarithm, sums.slope, sums.information);
    }

    /// Sums over the patients at risk, from the last time to the first.
    private static final class Sums {

        private final int parameters;
        private final double[] slope;
        private final double[][] information;
        private double logarithm;

        Sums(int parameters) {
            this.parameters = parameters;
            slope = new double[parameters];
            information = new double[parameters][parameters];
        }

        void add(Stratum stratum, double[] beta) {
            Weighted atRisk = new Weighted(parameters);
            for (int from = 0; from < stratum.times().length; ) {
                Weighted dying = new Weighted(parameters);
                int deaths = 0;
                int to = from;
                while (to < stratum.times().length && stratum.times()[to] == stratum.times()[from]) {
                    double[] x = stratum.covariates()[to];
                    double score = 0;
                    for (int p = 0; p < parameters; p++) {
                        score += beta[p] * x[p];
                    }
                    double risk = Exponential.exp(score);
                    atRisk.add(risk, x);
                    if (stratum.events()[to]) {
                        deaths++;
                        logarithm += score;
                        dying.add(risk, x);
                        for (int p = 0; p < parameters; p++) {
                            slope[p] += x[p];
                        }
                    }
                    to++;
                }
                // Of those that die at one time each in its turn is a part less at risk.
                for (int death = 0; death < deaths; death++) {
                    took(atRisk, dying, (double) death / deaths);
                }
                from = to;
            }
        }

        private void took(Weighted atRisk, Weighted dying, double part) {
            double all = atRisk.sum - part * dying.sum;
            logarithm -= Exponential.log(all);
            double[] mean = new double[parameters];
            for (int p = 0; p < parameters; p++) {
                mean[p] = (atRisk.first[p] - part * dying.first[p]) / all;
                slope[p] -= mean[p];
            }
            for (int p = 0; p < parameters; p++) {
                for (int q = 0; q < parameters; q++) {
                    information[p][q] += (atRisk.second[p][q] - part * dying.second[p][q]) / all - mean[p] * mean[q];
                }
            }
        }
    }

    /// Sums of risks, and of covariates and their products weighted by them.
    private static final class Weighted {

        private double sum;
        private final double[] first;
        private final double[][] second;

        Weighted(int parameters) {
            first = new double[parameters];
            second = new double[parameters][parameters];
        }

        void add(double risk, double[] x) {
            sum += risk;
            for (int p = 0; p < x.length; p++) {
                first[p] += risk * x[p];
                for (int q = 0; q < x.length; q++) {
                    second[p][q] += risk * x[p] * x[q];
                }
            }
        }
    }
}
