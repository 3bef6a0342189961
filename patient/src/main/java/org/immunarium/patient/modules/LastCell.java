package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// The last cell is whole.
///
/// *Biology*: a clone that is down to less than a cell is gone.
///
/// *Equation*: below nine tenths of a cell a population becomes zero.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | cell | cells | one cell |
///
/// *Reads and writes*: ends the population.
///
/// @param place where, `V_P`
/// @param cells its name, `CD19pos`
public record LastCell(String place, String cells) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("C", cells))
                .event("The last cell of {C} in {V}", "{V}.{C} < 0.9 * cell", "{V}.{C}", "0 * cell");
    }
}
