package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.api.Test;

/// Who touches a vessel may go into it, and who may leave for the lymph node leaves from anywhere, at their rates.
final class DepartureTest {

    private static final int CELLS = 400;

    @Test
    void cellsLeaveAtTheirRatesFromWhereTheyCan() {
        TestTissue test = new TestTissue(1000, true)
                .immunity(new Immunity(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Vessel(0, 0, 10)),
                        List.of(),
                        List.of(),
                        List.of()))
                .type("near")
                .type("far")
                .type("dendritic")
                .does("near", "is_movable", 0)
                .does("far", "is_movable", 0)
                .does("dendritic", "is_movable", 0)
                .does("near", "intravasation rate", 0.01)
                .does("far", "intravasation rate", 0.01)
                .does("dendritic", "egress rate", 0.02);
        for (int k = 0; k < CELLS; k++) {
            // The radius of a cell is 8.4 µm.
            test.cell("near", 18 * Math.cos(k), 18 * Math.sin(k), 0)
                    .cell("far", 19 * Math.cos(k), 19 * Math.sin(k), 0)
                    .cell("dendritic", 500, k, 0);
        }
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(60);
            double into = tissue.losses().of(0, Cause.INTRAVASATION) / (double) CELLS;
            assertThat(into).isCloseTo(1 - Math.pow(1 - 0.06, 10), within(0.07));
            assertThat(tissue.losses().of(1, Cause.INTRAVASATION)).isZero();
            double left = tissue.losses().of(2, Cause.EGRESS) / (double) CELLS;
            assertThat(left).isCloseTo(1 - Math.pow(1 - 0.12, 10), within(0.07));
            assertThat(tissue.cells().count()).isEqualTo((int) Math.round(CELLS * (3 - into - left)));
        }
    }
}
