package org.immunarium.study.trial;

/// A patient of a trial who was run.
sealed interface Ran permits TrialPatient, Ran.Failed {

    /// From which all follows that is the patient's own.
    long number();

    /// The place among the arms.
    int arm();

    /// One whose numbers failed, who counts for nothing and is told of.
    ///
    /// @param why and when
    record Failed(long number, int arm, String why) implements Ran {}
}
