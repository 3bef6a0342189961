package org.immunarium.units;

/// What can be measured and is not made of anything else: SI's seven, and two that medicine needs.
public enum BaseDimension {
    LENGTH("length", "m"),
    MASS("mass", "kg"),
    TIME("time", "s"),
    CURRENT("electric current", "A"),
    TEMPERATURE("temperature", "K"),
    AMOUNT("amount", "mol"),
    LUMINOUS_INTENSITY("luminous intensity", "cd"),
    /// Things that are counted: cells, molecules, SBML's `item`. Told apart from moles; see
    /// [Unit#withCountsAsAmounts].
    COUNT("count", "items"),
    /// Biological activity in international units, which only a drug's potency relates to a mass.
    ACTIVITY("biological activity", "IU");

    private final String label;
    private final String unit;

    BaseDimension(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /// Its name in messages.
    public String label() {
        return label;
    }

    /// The symbol of the unit that factors are counted in.
    public String unit() {
        return unit;
    }
}
