package org.immunarium.equations.compile;

/// The derivatives of the elementary functions of one number.
final class FunctionSlope {

    private static final double LN_10 = 2.302585092994045684;

    private final Algebra algebra;
    private final int one;

    private FunctionSlope(Algebra algebra) {
        this.algebra = algebra;
        this.one = algebra.constant(1);
    }

    /// f'(x) of f = `function`, from x and the node f(x).
    static int of(Operation function, int value, int x, Algebra algebra) {
        return new FunctionSlope(algebra).slope(function, value, x);
    }

    private int slope(Operation function, int f, int x) {
        return switch (function) {
            case EXP -> f;
            case LOG -> over(x);
            case LOG10 -> over(algebra.multiply(x, algebra.constant(LN_10)));
            case FLOOR, CEIL, FACTORIAL -> algebra.constant(0);
            case SIN -> algebra.fold(Operation.COS, x);
            case COS -> minus(algebra.fold(Operation.SIN, x));
            case TAN -> algebra.add(one, square(f));
            case SEC -> algebra.multiply(f, algebra.fold(Operation.TAN, x));
            case CSC -> minus(algebra.multiply(f, algebra.fold(Operation.COT, x)));
            case COT -> minus(algebra.add(one, square(f)));
            case ASIN -> over(root(algebra.subtract(one, square(x))));
            case ACOS -> minus(over(root(algebra.subtract(one, square(x)))));
            case ATAN -> over(algebra.add(one, square(x)));
            case ASEC -> over(algebra.multiply(algebra.abs(x), root(algebra.subtract(square(x), one))));
            case ACSC -> minus(over(algebra.multiply(algebra.abs(x), root(algebra.subtract(square(x), one)))));
            case ACOT -> minus(over(algebra.add(one, square(x))));
            case SINH -> algebra.fold(Operation.COSH, x);
            case COSH -> algebra.fold(Operation.SINH, x);
            case TANH, COTH -> algebra.subtract(one, square(f));
            case SECH -> minus(algebra.multiply(f, algebra.fold(Operation.TANH, x)));
            case CSCH -> minus(algebra.multiply(f, algebra.fold(Operation.COTH, x)));
            case ASINH -> over(root(algebra.add(square(x), one)));
            case ACOSH -> over(root(algebra.subtract(square(x), one)));
            case ATANH, ACOTH -> over(algebra.subtract(one, square(x)));
            case ASECH -> minus(over(algebra.multiply(x, root(algebra.subtract(one, square(x))))));
            case ACSCH -> minus(over(algebra.multiply(algebra.abs(x), root(algebra.add(one, square(x))))));
            default -> throw new IllegalStateException(function + " is no function of one number");
        };
    }

    private int square(int a) {
        return algebra.multiply(a, a);
    }

    private int root(int a) {
        return algebra.fold(Operation.SQRT, a);
    }

    private int over(int a) {
        return algebra.divide(one, a);
    }

    private int minus(int a) {
        return algebra.negate(a);
    }
}
