package org.immunarium.equations.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Derivatives of nodes, as nodes of the same graph: forward, by the rules of calculus, each computed
/// once.
///
/// Where a formula has a corner (abs, min, max, piecewise) the derivative is that of the piece in
/// force; steps (floor, comparisons) have the derivative 0. Where the plain rule would give 0 times
/// infinity at a point with a finite derivative, as for x^n at 0, the limit is taken. Derivatives serve
/// Newton iterations: they are right to rounding, not to the last bit, so they multiply by shared
/// reciprocals where the equations divide.
final class Differentiation {

    private final Graph graph;
    private final Algebra algebra;
    private final Dependence dependence;
    private final Map<Long, Integer> known = new HashMap<>();
    private final int zero;
    private final int one;

    Differentiation(Algebra algebra, Dependence dependence) {
        this.algebra = algebra;
        this.graph = algebra.graph;
        this.dependence = dependence;
        this.zero = algebra.constant(0);
        this.one = algebra.constant(1);
    }

    /// The derivative of a number by a variable, a node of [Operation#STATE] or [Operation#TIME]; the
    /// constant 0 where there is none.
    int derivative(int node, int variable) {
        if (node == variable) {
            return one;
        }
        if (graph.isTruth(node) || !dependence.on(node, variable)) {
            return zero;
        }
        long key = (long) node << 32 | variable;
        Integer found = known.get(key);
        if (found == null) {
            found = derive(node, variable);
            known.put(key, found);
        }
        return found;
    }

    private int derive(int node, int variable) {
        Optional<Algebra.Power> power = algebra.asPower(node);
        if (power.isPresent()) {
            int slope = slopeOfPower(node, power.get());
            return times(slope, derivative(power.get().base(), variable));
        }
        Operation operation = graph.operation(node);
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        if (operation.kind == Operation.Kind.FUNCTION) {
            int da = derivative(a, variable);
            return graph.isConstant(da, 0) ? zero : times(FunctionSlope.of(operation, node, a, algebra), da);
        }
        return switch (operation) {
            case ADD -> algebra.add(derivative(a, variable), derivative(b, variable));
            case SUBTRACT -> algebra.subtract(derivative(a, variable), derivative(b, variable));
            case NEGATE -> algebra.negate(derivative(a, variable));
            case MULTIPLY -> algebra.add(times(derivative(a, variable), b), times(a, derivative(b, variable)));
            case DIVIDE -> quotient(node, a, b, variable);
            case MIN -> piece(Operation.LESS, a, b, variable);
            case MAX -> piece(Operation.LESS, b, a, variable, a, b);
            case ABS -> {
                int da = derivative(a, variable);
                yield algebra.select(algebra.compare(Operation.LESS, a, zero), algebra.negate(da), da);
            }
            case SQRT -> times(reciprocal(algebra.multiply(algebra.constant(2), node)), derivative(a, variable));
            case POW -> variablePower(node, a, b, variable);
            case ROOT -> derivative(algebra.power(b, algebra.divide(one, a)), variable);
            case LOG_TO_BASE -> {
                int ratio = algebra.divide(algebra.fold(Operation.LOG, b), algebra.fold(Operation.LOG, a));
                yield derivative(ratio, variable);
            }
            case REMAINDER ->
                algebra.subtract(
                        derivative(a, variable),
                        times(algebra.fold(Operation.QUOTIENT, a, b), derivative(b, variable)));
            case QUOTIENT -> zero;
            case SELECT -> algebra.select(a, derivative(b, variable), derivative(graph.operand(node, 2), variable));
            default -> throw new IllegalStateException(operation + " has no derivative");
        };
    }

    private int piece(Operation comparison, int a, int b, int variable) {
        return piece(comparison, a, b, variable, a, b);
    }

    /// The derivative of `first` where the comparison of a and b holds, else that of `second`.
    private int piece(Operation comparison, int a, int b, int variable, int first, int second) {
        return algebra.select(
                algebra.compare(comparison, a, b), derivative(first, variable), derivative(second, variable));
    }

    /// (a / b)' = (a' - (a / b) b') / b.
    private int quotient(int node, int a, int b, int variable) {
        int numerator = algebra.subtract(derivative(a, variable), times(node, derivative(b, variable)));
        return times(reciprocal(b), numerator);
    }

    /// d(x^c)/dx for a constant c.
    private int slopeOfPower(int node, Algebra.Power power) {
        double c = power.exponent();
        int factor = algebra.constant(c);
        if (graph.operation(node) != Operation.POW) {
            return times(factor, algebra.power(power.base(), algebra.constant(c - 1)));
        }
        return slopeThroughQuotient(node, power.base(), factor);
    }

    /// y x^y / x, which saves a second power, and its limit at x = 0.
    private int slopeThroughQuotient(int power, int x, int y) {
        int infinite = algebra.multiply(y, algebra.constant(Double.POSITIVE_INFINITY));
        int atZero = algebra.select(
                algebra.compare(Operation.LESS, one, y),
                zero,
                algebra.select(
                        algebra.compare(Operation.EQUAL, y, one),
                        one,
                        algebra.select(algebra.compare(Operation.EQUAL, y, zero), zero, infinite)));
        int elsewhere = algebra.multiply(y, algebra.divide(power, x));
        return algebra.select(algebra.compare(Operation.EQUAL, x, zero), atZero, elsewhere);
    }

    /// (x^y)' = y x^(y - 1) x' + x^y ln(x) y', whose second part is 0 at x = 0.
    private int variablePower(int node, int x, int y, int variable) {
        int dx = derivative(x, variable);
        int dy = derivative(y, variable);
        int sum = graph.isConstant(dx, 0) ? zero : times(slopeThroughQuotient(node, x, y), dx);
        if (!graph.isConstant(dy, 0)) {
            int growth = algebra.select(
                    algebra.compare(Operation.EQUAL, x, zero),
                    zero,
                    algebra.multiply(node, algebra.fold(Operation.LOG, x)));
            sum = algebra.add(sum, times(growth, dy));
        }
        return sum;
    }

    private int reciprocal(int a) {
        return algebra.divide(one, a);
    }

    /// The product of two factors of a derivative: 0 times anything is 0, and a times (b / a) is b, so
    /// that x ln(x) has the derivative ln(x) + 1 at zero as well.
    private int times(int a, int b) {
        if (graph.isConstant(a, 0) || graph.isConstant(b, 0)) {
            return zero;
        }
        if (isQuotientBy(b, a)) {
            return graph.operand(b, 0);
        }
        return isQuotientBy(a, b) ? graph.operand(a, 0) : algebra.multiply(a, b);
    }

    private boolean isQuotientBy(int quotient, int divisor) {
        return graph.operation(quotient) == Operation.DIVIDE && graph.operand(quotient, 1) == divisor;
    }
}
