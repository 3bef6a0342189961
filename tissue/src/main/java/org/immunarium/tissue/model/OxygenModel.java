package org.immunarium.tissue.model;

import java.util.OptionalInt;

/// How oxygen, or another nutrient, lets cells of a type divide, and what lack of it does: see
/// [org.immunarium.tissue.behaviour.OxygenResponse].
///
/// Concentrations are in the substance's unit.
///
/// @param substance     its number
/// @param none          at and below it cells do not enter the cycle
/// @param full          from here on they enter it as fast as they can; above `none`
/// @param necrosisBelow below it cells begin to die
/// @param necrosisMost  below it they die as fast as they can; below `necrosisBelow`
/// @param necrosisRate  how fast that is, 1/min
/// @param factor        the number of the variable that the rate of entry is multiplied by, such as an oncoprotein
/// @throws IllegalArgumentException if a number is out of its range
public record OxygenModel(
        int substance,
        double none,
        double full,
        double necrosisBelow,
        double necrosisMost,
        double necrosisRate,
        OptionalInt factor) {

    public OxygenModel {
        boolean divides = full > none && none >= 0;
        boolean dies = necrosisBelow > necrosisMost && necrosisMost >= 0 && necrosisRate >= 0;
        if (substance < 0 || !divides || !dies || !Double.isFinite(full + necrosisBelow + necrosisRate)) {
            throw new IllegalArgumentException("division between " + none + " and " + full + ", necrosis of "
                    + necrosisRate + " between " + necrosisBelow + " and " + necrosisMost + " of substance "
                    + substance);
        }
    }

    /// That of PhysiCell's tumour cells, of oxygen in mmHg: no cell divides below 5, as fast as it can from 38 on;
    /// below 5 they die, below 2.5 within 6 h on average (Ghaffarizadeh et al. 2018, doi
    /// 10.1371/journal.pcbi.1005991).
    public static OxygenModel ofPhysiCell(int substance, OptionalInt factor) {
        return new OxygenModel(substance, 5, 38, 5, 2.5, 1.0 / 360, factor);
    }
}
