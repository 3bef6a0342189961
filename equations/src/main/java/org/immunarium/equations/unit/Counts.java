package org.immunarium.equations.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.units.BaseDimension;
import org.immunarium.units.Dimension;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

/// Tells units of cells from units of moles.
///
/// Molecules are parts of a mole. Cells are not, but SimBiology writes a cell as so many moles, as it must, since it
/// knows no other unit of amount; and where an SBML file of a cell model declares no unit, the standard says moles.
public final class Counts {

    /// Avogadro's constants of all times are this close to each other.
    private static final MathContext DIGITS = new MathContext(4);

    private static final Ratio MOLE =
            Unit.parse("mol").exactFactorTo(Unit.parse("molecules").withCountsAsAmounts());
    private static final List<Unit> TIMES = Stream.of("s", "min", "h", "d", "w", "month", "year")
            .map(Unit::parse)
            .toList();

    private Counts() {}

    /// Whether a quantity counts cells, or other things that are no molecules, and a model counts moles.
    ///
    /// @param given what people wrote
    /// @param model the unit that the model declares, counted things as amounts
    public static boolean areTakenForMoles(Unit given, Unit model) {
        boolean counts = given.dimension().exponent(BaseDimension.COUNT).signum() != 0
                && !given.symbols().containsKey("molecules");
        Dimension dimension = model.dimension();
        return counts && dimension.exponent(BaseDimension.AMOUNT).signum() != 0 && !areCounted(model);
    }

    /// Whether a unit is a power of ten of things, each so many moles, by time and volume.
    private static boolean areCounted(Unit unit) {
        Ratio time = unit.dimension().exponent(BaseDimension.TIME);
        Ratio items = unit.factor().times(MOLE.pow(unit.dimension().exponent(BaseDimension.AMOUNT)));
        return TIMES.stream()
                .map(each -> items.over(each.factor().pow(time)).doubleValue())
                .anyMatch(Counts::isPowerOfTen);
    }

    /// Whether a number of things is 1, 1000, a million and so on, but for the digits in which
    /// Avogadro's constants of all times differ: then a unit of as many counts things, and not
    /// moles.
    public static boolean isPowerOfTen(double value) {
        return new BigDecimal(value)
                .round(DIGITS)
                .stripTrailingZeros()
                .unscaledValue()
                .equals(BigInteger.ONE);
    }
}
