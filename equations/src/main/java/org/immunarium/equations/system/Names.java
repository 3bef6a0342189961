package org.immunarium.equations.system;

import org.immunarium.equations.expression.Expression.Symbol;

/// The symbols that lowering makes up. A colon cannot occur in an id of SBML, so that they never
/// meet the model's own.
public final class Names {

    private Names() {}

    /// The amount of a species.
    public static String amount(String species) {
        return "amount:" + species;
    }

    /// The concentration of a species.
    public static String concentration(String species) {
        return "concentration:" + species;
    }

    /// The value that a quantity was given, as opposed to what is computed for it.
    public static String given(String quantity) {
        return "given:" + quantity;
    }

    /// The rate of change of a quantity.
    public static String rate(String quantity) {
        return "rate:" + quantity;
    }

    /// The rate of administration into a quantity.
    public static String infusion(String quantity) {
        return "infusion:" + quantity;
    }

    /// What the assignment of this number in an event evaluates to.
    public static String value(int assignment) {
        return "value:" + assignment;
    }

    /// The value from which a quantity of constant rate has gone on since [#since].
    static String base(String quantity) {
        return "base:" + quantity;
    }

    /// The time at which a quantity of constant rate had the value [#base].
    static String since(String quantity) {
        return "since:" + quantity;
    }

    /// A local parameter of a reaction.
    public static String local(String reaction, String parameter) {
        return reaction + "." + parameter;
    }

    static Symbol symbol(String name) {
        return new Symbol(name);
    }
}
