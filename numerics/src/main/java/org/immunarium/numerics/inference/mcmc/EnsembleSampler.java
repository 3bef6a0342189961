package org.immunarium.numerics.inference.mcmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.inference.sampling.LatinHypercube;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Several Markov chains that learn the shape of a density from where they have been: DE-MCZ with snooker updates.
///
/// Nine of ten proposals of a chain at x are along the difference of two past positions, of any chain,
///
///     x' = x + g (z1 - z2) + e,   g = 2.38 / sqrt(2 m)
///
/// in m of the k parameters, chosen anew each time; e is small. Every tenth generation g is 1, which takes
/// chains from one mode to another. The others are along the line through x and a past position z, by a factor
/// between 1.2 and 2.2 of the difference of two more, seen on that line, and are taken with odds
/// pi(x') / pi(x) (|x' - z| / |x - z|)^(k - 1).
/// A parameter that would leave its bounds is reflected at them; on a line, the proposal is refused.
///
/// ter Braak and Vrugt 2008, doi 10.1007/s11222-008-9104-9; some of the parameters at a time: Vrugt et al.
/// 2009, doi 10.1515/IJNSNS.2009.10.3.273. All the past is kept, each tenth generation of it, so that it
/// changes less and less and the density stays the limit.
///
/// Chains of a generation go side by side. What a chain draws is a function of seed, chain and generation alone:
/// results are the same on any number of threads, and when chains were stopped and gone on with.
///
/// Cost: chains x generations evaluations, and as many for the first archive.
///
/// @param chains at least 2; three to five are usual
public record EnsembleSampler(LogDensity density, Bounds bounds, int chains, long seed) {

    /// Generations from one that is kept to the next (K of the paper).
    private static final int THINNING = 10;

    /// Positions to begin with, for each parameter (M0 of the paper).
    private static final int FIRST_ARCHIVE = 10;

    private static final double SNOOKER_SHARE = 0.1;
    private static final int BETWEEN_JUMPS = 10;

    /// Standard deviation of e, as a part of a parameter's width.
    private static final double JITTER = 1e-6;

    /// Shares of the parameters that a proposal may move, each equally often.
    private static final double[] CROSSOVERS = {1.0 / 3, 2.0 / 3, 1};

    public EnsembleSampler {
        if (chains < 2) {
            throw new IllegalArgumentException(chains + " chains; at least 2 were expected");
        }
    }

    /// Is given what chains do.
    @FunctionalInterface
    public interface Observer {

        /// Told after each generation.
        ///
        /// @param positions `[chains][parameters]`, good for the call only
        /// @param logs      the log density of each
        /// @return whether to go on
        boolean after(long generation, double[][] positions, double[] logs);
    }

