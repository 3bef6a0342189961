package org.immunarium.equations.compile;

import java.util.Arrays;
import org.immunarium.equations.expression.Expression;

/// Evaluates expressions one at a time, where compiling would not pay: initial values, checks.
///
/// Results have the same bits as a [Kernel]'s. Definitions of the scope are worked in once and shared
/// by all expressions; what a piecewise leaves out is not computed. Not for use by several threads at
/// once.
public final class Evaluator {

    private static final double[] NONE = {};

    private final Algebra algebra = new Algebra(new Graph());
    private final GraphLowering lowering;
    private double[] value = {};
    /// The evaluation in which a node was computed last.
    private int[] computed = {};
    private int evaluation;
    private double time;
    private double[] state = NONE;
    private double[] parameter = NONE;

    /// @param scope what names mean
    public Evaluator(Scope scope) {
        this.lowering = new GraphLowering(scope, algebra);
    }

    /// The value of an expression.
    ///
    /// @param state     the states that the scope points at
    /// @param parameter the parameters that the scope points at
    /// @throws IllegalArgumentException as [Equations#Equations] does
    public double evaluate(Expression expression, double time, double[] state, double[] parameter) {
        int node = lowering.lower(expression);
        if (value.length < algebra.graph.size()) {
            value = new double[2 * algebra.graph.size()];
            computed = new int[value.length];
            evaluation = 0;
        }
        if (++evaluation == Integer.MAX_VALUE) {
            Arrays.fill(computed, 0);
            evaluation = 1;
        }
        this.time = time;
        this.state = state;
        this.parameter = parameter;
        return value(node);
    }

    /// The value of an expression without states or parameters, at time 0.
    public static double constant(Expression expression) {
        return new Evaluator(Scope.builder().build()).evaluate(expression, 0, NONE, NONE);
    }

    private double value(int node) {
        Graph graph = algebra.graph;
        Operation operation = graph.operation(node);
        return switch (operation) {
            case CONSTANT -> graph.value(node);
            case TIME -> time;
            case STATE -> state[graph.operand(node, 0)];
            case PARAMETER, VARYING -> parameter[graph.operand(node, 0)];
            default -> {
                if (computed[node] != evaluation) {
                    value[node] = compute(node, operation);
                    computed[node] = evaluation;
                }
                yield value[node];
            }
        };
    }

    private double compute(int node, Operation operation) {
        Graph graph = algebra.graph;
        int operands = operation.operands();
        double a = operands > 0 ? value(graph.operand(node, 0)) : 0;
        if (operation == Operation.SELECT) {
            return value(graph.operand(node, a != 0 ? 1 : 2));
        }
        double b = operands > 1 ? value(graph.operand(node, 1)) : 0;
        return operation.apply(a, b, 0);
    }
}
