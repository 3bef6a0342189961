package org.immunarium.study.sensitivity.plan;

import org.immunarium.study.file.Placed;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;

/// A value and over what it varies.
///
/// @param name as `set` of a study has it
/// @param text as written: `0.01:0.2 1/min:log`
public record Ranged(String name, String text, Placed<Variation> variation) {

    /// That of the command line which asks for one.
    public static final String OPTION = "--vary";

    /// Whether the value that it has otherwise plays no part.
    boolean hasOwnEnds() {
        return switch (variation.value().spread()) {
            case Spread.Uniform _, Spread.LogUniform _ -> true;
            case Spread.Normal _, Spread.LogNormal _ -> false;
        };
    }
}
