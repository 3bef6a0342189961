package org.immunarium.study.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.mcmc.ChainState;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// How far the fit of one patient is: all that is needed to go on, and, at the end, all that was found.
final class FitProgress {

    /// By the numbers of their starts.
    final TreeMap<Integer, Minimum> minima = new TreeMap<>();

    /// By parameter.
    final TreeMap<Integer, Interval> intervals = new TreeMap<>();

    /// Of each generation that is kept the positions of all chains, then their log densities.
    final List<double[]> draws = new ArrayList<>();

    Optional<Minimum> best = Optional.empty();
    Optional<ChainState> chain = Optional.empty();

    /// How often a profile came upon something better than the best.
    int bettered;

    /// What a profile tells, as quantiles of a parameter's range.
    ///
    /// @param lowOpen  whether the data do not bound it below
    /// @param highOpen whether they do not bound it above
    /// @param flat     whether the likelihood does not change with it
    /// @param lowest   the best that the profile came upon
    record Interval(double low, double high, boolean lowOpen, boolean highOpen, boolean flat, Minimum lowest) {}

    /// The best until now.
    Optional<Minimum> bestSoFar() {
        return best.or(() -> minima.values().stream()
                .filter(each -> Double.isFinite(each.value()))
                .min(Comparator.comparingDouble(Minimum::value)));
    }

    void write(BlockOutput out) throws IOException {
        out.put(minima.size());
        for (Map.Entry<Integer, Minimum> each : minima.entrySet()) {
            out.put(each.getKey());
            write(out, each.getValue());
        }
        out.put(intervals.size());
        for (Map.Entry<Integer, Interval> each : intervals.entrySet()) {
            Interval interval = each.getValue();
            out.put(each.getKey());
            out.put(interval.low());
            out.put(interval.high());
            out.put(interval.lowOpen());
            out.put(interval.highOpen());
            out.put(interval.flat());
            write(out, interval.lowest());
        }
        out.put(bettered);
        out.put(best.isPresent());
        if (best.isPresent()) {
            write(out, best.get());
        }
        writeRows(out, draws);
        out.put(chain.isPresent());
        if (chain.isPresent()) {
            ChainState state = chain.get();
            out.put(state.generation());
            writeRows(out, state.positions().stream().map(FitProgress::array).toList());
            writeRows(out, List.of(array(state.logs())));
            writeRows(out, state.archive().stream().map(FitProgress::array).toList());
            out.put(state.accepted());
        }
    }

    static FitProgress read(BlockInput in) throws IOException {
        FitProgress progress = new FitProgress();
        int minima = in.takeInt();
        for (int i = 0; i < minima; i++) {
            progress.minima.put(in.takeInt(), readMinimum(in));
        }
        int intervals = in.takeInt();
        for (int i = 0; i < intervals; i++) {
            progress.intervals.put(
                    in.takeInt(),
                    new Interval(
                            in.takeDouble(),
                            in.takeDouble(),
                            in.takeBoolean(),
                            in.takeBoolean(),
                            in.takeBoolean(),
                            readMinimum(in)));
        }
        progress.bettered = in.takeInt();
        if (in.takeBoolean()) {
            progress.best = Optional.of(readMinimum(in));
        }
        progress.draws.addAll(readRows(in));
        if (in.takeBoolean()) {
            progress.chain = Optional.of(new ChainState(
                    in.takeLong(),
                    readRows(in).stream().map(FitProgress::list).toList(),
                    list(readRows(in).getFirst()),
                    readRows(in).stream().map(FitProgress::list).toList(),
                    in.takeLong()));
        }
        return progress;
    }

    private static void write(BlockOutput out, Minimum minimum) throws IOException {
        writeRows(out, List.of(minimum.point()));
        out.put(minimum.value());
        out.put(minimum.evaluations());
        out.put(minimum.converged());
    }

    private static Minimum readMinimum(BlockInput in) throws IOException {
        return new Minimum(list(readRows(in).getFirst()), in.takeDouble(), in.takeInt(), in.takeBoolean());
    }

    private static void writeRows(BlockOutput out, List<double[]> rows) throws IOException {
        out.put(rows.size());
        for (double[] row : rows) {
            out.put(row.length);
            out.put(row, row.length);
        }
    }

    private static List<double[]> readRows(BlockInput in) throws IOException {
        int count = in.takeInt();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] row = new double[in.takeInt()];
            in.take(row, row.length);
            rows.add(row);
        }
        return rows;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
