package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The past of one run, for delayed values: its states over each step as a polynomial, with the
/// parameters that held.
///
/// A step is kept as its states at six Chebyshev–Lobatto points, which reproduces dense output of
/// degree five or less. Where two steps meet, the later one is asked unless the left-hand limit is
/// wanted.
final class History {

    /// Points in a step, as fractions of it: (1 - cos(pi k / 5)) / 2.
    static final double[] NODES = {
        0, 0.09549150281252627, 0.34549150281252633, 0.6545084971874737, 0.9045084971874737, 1
    };
    /// Barycentric weights of these points.
    private static final double[] WEIGHTS = {0.5, -1, 1, -1, 1, -0.5};

    private final int states;
    private final List<Segment> segments = new ArrayList<>();

    /// A step, or the time before the start, for which there is one point only.
    record Segment(double from, double to, double[] nodes, double[] parameters) {}

    History(int states) {
        this.states = states;
    }

    List<Segment> segments() {
        return segments;
    }

    /// Whether a time is before the start.
    boolean beforeStart(double time) {
        Segment first = segments.getFirst();
        return first.from == Double.NEGATIVE_INFINITY && time < first.to;
    }

    /// Adds a step.
    ///
    /// @param nodes states at [#NODES], one row a node
    void add(double from, double to, double[] nodes, double[] parameters) {
        segments.add(new Segment(from, to, nodes, parameters));
    }

    /// Forgets steps that ended before a time.
    void forget(double before) {
        int keep = 0;
        while (keep + 1 < segments.size() && segments.get(keep).to < before) {
            keep++;
        }
        if (keep > 0) {
            segments.subList(0, keep).clear();
        }
    }

    /// The end of what is known.
    double end() {
        return segments.isEmpty() ? Double.NEGATIVE_INFINITY : segments.getLast().to;
    }

    /// Writes the states at a time that is known, and gives the parameters of then.
    double[] at(double time, boolean left, double[] state) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            double to = segments.get(middle).to;
            if (left ? to >= time : to > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Segment s = segments.get(low);
        interpolate(s, Math.min(time, s.to), state);
        return s.parameters;
    }

    private void interpolate(Segment s, double time, double[] state) {
        int count = s.nodes.length / Math.max(states, 1);
        if (count <= 1) {
            System.arraycopy(s.nodes, 0, state, 0, states);
            return;
        }
        double theta = (time - s.from) / (s.to - s.from);
        double total = 0;
        Arrays.fill(state, 0, states, 0.0);
        for (int k = 0; k < NODES.length; k++) {
            double distance = theta - NODES[k];
            if (distance == 0) {
                System.arraycopy(s.nodes, k * states, state, 0, states);
                return;
            }
            double w = WEIGHTS[k] / distance;
            total += w;
            for (int i = 0; i < states; i++) {
                state[i] += w * s.nodes[k * states + i];
            }
        }
        for (int i = 0; i < states; i++) {
            state[i] /= total;
        }
    }
}
