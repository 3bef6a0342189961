package org.immunarium.trial.endpoint;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.Recist;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.response.Visit;

/// What a trial reports of one patient, in days after coming into it.
///
/// Progression is the first visit with progressive disease; a patient without one who dies has an event of
/// progression-free survival then; one who does neither is censored at the last visit that could be evaluated, at 0
/// where there was none. Responses count until progression.
///
/// *Source*: Eisenhauer et al. 2009, doi 10.1016/j.ejca.2008.10.026, section 4.4 and appendix; FDA 2018,
/// *Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics*.
///
/// @param best        overall response
/// @param responded   when a response was first seen, of a patient who had one
/// @param progressed  when progression was seen
/// @param died        when, if within follow-up
/// @param followed    until when the patient was followed: death, withdrawal or the cut-off
/// @param lastSeen    the last visit before progression that could be evaluated
/// @param change      the best of the sum of target lesions until progression, relative to baseline; NaN without
///     one
/// @param assessments of all visits
public record Outcome(
        Response best,
        Optional<Double> responded,
        Optional<Double> progressed,
        Optional<Double> died,
        double followed,
        double lastSeen,
        double change,
        List<Assessment> assessments) {

    /// A stable disease has to last so long, in d: six weeks.
    private static final double STABLE = 42;

    /// A response is confirmed after so long, in d: four weeks.
    private static final double CONFIRMED = 28;

    public Outcome {
        assessments = List.copyOf(assessments);
    }

    /// Judges a patient.
    ///
    /// @param visits    baseline first, to the end of follow-up or longer
    /// @param death     infinite where it is not known
    /// @param end       of follow-up for any other reason
    /// @param confirmed whether a response has to be seen twice, four weeks apart
    public static Outcome of(List<Visit> visits, double death, double end, boolean confirmed) {
        double followed = Math.min(death, end);
        List<Visit> made =
                visits.stream().filter(visit -> visit.time() <= followed).toList();
        List<Assessment> assessments = Recist.assess(made);
        Optional<Double> progressed = assessments.stream()
                .filter(each -> each.overall() == Response.PROGRESSIVE)
                .map(each -> each.visit().time())
                .findFirst();
        List<Assessment> counted = assessments.stream()
                .filter(each -> each.visit().time() <= progressed.orElse(Double.POSITIVE_INFINITY))
                .toList();
        double lastSeen = 0;
        double change = Double.NaN;
        for (Assessment each : counted) {
            if (each.overall() != Response.NOT_EVALUABLE && each.overall() != Response.PROGRESSIVE) {
                lastSeen = each.visit().time();
            }
            if (!Double.isNaN(each.change()) && !(each.change() >= change)) {
                change = each.change();
            }
        }
        Response best = Response.NOT_EVALUABLE;
        Optional<Double> responded = Optional.empty();
        for (int i = 0; i < counted.size(); i++) {
            Response now = confirmed ? confirmed(counted, i) : stableLongEnough(counted.get(i));
            if (now.isResponse() && responded.isEmpty()) {
                responded = Optional.of(counted.get(i).visit().time());
            }
            if (now.compareTo(best) < 0) {
                best = now;
            }
        }
        return new Outcome(
                best,
                responded,
                progressed,
                death <= end ? Optional.of(death) : Optional.empty(),
                followed,
                lastSeen,
                change,
                assessments);
    }

    private static Response stableLongEnough(Assessment assessment) {
        return assessment.overall() == Response.STABLE && assessment.visit().time() < STABLE
                ? Response.NOT_EVALUABLE
                : assessment.overall();
    }

    /// What a visit counts as where a response has to be seen again: a complete one as one if it is, as a
    /// partial one if that is, and any that is not as stable disease.
    private static Response confirmed(List<Assessment> assessments, int i) {
        Response now = stableLongEnough(assessments.get(i));
        if (!now.isResponse()) {
            return now;
        }
        double time = assessments.get(i).visit().time();
        Response kept = Response.STABLE;
        for (Assessment later : assessments.subList(i + 1, assessments.size())) {
            if (later.overall() == Response.NOT_EVALUABLE) {
                continue;
            }
            if (!later.overall().isResponse()) {
                break;
            }
            if (later.visit().time() >= time + CONFIRMED) {
                kept = now.compareTo(later.overall()) > 0 ? now : later.overall();
                break;
            }
        }
        return kept == Response.STABLE && time < STABLE ? Response.NOT_EVALUABLE : kept;
    }

    /// A time, and whether the event happened then or the patient was censored.
    public record TimeTo(double time, boolean event) {}

    /// Death of any cause.
    public TimeTo overallSurvival() {
        return new TimeTo(followed, died.isPresent());
    }

    /// Progression, or death without it.
    public TimeTo progressionFree() {
        if (progressed.isPresent()) {
            return new TimeTo(progressed.get(), true);
        }
        return died.map(death -> new TimeTo(death, true)).orElse(new TimeTo(lastSeen, false));
    }

    /// When a response was seen again, four weeks after the first time or later; empty of a patient whose response
    /// was not. Before that day nobody knows of a confirmed response.
    public Optional<Double> confirmed() {
        return responded.flatMap(first -> assessments.stream()
                .filter(each -> each.overall().isResponse() && each.visit().time() >= first + CONFIRMED)
                .map(each -> each.visit().time())
                .findFirst());
    }

    /// From the first response to progression or death; empty of a patient without a response.
    public Optional<TimeTo> durationOfResponse() {
        TimeTo free = progressionFree();
        return responded.map(from -> new TimeTo(free.time() - from, free.event()));
    }

    /// Whether disease was controlled: a response, or stable disease for six weeks.
    public boolean isControlled() {
        return best.isResponse() || best == Response.STABLE;
    }
}
