package org.immunarium.trial.endpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.immunarium.trial.statistics.CoxRegression;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.LogRank;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.trial.statistics.TestResult;

/// An arm beside the control, both as they were allocated: within strata where the trial has any.
///
/// @param hazardRatio of the arm, by Cox's regression; NaN where events cannot tell the arms apart
/// @param logRank     of no difference, two-sided
public record Comparison(Estimate hazardRatio, TestResult logRank) {

    /// Compares two arms.
    ///
    /// @param endpoint   that every patient has
    /// @param confidence of the interval
    /// @return empty where an arm has nobody
    public static Optional<Comparison> of(
            Endpoint endpoint,
            Collection<? extends Participant> arm,
            Collection<? extends Participant> control,
            double confidence) {
        return TwoArms.of(endpoint, arm, control)
                .map(both -> new Comparison(
                        both.cox().hazardRatio(0, confidence),
                        LogRank.of(both.data(), both.groups(), both.strata()).result()));
    }

    /// Patients of an arm, then those of the control.
    ///
    /// @param treated whether one is of the arm
    /// @param strata  of each
    record TwoArms(Survival data, boolean[] treated, int[] strata) {

        /// Empty where an arm has nobody.
        ///
        /// @throws IllegalArgumentException if not every patient has the endpoint
        static Optional<TwoArms> of(
                Endpoint endpoint, Collection<? extends Participant> arm, Collection<? extends Participant> control) {
            if (!endpoint.isOfAll()) {
                throw new IllegalArgumentException("arms cannot be compared by " + endpoint.abbreviation());
            }
            Optional<Survival> first = endpoint.survival(arm);
            Optional<Survival> second = endpoint.survival(control);
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.empty();
            }
            int n = arm.size();
            int all = n + control.size();
            double[] times = Arrays.copyOf(first.get().times(), all);
            boolean[] events = Arrays.copyOf(first.get().events(), all);
            System.arraycopy(second.get().times(), 0, times, n, control.size());
            System.arraycopy(second.get().events(), 0, events, n, control.size());
            boolean[] treated = new boolean[all];
            Arrays.fill(treated, 0, n, true);
            int[] strata = new int[all];
            int i = 0;
            for (Participant each : arm) {
                strata[i++] = each.stratum();
            }
            for (Participant each : control) {
                strata[i++] = each.stratum();
            }
            return Optional.of(new TwoArms(new Survival(times, events), treated, strata));
        }

        CoxRegression cox() {
            return CoxRegression.ofArms(data, treated, strata);
        }

        /// 1 of the arm, 0 of the control.
        int[] groups() {
            int[] groups = new int[treated.length];
            for (int i = 0; i < groups.length; i++) {
                groups[i] = treated[i] ? 1 : 0;
            }
            return groups;
        }
    }
}
