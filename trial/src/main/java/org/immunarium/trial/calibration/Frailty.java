package org.immunarium.trial.calibration;

import org.immunarium.numerics.functions.Exponential;

/// The chance to survive a hazard that differs between people.
///
/// *Equation*, of a cumulative hazard H and a log-normal frailty with the standard deviation s of its logarithm:
///
///     S = E[exp(-exp(s z) H)],  z from the standard normal
///
/// by the Gauss-Hermite rule with nine nodes (Abramowitz and Stegun 1964, table 25.10), which is exact to 1e-3 for
/// spreads up to 1.
final class Frailty {

    private static final double[] NODES = {0, 0.723551018752838, 1.468553289216668, 2.266580584531843, 3.190993201781528
    };

    private static final double[] WEIGHTS = {
        0.7202352156060510, 0.4326515590025558, 0.0884745273943766, 0.004943624275536947, 3.960697726326438e-5
    };

    private static final double ROOT_2 = Math.sqrt(2);
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    private Frailty() {}

    /// @param hazard cumulative, of the typical person
    static double survival(double hazard, double spread) {
        if (spread == 0) {
            return Exponential.exp(-hazard);
        }
        double sum = WEIGHTS[0] * Exponential.exp(-hazard);
        for (int i = 1; i < NODES.length; i++) {
            double factor = Exponential.exp(spread * ROOT_2 * NODES[i]);
            sum += WEIGHTS[i] * (Exponential.exp(-hazard * factor) + Exponential.exp(-hazard / factor));
        }
        return sum / ROOT_PI;
    }
}
