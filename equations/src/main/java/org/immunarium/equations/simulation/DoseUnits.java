package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.equations.simulation.DosePlan.Dosed;
import org.immunarium.equations.system.Measure;

/// The units of doses by their ids in a model, which gets definitions of those that it does not have.
final class DoseUnits {

    private final Model model;
    private final List<UnitDefinition> definitions;

    DoseUnits(Model model) {
        this.model = model;
        definitions = new ArrayList<>(model.unitDefinitions());
    }

    /// The model's own unit definitions, and those that came to be.
    List<UnitDefinition> definitions() {
        return definitions;
    }

    /// The unit of what is given; empty where the model leaves it open.
    Optional<String> of(Dosed dosed) {
        for (Species species : model.species()) {
            if (species.id().equals(dosed.target())) {
                Optional<String> amount =
                        species.substanceUnit().or(() -> model.units().substance());
                return dosed.measure() == Measure.AMOUNT ? amount : over(amount, size(species.compartment()));
            }
        }
        return Stream.concat(
                        model.parameters().stream()
                                .filter(each -> each.id().equals(dosed.target()))
                                .map(Parameter::unit),
                        Stream.of(size(dosed.target())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The unit of what is given per unit of time.
    Optional<String> rateOf(Dosed dosed) {
        return over(of(dosed), model.units().time());
    }

    private Optional<String> size(String compartment) {
        return model.compartments().stream()
                .filter(each -> each.id().equals(compartment))
                .map(this::size)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> size(Compartment compartment) {
        return compartment.unit().or(() -> model.units().ofSize(compartment.dimensions()));
    }

    private Optional<String> over(Optional<String> one, Optional<String> other) {
        return one.flatMap(above -> other.map(below -> quotient(above, below)));
    }

    private String quotient(String above, String below) {
        List<UnitFactor> factors = new ArrayList<>(factors(above));
        factors(below)
                .forEach(each ->
                        factors.add(new UnitFactor(each.kind(), -each.exponent(), each.scale(), each.multiplier())));
        for (UnitDefinition known : definitions) {
            if (known.factors().equals(factors)) {
                return known.id();
            }
        }
        String wanted = above + "_per_" + below;
        String id = wanted;
        for (int i = 2; defined(id).isPresent(); i++) {
            id = wanted + "_" + i;
        }
        definitions.add(new UnitDefinition(id, name(above) + "/" + name(below), factors));
        return id;
    }

    private List<UnitFactor> factors(String unit) {
        return defined(unit).map(UnitDefinition::factors).orElse(List.of(new UnitFactor(unit, 1, 0, 1)));
    }

    private String name(String unit) {
        return defined(unit)
                .map(UnitDefinition::name)
                .filter(each -> !each.isEmpty())
                .orElse(unit);
    }

    private Optional<UnitDefinition> defined(String unit) {
        return definitions.stream().filter(each -> each.id().equals(unit)).findFirst();
    }
}
