package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.mcmc.Convergence;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.study.fit.data.PatientData;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientCurves.Parameter;
import org.immunarium.study.patient.PatientCurves.Quantified;

/// What the fit of one patient came to, in the model's units.
///
/// @param patient as the data call it; empty where they have one only
/// @param rows    parameters, then sizes of errors
/// @param draws   `[chain][draw]` positions, as values; empty where none were drawn
record FitResult(String patient, List<Row> rows, Quality quality, double[][][] draws, double[][] logs) {

    private static final double AT_BOUND = 1e-6;

    /// Two searches have found the same minimum where the logarithms of their likelihoods differ by less.
    private static final double SAME = 0.01;

    /// Of an interval of a sampled parameter, as a part of its range: with more the data tell little of it.
    private static final double WIDE = 0.8;

    /// Above it chains have not come together, below that they are too short (Vehtari et al. 2021).
    private static final double MOST_R_HAT = 1.01;

    private static final double LEAST_ESS = 400;

    /// A parameter, or the size of an error.
    ///
    /// @param value the best, or the median where samples were drawn
    /// @param low   of the interval; NaN where there is none
    /// @param high  likewise
    /// @param unit  may be empty
    /// @param best  the most likely
    /// @param rHat  NaN where nothing was sampled
    /// @param ess   the smaller of bulk and tail, likewise
    record Row(
            String name,
            double value,
            double low,
            double high,
            String unit,
            double best,
            double rHat,
            double ess,
            String remark) {}

    /// How good it is.
    ///
    /// @param objective the negative logarithm of the likelihood; NaN where no search found any
    /// @param aic       twice that, and twice the number of what was estimated
    /// @param again     searches that found the best
    /// @param failed    searches that began, and so ended, where the numbers fail
    /// @param misfit    the root mean square of what measurements differ by from the best course, in errors of the
    ///     size that was given; NaN where the size was estimated
    record Quality(
            int measurements,
            int estimated,
            double objective,
            double aic,
            int starts,
            int again,
            int failed,
            double misfit) {}

    /// Of a fit that is done, or as far as it is.
    static FitResult of(PreparedFit prepared, int place, PatientFit fit, FitProgress progress) {
        PatientData data = prepared.data().patients().get(place);
        Optional<Minimum> best = progress.bestSoFar();
        FitLikelihood likelihood = fit.likelihood();
        int estimated = likelihood.parameters() + likelihood.errorSizes();
        double objective = best.map(Minimum::value).orElse(Double.NaN);
        Quality quality = new Quality(
                likelihood.measurements(),
                estimated,
                objective,
                2 * objective + 2 * estimated,
                progress.minima.size(),
                (int) progress.minima.values().stream()
                        .filter(each -> each.value() < objective + SAME)
                        .count(),
                (int) progress.minima.values().stream()
                        .filter(each -> !Double.isFinite(each.value()))
                        .count(),
                best.filter(_ -> likelihood.isSizeKnown())
                        .map(minimum -> misfit(likelihood, minimum.point()))
                        .orElse(Double.NaN));
        int kept = fit.samples() > 0 && fit.isDone(progress) ? progress.draws.size() : 0;
        PatientCurves curves = prepared.curves();
        List<Row> rows = new ArrayList<>();
        int size = likelihood.bounds().size();
        List<double[]> drawn = progress.draws;
        for (int i = 0; i < likelihood.parameters(); i++) {
            rows.add(
                    best.isEmpty()
                            ? none(curves.parameters().get(i))
                            : kept > 0
                                    ? sampled(curves, i, best.get(), shares(drawn, i, size))
                                    : profiled(curves, i, best.get(), Optional.ofNullable(progress.intervals.get(i))));
        }
        best.ifPresent(minimum -> rows.addAll(errors(prepared, likelihood, minimum)));
        double[][][] draws = new double[kept == 0 ? 0 : PatientFit.CHAINS][kept][];
        double[][] logs = new double[draws.length][kept];
        for (int chain = 0; chain < draws.length; chain++) {
            for (int draw = 0; draw < kept; draw++) {
                double[] row = drawn.get(draw);
                draws[chain][draw] =
                        curves.values(Arrays.copyOfRange(row, chain * size, chain * size + likelihood.parameters()));
                logs[chain][draw] = row[PatientFit.CHAINS * size + chain];
            }
        }
        return new FitResult(data.patient(), List.copyOf(rows), quality, draws, logs);
    }

    private static double misfit(FitLikelihood likelihood, double[] point) {
        return likelihood
                .errors(point)
                .map(errors -> Arrays.stream(likelihood.residuals(errors).at(point))
                        .map(each -> each * each)
                        .average()
                        .orElse(Double.NaN))
                .map(Math::sqrt)
                .orElse(Double.NaN);
    }

