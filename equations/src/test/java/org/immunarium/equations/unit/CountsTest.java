package org.immunarium.equations.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.units.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({
        "cells, mol, true",
        "cells, mmol, true",
        "cells, mmol/mL, true",
        "cells/L, nmol/L, true",
        "items, mol, true",
        "1/(cells*d), 1/(mol*d), true",
        // What a model counts one by one, as itself, by the million and as SimBiology writes it.
        "cells, cells, false",
        "cells, 10^6 cells, false",
        "cells, 1.66053872801495e-24 mol, false",
        "cells/L, 1.66053872801495e-24 mol/mL, false",
        "cells/d, 1.66053872801495e-24 mol/d, false",
        "1/(cells*h), 1/(cells*month), false",
        // Molecules are parts of a mole.
        "molecules, nmol, false",
        "nmol, mol, false",
        "mg, mol, false"
    })
    void cellsAreNoMoles(String given, String model, boolean taken) {
        assertThat(Counts.areTakenForMoles(Unit.parse(given), Unit.parse(model).withCountsAsAmounts()))
                .isEqualTo(taken);
    }
}
