package org.immunarium.therapy;

import java.util.Optional;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// What of a patient a dose may depend on.
///
/// @param weight  a mass, if known
/// @param height  a length, if known
public record Body(Optional<Quantity> weight, Optional<Quantity> height) {

    /// Nothing is known.
    public static final Body UNKNOWN = new Body(Optional.empty(), Optional.empty());

    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final Unit CENTIMETRE = Unit.parse("cm");
    private static final Unit SQUARE_METRE = Unit.parse("m²");

    /// @throws UnitException if weight is not a positive mass, or height not a positive length
    public Body {
        weight.ifPresent(w -> check("weight", w, Dimension.MASS));
        height.ifPresent(h -> check("height", h, Dimension.LENGTH));
    }

    private static void check(String what, Quantity value, Dimension expected) {
        if (!value.unit().dimension().equals(expected) || value.value() <= 0) {
            throw new UnitException("a patient's " + what + " of " + value + ": a positive " + expected
                    + " is expected, as in " + (expected.equals(Dimension.MASS) ? "80 kg" : "175 cm"));
        }
    }

    public static Body of(Quantity weight) {
        return new Body(Optional.of(weight), Optional.empty());
    }

    public static Body of(Quantity weight, Quantity height) {
        return new Body(Optional.of(weight), Optional.of(height));
    }

    /// The body's surface from weight w [kg] and height h [cm], if they are known: sqrt(h w /
    /// 3600) m². Mosteller 1987, N Engl J Med 317:1098.
    public Optional<Quantity> surface() {
        return weight.flatMap(w -> height.map(h -> new Quantity(
                w.exactlyIn(KILOGRAM)
                        .times(h.exactlyIn(CENTIMETRE))
                        .over(Ratio.of(3600))
                        .pow(Ratio.of(1, 2))
                        .doubleValue(),
                SQUARE_METRE)));
    }
}
