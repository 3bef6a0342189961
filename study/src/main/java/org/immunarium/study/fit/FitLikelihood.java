package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.fitting.LeastSquares;
import org.immunarium.numerics.inference.fitting.Objective;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.LogUniform;
import org.immunarium.patient.population.Distribution;
import org.immunarium.study.fit.data.FitData;
import org.immunarium.study.fit.data.PatientData;
import org.immunarium.study.fit.data.PatientData.Observation;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.units.Quantity;

/// The negative logarithm of the likelihood of one patient's data, with the size of the error of each quantity at
/// its best.
///
/// With measurements y, predictions f and variances s² w, the size s of n measurements of a quantity is best at
///
///     s² = sum (y - f)² / w / n
///
/// and the value is the sum over quantities of n ln s + n (1 + ln 2π) / 2 + sum ln(w) / 2. w is 1 where errors are
/// additive; where they are proportional, y and f are logarithms, w is 1 and the sum of ln y is added; where
/// they are combined, w = r² + f² with the ratio r of the two sizes as a parameter of its own. With a prior of
/// s in proportion to 1 / s, s integrated away, the posterior has this logarithm but for a constant (Gelman et
/// al., *Bayesian Data Analysis*, 3rd edition 2013, section 14.2), so chains walk by it, too.
///
/// Parameters are quantiles of their ranges, from 0 to 1 (of what has no ends, almost), and after them, where errors
/// are combined, a ratio for each quantity. So chains that walk in these take the ranges for what was known before.
/// Runs whose numbers fail have an infinite value.
final class FitLikelihood implements Objective {

    /// Errors smaller than this part of the data are taken to be as large: equations are not solved more exactly.
    private static final double SMALLEST_ERROR = 1e-6;

    /// Of numbers in words.
    private static final int DIGITS = 6;

    /// What has no ends is searched between this quantile and its counterpart.
    private static final double EDGE = 1e-5;

    /// Ratios from so much less to so much more than the median of the data.
    private static final double RATIOS = 1e3;

    private final PatientCurves curves;
    private final FitData data;
    private final PatientData patient;
    private final PatientCurves.Curves predicted;
    private final ErrorModel error;
    private final OptionalDouble known;
    private final Target[] targets;
    private final int parameters;

    /// What was measured of a quantity.
    ///
    /// @param quantity place among all
    /// @param at       places among the times
    /// @param values   their logarithms, where errors are proportional
    /// @param floor    the smallest size of errors
    /// @param ratio    over what the ratio of errors is searched for
    private record Target(int quantity, int[] at, double[] values, double floor, LogUniform ratio, double constant) {}

    /// How errors are distributed at some parameters.
    ///
    /// @param sizes   s of each quantity that was measured
    /// @param weights w of each of its measurements
    record Errors(double[] sizes, double[][] weights) {}

    /// @param known the size of proportional errors, where it need not be estimated
    FitLikelihood(PatientCurves curves, FitData data, PatientData patient, ErrorModel error, OptionalDouble known) {
        this.curves = curves;
        this.data = data;
        this.patient = patient;
        this.error = error;
        this.known = known;
        parameters = curves.parameters().size();
        predicted = curves.of(data.quantities(), patient.times());
        targets = IntStream.range(0, data.quantities().size())
                .filter(quantity -> !patient.of(quantity).isEmpty())
                .mapToObj(quantity -> target(quantity, patient.of(quantity), error))
                .toArray(Target[]::new);
    }

    private static Target target(int quantity, List<Observation> observed, ErrorModel error) {
        double[] raw = observed.stream().mapToDouble(Observation::value).toArray();
        boolean logarithmic = error == ErrorModel.PROPORTIONAL;
        double[] values =
                logarithmic ? Arrays.stream(raw).map(ElementaryFunctions::log).toArray() : raw;
        double[] sizes = Arrays.stream(raw)
                .map(Math::abs)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        double largest = sizes.length == 0 ? 1 : sizes[sizes.length - 1];
        double middle = sizes.length == 0 ? 1 : sizes[sizes.length / 2];
        double constant = raw.length / 2.0 * ElementaryFunctions.log(2 * Math.PI)
                + (logarithmic ? Arrays.stream(values).sum() : 0);
        return new Target(
                quantity,
                observed.stream().mapToInt(Observation::time).toArray(),
                values,
                error == ErrorModel.ADDITIVE ? SMALLEST_ERROR * largest : SMALLEST_ERROR,
                new LogUniform(middle / RATIOS, middle * RATIOS),
                constant);
    }

    /// All that is searched for: parameters, and ratios of errors.
    Bounds bounds() {
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (PatientCurves.Parameter each : curves.parameters()) {
            double edge = switch (each.range()) {
                case Distribution.LogNormal _, Distribution.Gaussian _, Distribution.Truncated _ -> EDGE;
                case Distribution.Uniform _, Distribution.LogUniform _ -> 0;
            };
            lower.add(edge);
            upper.add(1 - edge);
        }
        for (int t = 0; t < (error == ErrorModel.COMBINED ? targets.length : 0); t++) {
            lower.add(0.0);
            upper.add(1.0);
        }
        return new Bounds(lower, upper);
    }

