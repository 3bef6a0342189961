package org.immunarium.study.patient;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The units of a model's quantities, as units that can be converted and read by people.
final class ModelUnitReading {

    private static final Unit SECOND = Unit.parse("s");

    private final Model model;
    private final Optional<Unit> time;
    private final Map<String, Unit> defined = new HashMap<>();

    /// @param time the unit of time that the study says the model means
    ModelUnitReading(Model model, Optional<Unit> time) {
        this.model = model;
        for (Model.UnitDefinition definition : model.unitDefinitions()) {
            unit(definition).ifPresent(unit -> defined.put(definition.id(), unit));
        }
        this.time = time.or(() -> model.units().time().flatMap(this::named));
    }

    /// The model's unit of time; empty where neither it nor the study says.
    Optional<Unit> time() {
        return time;
    }

    /// The unit in which a quantity's symbol is; empty where the model leaves it open.
    Optional<Unit> of(Quantity quantity) {
        return switch (quantity.kind()) {
            case SPECIES -> quantity.amount() ? amount(quantity) : concentration(quantity);
            case COMPARTMENT, PARAMETER -> quantity.unit().flatMap(this::named);
            case REACTION, STOICHIOMETRY -> Optional.empty();
        };
    }

    /// The unit of a species' amount.
    Optional<Unit> amount(Quantity species) {
        return species.unit().or(() -> model.units().substance()).flatMap(this::named);
    }

    /// The unit of a species' concentration.
    Optional<Unit> concentration(Quantity species) {
        Optional<Unit> size = species.compartment().flatMap(this::size);
        return amount(species).flatMap(amount -> size.map(amount::over));
    }

    /// The unit of this id.
    Optional<Unit> named(String id) {
        Unit unit = defined.get(id);
        if (unit != null) {
            return Optional.of(unit);
        }
        try {
            return Optional.of(
                    switch (id.toLowerCase(Locale.ROOT)) {
                        case "time" -> SECOND;
                        case "substance" -> Unit.parse("mol");
                        case "volume" -> Unit.parse("L");
                        case "area" -> Unit.parse("m^2");
                        case "length" -> Unit.parse("m");
                        default -> Unit.sbml(id, 1, 0, 1);
                    });
        } catch (UnitException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Unit> size(String compartment) {
        return model.compartments().stream()
                .filter(c -> c.id().equals(compartment))
                .findFirst()
                .flatMap(c -> c.unit()
                        .or(() -> c.dimensions() == 2
                                ? model.units().area()
                                : c.dimensions() == 1
                                        ? model.units().length()
                                        : model.units().volume()))
                .flatMap(this::named);
    }

    private static Optional<Unit> unit(Model.UnitDefinition definition) {
        try {
            Unit product = Unit.ONE;
            for (Model.UnitFactor factor : definition.factors()) {
                product =
                        product.times(Unit.sbml(factor.kind(), factor.exponent(), factor.scale(), factor.multiplier()));
            }
            return Optional.of(product);
        } catch (UnitException | ArithmeticException unusable) {
            return Optional.empty();
        }
    }

    /// Days in a unit of time.
    static Ratio daysIn(Unit unit) {
        return unit.exactFactorTo(Unit.parse("d"));
    }
}
