package org.immunarium.therapy;

import java.util.Optional;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Where a drug enters a model, and what is needed to say a dose in the model's own unit.
///
/// @param into            the species or variable that a dose is added to: its id, or `Compartment.Name`
/// @param as              whether a dose adds to an amount or to a concentration
/// @param molarMass       mass an amount, to relate mg to nmol, if known
/// @param potency         activity a mass, to relate IU to mg, if known
/// @param volume          of distribution: by what a dose is divided where it adds to a concentration, if known
/// @param bioavailability what arrives of a dose, as a multiple of it (F of NONMEM); above 0
/// @param unit            the unit of `into`, for a model that does not declare it
public record Target(
        String into,
        Target.Measure as,
        Optional<Quantity> molarMass,
        Optional<Quantity> potency,
        Optional<Quantity> volume,
        double bioavailability,
        Optional<Unit> unit) {

    /// What a dose adds to.
    public enum Measure {
        AMOUNT,
        CONCENTRATION
    }

    /// @throws UnitException if molar mass, potency, volume or bioavailability is not what it should be
    public Target {
        check("molar mass", molarMass, Dimension.MASS.over(Dimension.AMOUNT), "143600 g/mol");
        check("potency", potency, Dimension.ACTIVITY.over(Dimension.MASS), "1.8e7 IU/mg");
        check("volume", volume, Dimension.VOLUME, "3.6 L");
        if (!(bioavailability > 0 && bioavailability <= Double.MAX_VALUE)) {
            throw new UnitException("a bioavailability of " + bioavailability + ": above 0 is expected");
        }
    }

    private static void check(String what, Optional<Quantity> value, Dimension expected, String example) {
        value.ifPresent(v -> {
            if (!v.unit().dimension().equals(expected) || v.value() <= 0) {
                throw new UnitException(
                        "a " + what + " of " + v + ": a positive " + expected + " is expected, as in " + example);
            }
        });
    }

    /// A target whose doses are in the model's kind of amount already.
    public static Target amount(String into) {
        return of(into, Measure.AMOUNT);
    }

    /// A target whose doses are concentrations, or become ones through a volume.
    public static Target concentration(String into) {
        return of(into, Measure.CONCENTRATION);
    }

    private static Target of(String into, Measure as) {
        return new Target(into, as, Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty());
    }

    public Target withInto(String value) {
        return new Target(value, as, molarMass, potency, volume, bioavailability, unit);
    }

    public Target withMolarMass(Quantity value) {
        return new Target(into, as, Optional.of(value), potency, volume, bioavailability, unit);
    }

    public Target withBioavailability(double value) {
        return new Target(into, as, molarMass, potency, volume, value, unit);
    }

    public Target withUnit(Unit value) {
        return new Target(into, as, molarMass, potency, volume, bioavailability, Optional.of(value));
    }

    /// What a dose adds to the target in all, in the model's unit. An infusion adds it at a steady rate over its
    /// duration.
    ///
    /// @param modelUnit the unit of an amount of `into`, or of its concentration
    /// @throws UnitException if weight, height, molar mass, potency or volume is needed and not known, or the dose
    ///     cannot be said in that unit at all
    public double valueOf(Administration given, Body body, Unit modelUnit) {
        try {
            return valueOf(given.dose().amountFor(body), modelUnit);
        } catch (UnitException e) {
            throw new UnitException(given.drug() + ": " + e.reason());
        }
    }

    /// What an amount adds to the target, in the model's unit.
    ///
    /// @throws UnitException as for a dose
    public double valueOf(Quantity amount, Unit modelUnit) {
        Unit wanted = modelUnit.withCountsAsAmounts();
        Unit given =
                amount.unit().convertsTo(modelUnit) ? modelUnit : amount.unit().withCountsAsAmounts();
        Ratio value =
                amount.unit().convertsTo(modelUnit) ? amount.exactlyIn(modelUnit) : Ratio.ofDecimal(amount.value());
        Ratio arriving = value.times(Ratio.ofDecimal(bioavailability));
        if (amount.unit().convertsTo(modelUnit)) {
            return arriving.doubleValue();
        }
        Step[] steps = {
            new Step(
                    "its molar mass, as in molar mass: 143600 g/mol", molarMass, Dimension.MASS.over(Dimension.AMOUNT)),
            new Step("its potency, as in potency: 1.8e7 IU/mg", potency, Dimension.ACTIVITY.over(Dimension.MASS)),
            new Step("its volume of distribution, as in volume: 3.6 L", volume, Dimension.VOLUME),
        };
        Dimension missing = wanted.dimension().over(given.dimension());
        for (int m = -1; m <= 1; m++) {
            for (int p = -1; p <= 1; p++) {
                for (int v = -1; v <= 0; v++) {
                    int[] powers = {m, p, v};
                    Dimension bridge = Dimension.NONE;
                    for (int i = 0; i < steps.length; i++) {
                        bridge = bridge.times(steps[i].dimension().pow(Ratio.of(powers[i])));
                    }
                    if (bridge.equals(missing)) {
                        return arriving.times(convert(amount, given, wanted, steps, powers))
                                .doubleValue();
                    }
                }
            }
        }
        throw new UnitException("a dose of " + amount + " (" + amount.unit().dimension() + ") cannot be given into "
                + into + ", which is in " + modelUnit + " (" + modelUnit.dimension() + ")");
    }

    /// A quantity that relates two kinds of amount.
    private record Step(String name, Optional<Quantity> value, Dimension dimension) {}

    private Ratio convert(Quantity amount, Unit given, Unit wanted, Step[] steps, int[] powers) {
        Ratio factor = Ratio.ONE;
        Unit unit = given;
        for (int i = 0; i < steps.length; i++) {
            if (powers[i] != 0) {
                Step step = steps[i];
                Quantity value = step.value()
                        .orElseThrow(() -> new UnitException("a dose of " + amount + " into " + into + ", which is in "
                                + wanted + ", needs " + step.name()));
                factor = factor.times(Ratio.ofDecimal(value.value()).pow(powers[i]));
                unit = unit.times(value.unit().pow(powers[i]));
            }
        }
        return factor.times(unit.exactFactorTo(wanted));
    }
}
