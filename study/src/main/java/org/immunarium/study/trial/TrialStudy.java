package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.patient.shipped.BCellLymphoma;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.economics.EconomicsPlan;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.NewLesions;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// A study of a trial, as read.
///
/// @param patients    what they are and what each arm is given: its variants are the arms, in their order, and what
///                    is given after progression, and before the trial
/// @param arms        two or more
/// @param control     the place among the arms of the one that others are compared with
/// @param surgery     before patients come in; empty of those who have a tumour
/// @param observation how patients are looked at
/// @param eligibility what is asked of patients
/// @param strata      tell groups apart, in each of which patients are given to arms
/// @param looks       while the trial goes on; empty for none
/// @param economics   how what arms cost and give is evaluated; empty where it is not
public record TrialStudy(
        PatientStudy patients,
        List<PlannedArm> arms,
        int control,
        Optional<PlannedSurgery> surgery,
        PlannedObservation observation,
        List<Placed<Criterion>> eligibility,
        List<Placed<Criterion>> strata,
        Optional<PlannedLooks> looks,
        Optional<EconomicsPlan> economics)
        implements Study {

    /// A patient's answers are the bits of a number.
    private static final int MOST_MARKERS = 31;

    static final String KIND = "trial";

    public TrialStudy {
        arms = List.copyOf(arms);
        eligibility = List.copyOf(eligibility);
        strata = List.copyOf(strata);
    }

    /// Where patients stand when they come in.
    public Setting setting() {
        return surgery.isPresent() ? Setting.ADJUVANT : Setting.ADVANCED;
    }

    /// How patients are looked at.
    ///
    /// @param visits     when lesions are measured, and how well
    /// @param confirmed  whether a response has to be seen twice
    /// @param coming     over how long patients come, in days
    /// @param dropOut    the rate of withdrawal, per day
    /// @param death      how the risk of death follows from the tumour
    /// @param newLesions how that of a new lesion does; empty for none
    public record PlannedObservation(
            VisitPlan visits,
            boolean confirmed,
            double coming,
            double dropOut,
            DeathHazard death,
            Optional<NewLesions> newLesions) {}

    @Override
    public String title() {
        return patients.title();
    }

    @Override
    public long seed() {
        return patients.seed();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> setByVariants() {
        return Set.of();
    }

    @Override
    public TrialStudy with(Overrides overrides) {
        return new TrialStudy(
                patients.with(overrides), arms, control, surgery, observation, eligibility, strata, looks, economics);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        List<String> known = Stream.concat(
                        SolidCancer.all().stream().map(SolidCancer::name), Stream.of(BCellLymphoma.NAME))
                .toList();
        if (known.stream().noneMatch(patients.model().value()::equalsIgnoreCase)) {
            throw new InvalidInputException(patients.model()
                    .problem("model \"" + patients.model().value()
                            + "\": a trial looks at lesions, of which it says nothing;"
                            + " one of "
                            + String.join(", ", known)
                            + " was expected"));
        }
        ReadStudy read = patients.read(files);
        return overrides -> with(overrides).prepared(read.with(overrides));
    }

    private PreparedStudy prepared(PreparedStudy prepared) {
        TreatedPatients treated = TreatedPatients.of(prepared);
        List<Problem> problems = new ArrayList<>();
        AskedOfPatients asked = new AskedOfPatients(treated, problems);
        List<AskedOfPatients.Question> eligible = asked.all(eligibility, "eligibility");
        List<AskedOfPatients.Question> groups = asked.all(strata, "strata");
        List<Placed<Criterion>> choices = arms.stream()
                .flatMap(arm -> arm.by().stream())
                .flatMap(choice -> choice.asked().stream())
                .toList();
        if (choices.size() > MOST_MARKERS) {
            problems.add(choices.get(MOST_MARKERS)
                    .problem("arms.by.if: at most " + MOST_MARKERS + " of all arms together were expected; found "
                            + choices.size()));
        }
        List<AskedOfPatients.Question> markers = asked.all(choices, "arms.by.if");
        // A duration that was said from outside, which the file's own was not held to.
        if (treated.duration() <= observation.coming()) {
            String expected = "duration: a time longer than the accrual of " + Quantity.number(observation.coming())
                    + " d was expected";
            problems.add(patients.duration()
                    .map(span -> span.problem(expected + "; found " + span.value()))
                    .orElseGet(() -> Problem.of("", expected)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        PreparedTrial trial = new PreparedTrial(this, prepared, treated, eligible, groups, markers, prepared.seed());
        economics.ifPresent(plan -> new CostedTrial(trial, plan).care());
        return trial;
    }
}
