package org.immunarium.tissue.model;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// How large cells of a type are, and how fast their volume follows its target. Ghaffarizadeh et al. 2018, doi
/// 10.1371/journal.pcbi.1005991, supplement; the defaults are of MCF-7.
///
/// @param total             µm³
/// @param nuclear           of the nucleus, µm³, below the total
/// @param fluidFraction     from 0 to 1
/// @param fluidRate         1/min
/// @param cytoplasmicRate   of the cytoplasm's solid part, 1/min
/// @param nuclearRate       of the nucleus' solid part, 1/min
/// @param calcifiedFraction from 0 to 1
/// @param calcificationRate 1/min
/// @param ruptureVolume     times its volume
/// @throws IllegalArgumentException if a number is out of its range
public record VolumeModel(
        double total,
        double nuclear,
        double fluidFraction,
        double fluidRate,
        double cytoplasmicRate,
        double nuclearRate,
        double calcifiedFraction,
        double calcificationRate,
        double ruptureVolume) {

    public VolumeModel {
        Limits.above("nuclear", nuclear, 0);
        Limits.above("total", total, nuclear);
        Limits.fraction("fluid fraction", fluidFraction);
        Limits.notNegative("fluid rate", fluidRate);
        Limits.notNegative("cytoplasmic rate", cytoplasmicRate);
        Limits.notNegative("nuclear rate", nuclearRate);
        Limits.fraction("calcified fraction", calcifiedFraction);
        Limits.notNegative("calcification rate", calcificationRate);
        Limits.notNegative("rupture volume", ruptureVolume);
    }

    public static final VolumeModel DEFAULT = new VolumeModel(2494, 540, 0.75, 3.0 / 60, 0.27 / 60, 0.33 / 60, 0, 0, 2);

    /// The radius of a sphere of the total, µm.
    public double radius() {
        return ElementaryFunctions.root(3, total / (4 * Math.PI / 3));
    }

    /// The solid part of the nucleus, µm³.
    public double nuclearSolid() {
        return nuclear * (1 - fluidFraction);
    }

    /// The solid part of the cytoplasm by that of the nucleus.
    public double cytoplasmicToNuclear() {
        return (total - nuclear) / nuclear;
    }

    /// The fastest of its rates, 1/min.
    public double fastest() {
        return Math.max(fluidRate, Math.max(cytoplasmicRate, Math.max(nuclearRate, calcificationRate)));
    }
}
