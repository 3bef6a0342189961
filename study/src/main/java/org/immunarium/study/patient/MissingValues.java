package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.patient.model.PatientModel;

/// Parameters that a model's formulas use and that nobody gave a value: what depends on them is no number.
final class MissingValues {

    private MissingValues() {}

    /// Labels of parameters without a value.
    ///
    /// @param given ids of those that the study sets or varies, in every course
    static List<String> of(PatientModel model, Set<String> given) {
        Set<String> known = new HashSet<>(given);
        Model declared = model.model();
        declared.initialAssignments().stream().map(InitialAssignment::symbol).forEach(known::add);
        declared.rules().forEach(rule -> {
            if (rule instanceof AssignmentRule assignment) {
                known.add(assignment.variable());
            }
        });
        boolean isImplicit = declared.rules().stream().anyMatch(Model.AlgebraicRule.class::isInstance);
        List<String> missing = new ArrayList<>();
        for (Model.Parameter parameter : declared.parameters()) {
            boolean solvedFor = isImplicit && !parameter.constant();
            if (Double.isNaN(parameter.value())
                    && !known.contains(parameter.id())
                    && !solvedFor
                    && model.influence().isUsed(parameter.id())) {
                missing.add(model.label(parameter.id()));
            }
        }
        return missing;
    }
}
