package org.immunarium.trial.calibration;

/// How long patients of a trial are followed, who come in evenly over its accrual.
///
/// @param least by whom came last, in d
/// @param most  by whom came first, in d, from `least` on; may be infinite if both are
public record Followed(double least, double most) {

    /// Until nothing happens any more.
    public static final Followed FOREVER = new Followed(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Followed {
        if (!(least >= 0 && most >= least)) {
            throw new IllegalArgumentException(
                    "times from 0 on, ascending, were expected; found " + least + " and " + most);
        }
    }

    /// The chance that a patient is still followed at a time.
    double chance(double time) {
        if (time <= least) {
            return 1;
        }
        return time < most ? (most - time) / (most - least) : 0;
    }
}
