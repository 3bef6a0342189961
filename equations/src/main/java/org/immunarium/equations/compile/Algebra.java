package org.immunarium.equations.compile;

import static org.immunarium.equations.compile.Operation.ADD;
import static org.immunarium.equations.compile.Operation.DIVIDE;
import static org.immunarium.equations.compile.Operation.MULTIPLY;
import static org.immunarium.equations.compile.Operation.NEGATE;
import static org.immunarium.equations.compile.Operation.NOT;
import static org.immunarium.equations.compile.Operation.SELECT;
import static org.immunarium.equations.compile.Operation.SQRT;
import static org.immunarium.equations.compile.Operation.SUBTRACT;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Builds nodes, simpler ones where algebra allows.
///
/// Every rule keeps the result to the last bit, but for the sign of a zero and as follows: integer
/// powers up to [#MOST_MULTIPLIED] become products, half-integer ones take a square root. Sums and
/// products keep the order in which they were written; a division stays a division unless it is by a
/// power of two.
final class Algebra {

    /// Integer exponents up to this size become products.
    static final int MOST_MULTIPLIED = 16;

    /// A power with a constant exponent that was written in another form.
    record Power(int base, double exponent) {}

    final Graph graph;
    /// What differentiation must know of the nodes that [#power] makes: x^1.5 has a finite slope at
    /// zero, which the product rule on x * sqrt(x) would miss.
    private final Map<Integer, Power> powers = new HashMap<>();

    Algebra(Graph graph) {
        this.graph = graph;
    }

    /// The power that a node stands for, if [#power] made it from a constant exponent.
    Optional<Power> asPower(int node) {
        return Optional.ofNullable(powers.get(node));
    }

    int constant(double number) {
        return graph.constant(number);
    }

    int truth(boolean value) {
        return graph.leaf(value ? Operation.TRUE : Operation.FALSE, 0);
    }

    int add(int a, int b) {
        if (graph.isConstant(a, 0)) {
            return b;
        }
        if (graph.isConstant(b, 0)) {
            return a;
        }
        if (is(b, NEGATE)) {
            return subtract(a, graph.operand(b, 0));
        }
        if (is(a, NEGATE)) {
            return subtract(b, graph.operand(a, 0));
        }
        return fold(ADD, a, b);
    }

    int subtract(int a, int b) {
        if (graph.isConstant(b, 0)) {
            return a;
        }
        if (graph.isConstant(a, 0)) {
            return negate(b);
        }
        if (is(b, NEGATE)) {
            return add(a, graph.operand(b, 0));
        }
        return fold(SUBTRACT, a, b);
    }

    int multiply(int a, int b) {
        if (graph.isConstant(a, 1)) {
            return b;
        }
        if (graph.isConstant(b, 1)) {
            return a;
        }
        if (graph.isConstant(a, -1)) {
            return negate(b);
        }
        if (graph.isConstant(b, -1)) {
            return negate(a);
        }
        if (is(a, NEGATE)) {
            return negate(multiply(graph.operand(a, 0), b));
        }
        if (is(b, NEGATE)) {
            return negate(multiply(a, graph.operand(b, 0)));
        }
        return fold(MULTIPLY, a, b);
    }

    int divide(int a, int b) {
        if (graph.isConstant(b)) {
            double divisor = graph.value(b);
            boolean exact = Math.getExponent(divisor) > Double.MIN_EXPONENT
                    && Math.getExponent(divisor) < Double.MAX_EXPONENT
                    && Math.abs(divisor) == Math.scalb(1.0, Math.getExponent(divisor));
            if (exact) {
                return multiply(a, constant(1 / divisor));
            }
        }
        if (is(a, NEGATE)) {
            return negate(divide(graph.operand(a, 0), b));
        }
        if (is(b, NEGATE)) {
            return negate(divide(a, graph.operand(b, 0)));
        }
        if (!graph.isConstant(b) && graph.isSteady(b) && !graph.isSteady(a)) {
            return multiply(a, fold(DIVIDE, constant(1), b));
        }
        return fold(DIVIDE, a, b);
    }

    int negate(int a) {
        return is(a, NEGATE) ? graph.operand(a, 0) : fold(NEGATE, a);
    }

    int abs(int a) {
        return fold(Operation.ABS, is(a, NEGATE) ? graph.operand(a, 0) : a);
    }

