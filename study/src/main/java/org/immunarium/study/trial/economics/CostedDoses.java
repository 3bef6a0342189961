package org.immunarium.study.trial.economics;

import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Dose;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.trial.economics.PatientCourse;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Doses of a therapy as prices count them: in mg where they are of a mass, else one by one.
public final class CostedDoses {

    private static final Unit MILLIGRAM = Unit.parse("mg");

    private CostedDoses() {}

    /// The name by which prices know the drug of a dose.
    public static String drug(Administration dose) {
        return Drugs.find(dose.drug()).map(Drug::name).orElse(dose.drug());
    }

    /// Whether a dose is a mass, so that vials can hold it; cells and units of activity are none.
    public static boolean isMass(Administration dose) {
        return whole(dose).amount().unit().dimension().equals(Dimension.MASS);
    }

    private static Dose whole(Administration dose) {
        return dose.dose().isRate() ? dose.dose().over(dose.duration()) : dose.dose();
    }

    /// A dose that was given, or a part of it.
    ///
    /// @param dose  as the therapy has it
    /// @param body  of the patient
    /// @param time  when it was given, in d
    /// @param share what care let pass of it, from 0 to 1
    /// @throws org.immunarium.units.UnitException if it goes by a weight or a height that is not known
    public static PatientCourse.Given given(Administration dose, Body body, double time, double share) {
        double amount = share > 0 ? 1 : 0;
        if (isMass(dose)) {
            Quantity all = whole(dose).amountFor(body);
            amount = share * all.in(MILLIGRAM);
        }
        return new PatientCourse.Given(drug(dose), amount, time, dose.route() != Route.ORAL);
    }
}
