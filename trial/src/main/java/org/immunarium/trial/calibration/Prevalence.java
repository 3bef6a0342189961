package org.immunarium.trial.calibration;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.inference.fitting.LimitedMemoryBfgs;
import org.immunarium.numerics.inference.fitting.Minimum;

/// How often each plausible patient is met in each group of patients, so that arms do as real ones did.
///
/// *Method*: prevalence weights (Allen, Rieger and Musante 2016, doi 10.1002/psp4.12063, choose patients by the
/// ratio of wanted to plausible density; here weights are found by which all targets are met at once). They
/// minimise
///
///     sum over points of worth ((simulated - target) / error)²
///       + smoothness * sum over groups of sum w ln(w n)
///
/// the second of which is the distance from weights that are all the same (Kullback and Leibler), and keeps many
/// patients in play.
final class Prevalence {

    private static final int MOST_STEPS = 300;
    private static final double TOLERANCE = 1e-5;

    private final List<Aim> aims;
    private final List<Expected> expected;
    private final int groups;
    private final int patients;
    private final double smoothness;

    /// @param expected of each aim
    Prevalence(List<Aim> aims, List<Expected> expected, int groups, int patients, double smoothness) {
        this.aims = aims;
        this.expected = expected;
        this.groups = groups;
        this.patients = patients;
        this.smoothness = smoothness;
    }

    /// @param start logarithms of weights but for a constant, group after group
    Minimum fitted(double[] start) {
        return new LimitedMemoryBfgs(MOST_STEPS, TOLERANCE).minimum(this::loss, start);
    }

    /// Weights of a group, which sum to 1.
    double[] weights(double[] logarithms, int group) {
        double[] weights = Arrays.copyOfRange(logarithms, group * patients, (group + 1) * patients);
        double most = Arrays.stream(weights).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < patients; i++) {
            weights[i] = Exponential.exp(weights[i] - most);
            sum += weights[i];
        }
        for (int i = 0; i < patients; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /// Who is in a trial, how often: of each group those who are eligible, as many as the group's share.
    private static double[] present(Aim aim, double[][] weights) {
        double[] present = new double[weights[0].length];
        for (int g = 0; g < weights.length; g++) {
            double all = eligible(aim, weights[g]);
            for (int i = 0; i < present.length; i++) {
                present[i] += aim.eligible()[i] && all > 0 ? aim.groups()[g] * weights[g][i] / all : 0;
            }
        }
        return present;
    }

    private static double eligible(Aim aim, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += aim.eligible()[i] ? weights[i] : 0;
        }
        return sum;
    }

    /// What an aim's points are.
    double[] simulated(int aim, double[][] weights) {
        double[] present = present(aims.get(aim), weights);
        return Arrays.stream(expected.get(aim).points())
                .mapToDouble(point -> dot(point, present))
                .toArray();
    }

    private double loss(double[] logarithms, double[] gradient) {
        double[][] weights = new double[groups][];
        double[][] slopes = new double[groups][patients];
        double loss = 0;
        for (int g = 0; g < groups; g++) {
            weights[g] = weights(logarithms, g);
            for (int i = 0; i < patients; i++) {
                double w = weights[g][i];
                double log = w > 0 ? Exponential.log(w * patients) : 0;
                loss += smoothness * w * log;
                slopes[g][i] = smoothness * (log + 1);
            }
        }
        for (int a = 0; a < aims.size(); a++) {
            loss += misses(a, weights, slopes);
        }
        for (int g = 0; g < groups; g++) {
            double mean = dot(weights[g], slopes[g]);
            for (int i = 0; i < patients; i++) {
                gradient[g * patients + i] = weights[g][i] * (slopes[g][i] - mean);
            }
        }
        return loss;
    }

    /// Squares of an aim's misses; adds their slopes.
    private double misses(int place, double[][] weights, double[][] slopes) {
        Aim aim = aims.get(place);
        double[][] points = expected.get(place).points();
        double[] present = present(aim, weights);
        double[] pull = new double[patients];
        double loss = 0;
        int k = 0;
        for (Target target : aim.targets()) {
            for (int i = 0; i < target.times().length; i++, k++) {
                double error = target.error(i);
                double miss = (dot(points[k], present) - target.values()[i]) / error;
                loss += target.worth() * miss * miss;
                double slope = target.worth() * 2 * miss / error;
                for (int p = 0; p < patients; p++) {
                    pull[p] = Math.fma(slope, points[k][p], pull[p]);
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            double all = eligible(aim, weights[g]);
            if (aim.groups()[g] == 0 || !(all > 0)) {
                continue;
            }
            double mean = 0;
            for (int i = 0; i < patients; i++) {
                mean += aim.eligible()[i] ? weights[g][i] / all * pull[i] : 0;
            }
            for (int i = 0; i < patients; i++) {
                slopes[g][i] += aim.eligible()[i] ? aim.groups()[g] / all * (pull[i] - mean) : 0;
            }
        }
        return loss;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
