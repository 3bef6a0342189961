package org.immunarium.equations.compile;

import static org.immunarium.numerics.functions.ElementaryFunctions.acos;
import static org.immunarium.numerics.functions.ElementaryFunctions.acosh;
import static org.immunarium.numerics.functions.ElementaryFunctions.acot;
import static org.immunarium.numerics.functions.ElementaryFunctions.acoth;
import static org.immunarium.numerics.functions.ElementaryFunctions.acsc;
import static org.immunarium.numerics.functions.ElementaryFunctions.acsch;
import static org.immunarium.numerics.functions.ElementaryFunctions.asec;
import static org.immunarium.numerics.functions.ElementaryFunctions.asech;
import static org.immunarium.numerics.functions.ElementaryFunctions.asin;
import static org.immunarium.numerics.functions.ElementaryFunctions.asinh;
import static org.immunarium.numerics.functions.ElementaryFunctions.atan;
import static org.immunarium.numerics.functions.ElementaryFunctions.atanh;
import static org.immunarium.numerics.functions.ElementaryFunctions.cos;
import static org.immunarium.numerics.functions.ElementaryFunctions.cosh;
import static org.immunarium.numerics.functions.ElementaryFunctions.cot;
import static org.immunarium.numerics.functions.ElementaryFunctions.coth;
import static org.immunarium.numerics.functions.ElementaryFunctions.csc;
import static org.immunarium.numerics.functions.ElementaryFunctions.csch;
import static org.immunarium.numerics.functions.ElementaryFunctions.exp;
import static org.immunarium.numerics.functions.ElementaryFunctions.factorial;
import static org.immunarium.numerics.functions.ElementaryFunctions.log;
import static org.immunarium.numerics.functions.ElementaryFunctions.log10;
import static org.immunarium.numerics.functions.ElementaryFunctions.pow;
import static org.immunarium.numerics.functions.ElementaryFunctions.root;
import static org.immunarium.numerics.functions.ElementaryFunctions.sec;
import static org.immunarium.numerics.functions.ElementaryFunctions.sech;
import static org.immunarium.numerics.functions.ElementaryFunctions.sin;
import static org.immunarium.numerics.functions.ElementaryFunctions.sinh;
import static org.immunarium.numerics.functions.ElementaryFunctions.tan;
import static org.immunarium.numerics.functions.ElementaryFunctions.tanh;

/// What a node of a [Graph] does: the operations that every form of execution (interpreter, scalar
/// code, vector code, C) offers, with the same result to the last bit in the first three.
///
/// Values are numbers or truths; which of them an operation gives and takes is fixed, so that vector
/// code can keep truths in masks.
enum Operation {
    /// A number written in the graph.
    CONSTANT(Kind.LEAF),
    /// The time.
    TIME(Kind.LEAF),
    /// A state, a parameter, a varying parameter; the first operand is its place.
    STATE(Kind.LEAF),
    PARAMETER(Kind.LEAF),
    VARYING(Kind.LEAF),

    ADD(Kind.ARITHMETIC),
    SUBTRACT(Kind.ARITHMETIC),
    MULTIPLY(Kind.ARITHMETIC),
    DIVIDE(Kind.ARITHMETIC),
    MIN(Kind.ARITHMETIC),
    MAX(Kind.ARITHMETIC),
    NEGATE(Kind.UNARY_ARITHMETIC),
    ABS(Kind.UNARY_ARITHMETIC),
    SQRT(Kind.UNARY_ARITHMETIC),

    EXP(Kind.FUNCTION),
    LOG(Kind.FUNCTION),
    LOG10(Kind.FUNCTION),
    FLOOR(Kind.FUNCTION),
    CEIL(Kind.FUNCTION),
    FACTORIAL(Kind.FUNCTION),
    SIN(Kind.FUNCTION),
    COS(Kind.FUNCTION),
    TAN(Kind.FUNCTION),
    SEC(Kind.FUNCTION),
    CSC(Kind.FUNCTION),
    COT(Kind.FUNCTION),
    ASIN(Kind.FUNCTION),
    ACOS(Kind.FUNCTION),
    ATAN(Kind.FUNCTION),
    ASEC(Kind.FUNCTION),
    ACSC(Kind.FUNCTION),
    ACOT(Kind.FUNCTION),
    SINH(Kind.FUNCTION),
    COSH(Kind.FUNCTION),
    TANH(Kind.FUNCTION),
    SECH(Kind.FUNCTION),
    CSCH(Kind.FUNCTION),
    COTH(Kind.FUNCTION),
    ASINH(Kind.FUNCTION),
    ACOSH(Kind.FUNCTION),
    ATANH(Kind.FUNCTION),
    ASECH(Kind.FUNCTION),
    ACSCH(Kind.FUNCTION),
    ACOTH(Kind.FUNCTION),

