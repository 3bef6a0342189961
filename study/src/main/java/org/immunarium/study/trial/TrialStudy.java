package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudy.Variant;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A study of a trial, as read.
///
/// @param patients what they are and what each arm is given; its variants are the arms
/// @param control  the place among the arms of the one that others are compared with
/// @param visits   when tumours are looked at
/// @param confirmed whether a response has to be seen twice
/// @param coming   over how long patients come, in days
/// @param dropOut  the rate of withdrawal, per day
/// @param death    how the risk of death follows from the tumour
record TrialStudy(
        PatientStudy patients,
        int control,
        VisitPlan visits,
        boolean confirmed,
        double coming,
        double dropOut,
        DeathHazard death)
        implements Study {

    static final String KIND = "trial";

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
        return patients.setByVariants();
    }

    @Override
    public TrialStudy with(Overrides overrides) {
        return new TrialStudy(patients.with(overrides), control, visits, confirmed, coming, dropOut, death);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        List<ReadStudy> arms = new ArrayList<>();
        patients.compare().forEach(arm -> arms.add(patients.withVariant(arm).read(files)));
        return overrides -> prepared(arms, overrides);
    }

    /// All arms, or all that is wrong with any; what is wrong with each of them is told once.
    private PreparedStudy prepared(List<ReadStudy> arms, Overrides overrides) {
        Set<Problem> problems = new LinkedHashSet<>();
        if (SolidCancer.find(patients.model().value()).isEmpty()) {
            problems.add(patients.model()
                    .problem("model \"" + patients.model().value()
                            + "\": a trial looks at lesions, of which it says nothing;"
                            + " one of "
                            + SolidCancer.all().stream().map(SolidCancer::name).collect(Collectors.joining(", "))
                            + " was expected"));
        }
        List<PreparedTrial.Arm> prepared = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Variant variant = patients.compare().get(i);
            try {
                PreparedStudy arm = arms.get(i).with(overrides);
                prepared.add(new PreparedTrial.Arm(variant.id(), variant.title(), arm, TreatedPatients.of(arm)));
            } catch (InvalidInputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(problems));
        }
        return new PreparedTrial(with(overrides), prepared);
    }
}
