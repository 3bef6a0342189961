package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.response.Visit;
import org.immunarium.patient.shipped.BCellLymphoma;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.results.RunFolder;
import org.immunarium.study.trial.economics.CostedDoses;
import org.immunarium.study.trial.economics.EconomicsPlan;
import org.immunarium.study.trial.economics.PricedCare;
import org.immunarium.study.trial.economics.TrialCosts;
import org.immunarium.study.trial.economics.TrialCosts.ArmCourses;
import org.immunarium.therapy.Administration;
import org.immunarium.trial.economics.PatientCourse;
import org.immunarium.trial.economics.PatientCourse.Event;
import org.immunarium.trial.economics.PatientCourse.Given;
import org.immunarium.trial.endpoint.Harm;

/// What a trial's patients were given and had, as prices count it.
///
/// @param trial of which
/// @param plan  how it is to be evaluated
record CostedTrial(PreparedTrial trial, EconomicsPlan plan) {

    /// The prices of all that patients may be given and have.
    ///
    /// @throws org.immunarium.units.InvalidInputException with all that are missing
    PricedCare care() {
        List<Administration> doses = IntStream.range(
                        0, trial.study().patients().compare().size())
                // An operation before the trial costs the same in all arms.
                .filter(variant -> trial.study()
                        .surgery()
                        .filter(each -> each.variant() == variant)
                        .isEmpty())
                .mapToObj(variant -> trial.patients().doses(variant))
                .flatMap(List::stream)
                .map(GivenDose::asked)
                .toList();
        List<String> severe = TreatmentPhase.events(trial.patients()).stream()
                .filter(event -> event.severe().isPresent())
                .map(AdverseEvent::name)
                .distinct()
                .toList();
        String cancer = SolidCancer.find(trial.study().patients().model().value())
                .map(SolidCancer::name)
                .orElse(BCellLymphoma.NAME);
        return PricedCare.of(plan, cancer, doses, severe);
    }

    /// Writes the tables of costs; returns what was found.
    ///
    /// @param patients of all arms, whose numbers did not fail
    List<String> write(RunFolder folder, List<TrialPatient> patients) {
        List<AdverseEvent> events = TreatmentPhase.events(trial.patients());
        List<ArmCourses> arms = new ArrayList<>();
        for (int arm = 0; arm < trial.arms().size(); arm++) {
            int place = arm;
            arms.add(courses(
                    arm,
                    patients.stream().filter(patient -> patient.arm() == place).toList(),
                    events));
        }
        return TrialCosts.write(
                folder,
                plan,
                care(),
                arms,
                trial.study().control(),
                trial.seed(),
                trial.patients().duration());
    }

    /// What a patient of each arm costs on average; NaN where an arm has nobody.
    ///
    /// @param arms patients of each whose numbers did not fail
    double[] costs(List<List<TrialPatient>> arms) {
        List<AdverseEvent> events = TreatmentPhase.events(trial.patients());
        List<ArmCourses> courses = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            courses.add(courses(arm, arms.get(arm), events));
        }
        return TrialCosts.costs(plan, care(), courses, trial.patients().duration());
    }

    private ArmCourses courses(int arm, List<TrialPatient> patients, List<AdverseEvent> events) {
        return new ArmCourses(
                trial.arms().get(arm).title(),
                patients.stream().map(patient -> course(patient, events)).toList());
    }

    /// Days after the first on which tumours were looked at and nothing was given.
    private static List<Double> visits(TrialPatient patient, List<Given> given) {
        return patient.visits().stream()
                .map(Visit::time)
                .filter(time -> time > 0 && time <= patient.outcome().followed())
                .filter(time -> given.stream().noneMatch(dose -> Math.floor(dose.time()) == Math.floor(time)))
                .toList();
    }

    private PatientCourse course(TrialPatient patient, List<AdverseEvent> events) {
        List<Given> given = patient.doses().stream()
                .map(dose -> CostedDoses.given(
                        trial.patients().doses(dose.variant()).get(dose.place()).asked(),
                        trial.study().patients().body(),
                        dose.time(),
                        dose.share()))
                .toList();
        List<Event> severe = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Harm harm = patient.harms().get(i);
            if (Double.isFinite(harm.severe())) {
                severe.add(new Event(events.get(i).name(), harm.severe()));
            }
        }
        return new PatientCourse(
                patient.outcome().followed(),
                patient.outcome().died(),
                patient.outcome().progressed(),
                given,
                visits(patient, given),
                severe);
    }
}
