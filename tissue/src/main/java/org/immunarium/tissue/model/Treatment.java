package org.immunarium.tissue.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What is given while a tissue is watched.
///
/// @param courses      of each drug of the model
/// @param infusions    cells that are given; they come to be sorted by time
/// @param vaccinations as infusions
public record Treatment(List<Course> courses, List<Infusion> infusions, List<Vaccination> vaccinations) {

    public Treatment {
        infusions = infusions.stream()
                .sorted(Comparator.comparingDouble(Infusion::time))
                .toList();
        vaccinations = vaccinations.stream()
                .sorted(Comparator.comparingDouble(Vaccination::time))
                .toList();
    }

    /// Nothing of it.
    public static Treatment none(TissueModel model) {
        int drugs = model.immunity().map(its -> its.drugs().size()).orElse(0);
        return new Treatment(Collections.nCopies(drugs, Course.NONE), List.of(), List.of());
    }

    /// How much of a drug there is over time. The tissue is taken to follow the blood at once.
    ///
    /// @param inBlood its concentration in plasma of what is not bound there, in its unit, at a time in min
    /// @param share   the concentration around cells of the tissue, over that in plasma
    public record Course(DoubleUnaryOperator inBlood, double share) {

        /// The concentration around the cells, in the drug's unit.
        ///
        /// @param inBlood what there is in plasma at that time, in the same unit
        public double inTissue(double inBlood) {
            return share * inBlood;
        }

        /// It is not given.
        public static final Course NONE = everywhere(time -> 0);

        /// A drug of which there is as much around the cells as in blood.
        public static Course everywhere(DoubleUnaryOperator concentration) {
            return new Course(concentration, 1);
        }
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
