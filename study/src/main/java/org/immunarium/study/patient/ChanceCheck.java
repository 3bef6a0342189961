package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.simulation.Fraction;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.study.file.Placed;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Notes what has no meaning where reactions happen one by one, at its line.
final class ChanceCheck {

    /// Of numbers in words.
    private static final int DIGITS = 10;

    /// What rounding to whole molecules may change of an amount in moles without a word.
    private static final double UNTOLD = 1e-3;

    private final PatientStudy study;
    private final ReadModel read;
    private final PatientModel model;
    private final GivenDoses doses;
    private final Remarks remarks;

    ChanceCheck(PatientStudy study, ReadModel read, GivenDoses doses, Remarks remarks) {
        this.study = study;
        this.read = read;
        model = read.model();
        this.doses = doses;
        this.remarks = remarks;
    }

    void check(List<PatientCourse> courses) {
        if (model.model().reactions().isEmpty()
                && model.compiled().equations().draws().isEmpty()) {
            remarks.problem(study.method()
                    .problem("method: stochastic: the model has no reactions and draws nothing at random (it is written"
                            + " as rates of change), so nothing in it happens by chance"));
        }
        courses.forEach(this::infusions);
        try {
            for (PatientCourse course : courses) {
                ReplicatesRun.simulation(model, course).fractions().forEach(fraction -> tell(fraction, course));
            }
        } catch (InvalidInputException e) {
            e.problems().forEach(remarks::problem);
        } catch (NumericalFailure e) {
            // What fails at its start is told by the run, with what it had come to.
        }
    }

    private void infusions(PatientCourse course) {
        course.doses().stream()
                .filter(dose -> dose.intervention() instanceof Intervention.Infusion)
                .findFirst()
                .ifPresent(dose -> remarks.problem(doses.place(dose)
                        .problem("method: stochastic: \"" + dose.what()
                                + "\" is an infusion, which is no whole number of molecules or cells at any time;"
                                + " give it at once")));
    }

    private void tell(Fraction fraction, PatientCourse course) {
        double whole = Math.rint(fraction.items());
        if (fraction.taken() && Math.abs(fraction.items() - whole) <= UNTOLD * Math.abs(whole)) {
            return;
        }
        String number = Quantity.number(fraction.items(), DIGITS);
        String words = fraction.taken()
                ? " molecules, of which method: stochastic takes " + Quantity.number(whole)
                : ", and method: stochastic counts molecules or cells one by one: a whole number was expected";
        Problem problem = fraction.dose()
                .map(bolus -> given(bolus, course))
                .map(dose -> doses.place(dose).problem("therapy: \"" + dose.what() + "\" gives " + number + words))
                .orElseGet(() -> start(fraction.species(), " starts with " + number + words, course));
        if (fraction.taken()) {
            remarks.notice(problem.toString());
        } else {
            remarks.problem(problem);
        }
    }

    private static GivenDose given(Intervention.Bolus bolus, PatientCourse course) {
        return course.doses().stream()
                .filter(dose -> dose.intervention() == bolus)
                .findFirst()
                .orElseThrow();
    }

    /// At the line of the study that sets it, else at that of the model's file, else where the
    /// study names the model.
    private Problem start(String species, String words, PatientCourse course) {
        String said = model.label(species) + words;
        return study.compare().stream()
                .filter(variant -> variant.id().equals(course.id()))
                .map(PatientStudy.Variant::set)
                .flatMap(set -> set(set, species).stream())
                .findFirst()
                .or(() -> set(study.set(), species))
                .map(set -> set.problem("set." + set.value() + ": " + said))
                .or(() -> read.problem(species, said))
                .orElseGet(() -> study.model().problem(said));
    }

    /// Where a quantity is set, and by which name.
    private Optional<Placed<String>> set(Map<String, Placed<Quantity>> set, String id) {
        return set.entrySet().stream()
                .filter(each -> model.find(each.getKey()).map(ModelQuantity::id).equals(Optional.of(id)))
                .map(each -> each.getValue().map(_ -> each.getKey()))
                .findFirst();
    }
}
