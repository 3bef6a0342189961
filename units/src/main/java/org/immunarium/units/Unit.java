package org.immunarium.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A unit of measurement: what it measures, how many base units it is, and how it is written.
///
/// Factors are exact fractions as long as exponents are whole numbers (else correct to 40 digits), so
/// conversions do not depend on the route taken. Two units are equal when they measure alike, however they
/// are written: `L` and `dm³`.
public final class Unit {

    /// Larger exponents and numbers than any unit has; beyond, someone tries what a fraction can hold.
    private static final Ratio LARGEST_EXPONENT = Ratio.of(100);

    private static final int LARGEST_SCALE = 300;
    private static final int MOST_BITS = 20_000;

    /// A plain number.
    public static final Unit ONE = new Unit(Dimension.NONE, Ratio.ONE, Ratio.ONE, Map.of());

    private final Dimension dimension;
    private final Ratio factor;
    /// As written: a number in front, and symbols with exponents that are not zero.
    private final Ratio number;

    private final Map<String, Ratio> powers;

    private Unit(Dimension dimension, Ratio factor, Ratio number, Map<String, Ratio> powers) {
        this.dimension = dimension;
        this.factor = factor;
        this.number = number;
        this.powers = Collections.unmodifiableMap(powers);
    }

    static Unit of(UnitTable.Entry entry) {
        Map<String, Ratio> powers = entry.symbol().equals("1") ? Map.of() : Map.of(entry.symbol(), Ratio.ONE);
        return new Unit(entry.dimension(), entry.factor(), Ratio.ONE, powers);
    }

    /// Reads a unit: `mg/kg`, `mL/min/kg`, `10^6 cells`, `µm²`, `1/(mole*second)`; see `docs/units.md`.
    ///
    /// @throws UnitException if it is not a unit, saying where, what was found and what was expected
    public static Unit parse(String text) {
        return new UnitParser(text).unit();
    }

    /// One factor of an SBML unit definition: (multiplier x 10^scale x kind)^exponent, written with a prefix
    /// where one fits.
    ///
    /// @param kind one of SBML's base units, such as `mole`, or any other unit that [#parse] reads
    /// @throws UnitException if the kind is not known, the multiplier not positive and finite, or the
    ///     exponent or scale beyond 100 or 300
    public static Unit sbml(String kind, double exponent, int scale, double multiplier) {
        if (!(multiplier > 0) || !Double.isFinite(multiplier) || !Double.isFinite(exponent)) {
            throw new UnitException("unit " + kind + " with multiplier " + multiplier + " and exponent " + exponent
                    + ": a positive multiplier and a finite exponent are expected");
        }
        if (scale > LARGEST_SCALE || scale < -LARGEST_SCALE) {
            throw new UnitException("unit " + kind + " with scale " + scale + ": at most 300 is expected");
        }
        Ratio number = Ratio.ofDecimal(multiplier).times(Ratio.powerOfTen(scale));
        return parse(kind).scaledBy(number).tidied().pow(Ratio.nearest(exponent));
    }

    /// What it measures.
    public Dimension dimension() {
        return dimension;
    }

    /// How many of the base units (m, kg, s, A, K, mol, cd, items, IU) it is.
    public Ratio factor() {
        return factor;
    }

    /// The symbols it is written with and their exponents, none of them zero: {mL: 1, min: -1} for `mL/min`.
    public Map<String, Ratio> symbols() {
        return powers;
    }

    /// The number in front of its symbols: 10^6 for `10^6 cells`, mostly 1.
    public Ratio number() {
        return number;
    }

    /// The exponent with which a symbol is written in it, zero where it is not: -1 for `kg` in `mg/kg`.
    public Ratio exponentOf(String symbol) {
        return powers.getOrDefault(symbol, Ratio.ZERO);
    }

    public Unit times(Unit other) {
        Map<String, Ratio> product = new LinkedHashMap<>(powers);
        other.powers.forEach((symbol, exponent) -> product.merge(symbol, exponent, Ratio::plus));
        product.values().removeIf(exponent -> exponent.signum() == 0);
        return checked(new Unit(
                dimension.times(other.dimension), factor.times(other.factor), number.times(other.number), product));
    }

    private static Unit checked(Unit unit) {
        if (unit.factor.numerator().bitLength() > MOST_BITS
                || unit.factor.denominator().bitLength() > MOST_BITS) {
            throw new UnitException("a unit whose factor has more than 6000 digits");
        }
        return unit;
    }

    public Unit over(Unit other) {
        return times(other.pow(Ratio.of(-1)));
    }