    /// How many of them are parameters of the model.
    int parameters() {
        return parameters;
    }

    /// How many values were measured.
    int measurements() {
        return Arrays.stream(targets).mapToInt(each -> each.values().length).sum();
    }

    /// How many sizes of errors are estimated.
    int errorSizes() {
        return known.isPresent() ? 0 : targets.length * (error == ErrorModel.COMBINED ? 2 : 1);
    }

    /// Which quantities were measured of this patient, by their places.
    int[] measured() {
        return Arrays.stream(targets).mapToInt(Target::quantity).toArray();
    }

    @Override
    public double at(double[] point) {
        Optional<double[][]> all = predictions(point);
        if (all.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double value = 0;
        for (int t = 0; t < targets.length; t++) {
            Target target = targets[t];
            double[] misses = misses(target, all.get());
            double[] weights = weights(t, all.get(), point);
            int n = misses.length;
            double squares = squares(misses, weights);
            double size = size(target, squares, n);
            value += n * ElementaryFunctions.log(size) + squares / (2 * size * size) + target.constant();
            if (error == ErrorModel.COMBINED) {
                for (double weight : weights) {
                    value += ElementaryFunctions.log(weight) / 2;
                }
            }
        }
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    /// Why the value is infinite at some parameters.
    NumericalFailure failure(double[] point) {
        double[][] all;
        try {
            all = predicted.run(curves.values(Arrays.copyOf(point, parameters)));
        } catch (NumericalFailure failed) {
            return failed;
        }
        for (Target target : targets) {
            for (int at : target.at()) {
                double f = all[target.quantity()][at];
                if (error == ErrorModel.PROPORTIONAL ? !(f > 0) : !Double.isFinite(f)) {
                    return new NumericalFailure(
                            data.quantities().get(target.quantity()).label(),
                            patient.times()[at],
                            f <= 0
                                    ? "it is " + Quantity.number(f, DIGITS)
                                            + ", of which proportional errors take the logarithm"
                                    : "it is no number");
                }
            }
        }
        return new NumericalFailure("", patient.times()[0], "measurements differ from it by more than numbers can say");
    }

    /// The best sizes of errors at some parameters; empty where the numbers fail there.
    Optional<Errors> errors(double[] point) {
        return predictions(point).map(all -> {
            double[] sizes = new double[targets.length];
            double[][] weights = new double[targets.length][];
            for (int t = 0; t < targets.length; t++) {
                double[] misses = misses(targets[t], all);
                weights[t] = weights(t, all, point);
                sizes[t] = size(targets[t], squares(misses, weights[t]), misses.length);
            }
            return new Errors(sizes, weights);
        });
    }

    private double size(Target target, double squares, int measurements) {
        return known.orElse(Math.max(target.floor(), Math.sqrt(squares / measurements)));
    }

    /// Whether the size of errors is known, and not estimated.
    boolean isSizeKnown() {
        return known.isPresent();
    }

    /// What an additive error has in place of the size, and what a proportional one has, where errors are combined.
    double additive(int target, double[] point, Errors errors) {
        return errors.sizes()[target] * ratio(target, point);
    }

    /// Misses divided by errors that stay as they are; not numbers where the run fails.
    LeastSquares.Residuals residuals(Errors errors) {
        return point -> {
            double[] residuals = new double[measurements()];
            Arrays.fill(residuals, Double.NaN);
            predictions(point).ifPresent(all -> {
                int k = 0;
                for (int t = 0; t < targets.length; t++) {
                    double[] misses = misses(targets[t], all);
                    for (int i = 0; i < misses.length; i++) {
                        residuals[k++] = misses[i] / (errors.sizes()[t] * Math.sqrt(errors.weights()[t][i]));
                    }
                }
            });
            return residuals;
        };
    }

    private Optional<double[][]> predictions(double[] point) {
        return predicted.at(curves.values(Arrays.copyOf(point, parameters)));
    }

    private double[] misses(Target target, double[][] all) {
        double[] misses = new double[target.values().length];
        for (int i = 0; i < misses.length; i++) {
            double f = all[target.quantity()][target.at()[i]];
            misses[i] = target.values()[i] - (error == ErrorModel.PROPORTIONAL ? logarithm(f) : f);
        }
        return misses;
    }

    private static double logarithm(double f) {
        return f > 0 ? ElementaryFunctions.log(f) : Double.NaN;
    }

    private double[] weights(int t, double[][] all, double[] point) {
        Target target = targets[t];
        double[] weights = new double[target.values().length];
        if (error != ErrorModel.COMBINED) {
            Arrays.fill(weights, 1);
            return weights;
        }
        double ratio = ratio(t, point);
        for (int i = 0; i < weights.length; i++) {
            double f = all[target.quantity()][target.at()[i]];
            weights[i] = ratio * ratio + f * f;
        }
        return weights;
    }

    private double ratio(int target, double[] point) {
        return targets[target].ratio().quantile(point[parameters + target]);
    }

    private static double squares(double[] misses, double[] weights) {
        double sum = 0;
        for (int i = 0; i < misses.length; i++) {
            sum += misses[i] * misses[i] / weights[i];
        }
        return sum;
    }
}
