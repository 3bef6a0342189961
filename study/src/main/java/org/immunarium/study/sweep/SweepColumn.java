package org.immunarium.study.sweep;

/// Columns of `sweep.csv` that every sweep has, beside what is varied and what is measured.
final class SweepColumn {

    static final String POINT = "point";
    static final String REPLICATE = "replicate";
    static final String SEED = "seed";
    static final String VARIANT = "variant";

    /// When and why a run's numbers failed, or [#DID_NOT_FAIL].
    static final String FAILED = "failed";

    static final String DID_NOT_FAIL = "no";

    private SweepColumn() {}
}
