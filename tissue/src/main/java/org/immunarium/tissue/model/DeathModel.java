package org.immunarium.tissue.model;

/// How a cell of a type dies, of one cause: its volumes go to new targets at these rates, and it is gone after a time.
///
/// The default values are those of Ghaffarizadeh et al. 2018 (doi 10.1371/journal.pcbi.1005991, supplement), for
/// MCF-7.
///
/// @param unlysedFluidRate  of the fluid, 1/min, until it bursts
/// @param lysedFluidRate    of the fluid, 1/min, after that
/// @param cytoplasmicRate   of the cytoplasm's solid part, 1/min
/// @param nuclearRate       of the nucleus' solid part, 1/min
/// @param calcificationRate 1/min
/// @param ruptureVolume     a swelling cell bursts at this many times the volume that it had when it died
/// @param duration          min, from its death (of a necrotic cell: from its burst) until it is gone
/// @param fixed             whether that is always so long, rather than on average
/// @throws IllegalArgumentException if a number is out of its range
public record DeathModel(
        double unlysedFluidRate,
        double lysedFluidRate,
        double cytoplasmicRate,
        double nuclearRate,
        double calcificationRate,
        double ruptureVolume,
        double duration,
        boolean fixed) {

    public DeathModel {
        Limits.notNegative("unlysed fluid rate", unlysedFluidRate);
        Limits.notNegative("lysed fluid rate", lysedFluidRate);
        Limits.notNegative("cytoplasmic rate", cytoplasmicRate);
        Limits.notNegative("nuclear rate", nuclearRate);
        Limits.notNegative("calcification rate", calcificationRate);
        Limits.notNegative("rupture volume", ruptureVolume);
        if (!(duration >= 0)) {
            throw new IllegalArgumentException("duration must be at least 0, but is " + duration);
        }
    }

    public static final DeathModel APOPTOSIS = new DeathModel(3.0 / 60, 0, 1.0 / 60, 0.35 / 60, 0, 2, 8.6 * 60, true);

    public static final DeathModel NECROSIS =
            new DeathModel(0.67 / 60, 0.05 / 60, 0.0032 / 60, 0.013 / 60, 0.0042 / 60, 2, 60 * 24 * 60, true);

    /// The fastest of its rates, 1/min.
    public double fastest() {
        return Math.max(
                Math.max(unlysedFluidRate, lysedFluidRate),
                Math.max(cytoplasmicRate, Math.max(nuclearRate, calcificationRate)));
    }
}
