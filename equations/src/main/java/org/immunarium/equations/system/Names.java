package org.immunarium.equations.system;

import org.immunarium.equations.expression.Expression.Symbol;

/// The symbols that lowering makes up. A colon cannot occur in an id of SBML, so that they never
/// meet the model's own.
public final class Names {

    /// The factor of fast reactions, a parameter where there are any.
    public static final String FAST = "fast:";

    /// The factor of everything that is not fast, a parameter where there are fast reactions.
    public static final String SLOW = "slow:";

    /// The sum of the rates of all reactions since the last of them happened: a state where reactions
    /// happen one by one.
    public static final String HAZARD = "hazard:";

    /// The state of a model in which nothing changes continuously.
    public static final String NOTHING = "nothing:";

    private static final String AMOUNT = "amount:";
    private static final String DELAY = "delay:";
    private static final String RATE = "rate:";

    private Names() {}

    /// The amount of a species.
    public static String amount(String species) {
        return AMOUNT + species;
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
        return RATE + quantity;
    }

    /// The rate of administration into a quantity.
    public static String infusion(String quantity) {
        return "infusion:" + quantity;
    }

    /// The rate of administration into a species, as a concentration.
    public static String concentrationInfusion(String species) {
        return "concentration-infusion:" + species;
    }

    /// What the assignment of this number in an event evaluates to.
    public static String value(int assignment) {
        return "value:" + assignment;
    }

    /// The slot of a delayed value.
    static String delay(int number) {
        return DELAY + number;
    }

    /// The slot of a random draw.
    static String draw(int number) {
        return "draw:" + number;
    }

    /// The slot of a condition on time that is held during a step.
    static String condition(int number) {
        return "when:" + number;
    }

    /// Whether a symbol is the slot of a delayed value.
    public static boolean isDelay(String symbol) {
        return symbol.startsWith(DELAY);
    }

    /// Whether a symbol is the rate of change of a quantity.
    static boolean isRate(String symbol) {
        return symbol.startsWith(RATE);
    }

    /// Whether a symbol is an amount.
    public static boolean isAmount(String symbol) {
        return symbol.startsWith(AMOUNT);
    }

    /// Whether lowering made a symbol up.
    static boolean isMadeUp(String symbol) {
        return symbol.contains(":");
    }

    /// Whether a state stands for no quantity of the model.
    public static boolean isNoQuantity(String state) {
        return state.equals(NOTHING) || state.equals(HAZARD);
    }

    /// The quantity that a symbol belongs to; an id of the model's own as it is.
    public static String plain(String symbol) {
        return symbol.substring(symbol.indexOf(':') + 1);
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
