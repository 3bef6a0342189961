package org.immunarium.study.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.GivenDose;
import org.immunarium.study.file.Placed;

/// Which states of a model must not become negative, from the names that a study gives.
final class NonNegativeStates {

    private NonNegativeStates() {}

    /// The ids of what is meant; problems are noted.
    ///
    /// @param asked   as the study has them; [PatientStudy#ALL_STATES] alone for every state
    /// @param courses whose infusions make states of what they run into
    static Set<String> of(List<Placed<String>> asked, NamedQuantities names, List<PatientCourse> courses) {
        Set<String> states = states(names.model().compiled().equations(), courses);
        if (asked.size() == 1 && asked.getFirst().value().equals(PatientStudy.ALL_STATES)) {
            return states;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (Placed<String> name : asked) {
            names.find("non-negative", name).map(ModelQuantity::id).ifPresent(id -> {
                if (!states.contains(id)) {
                    names.remarks()
                            .problem(name.problem("non-negative: \"" + name.value()
                                    + "\" is no state of the model; something that reactions, a rate rule or an infusion"
                                    + " change was expected"));
                }
                chosen.add(id);
            });
        }
        return chosen;
    }

    private static Set<String> states(EquationSystem equations, List<PatientCourse> courses) {
        Set<String> states = new LinkedHashSet<>();
        equations.quantities().stream()
                .map(ModelQuantity::id)
                .filter(equations::changesContinuously)
                .forEach(states::add);
        for (PatientCourse course : courses) {
            for (GivenDose dose : course.doses()) {
                if (dose.intervention() instanceof Intervention.Infusion infusion) {
                    states.add(infusion.target());
                }
            }
        }
        return states;
    }
}
