package org.immunarium.study.conformance;

/// How a case went.
///
/// @param id       the case's number
/// @param level    the level and version of SBML that was run, as in `l3v2`
/// @param outcome  whether it passed
/// @param reason   why not; empty where it passed
/// @param distance the largest difference from the expected values as a share of what is allowed
/// @param seconds  how long it took
public record CaseResult(String id, String level, Outcome outcome, String reason, double distance, double seconds) {

    /// Whether a case passed.
    public enum Outcome {
        PASSED,
        /// The results differ, or the run failed.
        FAILED,
        /// The case needs something that is refused by name.
        REFUSED
    }
}
