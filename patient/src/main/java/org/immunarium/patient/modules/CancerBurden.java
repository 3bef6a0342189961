package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How many cancer cells there are in all clones of a blood cancer.
///
/// *Equation*: C_total is the sum of all clones.
///
/// *Reads and writes*: has C_total, to which [MalignantBCells] add.
public record CancerBurden() implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part().sum("C_total", "All cancer cells", "cells");
    }
}
