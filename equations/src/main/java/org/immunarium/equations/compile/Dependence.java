package org.immunarium.equations.compile;

import java.util.Arrays;

/// Which states, and whether time, each node of a graph depends on.
///
/// A set is a row of bits: state i is bit i + 1, time is bit 0. Sets are computed when first asked for,
/// in the order of the nodes; equal sets of a node and an operand share one array.
final class Dependence {

    private static final long[] NOTHING = {};

    private final Graph graph;
    private long[][] sets = {};
    private int known;

    Dependence(Graph graph) {
        this.graph = graph;
    }

    /// Whether a node depends on a variable: a node of [Operation#STATE] or [Operation#TIME].
    boolean on(int node, int variable) {
        return has(set(node), bit(variable));
    }

    boolean onTime(int node) {
        return has(set(node), 0);
    }

    /// The states that a node depends on, ascending.
    int[] states(int node) {
        long[] set = set(node);
        int[] states = new int[64 * set.length];
        int count = 0;
        for (int bit = 1; bit < 64 * set.length; bit++) {
            if (has(set, bit)) {
                states[count++] = bit - 1;
            }
        }
        return Arrays.copyOf(states, count);
    }

    private int bit(int variable) {
        return graph.operation(variable) == Operation.TIME ? 0 : graph.operand(variable, 0) + 1;
    }

    private static boolean has(long[] set, int bit) {
        return bit >> 6 < set.length && (set[bit >> 6] >>> bit & 1) != 0;
    }

    private long[] set(int node) {
        if (node >= sets.length) {
            sets = Arrays.copyOf(sets, Math.max(graph.size(), 2 * sets.length));
        }
        for (; known <= node; known++) {
            sets[known] = compute(known);
        }
        return sets[node];
    }

    private long[] compute(int node) {
        Operation operation = graph.operation(node);
        if (operation == Operation.STATE || operation == Operation.TIME) {
            int bit = bit(node);
            long[] set = new long[(bit >> 6) + 1];
            set[bit >> 6] = 1L << bit;
            return set;
        }
        long[] union = NOTHING;
        for (int k = 0; k < operation.operands(); k++) {
            union = union(union, sets[graph.operand(node, k)]);
        }
        return union;
    }

    private static long[] union(long[] a, long[] b) {
        if (contains(a, b)) {
            return a;
        }
        if (contains(b, a)) {
            return b;
        }
        long[] union = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            union[i] |= b[i];
        }
        return union;
    }

    private static boolean contains(long[] a, long[] b) {
        if (b.length > a.length) {
            return false;
        }
        for (int i = 0; i < b.length; i++) {
            if ((b[i] & ~a[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
