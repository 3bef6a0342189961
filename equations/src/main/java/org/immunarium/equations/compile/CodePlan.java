package org.immunarium.equations.compile;

import java.util.Arrays;

/// How a list of nodes becomes methods: cut into chunks, one a method, with the values that pass from
/// one to the next kept in a scratch array.
///
/// Within a chunk, a node that is used once is written where it is used; one that is used again, is an
/// output, or passes to a later chunk is a *statement*, written in its turn. A scratch slot is taken
/// over by another value once the chunk that used it last is done.
final class CodePlan {

    private static final int[] NO_OUTPUTS = {};

    final Graph graph;
    /// The nodes to compute, in order.
    final int[] order;
    /// Chunk `c` holds the nodes `order[chunkStart[c]]` to `order[chunkStart[c + 1] - 1]`.
    final int[] chunkStart;
    /// The scratch slots needed.
    final int slots;

    private final int[] roots;
    private final int[] chunk;
    private final int[] uses;
    private final boolean[] stored;
    private final int[] slot;
    private final int[][] outputs;

    /// @param order    the nodes to compute
    /// @param roots    the outputs, which may be nodes that are not computed here
    /// @param columns  whether functions work on columns of the scratch array (vector
    ///                 code) rather than on single numbers
    /// @param capacity the number of operations in a chunk
    CodePlan(Graph graph, int[] order, int[] roots, boolean columns, int capacity) {
        this.graph = graph;
        this.order = order;
        this.roots = roots;
        int nodes = Math.max(last(order), last(roots)) + 1;
        chunk = new int[nodes];
        Arrays.fill(chunk, -1);
        uses = new int[nodes];
        stored = new boolean[nodes];
        slot = new int[nodes];
        outputs = new int[nodes][];
        chunkStart = cut(columns, capacity);
        int[] lastUse = countUses(columns);
        for (int i = 0; i < roots.length; i++) {
            outputs[roots[i]] = append(outputs(roots[i]), i);
        }
        slots = allot(lastUse);
    }

    private static int last(int[] nodes) {
        return Arrays.stream(nodes).max().orElse(-1);
    }

    private static int[] append(int[] list, int value) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = value;
        return longer;
    }

    private int[] cut(boolean columns, int capacity) {
        int[] starts = new int[order.length + 2];
        int chunks = 0;
        int load = 0;
        for (int i = 0; i < order.length; i++) {
            Operation operation = graph.operation(order[i]);
            int weight = operation == Operation.SELECT || columns && operation.isFunction() ? 2 : 1;
            if (load + weight > capacity) {
                starts[++chunks] = i;
                load = 0;
            }
            load += weight;
            chunk[order[i]] = chunks;
        }
        starts[++chunks] = order.length;
        return Arrays.copyOf(starts, chunks + 1);
    }

    private int[] countUses(boolean columns) {
        int[] lastUse = new int[chunk.length];
        for (int node : order) {
            Operation operation = graph.operation(node);
            boolean call = columns && operation.isFunction();
            stored[node] |= call;
            lastUse[node] = Math.max(lastUse[node], chunk[node]);
            for (int k = 0; k < operation.operands(); k++) {
                int operand = graph.operand(node, k);
                if (chunk[operand] >= 0) {
                    stored[operand] |= call || chunk[operand] != chunk[node];
                    lastUse[operand] = chunk[node];
                    if (chunk[operand] == chunk[node] && !call) {
                        uses[operand]++;
                    }
                }
            }
        }
        return lastUse;
    }

    /// Gives slots to stored nodes, chunk by chunk; returns how many there are.
    private int allot(int[] lastUse) {
        int[] free = new int[order.length];
        int freeCount = 0;
        int count = 0;
        int[] held = new int[order.length];
        int heldCount = 0;
        for (int c = 0; c + 1 < chunkStart.length; c++) {
            int kept = 0;
            for (int i = 0; i < heldCount; i++) {
                if (lastUse[held[i]] < c) {
                    free[freeCount++] = slot[held[i]];
                } else {
                    held[kept++] = held[i];
                }
            }
            heldCount = kept;
            for (int i = chunkStart[c]; i < chunkStart[c + 1]; i++) {
                int node = order[i];
                if (stored[node]) {
                    slot[node] = freeCount > 0 ? free[--freeCount] : count++;
                    held[heldCount++] = node;
                }
            }
        }
        return count;
    }

    int chunks() {
        return chunkStart.length - 1;
    }

    /// The chunk that computes a node; -1 for one that is read from elsewhere.
    int chunk(int node) {
        return chunk[node];
    }

    /// How often a node is an operand within its own chunk, column calls left out.
    int uses(int node) {
        return uses[node];
    }

    /// Whether a node's value goes to the scratch array.
    boolean isStored(int node) {
        return stored[node];
    }

    int slot(int node) {
        return slot[node];
    }

    /// Whether a node is written in its turn rather than where it is used.
    boolean isStatement(int node) {
        return stored[node] || uses[node] != 1 || outputs[node] != null;
    }

    /// The outputs that a node is.
    int[] outputs(int node) {
        int[] list = outputs[node];
        return list == null ? NO_OUTPUTS : list;
    }

    /// The nodes that are outputs without being computed here, each once.
    int[] copied() {
        return Arrays.stream(roots).filter(root -> chunk[root] < 0).distinct().toArray();
    }
}
