package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.StochasticSimulation;
import org.immunarium.numerics.stochastic.Ensemble;
import org.immunarium.numerics.stochastic.Moments;

/// Runs the tests of chance of the SBML Test Suite (`StochasticTimeCourse`,
/// `StatisticalDistribution`) and judges them by the suite's own criteria, [StochasticPoints].
///
/// Each case has luck of its own. A case passes when no more of its points lie outside their ranges
/// than chance allows at [ChancePoints#LEVEL], and none is far outside.
public final class StochasticConformance {

    /// What the suite recommends.
    public static final int REPLICATES = 10_000;

    private final long seed;
    private final int replicates;
    private final Consumer<String> progress;

    /// @param replicates runs of each case, at least 2
    /// @param progress   told of each case that is done
    public StochasticConformance(long seed, int replicates, Consumer<String> progress) {
        this.seed = seed;
        this.replicates = replicates;
        this.progress = progress;
    }

    /// Whether a case is a test of chance.
    public static boolean handles(SuiteCase c) {
        return c.type().equals("StochasticTimeCourse") || c.type().equals("StatisticalDistribution");
    }

    /// Runs cases one after the other, each on some threads; the report does not depend on how many.
    public ConformanceReport run(List<SuiteCase> cases, int threads) {
        List<CaseResult> results = new ArrayList<>();
        ChancePoints points = ChancePoints.NONE;
        for (SuiteCase c : cases) {
            long began = System.nanoTime();
            Judged judged = judge(c, threads);
            double seconds = (System.nanoTime() - began) * 1e-9;
            String level = c.sbml().map(f -> f.substring(5, f.length() - 4)).orElse("");
            CaseResult.Outcome outcome =
                    judged.reason.isEmpty() ? CaseResult.Outcome.PASSED : CaseResult.Outcome.FAILED;
            results.add(new CaseResult(c.id(), level, outcome, judged.reason, Double.NaN, seconds));
            points = points.and(judged.points);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s %s, %d of %d points outside, %.1f s",
                    c.id(),
                    outcome.name().toLowerCase(Locale.ROOT),
                    judged.points.outside().size(),
                    judged.points.judged(),
                    seconds));
        }
        return new ConformanceReport(results, points);
    }

    private record Judged(String reason, ChancePoints points) {}

    private Judged judge(SuiteCase c, int threads) {
        Optional<String> file = c.sbml();
        if (file.isEmpty()) {
            return new Judged("no SBML file", ChancePoints.NONE);
        }
        try {
            CaseSettings settings = CaseSettings.parse(c.files().getOrDefault("settings.txt", ""));
            ExpectedResults expected = ExpectedResults.parse(c.files().getOrDefault("results.csv", ""));
            StochasticPoints judge = new StochasticPoints(c.id(), settings);
            double[][] kept = new double[Math.min(replicates, StochasticPoints.KEPT)][];
            Moments moments = simulate(
                    CompiledModel.compile(CaseModel.read(c, file.get()))
                            .stochastic()
                            .entity(Long.parseLong(c.id())),
                    settings,
                    judge,
                    kept,
                    threads);
            ChancePoints points = judge.judge(expected, moments, kept);
            if (judge.fault().isPresent()) {
                return new Judged(judge.fault().get(), points);
            }
            return new Judged(
                    points.isChance()
                            ? ""
                            : points.outside().size() + " of " + points.judged()
                                    + " points outside their range; chance allows " + points.allowed(),
                    points);
        } catch (RuntimeException e) {
            return new Judged(
                    String.valueOf(e.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(e.getClass().getSimpleName()),
                    ChancePoints.NONE);
        }
    }

    private Moments simulate(
            StochasticSimulation simulation,
            CaseSettings settings,
            StochasticPoints judge,
            double[][] kept,
            int threads) {
        List<Column.Request> columns =
                settings.variables().stream().map(settings::column).toList();
        double[] times = settings.times();
        simulation.seed(seed).times(times).columns(columns);
        List<StochasticPoints.Series> series = judge.series();
        return Ensemble.run(
                replicates,
                new Moments(series.size() * times.length),
                threads,
                () -> {
                    Ensemble.Replicate runs = simulation.worker();
                    double[] raw = new double[simulation.size()];
                    return (replicate, values) -> {
                        runs.run(replicate, raw);
                        for (int s = 0; s < series.size(); s++) {
                            for (int t = 0; t < times.length; t++) {
                                values[s * times.length + t] =
                                        series.get(s).of(raw[series.get(s).column() * times.length + t]);
                            }
                        }
                        if (replicate < kept.length) {
                            kept[(int) replicate] = values.clone();
                        }
                    };
                },
                done -> {});
    }
}
