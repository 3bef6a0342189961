package org.immunarium.tissue.model;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What is given while a tissue is watched.
///
/// @param courses      of each drug of the model: its concentration, in its unit, at a time in min
/// @param infusions    cells that are given, by time
/// @param vaccinations by time
public record Treatment(List<DoubleUnaryOperator> courses, List<Infusion> infusions, List<Vaccination> vaccinations) {

    /// Nothing of it.
    public static Treatment none(TissueModel model) {
        int drugs = model.immunity().map(its -> its.drugs().size()).orElse(0);
        return new Treatment(Collections.nCopies(drugs, time -> 0), List.of(), List.of());
    }

    /// Cells that are given.
    ///
    /// @param time min
    public record Infusion(double time, Placement cells) {}

    /// A vaccine: dendritic cells in the lymph node that carry an antigen.
    ///
    /// @param time      min
    /// @param antigen   its number
    /// @param dendritic how many such cells it is worth
    /// @param cargo     antigen that each carries
    public record Vaccination(double time, int antigen, double dendritic, double cargo) {}
}
