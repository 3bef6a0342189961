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
/// @param formula how surface follows from them
public record Body(Optional<Quantity> weight, Optional<Quantity> height, Body.SurfaceFormula formula) {

    /// Nothing is known.
    public static final Body UNKNOWN = new Body(Optional.empty(), Optional.empty(), SurfaceFormula.MOSTELLER);

    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final Unit CENTIMETRE = Unit.parse("cm");
    private static final Unit SQUARE_METRE = Unit.parse("m²");

    /// A published estimate of body surface [m²] from weight w [kg] and height h [cm].
    public enum SurfaceFormula {
        /// sqrt(h w / 3600). Mosteller 1987, N Engl J Med 317:1098.
        MOSTELLER {
            @Override
            Ratio squareMetres(Ratio weight, Ratio height) {
                return weight.times(height).over(Ratio.of(3600)).pow(Ratio.of(1, 2));
            }
        },
        /// 0.007184 w^0.425 h^0.725. Du Bois and Du Bois 1916, Arch Intern Med 17:863.
        DU_BOIS {
            @Override
            Ratio squareMetres(Ratio weight, Ratio height) {
                Ratio powers = weight.pow(Ratio.of(17, 40)).times(height.pow(Ratio.of(29, 40)));
                return Ratio.ofDecimal(0.007184).times(powers);
            }
        };

        abstract Ratio squareMetres(Ratio weight, Ratio height);
    }

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
        return new Body(Optional.of(weight), Optional.empty(), SurfaceFormula.MOSTELLER);
    }

    public static Body of(Quantity weight, Quantity height) {
        return new Body(Optional.of(weight), Optional.of(height), SurfaceFormula.MOSTELLER);
    }

    /// The body's surface, if weight and height are known.
    public Optional<Quantity> surface() {
        return weight.flatMap(w -> height.map(h -> new Quantity(
                formula.squareMetres(w.exactlyIn(KILOGRAM), h.exactlyIn(CENTIMETRE))
                        .doubleValue(),
                SQUARE_METRE)));
    }
}