    POW(Kind.BINARY_FUNCTION),
    /// The first operand is the degree.
    ROOT(Kind.BINARY_FUNCTION),
    /// The first operand is the base.
    LOG_TO_BASE(Kind.BINARY_FUNCTION),
    /// The quotient truncated towards zero, and its remainder.
    QUOTIENT(Kind.BINARY_FUNCTION),
    REMAINDER(Kind.BINARY_FUNCTION),

    /// The truth constants.
    TRUE(Kind.LEAF),
    FALSE(Kind.LEAF),
    LESS(Kind.COMPARISON),
    LESS_OR_EQUAL(Kind.COMPARISON),
    EQUAL(Kind.COMPARISON),
    NOT_EQUAL(Kind.COMPARISON),
    AND(Kind.LOGIC),
    OR(Kind.LOGIC),
    XOR(Kind.LOGIC),
    NOT(Kind.UNARY_LOGIC),
    /// The second operand (a number) where the first (a truth) holds, else the third.
    SELECT(Kind.CHOICE);

    enum Kind {
        LEAF(0),
        ARITHMETIC(2),
        UNARY_ARITHMETIC(1),
        FUNCTION(1),
        BINARY_FUNCTION(2),
        COMPARISON(2),
        LOGIC(2),
        UNARY_LOGIC(1),
        CHOICE(3);

        final int operands;

        Kind(int operands) {
            this.operands = operands;
        }
    }

    final Kind kind;

    Operation(Kind kind) {
        this.kind = kind;
    }

    int operands() {
        return kind.operands;
    }

    /// Whether it gives a truth.
    boolean isTruth() {
        return switch (kind) {
            case COMPARISON, LOGIC, UNARY_LOGIC -> true;
            case LEAF -> this == TRUE || this == FALSE;
            default -> false;
        };
    }

    /// Whether it calls a function rather than being an instruction or two.
    boolean isFunction() {
        return kind == Kind.FUNCTION || kind == Kind.BINARY_FUNCTION;
    }

    /// Whether its operands may change places.
    boolean commutes() {
        return switch (this) {
            case ADD, MULTIPLY, MIN, MAX, EQUAL, NOT_EQUAL, AND, OR, XOR -> true;
            default -> false;
        };
    }

    /// The result on numbers; truths are 1 and 0. Operands beyond [#operands] are ignored.
    double apply(double a, double b, double c) {
        return switch (this) {
            case CONSTANT, TIME, STATE, PARAMETER, VARYING ->
                throw new IllegalStateException(this + " has no operands");
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case EXP -> exp(a);
            case LOG -> log(a);
            case LOG10 -> log10(a);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            case FACTORIAL -> factorial(a);
            case SIN -> sin(a);
            case COS -> cos(a);
            case TAN -> tan(a);
            case SEC -> sec(a);
            case CSC -> csc(a);
            case COT -> cot(a);
            case ASIN -> asin(a);
            case ACOS -> acos(a);
            case ATAN -> atan(a);
            case ASEC -> asec(a);
            case ACSC -> acsc(a);
            case ACOT -> acot(a);
            case SINH -> sinh(a);
            case COSH -> cosh(a);
            case TANH -> tanh(a);
            case SECH -> sech(a);
            case CSCH -> csch(a);
            case COTH -> coth(a);
            case ASINH -> asinh(a);
            case ACOSH -> acosh(a);
            case ATANH -> atanh(a);
            case ASECH -> asech(a);
            case ACSCH -> acsch(a);
            case ACOTH -> acoth(a);
            case POW -> pow(a, b);
            case ROOT -> root(a, b);
            case LOG_TO_BASE -> log(a, b);
            case QUOTIENT -> Division.quotient(a, b);
            case REMAINDER -> a % b;
            case TRUE -> 1;
            case FALSE -> 0;
            case LESS -> a < b ? 1 : 0;
            case LESS_OR_EQUAL -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case NOT_EQUAL -> a != b ? 1 : 0;
            case AND -> a != 0 && b != 0 ? 1 : 0;
            case OR -> a != 0 || b != 0 ? 1 : 0;
            case XOR -> a != 0 ^ b != 0 ? 1 : 0;
            case NOT -> a != 0 ? 0 : 1;
            case SELECT -> a != 0 ? b : c;
        };
    }
}
