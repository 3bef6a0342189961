package org.immunarium.trial.endpoint;

/// A patient of a trial, as arms are compared.
public interface Participant {

    /// The place among the arms.
    int arm();

    /// The group within which arms were allocated and are compared: any number; the same for all without strata.
    int stratum();

    /// What was seen.
    Outcome outcome();
}
