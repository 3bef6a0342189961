package org.immunarium.study.trial;

import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.results.RunFolder;
import org.immunarium.trial.endpoint.Setting;

/// What became of all patients of a trial, as its tables have it.
///
/// @param folder where tables go
/// @param all    patients, those whose numbers failed too, in the order of their numbers
record TrialResults(PreparedTrial trial, RunFolder folder, List<Ran> all) {

    /// Of all intervals.
    static final double CONFIDENCE = 0.95;

    static final double PERCENT = 100;

    TrialResults {
        all = List.copyOf(all);
    }

    /// Those whose numbers did not fail.
    List<TrialPatient> patients() {
        return all.stream()
                .filter(TrialPatient.class::isInstance)
                .map(TrialPatient.class::cast)
                .toList();
    }

    /// Those of an arm.
    List<TrialPatient> of(int arm) {
        return patients().stream().filter(patient -> patient.arm() == arm).toList();
    }

    /// The places of all arms.
    List<Integer> arms() {
        return IntStream.range(0, trial.arms().size()).boxed().toList();
    }

    String title(int arm) {
        return trial.arms().get(arm).title();
    }

    /// Where patients stood when they came in.
    Setting setting() {
        return trial.study().setting();
    }

    int control() {
        return trial.study().control();
    }

    /// Those of each arm.
    List<List<TrialPatient>> byArm() {
        return arms().stream().map(this::of).toList();
    }

    /// What tells strata apart, as it is written.
    List<String> strata() {
        return trial.strata().stream().map(each -> each.asked().toString()).toList();
    }

    /// Whether one of these holds for a patient, whose stratum has a bit for each, the first the highest.
    ///
    /// @param place among [#strata]
    boolean holds(TrialPatient patient, int place) {
        return (patient.stratum() >> (trial.strata().size() - 1 - place) & 1) == 1;
    }
}
