package org.immunarium.equations.compile;

import java.util.Arrays;

/// What a kernel computes, and when: which nodes once for each set of parameters, which at every
/// evaluation, and in what order.
///
/// Nodes that depend on parameters and constants alone are *steady*. A steady node that the rest of the
/// evaluation reads (or that is an output) has a slot that [#prepared] fills; leaves have none.
final class EvaluationSchedule {

    final Graph graph;
    /// The node of each output.
    final int[] roots;
    /// Steady nodes in an order of evaluation, leaves left out.
    final int[] steady;
    /// Those of `steady` that have a slot, by slot.
    final int[] prepared;
    /// All other nodes in an order of evaluation, leaves left out.
    final int[] changing;

    /// The number of prepared slots.
    final int slotCount;

    private final int[] slot;

    EvaluationSchedule(Graph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots;
        int last = Arrays.stream(roots).max().orElse(-1);
        slot = new int[last + 1];
        Arrays.fill(slot, -1);
        Order order = new Order(last + 1);
        for (int root : roots) {
            order.visit(root);
        }
        steady = Arrays.copyOf(order.steady, order.steadyCount);
        changing = Arrays.copyOf(order.changing, order.changingCount);
        prepared = new int[steady.length];
        int slots = 0;
        for (int node : changing) {
            for (int k = 0; k < graph.operation(node).operands(); k++) {
                slots = giveSlot(graph.operand(node, k), slots);
            }
        }
        for (int root : roots) {
            slots = giveSlot(root, slots);
        }
        this.slotCount = slots;
    }

    private int giveSlot(int node, int slots) {
        if (!graph.isSteady(node) || graph.isLeaf(node) || slot[node] >= 0) {
            return slots;
        }
        prepared[slots] = node;
        slot[node] = slots;
        return slots + 1;
    }

    /// The slot in which a steady node is kept, or -1.
    int slot(int node) {
        return slot[node];
    }

    /// Depth first from the outputs, so that a value is computed near where it is used.
    private final class Order {

        private final boolean[] seen;
        private final int[] steady;
        private final int[] changing;
        private int steadyCount;
        private int changingCount;

        private Order(int nodes) {
            seen = new boolean[nodes];
            steady = new int[nodes];
            changing = new int[nodes];
        }

        private void visit(int node) {
            if (seen[node] || graph.isLeaf(node)) {
                return;
            }
            seen[node] = true;
            for (int k = 0; k < graph.operation(node).operands(); k++) {
                visit(graph.operand(node, k));
            }
            if (graph.isSteady(node)) {
                steady[steadyCount++] = node;
            } else {
                changing[changingCount++] = node;
            }
        }
    }
}
