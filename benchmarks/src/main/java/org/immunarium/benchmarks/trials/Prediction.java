package org.immunarium.benchmarks.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.benchmarks.trials.SimulatedPatient.Endpoint;
import org.immunarium.benchmarks.trials.SimulatedPatient.Rate;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.statistics.CoxRegression;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;

/// What is predicted of an arm of a real trial.
///
/// @param points   of its curves
/// @param measures that sum it up
record Prediction(List<Point> points, List<Measure> measures) {

    private static final double CONFIDENCE = 0.95;
    private static final double LEAST_AT_RISK = 0.05;

    /// Of a curve.
    ///
    /// @param endpoint `OS`
    /// @param month    from 0
    /// @param survival the share without the event, of one trial of the real size
    record Point(String endpoint, int month, Estimate survival) {}

    /// A number.
    ///
    /// @param arm   of the trial; of a hazard ratio both
    /// @param name  with its unit
    /// @param value NaN where a median is not reached
    record Measure(String arm, String name, Estimate value) {}

    Prediction {
        points = List.copyOf(points);
        measures = List.copyOf(measures);
    }

    /// Of an arm that is compared with no other.
    static Prediction of(PredictedArm predicted, ResampledArm arm) {
        List<Point> points = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.values()) {
            points.addAll(points(endpoint, arm, predicted));
        }
        Setting setting = predicted.setting();
        Estimate[] estimates = arm.estimates(patients -> sums(patients, setting));
        List<String> names = Stream.concat(
                        Rate.in(setting).stream().map(Rate::measure),
                        Arrays.stream(Endpoint.values()).map(endpoint -> "median " + endpoint.in(setting) + " months"))
                .toList();
        List<Measure> measures = IntStream.range(0, names.size())
                .mapToObj(i -> new Measure(predicted.arm(), names.get(i), estimates[i]))
                .toList();
        return new Prediction(points, measures);
    }

    /// Of an arm whose hazard is compared with another's.
    static Prediction of(PredictedArm predicted, ResampledArm arm, ResampledArm against) {
        Prediction alone = of(predicted, arm);
        List<Measure> measures = new ArrayList<>(alone.measures);
        for (Endpoint endpoint : Endpoint.values()) {
            measures.add(new Measure(
                    predicted.comparison(),
                    "HR " + endpoint.in(predicted.setting()),
                    arm.estimate(against, (some, others) -> hazardRatio(endpoint, some, others))));
        }
        return new Prediction(alone.points, measures);
    }

    /// As long as enough of the simulated patients are at risk.
    private static List<Point> points(Endpoint endpoint, ResampledArm arm, PredictedArm predicted) {
        KaplanMeier all = endpoint.curve(arm.patients());
        double least = LEAST_AT_RISK * arm.patients().size();
        double[] times = IntStream.rangeClosed(0, predicted.months())
                .mapToDouble(month -> month * SimulatedPatient.MONTH)
                .takeWhile(time -> all.atRisk(time) >= least)
                .toArray();
        Estimate[] estimates = arm.estimates(patients -> shares(endpoint.curve(patients), times));
        return IntStream.range(0, times.length)
                .mapToObj(month -> new Point(endpoint.in(predicted.setting()), month, estimates[month]))
                .toList();
    }

    private static double[] shares(KaplanMeier curve, double[] times) {
        return Arrays.stream(times)
                .map(time -> curve.at(time, CONFIDENCE).value())
                .toArray();
    }

    private static double[] sums(List<SimulatedPatient> patients, Setting setting) {
        return Stream.concat(
                        Rate.in(setting).stream().map(rate -> rate.percent(patients)),
                        Arrays.stream(Endpoint.values())
                                .map(endpoint -> endpoint.curve(patients)
                                                .median(CONFIDENCE)
                                                .value()
                                        / SimulatedPatient.MONTH))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /// By Cox's model; NaN where one of the two arms has no event.
    private static double hazardRatio(
            Endpoint endpoint, List<SimulatedPatient> patients, List<SimulatedPatient> others) {
        Survival both =
                endpoint.of(Stream.concat(patients.stream(), others.stream()).toList());
        boolean[] treated = new boolean[both.size()];
        Arrays.fill(treated, 0, patients.size(), true);
        return CoxRegression.ofArms(both, treated, new int[treated.length])
                .hazardRatio(0, CONFIDENCE)
                .value();
    }
}
