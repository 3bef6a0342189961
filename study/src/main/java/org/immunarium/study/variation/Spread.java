package org.immunarium.study.variation;

import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;

/// A distribution of a value, around the model's where it has no ends of its own.
public sealed interface Spread {
    /// exp(ln(the model's value) + sd x normal).
    record LogNormal(double sd) implements Spread {}

    /// The model's value + sd x normal.
    record Normal(Placed<Quantity> sd) implements Spread {}

    /// Anything between two values.
    record Uniform(Placed<Quantity> low, Placed<Quantity> high) implements Spread {}

    /// Anything between two values above 0, whose logarithm is as likely everywhere.
    record LogUniform(Placed<Quantity> low, Placed<Quantity> high) implements Spread {}
}
