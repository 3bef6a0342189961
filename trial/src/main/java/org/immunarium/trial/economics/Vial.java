package org.immunarium.trial.economics;

/// A size in which a drug is sold.
///
/// @param content of one, above 0, in the unit of the doses
/// @param price   of one, from 0 on
public record Vial(double content, double price) {

    public Vial {
        if (!(content > 0 && content < Double.POSITIVE_INFINITY && price >= 0 && price < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a vial with a content above 0 and a price from 0 on was expected; found " + content + " for "
                            + price);
        }
    }

    /// What a unit of its content costs.
    public double unitPrice() {
        return price / content;
    }
}
