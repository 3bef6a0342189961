package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A lesion as a radiologist measures it.
///
/// *Biology*: living cancer cells and nothing else make up a lesion, which is a ball. Its longest diameter is read
/// off a scan.
///
/// *Equation*:
///
///     D = (6 / pi vol_cell sum of C_i)^(1/3)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | vol_cell | mm³/cell | volume of the lesion for each cancer cell |
///
/// *Reads and writes*: has the compartment, which only gives cells a place, the diameter, and the sum of living
/// cancer cells, to which [CancerClone] adds. It stands where [TumourVolume] may stand, in a lesion that is a
/// bed.
///
/// *Source*: geometry.
public record MeasuredLesion(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .compartment("{tumour}", "Place of the lesion", "L")
                .sum("{C_total}", "All cancer cells of the lesion", "cells")
                .sum("{room}", "Volume of the lesion", "mm³")
                .assigned("D{site}", "Longest diameter of the lesion", "mm", "(6 * {room} / pi)^(1 / 3)");
    }
}