    /// Chains at their starts: a Latin hypercube over the bounds, of which the best points are where chains begin.
    ///
    /// @param threads at least 1
    /// @throws IllegalStateException if the density is 0 at all of these
    public ChainState start(int threads) {
        int count = Math.max(FIRST_ARCHIVE * bounds.size(), 2 * chains);
        double[][] points = Arrays.stream(LatinHypercube.points(count, bounds.size(), seed))
                .map(bounds::at)
                .toArray(double[][]::new);
        double[] logs = new double[count];
        try (Team team = new Team(threads)) {
            each(team, count, i -> logs[i] = density(points[i]));
        }
        int[] best = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(logs[b], logs[a]))
                .limit(chains)
                .mapToInt(Integer::intValue)
                .toArray();
        if (logs[best[0]] == Double.NEGATIVE_INFINITY) {
            throw new IllegalStateException("the density is 0 at all of " + count + " points within the bounds");
        }
        return new ChainState(
                0,
                Arrays.stream(best).mapToObj(i -> list(points[i])).toList(),
                Arrays.stream(best).mapToObj(i -> logs[i]).toList(),
                Arrays.stream(points).map(EnsembleSampler::list).toList(),
                0);
    }

    /// Goes on from a state.
    ///
    /// @param generations how many more, unless the observer ends it
    /// @param threads     at least 1
    /// @return the state after the last generation
    public ChainState run(ChainState from, long generations, int threads, Observer observer) {
        double[][] positions =
                from.positions().stream().map(EnsembleSampler::array).toArray(double[][]::new);
        double[] logs = from.logs().stream().mapToDouble(Double::doubleValue).toArray();
        List<double[]> archive = new ArrayList<>(
                from.archive().stream().map(EnsembleSampler::array).toList());
        boolean[] taken = new boolean[chains];
        long accepted = from.accepted();
        long generation = from.generation();
        try (Team team = new Team(threads)) {
            boolean goesOn = true;
            while (goesOn && generation < from.generation() + generations) {
                long now = generation;
                each(team, chains, chain -> taken[chain] = step(chain, now, positions, logs, archive));
                generation++;
                for (boolean each : taken) {
                    accepted += each ? 1 : 0;
                }
                if (generation % THINNING == 0) {
                    Arrays.stream(positions).map(double[]::clone).forEach(archive::add);
                }
                goesOn = observer.after(generation, positions, logs);
            }
        }
        return new ChainState(
                generation,
                Arrays.stream(positions).map(EnsembleSampler::list).toList(),
                Arrays.stream(logs).boxed().toList(),
                archive.stream().map(EnsembleSampler::list).toList(),
                accepted);
    }

    /// Goes on from a state and keeps the draws.
    ///
    /// @return `[parameter][chain][draw]`, as [Convergence] takes them; one draw each generation
    public double[][][] draws(ChainState from, int generations, int threads) {
        double[][][] draws = new double[bounds.size()][chains][generations];
        run(from, generations, threads, (generation, positions, _) -> {
            int draw = (int) (generation - from.generation()) - 1;
            for (int chain = 0; chain < chains; chain++) {
                for (int i = 0; i < bounds.size(); i++) {
                    draws[i][chain][draw] = positions[chain][i];
                }
            }
            return true;
        });
        return draws;
    }

    @FunctionalInterface
    private interface Piece {
        void run(int place);
    }

    private static void each(Team team, int count, Piece piece) {
        AtomicInteger next = new AtomicInteger();
        team.run(_ -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                piece.run(i);
            }
        });
    }

    /// Proposes a step of a chain, and takes it or not.
    private boolean step(int chain, long generation, double[][] positions, double[] logs, List<double[]> archive) {
        RandomStream random = new RandomStream(seed, 0, chain, Purpose.CHAIN, generation);
        double[] from = positions[chain];
        double[] to = from.clone();
        boolean snooker = random.nextDouble() < SNOOKER_SHARE;
        int[] past = three(archive.size(), random);
        double logOdds =
                snooker ? alongALine(to, archive, past, random) : byADifference(to, archive, past, generation, random);
        double threshold = -random.nextExponential();
        if (logOdds == Double.NEGATIVE_INFINITY) {
            return false;
        }
        double there = density(to);
        boolean takes = there - logs[chain] + logOdds > threshold;
        if (takes) {
            positions[chain] = to;
            logs[chain] = there;
        }
        return takes;
    }

    /// Three different places.
    private static int[] three(int size, RandomStream random) {
        int a = random.nextInt(size);
        int b = random.nextInt(size - 1);
        b += b >= a ? 1 : 0;
        int c = random.nextInt(size - 2);
        c += c >= Math.min(a, b) ? 1 : 0;
        c += c >= Math.max(a, b) ? 1 : 0;
        return new int[] {a, b, c};
    }

    /// @return 0: there and back are equally likely
    private double byADifference(double[] x, List<double[]> archive, int[] past, long generation, RandomStream random) {
        double[] first = archive.get(past[0]);
        double[] second = archive.get(past[1]);
        double share = CROSSOVERS[random.nextInt(CROSSOVERS.length)];
        int only = random.nextInt(x.length);
        boolean[] moves = new boolean[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            moves[i] = random.nextDouble() < share || i == only;
            count += moves[i] ? 1 : 0;
        }
        double scale = generation % BETWEEN_JUMPS == BETWEEN_JUMPS - 1 ? 1 : 2.38 / Math.sqrt(2.0 * count);
        for (int i = 0; i < x.length; i++) {
            double jitter = JITTER * bounds.width(i) * random.nextNormal();
            if (moves[i]) {
                x[i] = reflected(x[i] + scale * (first[i] - second[i]) + jitter, i);
            }
        }
        return 0;
    }

    private double reflected(double value, int i) {
        double lower = bounds.lower().get(i);
        double width = bounds.width(i);
        if (width == 0) {
            return lower;
        }
        double way = (value - lower) / width;
        double folded = Math.abs(way - 2 * Math.rint(way / 2));
        return value >= lower && value <= lower + width
                ? value
                : Math.clamp(
                        Math.fma(folded, width, lower), lower, bounds.upper().get(i));
    }

    /// @return the logarithm of (|x' - z| / |x - z|)^(k - 1); minus infinity outside the bounds
    private double alongALine(double[] x, List<double[]> archive, int[] past, RandomStream random) {
        double[] z = archive.get(past[0]);
        double[] first = archive.get(past[1]);
        double[] second = archive.get(past[2]);
        double factor = 1.2 + random.nextDouble();
        double length = 0;
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            // In parts of widths, so that the line does not depend on the parameters' units.
            double way = part(x[i] - z[i], i);
            length += way * way;
            along += way * part(first[i] - second[i], i);
        }
        if (length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double stretch = factor * along / length;
        for (int i = 0; i < x.length; i++) {
            x[i] += stretch * (x[i] - z[i]);
        }
        int free = (int)
                IntStream.range(0, x.length).filter(i -> bounds.width(i) > 0).count();
        return bounds.hold(x) ? (free - 1) * ElementaryFunctions.log(Math.abs(1 + stretch)) : Double.NEGATIVE_INFINITY;
    }

    private double part(double difference, int i) {
        return bounds.width(i) > 0 ? difference / bounds.width(i) : 0;
    }

    private double density(double[] x) {
        double log = density.at(x.clone());
        if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException("a log density of " + log + " at " + Arrays.toString(x));
        }
        return log;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
