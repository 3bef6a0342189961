package org.immunarium.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Target;

/// A dose as it is given to a model.
///
/// @param asked        as the therapy has it
/// @param intervention what it adds to the model, in the model's units
/// @param what         for people: `nivolumab: 240 mg IV = 1.67e-6 mol into Cent.Nivo`, without the
///                     amount in the model's unit where the dose is written in it
public record GivenDose(Administration asked, Intervention intervention, String what) {

    /// What doses are to a model.
    ///
    /// @param targets where each drug enters, by its name, whatever its capitals
    /// @param source  the study, for problems
    /// @return one for each dose, in the same order
    /// @throws org.immunarium.units.InvalidInputException as [Dosing#added]
    public static List<GivenDose> of(
            PatientModel model, List<Administration> doses, Map<String, Target> targets, Body body, String source) {
        List<Dosing.Added> all = Dosing.added(model.model(), doses, targets, body, source);
        List<GivenDose> given = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Administration dose = doses.get(i);
            String route = dose.route().abbreviation();
            Dosing.Added added = all.get(i);
            given.add(new GivenDose(
                    dose,
                    added.intervention(),
                    dose.drug() + ": " + dose.dose() + (route.isEmpty() ? "" : " " + route)
                            + (added.amount().isEmpty() ? "" : " = " + added.amount()) + " into "
                            + model.label(added.intervention().target())));
        }
        return given;
    }
}