    private static double[][] shares(List<double[]> drawn, int parameter, int size) {
        return IntStream.range(0, PatientFit.CHAINS)
                .mapToObj(chain -> drawn.stream()
                        .mapToDouble(row -> row[chain * size + parameter])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Row none(Parameter parameter) {
        double nan = Double.NaN;
        return new Row(
                parameter.label(),
                nan,
                nan,
                nan,
                parameter.unit(),
                nan,
                nan,
                nan,
                "the numbers fail wherever a search began");
    }

    private static Row profiled(PatientCurves curves, int i, Minimum best, Optional<FitProgress.Interval> interval) {
        Parameter parameter = curves.parameters().get(i);
        double share = best.parameters().get(i);
        double value = parameter.range().quantile(share);
        return new Row(
                parameter.label(),
                value,
                interval.map(each -> parameter.range().quantile(each.low())).orElse(Double.NaN),
                interval.map(each -> parameter.range().quantile(each.high())).orElse(Double.NaN),
                parameter.unit(),
                value,
                Double.NaN,
                Double.NaN,
                interval.map(each -> remark(each, share)).orElse(""));
    }

    private static String remark(FitProgress.Interval interval, double share) {
        if (interval.flat()) {
            return "nothing that was measured depends on it";
        }
        if (interval.lowOpen() && interval.highOpen()) {
            return "the data bound it on neither side";
        }
        String bound = share < AT_BOUND || share > 1 - AT_BOUND ? "the best is at the bound of its range; " : "";
        if (interval.lowOpen()) {
            return bound + "the data do not bound it below";
        }
        return interval.highOpen() ? bound + "the data do not bound it above" : "";
    }

    private static Row sampled(PatientCurves curves, int i, Minimum best, double[][] shares) {
        Parameter parameter = curves.parameters().get(i);
        Convergence convergence = Convergence.of(shares);
        SampleSummary all = SampleSummary.of(
                Arrays.stream(shares).flatMapToDouble(Arrays::stream).toArray());
        double ess = Math.min(convergence.bulkEss(), convergence.tailEss());
        List<String> remarks = new ArrayList<>();
        if (!(convergence.rHat() <= MOST_R_HAT) || !(ess >= LEAST_ESS)) {
            remarks.add("the chains are too short to trust: take more samples");
        }
        if (all.quantile(0.95) - all.quantile(0.05) > WIDE) {
            remarks.add("the data tell little of it");
        }
        return new Row(
                parameter.label(),
                parameter.range().quantile(all.quantile(0.5)),
                parameter.range().quantile(all.quantile(0.05)),
                parameter.range().quantile(all.quantile(0.95)),
                parameter.unit(),
                parameter.range().quantile(best.parameters().get(i)),
                convergence.rHat(),
                ess,
                String.join("; ", remarks));
    }

    private static List<Row> errors(PreparedFit prepared, FitLikelihood likelihood, Minimum best) {
        String remark = likelihood.isSizeKnown() ? "as given" : "";
        FitLikelihood.Errors errors = likelihood.errors(best.point()).orElseThrow();
        List<Row> rows = new ArrayList<>();
        int[] measured = likelihood.measured();
        for (int t = 0; t < measured.length; t++) {
            Quantified quantity = prepared.data().quantities().get(measured[t]);
            ErrorModel model = prepared.plan().error();
            if (model != ErrorModel.PROPORTIONAL) {
                double size =
                        model == ErrorModel.ADDITIVE ? errors.sizes()[t] : likelihood.additive(t, best.point(), errors);
                rows.add(error("additive error of " + quantity.label(), size, quantity.unit(), remark));
            }
            if (model != ErrorModel.ADDITIVE) {
                rows.add(error("proportional error of " + quantity.label(), errors.sizes()[t], "", remark));
            }
        }
        return rows;
    }

    private static Row error(String name, double size, String unit, String remark) {
        return new Row(name, size, Double.NaN, Double.NaN, unit, size, Double.NaN, Double.NaN, remark);
    }

    /// Whether some value has been found.
    boolean isFound() {
        return Double.isFinite(quality.objective());
    }

    /// All draws, chain after chain.
    double[][] allDraws() {
        return Arrays.stream(draws).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /// The largest R-hat; NaN where nothing was sampled.
    double worstRHat() {
        return sampled(Row::rHat).max().orElse(Double.NaN);
    }

    /// The smallest number of effective draws; NaN where nothing was sampled.
    double leastEss() {
        return sampled(Row::ess).min().orElse(Double.NaN);
    }

    private DoubleStream sampled(ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).filter(each -> !Double.isNaN(each));
    }

    /// Whether chains are long enough; true where there are none.
    boolean isConverged() {
        return draws.length == 0 || rows.stream().noneMatch(row -> row.remark().startsWith("the chains are too short"));
    }
}
