package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Poisson;
import org.immunarium.numerics.random.RandomStream;

/// How likely what happens at a rate is to happen within a mechanics step.
///
/// *Equation*: rate × dt, as PhysiCell has it; where steps differ in length, `1 - exp(-rate dt)`,
/// so that it does not matter how long they are. Of two things that exclude each other, at the
/// rates a and b, the first then happens with `a / (a + b) × (1 - exp(-(a + b) dt))`.
///
/// *Source*: PhysiCell (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991); waiting
/// times of a Poisson process.
///
/// @param exact whether steps differ in length
public record Chance(boolean exact) {

    /// As good as at once, min.
    private static final double LEAST_DURATION = 1e-15;

    /// Of something to happen at all; 1 or more where it is certain.
    ///
    /// @param mean how often it happens on average: rate × dt
    double of(double mean) {
        return exact ? -ElementaryFunctions.expm1(-mean) : mean;
    }

    /// Of something to happen before something else does.
    ///
    /// @param mean  how often it would happen on average
    /// @param other how often the other would
    double before(double mean, double other) {
        return exact && mean > 0 ? mean / (mean + other) * of(mean + other) : mean;
    }

    /// Of something to end that goes on for some time on average; 1 or more where it is certain.
    ///
    /// @param dt       min
    /// @param duration how long on average, min, 0 or more
    double end(double dt, double duration) {
        return of(dt / (LEAST_DURATION + duration));
    }

    /// How often something happens: a Poisson number, or where steps are alike, once at most.
    ///
    /// @param luck whose luck it is; asked only where it can happen
    int count(double mean, RandomStream luck) {
        if (!(mean > 0)) {
            return 0;
        }
        if (exact) {
            return (int) new Poisson(mean).draw(luck);
        }
        return luck.nextDouble() < mean ? 1 : 0;
    }
}
