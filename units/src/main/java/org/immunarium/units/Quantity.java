package org.immunarium.units;

import java.math.BigDecimal;
import java.math.MathContext;

/// A number with its unit: 3 mg/kg.
///
/// Two quantities are equal when value and unit are; 1 g and 1000 mg are not equal, but
/// [#compareTo(Quantity)] finds them alike.
///
/// @param value finite
public record Quantity(double value, Unit unit) {

    /// @throws UnitException if the value is not finite
    public Quantity {
        if (!Double.isFinite(value)) {
            throw new UnitException(value + " " + unit + ": a finite number is expected");
        }
    }

    /// Reads a number with a unit: `3 mg/kg`, `1e8 cells`, `2 x 10^6 cells/kg`, `30 min`; without a unit it is a
    /// plain number.
    ///
    /// @throws UnitException if it is not a quantity, saying where, what was found and what was expected
    public static Quantity parse(String text) {
        return new UnitParser(text).quantity();
    }

    public static Quantity of(double value, String unit) {
        return new Quantity(value, Unit.parse(unit));
    }

    /// The value in another unit, rounded once from the exact product of the decimal value and the factor.
    ///
    /// @throws UnitException if it does not measure the same, naming both units
    public double in(Unit other) {
        return exactlyIn(other).doubleValue();
    }

    /// The value in another unit, exactly.
    ///
    /// @throws UnitException if it does not measure the same, naming both units
    public Ratio exactlyIn(Unit other) {
        return Ratio.ofDecimal(value).times(unit.exactFactorTo(other));
    }

    /// The same quantity in another unit.
    ///
    /// @throws UnitException if it does not measure the same, naming both units
    public Quantity to(Unit other) {
        return new Quantity(in(other), other);
    }

    public Quantity times(Quantity other) {
        Ratio product = Ratio.ofDecimal(value).times(Ratio.ofDecimal(other.value));
        return new Quantity(product.doubleValue(), unit.times(other.unit));
    }

    /// @throws ArithmeticException if the other is zero
    public Quantity over(Quantity other) {
        Ratio ratio = Ratio.ofDecimal(value).over(Ratio.ofDecimal(other.value));
        return new Quantity(ratio.doubleValue(), unit.over(other.unit));
    }

    /// Negative, zero or positive as this is smaller, alike or larger.
    ///
    /// @throws UnitException if they do not measure the same, naming both units
    public int compareTo(Quantity other) {
        return exactlyIn(other.unit).compareTo(Ratio.ofDecimal(other.value));
    }

    /// As [#parse] reads it: `3 mg/kg`; a plain number without unit.
    @Override
    public String toString() {
        String text = number(value);
        return unit.toString().equals("1") ? text : text + " " + unit;
    }

    /// A number for reading, to a few digits: `0.333`; what is not finite by its name.
    ///
    /// @param digits at least 1
    public static String number(double value, int digits) {
        return Double.isFinite(value)
                ? number(new BigDecimal(value).round(new MathContext(digits)).doubleValue())
                : Double.toString(value);
    }

    /// A number as people write it: `240`, `0.5`, `1.4e-12`, every digit that matters kept.
    public static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        // 500000 and 4910000 are easily misread: 5e5, 4.91e6
        boolean round = decimal.scale() <= -5 || decimal.scale() <= -3 && size >= 1e6;
        if (size >= 1e-4 && size < 1e7 && !round) {
            return decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
