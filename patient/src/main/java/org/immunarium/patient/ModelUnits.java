package org.immunarium.patient;

import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.units.Unit;

/// The units that a model declares for what can be dosed.
final class ModelUnits {

    private final Model model;

    ModelUnits(Model model) {
        this.model = model;
    }

    /// The model's unit of time; a day where it declares none, as models of patients then mean.
    Unit time() {
        return model.units().time().map(this::unit).orElse(Unit.parse("d"));
    }

    Optional<Unit> of(Model.Parameter parameter) {
        return parameter.unit().map(this::unit);
    }

    Optional<Unit> amount(Model.Species species) {
        return species.substanceUnit().or(model.units()::substance).map(this::unit);
    }

    Optional<Unit> concentration(Model.Species species) {
        Optional<Unit> volume = model.compartments().stream()
                .filter(each -> each.id().equals(species.compartment()))
                .findFirst()
                .flatMap(this::size);
        return amount(species).flatMap(amount -> volume.map(amount::over));
    }

    private Optional<Unit> size(Model.Compartment compartment) {
        Optional<String> usual = switch ((int) compartment.dimensions()) {
            case 3 -> model.units().volume();
            case 2 -> model.units().area();
            case 1 -> model.units().length();
            default -> Optional.empty();
        };
        return compartment.unit().or(() -> usual).map(this::unit);
    }

    /// The unit of this id: one that the model defines, else one of SBML's base units.
    private Unit unit(String id) {
        for (Model.UnitDefinition definition : model.unitDefinitions()) {
            if (definition.id().equals(id)) {
                Unit product = Unit.ONE;
                for (Model.UnitFactor factor : definition.factors()) {
                    product = product.times(
                            Unit.sbml(factor.kind(), factor.exponent(), factor.scale(), factor.multiplier()));
                }
                return product;
            }
        }
        return Unit.parse(id);
    }
}
