package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.fitting.NormalApproximation;
import org.immunarium.numerics.random.StudentT;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.study.fit.data.PatientData;
import org.immunarium.study.fit.data.PatientData.Observation;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientCurves.Quantified;

/// The fitted course up to the study's end, with a band around it, and what was measured.
///
/// The band is of the course, not of what another measurement would be. Where samples were drawn, it goes from the
/// 5 % to the 95 % quantile of their courses; else it is of 95 %, as far as the course is linear in the parameters
/// around the best, or its logarithm is where errors are proportional.
///
/// @param points of a quantity by time, one quantity after the other
record Forecast(List<Point> points) {

    private static final int MOST_COURSES = 400;

    /// @param observed NaN where nothing was measured
    /// @param low      NaN where the course has no band, so `high`
    record Point(double time, Quantified quantity, double observed, double predicted, double low, double high) {}

    /// A course and its band, `[quantity][time]` each.
    private record Band(double[][] middle, double[][] low, double[][] high) {}

    static Forecast of(PreparedFit prepared, int place, PatientFit fit, FitProgress progress, FitResult result) {
        PatientData data = prepared.data().patients().get(place);
        List<Quantified> quantities = prepared.data().quantities();
        double[] times = times(prepared.curves(), data.times());
        PatientCurves.Curves curves = prepared.curves().of(quantities, times);
        Minimum best = progress.best.orElseThrow();
        double[] values = prepared.curves()
                .values(Arrays.copyOf(best.point(), fit.likelihood().parameters()));
        Optional<double[][]> course = curves.at(values);
        if (course.isEmpty()) {
            return new Forecast(List.of());
        }
        Band band = result.draws().length > 0
                ? drawn(curves, result.allDraws(), course.get())
                : around(prepared, fit, best, curves, course.get());
        List<Point> points = new ArrayList<>();
        for (int q = 0; q < quantities.size(); q++) {
            List<Observation> observed = data.of(q);
            for (int t = 0; t < times.length; t++) {
                double time = times[t];
                double[] here = observed.stream()
                        .filter(each -> data.times()[each.time()] == time)
                        .mapToDouble(Observation::value)
                        .toArray();
                for (double value : here.length == 0 ? new double[] {Double.NaN} : here) {
                    points.add(new Point(
                            time, quantities.get(q), value, band.middle()[q][t], band.low()[q][t], band.high()[q][t]));
                }
            }
        }
        return new Forecast(points);
    }

    /// Those of the study's output and others, such as those of the data.
    static double[] times(PatientCurves curves, double... others) {
        int rows = (int) Math.ceil(curves.duration() / curves.every() - 1e-9);
        return DoubleStream.concat(
                        IntStream.rangeClosed(0, rows)
                                .mapToDouble(i -> i == rows ? curves.duration() : i * curves.every()),
                        DoubleStream.of(others))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Band drawn(PatientCurves.Curves curves, double[][] draws, double[][] best) {
        int every = Math.max(1, draws.length / MOST_COURSES);
        List<double[][]> courses = IntStream.range(0, draws.length)
                .filter(i -> i % every == 0)
                .mapToObj(i -> curves.at(draws[i]))
                .flatMap(Optional::stream)
                .toList();
        return new Band(quantile(courses, best, 0.5), quantile(courses, best, 0.05), quantile(courses, best, 0.95));
    }

    static double[][] quantile(List<double[][]> courses, double[][] like, double share) {
        double[][] quantiles = new double[like.length][like[0].length];
        for (int q = 0; q < like.length; q++) {
            for (int t = 0; t < like[q].length; t++) {
                int quantity = q;
                int time = t;
                quantiles[q][t] = courses.isEmpty()
                        ? Double.NaN
                        : SampleSummary.of(courses.stream()
                                        .mapToDouble(each -> each[quantity][time])
                                        .toArray())
                                .quantile(share);
            }
        }
        return quantiles;
    }

    private static Band around(
            PreparedFit prepared, PatientFit fit, Minimum best, PatientCurves.Curves curves, double[][] course) {
        boolean logarithmic = prepared.plan().error() == ErrorModel.PROPORTIONAL;
        int parameters = fit.likelihood().parameters();
        int width = course[0].length;
        NormalApproximation around = fit.around(best);
        double[] deviations = around.deviations(point -> {
            double[] all = new double[course.length * width];
            Arrays.fill(all, Double.NaN);
            curves.at(prepared.curves().values(Arrays.copyOf(point, parameters)))
                    .ifPresent(there -> {
                        for (int k = 0; k < all.length; k++) {
                            double f = there[k / width][k % width];
                            all[k] = logarithmic ? f > 0 ? ElementaryFunctions.log(f) : Double.NaN : f;
                        }
                    });
            return all;
        });
        double t = new StudentT(fit.likelihood().measurements() - parameters)
                .quantileFromAbove((1 - PatientFit.CONFIDENCE) / 2);
        double[][] low = new double[course.length][width];
        double[][] high = new double[course.length][width];
        for (int k = 0; k < deviations.length; k++) {
            double f = course[k / width][k % width];
            double away = t * deviations[k];
            low[k / width][k % width] = logarithmic ? f * ElementaryFunctions.exp(-away) : f - away;
            high[k / width][k % width] = logarithmic ? f * ElementaryFunctions.exp(away) : f + away;
        }
        return new Band(course, low, high);
    }
}
