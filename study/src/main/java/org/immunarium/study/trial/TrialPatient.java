package org.immunarium.study.trial;

import java.util.List;
import org.immunarium.patient.response.Visit;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.trial.endpoint.Outcome;

/// A patient of a trial whose numbers did not fail, as its tables have it.
///
/// @param number   from which all follows that is the patient's own
/// @param arm      the place among the arms
/// @param visits   that were made, baseline first
/// @param grades   the worst of each side effect, in the order of [TrialRun#events]
/// @param outcome  what was seen
record TrialPatient(long number, int arm, List<Visit> visits, List<Grade> grades, Outcome outcome) implements Ran {}