    /// base^exponent; see the class comment for constant exponents.
    int power(int base, int exponent) {
        if (!graph.isConstant(exponent)) {
            return graph.node(Operation.POW, base, exponent, 0);
        }
        double e = graph.value(exponent);
        if (e == 0) {
            return constant(1);
        }
        if (e == 1) {
            return base;
        }
        int node = expanded(base, e, exponent);
        if (!graph.isConstant(node)) {
            powers.putIfAbsent(node, new Power(base, e));
        }
        return node;
    }

    private int expanded(int base, double e, int exponent) {
        double size = Math.abs(e);
        double whole = Math.floor(size);
        boolean half = size - whole == 0.5;
        if (size > MOST_MULTIPLIED || whole != size && !half) {
            return fold(Operation.POW, base, exponent);
        }
        int root = half ? fold(SQRT, base) : -1;
        int product = half && whole == 0 ? root : repeated(base, (int) whole);
        if (half && whole > 0) {
            product = multiply(product, root);
        }
        return e < 0 ? divide(constant(1), product) : product;
    }

    /// base^n for n from 1: x^3 = (x x) x, x^4 = (x x)(x x).
    private int repeated(int base, int n) {
        if (n == 1) {
            return base;
        }
        int half = repeated(base, n / 2);
        int square = multiply(half, half);
        return n % 2 == 0 ? square : multiply(square, base);
    }

    int select(int condition, int whenTrue, int whenFalse) {
        if (whenTrue == whenFalse || is(condition, Operation.TRUE)) {
            return whenTrue;
        }
        if (is(condition, Operation.FALSE)) {
            return whenFalse;
        }
        if (is(condition, NOT)) {
            return select(graph.operand(condition, 0), whenFalse, whenTrue);
        }
        return graph.node(SELECT, condition, whenTrue, whenFalse);
    }

    int and(int a, int b) {
        if (is(a, Operation.FALSE) || is(b, Operation.FALSE)) {
            return truth(false);
        }
        if (is(a, Operation.TRUE) || a == b) {
            return b;
        }
        return is(b, Operation.TRUE) ? a : graph.node(Operation.AND, a, b, 0);
    }

    int or(int a, int b) {
        if (is(a, Operation.TRUE) || is(b, Operation.TRUE)) {
            return truth(true);
        }
        if (is(a, Operation.FALSE) || a == b) {
            return b;
        }
        return is(b, Operation.FALSE) ? a : graph.node(Operation.OR, a, b, 0);
    }

    int xor(int a, int b) {
        if (is(a, Operation.FALSE)) {
            return b;
        }
        if (is(b, Operation.FALSE)) {
            return a;
        }
        if (is(a, Operation.TRUE)) {
            return not(b);
        }
        return is(b, Operation.TRUE) ? not(a) : graph.node(Operation.XOR, a, b, 0);
    }

    int not(int a) {
        return switch (graph.operation(a)) {
            case TRUE -> truth(false);
            case FALSE -> truth(true);
            case NOT -> graph.operand(a, 0);
            default -> graph.node(NOT, a, 0, 0);
        };
    }

    int compare(Operation comparison, int a, int b) {
        if (graph.isConstant(a) && graph.isConstant(b)) {
            return truth(comparison.apply(graph.value(a), graph.value(b), 0) != 0);
        }
        return graph.node(comparison, a, b, 0);
    }

    /// A node as a number: truths become 1 and 0.
    int number(int node) {
        return graph.isTruth(node) ? select(node, constant(1), constant(0)) : node;
    }

    /// A node as a truth: a number other than 0 is true, NaN included.
    int condition(int node) {
        if (graph.isTruth(node)) {
            return node;
        }
        if (is(node, SELECT)
                && graph.isConstant(graph.operand(node, 1), 1)
                && graph.isConstant(graph.operand(node, 2), 0)) {
            return graph.operand(node, 0);
        }
        return compare(Operation.NOT_EQUAL, node, constant(0));
    }

    /// A function of one number.
    int fold(Operation op, int a) {
        return graph.isConstant(a) ? constant(op.apply(graph.value(a), 0, 0)) : graph.node(op, a, 0, 0);
    }

    /// A function of two numbers.
    int fold(Operation op, int a, int b) {
        return graph.isConstant(a) && graph.isConstant(b)
                ? constant(op.apply(graph.value(a), graph.value(b), 0))
                : graph.node(op, a, b, 0);
    }

    private boolean is(int node, Operation op) {
        return graph.operation(node) == op;
    }
}
