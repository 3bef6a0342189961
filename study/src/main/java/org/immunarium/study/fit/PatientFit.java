package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.fitting.LeastSquares;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.fitting.MultiStart;
import org.immunarium.numerics.inference.fitting.NormalApproximation;
import org.immunarium.numerics.inference.fitting.ProfileLikelihood;
import org.immunarium.numerics.inference.mcmc.ChainState;
import org.immunarium.numerics.inference.mcmc.EnsembleSampler;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.random.StudentT;

/// The fit of one patient: searches from many starts, then an interval for each parameter from its profile, or
/// chains in place of these. Each piece of work is a function of the seed and its number alone, and noted in the
/// progress when it is done, so a fit that goes on later, or on other threads, ends with the same bits.
///
/// @param starts  searches
/// @param samples of the posterior; 0 for profiles
record PatientFit(FitLikelihood likelihood, FitSearch search, int starts, int samples, long seed) {

    static final int CHAINS = 4;

    /// Generations from one safe point to the next, at least; of long chains a hundredth, since a safe point
    /// has all draws.
    private static final int SHORTEST_BLOCK = 50;

    private static final int MOST_BLOCKS = 100;

    /// Of profiles.
    static final double CONFIDENCE = 0.95;

    /// A profile that is lower than the best by this has found a better minimum.
    private static final double BETTER = 1e-4;

    private static final int MOST_BETTERED = 3;

    /// A profile that rises by less than this is flat.
    private static final double FLAT = 1e-6;

    /// Chains begin further out than they are to be, so that it can be seen whether they come together.
    private static final double SPREAD = 2;

    private static final int ARCHIVE_A_PARAMETER = 10;

    /// Why the likelihood has no value at some parameters.
    NumericalFailure failure(List<Double> point) {
        return likelihood.failure(point.stream().mapToDouble(each -> each).toArray());
    }

    /// Pieces of work.
    int pieces() {
        return starts + (samples == 0 ? likelihood.parameters() : blocks());
    }

    /// How many of them are done.
    int done(FitProgress progress) {
        return progress.minima.size()
                + (samples == 0 ? progress.intervals.size() : (generation(progress) + block() - 1) / block());
    }

    /// As many again come first, so that chains forget where they began.
    int kept() {
        return (samples + CHAINS - 1) / CHAINS;
    }

    private int block() {
        return Math.max(SHORTEST_BLOCK, (2 * kept() + MOST_BLOCKS - 1) / MOST_BLOCKS);
    }

    private int blocks() {
        return (2 * kept() + block() - 1) / block();
    }

    private static int generation(FitProgress progress) {
        return progress.chain.map(state -> Math.toIntExact(state.generation())).orElse(0);
    }

    /// Whether nothing is left to do.
    boolean isDone(FitProgress progress) {
        if (progress.minima.size() < starts) {
            return false;
        }
        return progress.bestSoFar().isEmpty()
                || (samples == 0
                        ? progress.intervals.size() == likelihood.parameters()
                                && better(progress).isEmpty()
                        : generation(progress) == 2 * kept());
    }

    /// Works until all is done or someone wants it to stop.
    ///
    /// @param noted told after each piece of work, never two at once
    void advance(FitProgress progress, int threads, BooleanSupplier stop, Runnable noted) {
        if (progress.minima.size() < starts) {
            new MultiStart<>(likelihood, likelihood.bounds(), search, starts, seed)
                    .run(new MultiStart.Found(progress.minima), threads, stop, found -> {
                        progress.minima.putAll(found.minima());
                        noted.run();
                    });
        }
        if (progress.minima.size() < starts || progress.bestSoFar().isEmpty()) {
            return;
        }
        if (progress.best.isEmpty()) {
            progress.best = progress.bestSoFar();
        }
        if (samples == 0) {
            profile(progress, threads, stop, noted);
        } else {
            sample(progress, threads, stop, noted);
        }
    }

    private void profile(FitProgress progress, int threads, BooleanSupplier stop, Runnable noted) {
        while (!stop.getAsBoolean()) {
            if (progress.intervals.size() == likelihood.parameters()) {
                Optional<Minimum> lowest = better(progress);
                if (lowest.isEmpty()) {
                    return;
                }
                beginAgain(progress, lowest.get());
                noted.run();
            }
            Minimum best = progress.best.orElseThrow();
            int[] open = IntStream.range(0, likelihood.parameters())
                    .filter(i -> !progress.intervals.containsKey(i))
                    .toArray();
            AtomicInteger next = new AtomicInteger();
            ProfileLikelihood<FitLikelihood> profiles =
                    new ProfileLikelihood<>(likelihood, likelihood.bounds(), search, rise(CONFIDENCE));
            try (Team team = new Team(Math.min(threads, open.length))) {
                team.run(_ -> {
                    for (int i = next.getAndIncrement();
                            i < open.length && !stop.getAsBoolean();
                            i = next.getAndIncrement()) {
                        ProfileLikelihood.Profile profile = profiles.of(open[i], best);
                        synchronized (progress) {
                            progress.intervals.put(open[i], interval(profile, best));
                            noted.run();
                        }
                    }
                });
            }
        }
    }

