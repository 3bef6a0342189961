package org.immunarium.equations.expression;

/// The operators and elementary functions of SBML's MathML subset, L1 formulas included.
///
/// Each knows its name in formulas and the number of arguments it takes.
public enum Operator {
    ADD("+", 0, Integer.MAX_VALUE),
    SUBTRACT("-", 2, 2),
    NEGATE("-", 1, 1),
    MULTIPLY("*", 0, Integer.MAX_VALUE),
    DIVIDE("/", 2, 2),
    POWER("^", 2, 2),
    /// `root(degree, x)`.
    ROOT("root", 2, 2),
    SQRT("sqrt", 1, 1),
    ABS("abs", 1, 1),
    EXP("exp", 1, 1),
    LN("ln", 1, 1),
    /// `log(base, x)`.
    LOG("log", 2, 2),
    FLOOR("floor", 1, 1),
    CEILING("ceil", 1, 1),
    FACTORIAL("factorial", 1, 1),
    /// Quotient truncated towards zero.
    QUOTIENT("quotient", 2, 2),
    /// Remainder of [#QUOTIENT].
    REMAINDER("rem", 2, 2),
    MIN("min", 1, Integer.MAX_VALUE),
    MAX("max", 1, Integer.MAX_VALUE),
    SIN("sin", 1, 1),
    COS("cos", 1, 1),
    TAN("tan", 1, 1),
    SEC("sec", 1, 1),
    CSC("csc", 1, 1),
    COT("cot", 1, 1),
    ASIN("asin", 1, 1),
    ACOS("acos", 1, 1),
    ATAN("atan", 1, 1),
    ASEC("asec", 1, 1),
    ACSC("acsc", 1, 1),
    ACOT("acot", 1, 1),
    SINH("sinh", 1, 1),
    COSH("cosh", 1, 1),
    TANH("tanh", 1, 1),
    SECH("sech", 1, 1),
    CSCH("csch", 1, 1),
    COTH("coth", 1, 1),
    ASINH("asinh", 1, 1),
    ACOSH("acosh", 1, 1),
    ATANH("atanh", 1, 1),
    ASECH("asech", 1, 1),
    ACSCH("acsch", 1, 1),
    ACOTH("acoth", 1, 1),
    /// Chains compare neighbours: `a < b < c`.
    EQUAL("==", 1, Integer.MAX_VALUE),
    NOT_EQUAL("!=", 2, 2),
    GREATER(">", 1, Integer.MAX_VALUE),
    LESS("<", 1, Integer.MAX_VALUE),
    GREATER_OR_EQUAL(">=", 1, Integer.MAX_VALUE),
    LESS_OR_EQUAL("<=", 1, Integer.MAX_VALUE),
    AND("&&", 0, Integer.MAX_VALUE),
    OR("||", 0, Integer.MAX_VALUE),
    XOR("xor", 0, Integer.MAX_VALUE),
    NOT("!", 1, 1),
    IMPLIES("implies", 2, 2);

    private final String symbol;
    private final int fewest;
    private final int most;

    Operator(String symbol, int fewest, int most) {
        this.symbol = symbol;
        this.fewest = fewest;
        this.most = most;
    }

    /// How it is written in a formula.
    public String symbol() {
        return symbol;
    }

    /// Whether it takes this number of arguments.
    public boolean arity(int arguments) {
        return arguments >= fewest && arguments <= most;
    }
}
