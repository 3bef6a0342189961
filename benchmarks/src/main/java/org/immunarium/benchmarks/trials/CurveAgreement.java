package org.immunarium.benchmarks.trials;

import java.util.Arrays;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.statistics.KaplanMeier;

/// How near a simulated curve is to a real one, month by month as long as enough of the real patients are at risk.
///
/// @param points  how many months
/// @param inside  in how many of them it is within the real curve's 95 % interval
/// @param largest difference of any, as a share of patients
/// @param at      when that is, in months
record CurveAgreement(int points, int inside, double largest, int at) {

    private static final double CONFIDENCE = 0.95;

    /// Of a simulated curve, with times in d.
    static CurveAgreement of(Target real, KaplanMeier simulated) {
        double[] shares = Arrays.stream(real.times())
                .map(time -> simulated.at(time, CONFIDENCE).value())
                .toArray();
        int worst = 0;
        for (int i = 1; i < shares.length; i++) {
            worst = miss(real, shares, i) > miss(real, shares, worst) ? i : worst;
        }
        return new CurveAgreement(
                shares.length,
                Math.toIntExact(Math.round(real.inside(shares) * shares.length)),
                miss(real, shares, worst),
                Math.toIntExact(Math.round(real.times()[worst] / SimulatedPatient.MONTH)));
    }

    private static double miss(Target real, double[] shares, int i) {
        return Math.abs(shares[i] - real.values()[i]);
    }
}
