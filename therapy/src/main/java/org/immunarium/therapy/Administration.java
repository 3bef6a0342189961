package org.immunarium.therapy;

import java.util.Comparator;
import org.immunarium.units.Ratio;

/// One dose at one time.
///
/// @param time             when it starts, in days after time zero, exactly
/// @param drug             what
/// @param dose             how much, in all
/// @param duration         how long it runs in, in days; zero for a bolus
/// @param route            by which way
/// @param regimen          which regimen of the therapy it belongs to, counted from 0
/// @param number           which dose of its regimen it is, counted from 1
/// @param untilProgression whether it is left out once the disease has progressed
public record Administration(
        Ratio time,
        String drug,
        Dose dose,
        Ratio duration,
        Route route,
        int regimen,
        int number,
        boolean untilProgression) {

    /// By time, then by regimen, then by number: the order in which they are given.
    public static final Comparator<Administration> ORDER = Comparator.comparing(Administration::time)
            .thenComparingInt(Administration::regimen)
            .thenComparingInt(Administration::number);

    /// When it starts, in days after time zero.
    public double days() {
        return time.doubleValue();
    }

    /// How long it runs in, in days; 0 for a bolus.
    public double durationInDays() {
        return duration.doubleValue();
    }

    Administration withNumber(int number) {
        return new Administration(time, drug, dose, duration, route, regimen, number, untilProgression);
    }

    public boolean isBolus() {
        return duration.signum() == 0;
    }
}
