package org.immunarium.study.trial.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.results.RunFolder;
import org.immunarium.trial.economics.Acceptability;
import org.immunarium.trial.economics.Frontier;
import org.immunarium.trial.economics.PatientCourse;
import org.immunarium.trial.economics.Samples;
import org.immunarium.trial.economics.Tornado;
import org.immunarium.trial.economics.TrialEvaluation;

/// What a trial's arms cost and give, of patients who were run.
///
/// @param plan          how it was asked for
/// @param care          the prices
/// @param control       the place of the arm that others are compared with
/// @param names         of the arms
/// @param counts        how many patients each has
/// @param until         until when was counted, in days
/// @param values        of each arm
/// @param frontier      of all arms
/// @param samples       of all arms
/// @param acceptability at [#willingness]
/// @param tornados      of each arm against the control; empty for that itself
public record TrialCosts(
        EconomicsPlan plan,
        PricedCare care,
        int control,
        List<String> names,
        List<Integer> counts,
        double until,
        List<TrialEvaluation.Value> values,
        Frontier frontier,
        Samples samples,
        Acceptability acceptability,
        List<Optional<Tornado>> tornados) {

    private static final int STEPS = 40;

    /// Evaluates a trial and writes its tables.
    ///
    /// @param plan     how it is asked for
    /// @param care     prices of all that its patients were given and may have had
    /// @param arms     in the order of the trial, each with the patients whose numbers did not fail
    /// @param control  the place of the one that others are compared with
    /// @param seed     of the trial
    /// @param duration of the trial, in days: the horizon where none is asked for
    /// @return what was found, for people
    public static List<String> write(
            RunFolder folder,
            EconomicsPlan plan,
            PricedCare care,
            List<ArmCourses> arms,
            int control,
            long seed,
            double duration) {
        for (ArmCourses arm : arms) {
            if (arm.patients().isEmpty()) {
                return List.of("Costs were not counted: no patient of " + arm.name() + " was followed.");
            }
        }
        return new CostTables(of(plan, care, arms, control, seed, duration), folder).write();
    }

    /// Patients of an arm.
    ///
    /// @param name     of the arm
    /// @param patients may be empty
    public record ArmCourses(String name, List<PatientCourse> patients) {

        public ArmCourses {
            patients = List.copyOf(patients);
        }
    }

    /// What a patient of each arm costs on average, in the currency of [EconomicsPlan#country]; NaN where an arm
    /// has
    /// nobody. Takes what [#write] does.
    public static double[] costs(EconomicsPlan plan, PricedCare care, List<ArmCourses> arms, double duration) {
        if (arms.stream().anyMatch(arm -> arm.patients().isEmpty())) {
            return arms.stream().mapToDouble(_ -> Double.NaN).toArray();
        }
        TrialEvaluation evaluation = evaluation(plan, care, arms, duration);
        return IntStream.range(0, arms.size())
                .mapToDouble(arm -> evaluation.value(arm).cost())
                .toArray();
    }

    private static TrialEvaluation evaluation(
            EconomicsPlan plan, PricedCare care, List<ArmCourses> arms, double duration) {
        return TrialEvaluation.of(
                arms.stream()
                        .map(arm -> new TrialEvaluation.Arm(arm.name(), arm.patients()))
                        .toList(),
                care.tariff(),
                plan.horizon().orElse(duration),
                plan.cycle(),
                plan.costs(),
                plan.effects());
    }

    static TrialCosts of(
            EconomicsPlan plan, PricedCare care, List<ArmCourses> arms, int control, long seed, double duration) {
        TrialEvaluation evaluation = evaluation(plan, care, arms, duration);
        List<TrialEvaluation.Value> values = new ArrayList<>();
        List<Optional<Tornado>> tornados = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            values.add(evaluation.value(arm));
            tornados.add(
                    arm == control
                            ? Optional.empty()
                            : Optional.of(evaluation.tornado(arm, control, plan.willingness())));
        }
        Samples samples = evaluation.sample(seed, plan.samples());
        return new TrialCosts(
                plan,
                care,
                control,
                arms.stream().map(ArmCourses::name).toList(),
                arms.stream().map(arm -> arm.patients().size()).toList(),
                evaluation.horizon(),
                values,
                Frontier.of(evaluation.strategies()),
                samples,
                Acceptability.of(samples, willingness(plan)),
                tornados);
    }

    /// From nothing to twice what one is willing to pay; that itself is in the middle.
    private static double[] willingness(EconomicsPlan plan) {
        double[] steps = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            steps[i] = 2 * plan.willingness() * i / STEPS;
        }
        return steps;
    }

    /// The place of what one is willing to pay among the steps.
    int asked() {
        return STEPS / 2;
    }
}
