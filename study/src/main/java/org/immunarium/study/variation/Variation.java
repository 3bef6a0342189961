package org.immunarium.study.variation;

import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;

/// How a value differs between patients or cells. A plain number is in the model's unit.
///
/// @param least none has less; such draws are left out of the distribution
/// @param most  none has more
public record Variation(Spread spread, Optional<Placed<Quantity>> least, Optional<Placed<Quantity>> most) {

    /// As a report says it.
    public String inWords() {
        String what = switch (spread) {
            case Spread.LogNormal(double sd) ->
                "log-normal, standard deviation of the logarithm " + Quantity.number(sd);
            case Spread.Normal(Placed<Quantity> sd) -> "normal, standard deviation " + sd.value();
            case Spread.Uniform(Placed<Quantity> low, Placed<Quantity> high) ->
                "uniform from " + low.value() + " to " + high.value();
            case Spread.LogUniform(Placed<Quantity> low, Placed<Quantity> high) ->
                "log-uniform from " + low.value() + " to " + high.value();
        };
        return what
                + least.map(limit -> ", at least " + limit.value()).orElse("")
                + most.map(limit -> ", at most " + limit.value()).orElse("");
    }
}
