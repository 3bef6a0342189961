package org.immunarium.therapy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// How much is given: a fixed amount, or one for each kilogram or square metre of the patient.
///
/// @param amount the amount, or for a rate the amount a time, without the patient's part: 3 mg
///     for 3 mg/kg
/// @param basis  what it is multiplied by
public record Dose(Quantity amount, Dose.Basis basis) {

    /// What of the patient a dose goes by.
    public enum Basis {
        FIXED,
        WEIGHT,
        BODY_SURFACE
    }

    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final Unit SQUARE_METRE = Unit.parse("m²");
    private static final Unit DAY = Unit.parse("d");
    private static final Set<Dimension> GIVEN = Stream.of(
                    Dimension.MASS, Dimension.AMOUNT, Dimension.ITEMS, Dimension.ACTIVITY)
            .flatMap(each -> Stream.of(each, each.over(Dimension.VOLUME)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Dimension RADIATION = Unit.parse("Gy").dimension();
    private static final List<Unit> TIMES = Stream.of("s", "min", "h", "d", "w", "month", "year")
            .map(Unit::parse)
            .toList();

    /// A dose as written: `/kg` and `/m²` in its unit are the patient's.
    public static Dose of(Quantity written) {
        Unit unit = written.unit();
        if (unit.exponentOf("kg").equals(Ratio.of(-1))) {
            return new Dose(new Quantity(written.value(), unit.times(KILOGRAM)), Basis.WEIGHT);
        }
        if (unit.exponentOf("m").equals(Ratio.of(-2))) {
            return new Dose(new Quantity(written.value(), unit.times(SQUARE_METRE)), Basis.BODY_SURFACE);
        }
        return new Dose(written, Basis.FIXED);
    }

    /// Whether it is something that a body can be given: a mass, an amount of substance, a count,
    /// a biological activity or one of these a volume, or radiation; all at once or a time. A
    /// plain number is one where the model counts in such.
    public boolean isAnAmount() {
        Unit unit = time(amount.unit()).map(amount.unit()::times).orElse(amount.unit());
        return unit.equals(Unit.ONE)
                || unit.symbols().keySet().stream().anyMatch(symbol -> symbol.endsWith("Bq"))
                || unit.dimension().equals(RADIATION)
                || GIVEN.contains(unit.dimension());
    }

    /// Whether it is an amount a time, as in 28 µg/d, which only a duration makes a dose.
    /// Becquerels are none.
    public boolean isRate() {
        return time(amount.unit()).isPresent();
    }

    private static Optional<Unit> time(Unit unit) {
        return TIMES.stream()
                .filter(time -> unit.exponentOf(time.toString()).equals(Ratio.of(-1)))
                .findFirst();
    }

    /// What a rate comes to over a time.
    ///
    /// @param days how long, in days
    /// @throws IllegalStateException if this is not a rate
    public Dose over(Ratio days) {
        Unit time = time(amount.unit()).orElseThrow(() -> new IllegalStateException(this + " is not a rate"));
        Unit whole = amount.unit().times(time);
        Ratio total = amount.exactlyIn(whole.over(DAY)).times(days);
        return new Dose(new Quantity(total.doubleValue(), whole), basis);
    }

    /// The amount that a patient gets.
    ///
    /// @throws UnitException if the patient's weight or height is needed and not known
    public Quantity amountFor(Body body) {
        return switch (basis) {
            case FIXED -> amount;
            case WEIGHT -> {
                Ratio weight = body.weight()
                        .orElseThrow(() -> new UnitException(
                                "a dose of " + this + " needs the patient's weight, as in patient: {weight: 80 kg}"))
                        .exactlyIn(KILOGRAM);
                yield new Quantity(Ratio.ofDecimal(amount.value()).times(weight).doubleValue(), amount.unit());
            }
            case BODY_SURFACE -> {
                double surface = body.surface()
                        .orElseThrow(() -> new UnitException("a dose of " + this
                                + " needs the patient's weight and height, as in patient: {weight: 80 kg, height:"
                                + " 175 cm}"))
                        .in(SQUARE_METRE);
                yield new Quantity(amount.value() * surface, amount.unit());
            }
        };
    }

    /// As written: `3 mg/kg`.
    @Override
    public String toString() {
        return written().toString();
    }

    /// The dose in the unit that it was given in: 3 mg/kg, where the basis is the weight.
    public Quantity written() {
        Unit unit = switch (basis) {
            case FIXED -> amount.unit();
            case WEIGHT -> amount.unit().over(KILOGRAM);
            case BODY_SURFACE -> amount.unit().over(SQUARE_METRE);
        };
        return new Quantity(amount.value(), unit);
    }
}
