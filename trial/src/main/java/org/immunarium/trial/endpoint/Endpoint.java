package org.immunarium.trial.endpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immunarium.trial.endpoint.Outcome.TimeTo;
import org.immunarium.trial.statistics.Survival;

/// A time to an event that a trial reports, in d.
///
/// *Source*: FDA 2018, *Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics*.
public enum Endpoint {
    /// From coming into the trial to death of any cause.
    OVERALL_SURVIVAL("OS", "Overall survival", true, outcome -> Optional.of(outcome.overallSurvival())),
    /// From coming into the trial to progression, or death without it.
    PROGRESSION_FREE_SURVIVAL(
            "PFS", "Progression-free survival", true, outcome -> Optional.of(outcome.progressionFree())),
    /// From coming into the trial, after surgery, to recurrence, or death without it: what is progression where
    /// there was a tumour is recurrence where there was none.
    DISEASE_FREE_SURVIVAL("DFS", "Disease-free survival", true, outcome -> Optional.of(outcome.progressionFree())),
    /// From the first response to progression or death, of those who responded.
    DURATION_OF_RESPONSE("DoR", "Duration of response", false, Outcome::durationOfResponse),
    /// From coming into the trial to the first response, of those who responded.
    TIME_TO_RESPONSE(
            "TTR", "Time to response", false, outcome -> outcome.responded().map(time -> new TimeTo(time, true)));

    private final String abbreviation;
    private final String title;
    private final boolean ofAll;
    private final Function<Outcome, Optional<TimeTo>> of;

    Endpoint(String abbreviation, String title, boolean ofAll, Function<Outcome, Optional<TimeTo>> of) {
        this.abbreviation = abbreviation;
        this.title = title;
        this.ofAll = ofAll;
        this.of = of;
    }

    /// As tables have it: `OS`.
    public String abbreviation() {
        return abbreviation;
    }

    /// As figures have it: `Overall survival`.
    public String title() {
        return title;
    }

    /// Whether every patient has one. Those who have no other, as those who responded, are no groups that were
    /// allocated, so that arms cannot be compared by it.
    public boolean isOfAll() {
        return ofAll;
    }

    /// That of a patient; empty of one who has none.
    public Optional<TimeTo> of(Outcome outcome) {
        return of.apply(outcome);
    }

    /// Those of patients; empty where nobody has one.
    public Optional<Survival> survival(Collection<? extends Participant> patients) {
        List<TimeTo> times = patients.stream()
                .map(patient -> of(patient.outcome()))
                .flatMap(Optional::stream)
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        boolean[] events = new boolean[times.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = times.get(i).event();
        }
        return Optional.of(new Survival(times.stream().mapToDouble(TimeTo::time).toArray(), events));
    }

    /// The longest time until which each arm has someone at risk, which its mean may be restricted to, in d;
    /// infinite where no arm has anyone.
    ///
    /// @param arms those who have none count for nothing
    public double horizon(List<? extends Collection<? extends Participant>> arms) {
        double horizon = Double.POSITIVE_INFINITY;
        for (Collection<? extends Participant> arm : arms) {
            Optional<Survival> data = survival(arm);
            if (data.isPresent()) {
                horizon = Math.min(
                        horizon, Arrays.stream(data.get().times()).max().orElseThrow());
            }
        }
        return horizon;
    }
}
