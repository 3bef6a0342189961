package org.immunarium.numerics.inference.fitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.inference.sampling.LatinHypercube;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Searches from many starts, laid as a Latin hypercube, on several threads. How often the best is found again
/// tells whether it is the best there is.
///
/// Each search is a function of the seed and of its number alone: results are the same on any number of
/// threads, and when a search was stopped and gone on with.
///
/// @param <F>    what is minimised
/// @param starts at least 1
/// @param seed   of the starts, and of searches that draw
public record MultiStart<F extends Objective>(
        F objective, Bounds bounds, LocalSearch<F> search, int starts, long seed) {

    public MultiStart {
        if (starts < 1) {
            throw new IllegalArgumentException(starts + " starts");
        }
    }

    /// What is done so far: all that is needed to go on.
    ///
    /// @param minima by the numbers of their starts, counted from 0
    public record Found(SortedMap<Integer, Minimum> minima) {

        /// Nothing yet.
        public static final Found NONE = new Found(Collections.emptySortedMap());

        public Found {
            minima = Collections.unmodifiableSortedMap(new TreeMap<>(minima));
        }

        /// The lowest; of several the one with the first start. None where none is done.
        public Optional<Minimum> best() {
            return minima.values().stream().min(Comparator.comparingDouble(Minimum::value));
        }

        /// All, the lowest first.
        public List<Minimum> ascending() {
            List<Minimum> all = new ArrayList<>(minima.values());
            all.sort(Comparator.comparingDouble(Minimum::value));
            return all;
        }
    }

    /// Searches from all starts from which no search is done.
    ///
    /// @param before what an earlier call with the same seed and starts did
    /// @param threads at least 1
    /// @param stop   asked before each search; where it says so none is begun any more
    /// @param told   told after each search, one at a time, in any order
    /// @return what is done: everything, unless it was stopped
    public Found run(Found before, int threads, BooleanSupplier stop, Consumer<Found> told) {
        double[][] units = LatinHypercube.points(starts, bounds.size(), seed);
        TreeMap<Integer, Minimum> done = new TreeMap<>(before.minima());
        int[] open = IntStream.range(0, starts)
                .filter(i -> !before.minima().containsKey(i))
                .toArray();
        AtomicInteger next = new AtomicInteger();
        try (Team team = new Team(threads)) {
            team.run(_ -> {
                for (int i = next.getAndIncrement();
                        i < open.length && !stop.getAsBoolean();
                        i = next.getAndIncrement()) {
                    int start = open[i];
                    Minimum minimum = search.minimum(
                            objective,
                            bounds,
                            bounds.at(units[start]),
                            new RandomStream(seed, 0, start, Purpose.SEARCH));
                    synchronized (done) {
                        done.put(start, minimum);
                        told.accept(new Found(done));
                    }
                }
            });
        }
        return new Found(done);
    }

    /// All searches, from the first to the last.
    public Found run(int threads) {
        return run(Found.NONE, threads, () -> false, _ -> {});
    }
}