    /// @throws UnitException if an exponent becomes larger than 100
    public Unit pow(Ratio exponent) {
        if (exponent.signum() == 0) {
            return ONE;
        }
        Map<String, Ratio> raised = new LinkedHashMap<>();
        powers.forEach((symbol, power) -> raised.put(symbol, power.times(exponent)));
        raised.values().forEach(Unit::checkExponent);
        checkExponent(exponent);
        return checked(new Unit(dimension.pow(exponent), factor.pow(exponent), number.pow(exponent), raised));
    }

    private static void checkExponent(Ratio exponent) {
        boolean large = exponent.compareTo(LARGEST_EXPONENT) > 0
                || exponent.compareTo(LARGEST_EXPONENT.negated()) < 0
                || exponent.denominator().compareTo(LARGEST_EXPONENT.numerator()) > 0;
        if (large) {
            throw new UnitException(
                    "the exponent " + exponent + " is not one of a unit: a fraction of at most 100 is" + " expected");
        }
    }

    public Unit pow(int exponent) {
        return pow(Ratio.of(exponent));
    }

    /// So many of this unit as a unit: 60 s.
    ///
    /// @throws UnitException unless the number is positive
    public Unit scaledBy(Ratio times) {
        if (times.signum() <= 0) {
            throw new UnitException(times + " " + this + " is not a unit: a positive number is expected");
        }
        return new Unit(dimension, factor.times(times), number.times(times), powers);
    }

    /// The same unit written with a prefix or another name in place of a number: 10^-9 mol as nmol, 60 s as min.
    private Unit tidied() {
        if (number.equals(Ratio.ONE) || powers.size() != 1) {
            return this;
        }
        Map.Entry<String, Ratio> only = powers.entrySet().iterator().next();
        if (!only.getValue().equals(Ratio.ONE)) {
            return this;
        }
        String base = only.getKey().equals("kg") ? "g" : only.getKey();
        for (String prefix : UnitTable.SHORT_PREFIXES.keySet()) {
            Unit prefixed = UnitTable.find(prefix + base).map(Unit::of).orElse(ONE);
            if (prefixed.equals(this)) {
                return prefixed;
            }
        }
        for (String name : new String[] {base, "min", "h", "d", "w", "month", "year"}) {
            Unit named = UnitTable.find(name).map(Unit::of).orElse(ONE);
            if (named.equals(this)) {
                return named;
            }
        }
        return this;
    }

    /// The same unit with counted things as amounts: a molecule or a cell is 1/6.02214076e23 mol, which is how
    /// SimBiology relates `cell` and `molecule` to `mole`. SBML keeps `item` and `mole` apart, and so do we
    /// unless this is asked for.
    public Unit withCountsAsAmounts() {
        Ratio counts = dimension.exponent(BaseDimension.COUNT);
        if (counts.signum() == 0) {
            return this;
        }
        Dimension amounts = dimension.over(Dimension.ITEMS.pow(counts)).times(Dimension.AMOUNT.pow(counts));
        return new Unit(amounts, factor.over(UnitTable.AVOGADRO.pow(counts)), number, powers);
    }

    /// Whether a quantity in this unit can be said in the other.
    public boolean convertsTo(Unit other) {
        return dimension.equals(other.dimension);
    }

    /// By what a value in this unit is multiplied to give its value in the other, exactly.
    ///
    /// @throws UnitException if they do not measure the same, naming both
    public Ratio exactFactorTo(Unit other) {
        if (!convertsTo(other)) {
            throw new UnitException("cannot convert " + readable() + " (" + dimension + ") to " + other.readable()
                    + " (" + other.dimension + "): they do not measure the same");
        }
        return factor.over(other.factor);
    }

    /// As [#toString], but that a fraction in front is told to three digits: `1.66e-24 mol/µm²`.
    private String readable() {
        return number.isWhole()
                ? toString()
                : Quantity.number(number.doubleValue(), 3) + " " + UnitText.product(powers);
    }

    /// By what a value in this unit is multiplied to give its value in the other: [#exactFactorTo], rounded once.
    ///
    /// @throws UnitException if they do not measure the same, naming both
    public double factorTo(Unit other) {
        return exactFactorTo(other).doubleValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && dimension.equals(unit.dimension) && factor.equals(unit.factor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimension, factor);
    }

    /// As [#parse] reads it: `mL/min/kg`, `10^6 cells`, `1/d`; a plain number is `1`.
    @Override
    public String toString() {
        String front = UnitText.number(number);
        if (powers.isEmpty()) {
            return front.isEmpty() ? "1" : front;
        }
        String symbols = UnitText.product(powers);
        if (front.isEmpty()) {
            return symbols;
        }
        return symbols.startsWith("1/") ? front + symbols.substring(1) : front + " " + symbols;
    }
}
