package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.study.Measure;
import org.immunarium.trial.endpoint.Comparison;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.trial.endpoint.InterimLooks;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.endpoint.TimeToHarm;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.units.Days;
import org.immunarium.units.Quantity;

/// What a trial comes to in numbers, where it is one of many.
///
/// It has success where an arm does better than the control and the log-rank test says so at 5 %, two-sided; of an
/// endpoint that is looked at on the way, where the arm is beyond the boundary at any look. How many are without an
/// event is of the time for which whoever came in last is followed: the trial's duration less its accrual.
final class TrialMeasures {

    private static final double CONFIDENCE = 0.95;
    private static final double LEVEL = 0.05;
    private static final double PERCENT = 100;

    private TrialMeasures() {}

    /// What is measured.
    static List<Measure> of(PreparedTrial trial) {
        Setting setting = trial.study().setting();
        List<Measure> measures = new ArrayList<>();
        for (int arm = 0; arm < trial.arms().size(); arm++) {
            String title = trial.arms().get(arm).title();
            if (arm != trial.study().control()) {
                for (Endpoint endpoint : setting.compared()) {
                    measures.add(Measure.truth("success " + endpoint.abbreviation() + " " + title));
                    measures.add(new Measure("hazard ratio " + endpoint.abbreviation() + " " + title, ""));
                    measures.add(new Measure("p " + endpoint.abbreviation() + " " + title, ""));
                    if (isLookedAt(trial, endpoint)) {
                        measures.add(Measure.truth("stopped early " + endpoint.abbreviation() + " " + title));
                    }
                }
            }
        }
        for (PlannedArm arm : trial.arms()) {
            for (Endpoint endpoint : setting.compared()) {
                measures.add(new Measure("median " + endpoint.abbreviation() + " " + arm.title(), "mo"));
            }
            if (setting.hasResponses()) {
                measures.add(new Measure("ORR " + arm.title(), "%"));
            }
            for (Endpoint endpoint : setting.compared()) {
                measures.add(new Measure(
                        endpoint.abbreviation() + " at " + Quantity.number(rounded(followed(trial) / Days.MONTH))
                                + " mo " + arm.title(),
                        "%"));
            }
            if (!TreatmentPhase.events(trial.patients()).isEmpty()) {
                measures.add(new Measure("severe side effects " + arm.title(), "%"));
            }
            trial.study()
                    .economics()
                    .ifPresent(plan -> measures.add(
                            new Measure("cost " + arm.title(), plan.country().currency())));
        }
        return measures;
    }

    /// For how long whoever came in last is followed, d.
    private static double followed(PreparedTrial trial) {
        return trial.patients().duration() - trial.study().observation().coming();
    }

    private static double rounded(double months) {
        return Math.rint(10 * months) / 10;
    }

    /// Runs it, and keeps nothing but them.
    ///
    /// @param watch told which part is done, from 0 to 1
    static double[] of(PreparedTrial trial, int threads, DoubleConsumer watch) {
        int wanted = trial.patients().count();
        TrialSite site = TrialSite.here(trial, threads);
        Screening screening = Screening.of(site, wanted, () -> watch.accept(0), () -> {});
        List<Ran> ran = new ArrayList<>();
        site.treat(TrialRun.allocated(trial, screening.taken()), each -> {
            ran.add(each);
            watch.accept((double) ran.size() / wanted);
        });
        List<List<TrialPatient>> arms = IntStream.range(0, trial.arms().size())
                .mapToObj(arm -> ran.stream()
                        .filter(each -> each.arm() == arm)
                        .filter(TrialPatient.class::isInstance)
                        .map(TrialPatient.class::cast)
                        .toList())
                .toList();
        List<Double> values = new ArrayList<>();
        int control = trial.study().control();
        Setting setting = trial.study().setting();
        for (int arm = 0; arm < arms.size(); arm++) {
            if (arm != control) {
                for (Endpoint endpoint : setting.compared()) {
                    compare(trial, endpoint, arms.get(arm), arms.get(control), values);
                }
            }
        }
        Optional<double[]> costs = trial.study().economics().map(plan -> new CostedTrial(trial, plan).costs(arms));
        for (int place = 0; place < arms.size(); place++) {
            List<TrialPatient> arm = arms.get(place);
            for (Endpoint endpoint : setting.compared()) {
                values.add(endpoint.survival(arm)
                        .map(data -> KaplanMeier.of(data).median(CONFIDENCE).value() / Days.MONTH)
                        .orElse(Double.NaN));
            }
            if (setting.hasResponses()) {
                long responses = arm.stream()
                        .filter(each -> each.outcome().best().isResponse())
                        .count();
                values.add(PERCENT * responses / arm.size());
            }
            for (Endpoint endpoint : setting.compared()) {
                values.add(endpoint.survival(arm)
                        .map(data -> PERCENT
                                * KaplanMeier.of(data)
                                        .at(followed(trial), CONFIDENCE)
                                        .value())
                        .orElse(Double.NaN));
            }
            if (!TreatmentPhase.events(trial.patients()).isEmpty()) {
                values.add(PERCENT * severe(arm) / arm.size());
            }
            if (costs.isPresent()) {
                values.add(costs.get()[place]);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// How many had a side effect of grade 3 or worse while those of their treatment are counted.
    private static long severe(List<TrialPatient> arm) {
        return arm.stream()
                .filter(patient ->
                        TimeToHarm.until(patient.harms(), Grade.SEVERE, patient.countedUntil(), patient.outcome())
                                        .cause()
                                == TimeToHarm.Cause.HARM)
                .count();
    }

    private static boolean isLookedAt(PreparedTrial trial, Endpoint endpoint) {
        return trial.study().looks().filter(plan -> plan.of() == endpoint).isPresent();
    }

    private static void compare(
            PreparedTrial trial,
            Endpoint endpoint,
            List<TrialPatient> arm,
            List<TrialPatient> control,
            List<Double> values) {
        Optional<Comparison> compared = Comparison.of(endpoint, arm, control, CONFIDENCE);
        double ratio = compared.map(each -> each.hazardRatio().value()).orElse(Double.NaN);
        double p = compared.map(each -> each.logRank().p()).orElse(Double.NaN);
        Optional<InterimLooks> looks = trial.study()
                .looks()
                .filter(plan -> plan.of() == endpoint)
                .flatMap(plan -> plan.looks(trial, arm, control));
        boolean succeeds = looks.map(each -> each.stopped().isPresent()).orElse(ratio < 1 && p < LEVEL);
        values.add(Double.isNaN(ratio) || Double.isNaN(p) ? Double.NaN : succeeds ? 1.0 : 0.0);
        values.add(ratio);
        values.add(p);
        if (isLookedAt(trial, endpoint)) {
            values.add(
                    looks.flatMap(InterimLooks::stopped)
                                    .filter(look -> look.information() < 1)
                                    .isPresent()
                            ? 1.0
                            : 0.0);
        }
    }
}
