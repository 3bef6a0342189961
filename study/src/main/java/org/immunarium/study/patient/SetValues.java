package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.equations.system.Names;

/// A model whose own values are those that a study sets, so that it needs the study no more.
final class SetValues {

    private SetValues() {}

    /// @param set values by id, each what the id means in formulas, as a study sets them
    static Model in(CompiledModel compiled, Map<String, Double> set) {
        Model model = compiled.model();
        Set<String> amounts = compiled.equations().quantities().stream()
                .filter(ModelQuantity::amount)
                .map(ModelQuantity::id)
                .collect(Collectors.toSet());
        Predicate<Model.InitialAssignment> kept = each -> !set.containsKey(each.symbol());
        return new Model(
                model.id(),
                model.name(),
                model.units(),
                model.conversionFactor(),
                model.unitDefinitions(),
                model.functions(),
                model.compartments().stream()
                        .map(each -> compartment(each, set))
                        .toList(),
                model.species().stream()
                        .map(each -> species(each, set, amounts.contains(each.id())))
                        .toList(),
                model.parameters().stream().map(each -> parameter(each, set)).toList(),
                model.initialAssignments().stream().filter(kept).toList(),
                model.rules(),
                model.reactions().stream().map(each -> reaction(each, set)).toList(),
                model.events(),
                model.constraints());
    }

    private static Model.Compartment compartment(Model.Compartment of, Map<String, Double> set) {
        Double own = set.get(of.id());
        return own != null
                ? new Model.Compartment(of.id(), of.name(), of.dimensions(), own, of.unit(), of.constant())
                : of;
    }

    private static Model.Species species(Model.Species of, Map<String, Double> set, boolean amount) {
        Double own = set.get(of.id());
        return own != null
                ? new Model.Species(
                        of.id(),
                        of.name(),
                        of.compartment(),
                        own,
                        amount,
                        of.substanceUnit(),
                        of.hasOnlySubstanceUnits(),
                        of.boundaryCondition(),
                        of.constant(),
                        of.conversionFactor())
                : of;
    }

    private static Model.Parameter parameter(Model.Parameter of, Map<String, Double> set) {
        Double own = set.get(of.id());
        return own != null ? new Model.Parameter(of.id(), of.name(), own, of.unit(), of.constant()) : of;
    }

    private static Model.Reaction reaction(Model.Reaction of, Map<String, Double> set) {
        List<Model.Parameter> local = of.localParameters().stream()
                .map(each -> {
                    Double own = set.get(Names.local(of.id(), each.id()));
                    return own == null
                            ? each
                            : new Model.Parameter(each.id(), each.name(), own, each.unit(), each.constant());
                })
                .toList();
        return new Model.Reaction(
                of.id(),
                of.name(),
                of.reversible(),
                of.fast(),
                of.compartment(),
                references(of.reactants(), set),
                references(of.products(), set),
                of.modifiers(),
                local,
                of.rate());
    }

    private static List<Model.SpeciesReference> references(List<Model.SpeciesReference> all, Map<String, Double> set) {
        return all.stream()
                .map(of -> {
                    Double own = set.get(of.id());
                    return own == null
                            ? of
                            : new Model.SpeciesReference(of.id(), of.species(), own, Optional.empty(), of.constant());
                })
                .toList();
    }
}
