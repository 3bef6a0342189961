package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.patient.model.PatientModel;

/// What a model's formulas use and nobody gave a value: what depends on it is no number.
final class MissingValues {

    private MissingValues() {}

    /// Something without a value.
    ///
    /// @param words what it is, and what it lacks
    /// @param label how it is called
    record Missing(String words, String label) {}

    /// Parameters without a value, compartments without a size, species without anything to start with.
    ///
    /// @param given ids of those that the study sets or varies, in every course
    static List<Missing> of(PatientModel model, Set<String> given) {
        Set<String> known = new HashSet<>(given);
        Model declared = model.model();
        declared.initialAssignments().stream().map(InitialAssignment::symbol).forEach(known::add);
        declared.rules().forEach(rule -> {
            if (rule instanceof AssignmentRule assignment) {
                known.add(assignment.variable());
            }
        });
        boolean isImplicit = declared.rules().stream().anyMatch(Model.AlgebraicRule.class::isInstance);
        List<Missing> missing = new ArrayList<>();
        BiConsumer<String, String> add = (id, what) -> {
            if (!known.contains(id) && model.influence().isUsed(id)) {
                missing.add(new Missing(what.formatted(model.label(id)), model.label(id)));
            }
        };
        declared.compartments().stream()
                .filter(each -> Double.isNaN(each.size()) && !(isImplicit && !each.constant()))
                .forEach(each -> add.accept(each.id(), "the compartment \"%s\" has no size"));
        declared.species().stream()
                .filter(each -> Double.isNaN(each.initial()) && !(isImplicit && !each.constant()))
                .forEach(each -> add.accept(each.id(), "the species \"%s\" has no initial value"));
        declared.parameters().stream()
                .filter(each -> Double.isNaN(each.value()) && !(isImplicit && !each.constant()))
                .forEach(each -> add.accept(each.id(), "the parameter \"%s\" has no value"));
        return missing;
    }
}
