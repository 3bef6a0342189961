package org.immunarium.equations.expression;

/// Formulas as people type them, such as `k1 * S / (Km + S)`: SBML's Level 3 infix syntax.
///
/// | written | means |
/// |---|---|
/// | `a ^ b` | power; binds tightest, to the right: `a^b^c` is `a^(b^c)` |
/// | `-a`, `!a` | negation, not; `-a^2` is `-(a^2)`, as in mathematics |
/// | `a * b`, `a / b`, `a % b` | product, quotient, remainder (truncated towards zero); to the left |
/// | `a + b`, `a - b` | to the left |
/// | `a < b`, `<=`, `>`, `>=`, `==`, `!=` | 1 if it holds, else 0; `a < b < c` compares neighbours |
/// | `a && b`, then `a \|\| b` | and, or |
/// | `piecewise(v1, c1, v2, c2, …, otherwise)` | the first value whose condition holds |
/// | `delay(x, lag)`, `rateOf(x)` | x some time ago; the rate at which x changes |
/// | `normal(mean, sd)`, `uniform(a, b)`, … | random draws (SBML distrib) |
/// | `time`, `pi`, `exponentiale`, `avogadro`, `inf`, `nan`, `true`, `false` | constants |
/// | `3 mg` | a number with its unit (one name) |
/// | `Tumour.T_cell` | a symbol with a dot in its name |
/// | `` `pi` `` | a symbol or function of the model that is spelt like something above |
///
/// Functions go by their SBML names, `arcsin` and `asin` alike; `log(x)` is the decimal logarithm as in
/// libSBML, `log(b, x)` that to the base b, `ln(x)` the natural one; so do `plus`, `times`, `and`, `lt`
/// and the others that have marks. A function that is none of these is one of the model. Upper and
/// lower case differ.
public final class Formula {

    private Formula() {}

    /// Reads a formula.
    ///
    /// @throws FormulaException where it cannot be read, saying at which character, what was found
    ///     and expected
    public static Expression parse(String formula) {
        return new FormulaParser(formula).parse();
    }
}
