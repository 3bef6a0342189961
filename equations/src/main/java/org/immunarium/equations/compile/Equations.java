package org.immunarium.equations.compile;

import java.util.Arrays;
import java.util.List;
import org.immunarium.equations.expression.Expression;
import org.immunarium.numerics.ode.SparsityPattern;

/// Outputs as functions of time, states and parameters, without repetitions, ready to be differentiated
/// and compiled.
///
/// What names mean, function calls and definitions are worked in. Instances that come from one another
/// (derivatives) share a graph and are used from one thread; kernels once made are independent.
public final class Equations {

    private final Algebra algebra;
    private final Dependence dependence;
    private final int[] roots;

    /// Equations of the expressions in a scope, in that order.
    ///
    /// @throws IllegalArgumentException if a name has no meaning in the scope, a definition uses
    ///     itself, or a delay, `rateOf` or random draw is left
    public Equations(Scope scope, List<Expression> outputs) {
        algebra = new Algebra(new Graph());
        dependence = new Dependence(algebra.graph);
        GraphLowering lowering = new GraphLowering(scope, algebra);
        roots = new int[outputs.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = lowering.lower(outputs.get(i));
        }
    }

    private Equations(Equations source, int[] roots) {
        this.algebra = source.algebra;
        this.dependence = source.dependence;
        this.roots = roots;
    }

    /// The number of outputs.
    public int size() {
        return roots.length;
    }

    /// The number of operations that an evaluation takes, parameters prepared; a measure of its cost.
    public int operations() {
        return schedule().changing.length;
    }

    /// The states that an output depends on, ascending.
    public int[] states(int output) {
        return dependence.states(roots[output]);
    }

    /// Whether any output depends on time other than through states.
    public boolean dependOnTime() {
        return Arrays.stream(roots).anyMatch(dependence::onTime);
    }

    /// Whether an output is the same at all times and states and for all parameters.
    public boolean isConstant(int output) {
        return algebra.graph.isConstant(roots[output]);
    }

    /// The partial derivatives by time, output by output.
    public Equations timeDerivatives() {
        Differentiation differentiation = new Differentiation(algebra, dependence);
        int time = algebra.graph.leaf(Operation.TIME, 0);
        return new Equations(
                this,
                Arrays.stream(roots)
                        .map(root -> differentiation.derivative(root, time))
                        .toArray());
    }

    /// The partial derivatives by the states.
    ///
    /// @param dimension the number of outputs and of states
    public Jacobian jacobian(int dimension) {
        if (roots.length != dimension) {
            throw new IllegalArgumentException("%d outputs, not %d".formatted(roots.length, dimension));
        }
        Differentiation differentiation = new Differentiation(algebra, dependence);
        int[] rowStart = new int[dimension + 1];
        int[] column = new int[16];
        int[] entry = new int[16];
        int count = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j : dependence.states(roots[i])) {
                int node = differentiation.derivative(roots[i], algebra.graph.leaf(Operation.STATE, j));
                if (algebra.graph.isConstant(node, 0)) {
                    continue;
                }
                if (count == column.length) {
                    column = Arrays.copyOf(column, 2 * count);
                    entry = Arrays.copyOf(entry, 2 * count);
                }
                column[count] = j;
                entry[count++] = node;
            }
            rowStart[i + 1] = count;
        }
        SparsityPattern pattern = new SparsityPattern(dimension, rowStart, Arrays.copyOf(column, count));
        return new Jacobian(pattern, new Equations(this, Arrays.copyOf(entry, count)));
    }

    /// A kernel for `lanes` problems side by side.
    public Kernel kernel(int lanes) {
        return kernel(lanes, Execution.ADAPTIVE);
    }

    /// A kernel that is executed in one way from the first evaluation to the last.
    public Kernel kernel(int lanes, Execution execution) {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes are %d, not at least 1".formatted(lanes));
        }
        KernelCode code = new KernelCode(schedule(), lanes);
        return switch (execution) {
            case ADAPTIVE -> new AdaptiveKernel(code);
            case INTERPRETED -> new Interpreter(code.schedule, lanes);
            case SCALAR -> code.scalar().instance();
            case VECTOR -> code.newVector().instance();
        };
    }

    EvaluationSchedule schedule() {
        return new EvaluationSchedule(algebra.graph, roots);
    }
}