    private void beginAgain(FitProgress progress, Minimum lowest) {
        progress.best = Optional.of(search.minimum(
                likelihood, likelihood.bounds(), lowest.point(), new RandomStream(seed, 0, 0, Purpose.SEARCH)));
        progress.intervals.clear();
        progress.bettered++;
    }

    /// A minimum that profiles came upon and that is better than the best: then they begin again around that one.
    private Optional<Minimum> better(FitProgress progress) {
        if (progress.intervals.size() < likelihood.parameters() || progress.bettered == MOST_BETTERED) {
            return Optional.empty();
        }
        return progress.intervals.values().stream()
                .map(FitProgress.Interval::lowest)
                .filter(each -> each.value() < progress.best.orElseThrow().value() - BETTER)
                .min(Comparator.comparingDouble(Minimum::value));
    }

    private static FitProgress.Interval interval(ProfileLikelihood.Profile profile, Minimum best) {
        boolean flat = profile.lowOpen()
                && profile.highOpen()
                && profile.points().stream()
                        .allMatch(each -> Math.abs(each.best().value() - best.value()) < FLAT);
        return new FitProgress.Interval(
                profile.low(),
                profile.high(),
                profile.lowOpen(),
                profile.highOpen(),
                flat,
                profile.lowest().best());
    }

    /// How much the negative logarithm may rise within an interval of a confidence: for errors whose size is
    /// estimated, too, n / 2 ln(1 + t² / (n - k)) is exact where the model is linear and all measurements are
    /// of one quantity (Bates and Watts 1988, *Nonlinear Regression Analysis and Its Applications*, section 6.1).
    double rise(double confidence) {
        int n = likelihood.measurements();
        int degrees = n - likelihood.parameters();
        double t = new StudentT(degrees).quantileFromAbove((1 - confidence) / 2);
        return n / 2.0 * ElementaryFunctions.log(1 + t * t / degrees);
    }

    /// What is known around the best, as a normal distribution; errors are a little larger than at the best, since
    /// parameters were made to suit the data, unless they are known.
    NormalApproximation around(Minimum best) {
        int n = likelihood.measurements();
        double larger = likelihood.isSizeKnown() ? 1 : Math.sqrt((double) n / (n - likelihood.parameters()));
        FitLikelihood.Errors errors = likelihood.errors(best.point()).orElseThrow();
        LeastSquares.Residuals residuals = likelihood.residuals(errors);
        return NormalApproximation.of(
                point -> Arrays.stream(residuals.at(point))
                        .map(each -> each / larger)
                        .toArray(),
                likelihood.bounds(),
                best.point());
    }

    private void sample(FitProgress progress, int threads, BooleanSupplier stop, Runnable noted) {
        EnsembleSampler sampler =
                new EnsembleSampler(point -> -likelihood.at(point), likelihood.bounds(), CHAINS, seed);
        int generations = 2 * kept();
        int size = likelihood.bounds().size();
        while (generation(progress) < generations && !stop.getAsBoolean()) {
            ChainState from = progress.chain.orElseGet(() -> begin(progress.best.orElseThrow()));
            int block = Math.min(block(), generations - generation(progress));
            List<double[]> drawn = new ArrayList<>();
            ChainState to = sampler.run(from, block, Math.min(threads, CHAINS), (generation, positions, logs) -> {
                if (generation <= kept()) {
                    return true;
                }
                double[] row = new double[CHAINS * (size + 1)];
                for (int chain = 0; chain < CHAINS; chain++) {
                    System.arraycopy(positions[chain], 0, row, chain * size, size);
                    row[CHAINS * size + chain] = logs[chain];
                }
                drawn.add(row);
                return true;
            });
            progress.chain = Optional.of(to);
            progress.draws.addAll(drawn);
            noted.run();
        }
    }

    /// Chains around the best.
    private ChainState begin(Minimum best) {
        NormalApproximation around = around(best);
        List<List<Double>> positions = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        for (int chain = 0; chain < CHAINS; chain++) {
            double[] point = around.draw(new RandomStream(seed, 1, chain, Purpose.CHAIN), SPREAD);
            double log = -likelihood.at(point);
            positions.add(list(log == Double.NEGATIVE_INFINITY ? best.point() : point));
            logs.add(log == Double.NEGATIVE_INFINITY ? -best.value() : log);
        }
        List<List<Double>> archive = new ArrayList<>();
        for (int i = 0; i < ARCHIVE_A_PARAMETER * likelihood.bounds().size(); i++) {
            archive.add(list(around.draw(new RandomStream(seed, 2, i, Purpose.CHAIN), 1)));
        }
        return new ChainState(0, positions, logs, archive, 0);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
