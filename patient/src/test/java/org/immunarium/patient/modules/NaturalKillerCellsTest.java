package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class NaturalKillerCellsTest {

    @Test
    void theirNumberHoldsWhereAsManyComeAsDie() {
        Timecourse course = new StillTumour()
                .with("Q_NK = 1e8 cells/d", "k_NK_death = 0.1 1/d", "q_NK_T_in = 1e-5 1/(cm^3·d)", "V_C.NK = 1e9 cells")
                .add(NaturalKillerCells.inBlood(StillTumour.BODY))
                .add(new NaturalKillerCells(StillTumour.BODY, StillTumour.TUMOUR))
                .at(0, 1000);
        assertThat(course.column("V_C.NK")[1]).isCloseTo(1e9, within(1.0));
        // q V NK / k, in a tumour of some 2.75 mL.
        double volume = course.column("V_T")[1] * 1000;
        assertThat(course.column("V_T.NK")[1]).isCloseTo(1e-5 * volume * 1e9 / 0.1, within(50.0));
    }
}
