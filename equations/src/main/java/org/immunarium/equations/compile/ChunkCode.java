package org.immunarium.equations.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/// Writes the bytecode of one chunk of a [CodePlan]; [ScalarCode] and [VectorCode] know what a value
/// is.
///
/// The method's arguments are the arrays `time, state, parameter, prepared, scratch, out` and, where
/// lanes are worked on in several blocks, the number of the block's first lane.
abstract class ChunkCode {

    static final int TIME = 0;
    static final int STATE = 1;
    static final int PARAMETER = 2;
    static final int PREPARED = 3;
    static final int SCRATCH = 4;
    static final int OUT = 5;
    static final int OFFSET = 6;

    final CodeBuilder code;
    final EvaluationSchedule schedule;
    final CodePlan plan;
    final Graph graph;
    final Layout layout;
    private final boolean steady;
    private final Map<Integer, Integer> locals = new HashMap<>();
    private final Map<Integer, Integer> reads = new HashMap<>();

    /// @param steady whether this is code for what depends on parameters alone
    ChunkCode(CodeBuilder code, EvaluationSchedule schedule, CodePlan plan, Layout layout, boolean steady) {
        this.code = code;
        this.schedule = schedule;
        this.plan = plan;
        this.graph = plan.graph;
        this.layout = layout;
        this.steady = steady;
    }

    /// The shape of the arrays.
    ///
    /// @param lanes     lanes in all
    /// @param block     lanes worked on at once
    /// @param constants the slot of the prepared array at which constants that column functions
    ///     read begin
    record Layout(int lanes, int block, Map<Integer, Integer> constants) {

        boolean hasOffset() {
            return lanes > block;
        }
    }

    /// Writes all statements of a chunk, and with the last one the outputs that are only copied.
    void write(int chunk) {
        int start = plan.chunkStart[chunk];
        int end = plan.chunkStart[chunk + 1];
        for (int i = start; i < end; i++) {
            int node = order(i);
            for (int k = 0; k < graph.operation(node).operands(); k++) {
                int operand = graph.operand(node, k);
                if (isRead(operand, chunk)) {
                    reads.merge(operand, 1, Integer::sum);
                }
            }
        }
        for (int i = start; i < end; i++) {
            if (plan.isStatement(order(i))) {
                statement(order(i), chunk);
            }
        }
        if (chunk == plan.chunks() - 1) {
            for (int node : plan.copied()) {
                for (int output : plan.outputs(node)) {
                    storeOutput(output, node, () -> value(node, chunk));
                }
            }
        }
        code.return_();
    }

    private int order(int i) {
        return plan.order[i];
    }

    /// Whether a chunk takes a node from an array instead of computing it.
    private boolean isRead(int node, int chunk) {
        return plan.chunk(node) != chunk;
    }

    private void statement(int node, int chunk) {
        keepReads(node, chunk);
        if (writesColumn(node)) {
            callOnColumns(node);
            if (plan.uses(node) > 0 || plan.outputs(node).length > 0) {
                loadColumn(node);
                keepAndOutput(node);
            }
            return;
        }
        int[] outputs = plan.outputs(node);
        boolean onlyStored = plan.isStored(node) && plan.uses(node) == 0 && outputs.length == 0;
        boolean onlyOutput = !plan.isStored(node) && plan.uses(node) == 0 && outputs.length == 1;
        if (onlyStored) {
            storeScratch(node, () -> compute(node, chunk));
        } else if (onlyOutput) {
            storeOutput(outputs[0], node, () -> compute(node, chunk));
        } else {
            compute(node, chunk);
            keepAndOutput(node);
            if (plan.isStored(node)) {
                storeScratch(node, () -> loadLocal(node));
            }
        }
    }

    /// Takes the value on the stack into a local variable and writes the outputs that it is.
    private void keepAndOutput(int node) {
        int local = code.allocateLocal(kind(node));
        code.storeLocal(kind(node), local);
        locals.put(node, local);
        for (int output : plan.outputs(node)) {
            storeOutput(output, node, () -> loadLocal(node));
        }
    }

    /// Loads what the statement of a node reads from arrays and reads again, before any branch.
    private void keepReads(int node, int chunk) {
        for (int k = 0; k < graph.operation(node).operands(); k++) {
            int operand = graph.operand(node, k);
            if (isRead(operand, chunk)) {
                if (reads.getOrDefault(operand, 0) > 1
                        && !locals.containsKey(operand)
                        && !writesColumn(node)
                        && !isFree(operand)) {
                    read(operand);
                    int local = code.allocateLocal(kind(operand));
                    code.storeLocal(kind(operand), local);
                    locals.put(operand, local);
                }
            } else if (!plan.isStatement(operand)) {
                keepReads(operand, chunk);
            }
        }
    }

    /// Puts the value of a node on the stack, wherever it is.
    final void value(int node, int chunk) {
        if (locals.containsKey(node)) {
            loadLocal(node);
        } else if (isRead(node, chunk)) {
            read(node);
        } else {
            compute(node, chunk);
        }
    }

    final boolean hasLocal(int node) {
        return locals.containsKey(node);
    }

    final void loadLocal(int node) {
        code.loadLocal(kind(node), locals.getOrDefault(node, -1));
    }

    /// Puts a node on the stack that is not computed in this chunk.
    private void read(int node) {
        switch (graph.operation(node)) {
            case CONSTANT -> constant(graph.value(node));
            case TRUE, FALSE -> truth(graph.operation(node) == Operation.TRUE);
            default -> {
                Place place = place(node);
                load(place, graph.isTruth(node));
            }
        }
    }

    private void loadColumn(int node) {
        load(place(node), false);
    }

    /// Where the value of a node lies that is no constant, or a constant that column functions read.
    final Place place(int node) {
        return switch (graph.operation(node)) {
            case TIME -> new Place(TIME, 0);
            case STATE -> new Place(STATE, graph.operand(node, 0));
            case PARAMETER, VARYING -> new Place(PARAMETER, graph.operand(node, 0));
            case CONSTANT -> new Place(PREPARED, layout.constants.getOrDefault(node, -1));
            default ->
                plan.chunk(node) < 0 && !steady
                        ? new Place(PREPARED, schedule.slot(node))
                        : new Place(SCRATCH, plan.slot(node));
        };
    }

    /// Element `index` of the array in a local variable.
    record Place(int array, int index) {}

    /// Pushes the position of a place in its array.
    final void position(Place place) {
        if (place.array == SCRATCH) {
            code.loadConstant(place.index * layout.block);
        } else if (!layout.hasOffset()) {
            code.loadConstant(place.index * layout.lanes);
        } else {
            code.iload(OFFSET);
            if (place.index != 0) {
                code.loadConstant(place.index * layout.lanes).iadd();
            }
        }
    }

    private void storeOutput(int output, int node, Runnable value) {
        store(new Place(OUT, output), value, graph.isTruth(node));
    }

    private void storeScratch(int node, Runnable value) {
        store(new Place(SCRATCH, plan.slot(node)), value, graph.isTruth(node));
    }

    /// Whether a value costs nothing to push again.
    abstract boolean isFree(int node);

    /// The kind of local variable that holds a node.
    abstract TypeKind kind(int node);

    abstract void constant(double value);

    abstract void truth(boolean value);

    abstract void load(Place place, boolean truth);

    abstract void store(Place place, Runnable value, boolean truth);

    /// Pushes the result of a node's operation.
    abstract void compute(int node, int chunk);

    /// Whether a node is computed by a function from columns of arrays to a column of the scratch
    /// array.
    abstract boolean writesColumn(int node);

    abstract void callOnColumns(int node);
}
