package org.immunarium.therapy.pharmacokinetics;

/// How a drug that is not given into the blood gets there: a share of it, at a rate that is proportional to what is
/// left.
///
/// @param rate            ka, in 1/d; positive
/// @param bioavailability the share that arrives, F, from 0 to 1
public record Absorption(double rate, double bioavailability) {

    /// @throws IllegalArgumentException if one of them is out of range
    public Absorption {
        if (!(rate > 0 && rate <= Double.MAX_VALUE && bioavailability >= 0 && bioavailability <= 1)) {
            throw new IllegalArgumentException(
                    "a rate above 0 and a bioavailability from 0 to 1 expected: " + rate + ", " + bioavailability);
        }
    }
}
