package org.immunarium.equations.compile;

import java.util.Arrays;

/// A kernel without code generation: walks a list of instructions, each over all lanes.
///
/// It starts at once and serves where code would not pay: few evaluations, and as what compiled kernels
/// are compared with.
final class Interpreter implements Kernel {

    private static final int REGISTERS = 0;
    private static final int TIME = 1;
    private static final int STATE = 2;
    private static final int PARAMETER = 3;

    private final EvaluationSchedule schedule;
    private final int lanes;
    /// The place of each node's value, as `index << 2 | array`.
    private final int[] place;
    private final int[] steady;
    private final int[] changing;
    private final double[] registers;
    private final double[][] arrays = new double[4][];
    private boolean prepared;

    Interpreter(EvaluationSchedule schedule, int lanes) {
        this.schedule = schedule;
        this.lanes = lanes;
        Graph graph = schedule.graph;
        place = new int[graph.size()];
        steady = schedule.steady;
        changing = schedule.changing;
        int count = 0;
        for (int node : steady) {
            place[node] = count++ << 2;
        }
        for (int node : changing) {
            place[node] = count++ << 2;
        }
        int firstConstant = count;
        for (int node = 0; node < place.length; node++) {
            switch (graph.operation(node)) {
                case CONSTANT, TRUE, FALSE -> place[node] = count++ << 2;
                case TIME -> place[node] = TIME;
                case STATE -> place[node] = graph.operand(node, 0) << 2 | STATE;
                case PARAMETER, VARYING -> place[node] = graph.operand(node, 0) << 2 | PARAMETER;
                default -> {}
            }
        }
        registers = new double[count * lanes];
        for (int node = 0, next = firstConstant; node < place.length; node++) {
            Operation operation = graph.operation(node);
            if (operation == Operation.CONSTANT || operation == Operation.TRUE || operation == Operation.FALSE) {
                double value = operation == Operation.CONSTANT ? graph.value(node) : operation.apply(0, 0, 0);
                Arrays.fill(registers, next * lanes, ++next * lanes, value);
            }
        }
        arrays[REGISTERS] = registers;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public int outputs() {
        return schedule.roots.length;
    }

    @Override
    public void prepare(double[] parameter) {
        arrays[PARAMETER] = parameter;
        execute(steady);
        prepared = true;
    }

    @Override
    public void evaluate(double[] time, double[] state, double[] parameter, double[] out) {
        if (!prepared) {
            prepare(parameter);
        }
        arrays[TIME] = time;
        arrays[STATE] = state;
        arrays[PARAMETER] = parameter;
        execute(changing);
        for (int i = 0; i < schedule.roots.length; i++) {
            int from = place[schedule.roots[i]];
            System.arraycopy(arrays[from & 3], (from >> 2) * lanes, out, i * lanes, lanes);
        }
    }

    private void execute(int[] nodes) {
        Graph graph = schedule.graph;
        for (int node : nodes) {
            Operation operation = graph.operation(node);
            int to = (place[node] >> 2) * lanes;
            int a = place[graph.operand(node, 0)];
            int b = operation.operands() > 1 ? place[graph.operand(node, 1)] : a;
            double[] first = arrays[a & 3];
            double[] second = arrays[b & 3];
            int i = (a >> 2) * lanes;
            int j = (b >> 2) * lanes;
            switch (operation) {
                case ADD -> {
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = first[i + l] + second[j + l];
                    }
                }
                case SUBTRACT -> {
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = first[i + l] - second[j + l];
                    }
                }
                case MULTIPLY -> {
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = first[i + l] * second[j + l];
                    }
                }
                case DIVIDE -> {
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = first[i + l] / second[j + l];
                    }
                }
                case SELECT -> {
                    int c = place[graph.operand(node, 2)];
                    double[] third = arrays[c & 3];
                    int k = (c >> 2) * lanes;
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = first[i + l] != 0 ? second[j + l] : third[k + l];
                    }
                }
                default -> {
                    for (int l = 0; l < lanes; l++) {
                        registers[to + l] = operation.apply(first[i + l], second[j + l], 0);
                    }
                }
            }
        }
    }

    @Override
    public Kernel copy() {
        return new Interpreter(schedule, lanes);
    }
}
