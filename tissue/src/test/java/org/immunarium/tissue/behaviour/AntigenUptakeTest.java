package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.CycleModel;
import org.junit.jupiter.api.Test;

/// Antigens that cells have eaten become neither more nor less when cells divide or fuse.
final class AntigenUptakeTest {

    private static double total(Tissue tissue) {
        double sum = 0;
        for (int i = 0; i < tissue.cells().count(); i++) {
            sum += tissue.immune().orElseThrow().uptake().of(0, i);
        }
        return sum;
    }

    private static TestTissue cells() {
        return new TestTissue(200, true)
                .immune()
                .type("tumor")
                .type("eater")
                .does("tumor", "antigen expression", 3)
                .does("eater", "phagocytose tumor", 1e9)
                .cell("tumor", 0, 0, 0)
                .cell("eater", 15, 0, 0);
    }

    @Test
    void daughtersShareWhatTheirMotherAte() {
        try (Tissue tissue = cells().does("eater", "cycle entry", 1.0 / 9)
                .cycle("eater", CycleModel.LIVE.withFixed(true))
                .start(1, 1)) {
            tissue.advanceTo(6.1);
            Cells cells = tissue.cells();
            assertThat(cells.count()).isEqualTo(2);
            assertThat(tissue.immune().orElseThrow().uptake().of(0, 0)).isEqualTo(1.5);
            assertThat(tissue.immune().orElseThrow().uptake().of(0, 1)).isEqualTo(1.5);
        }
    }

    @Test
    void whoFusesHasWhatBothAte() {
        try (Tissue tissue = cells().type("other")
                .does("other", "fuse to eater", 1e9)
                .cell("other", 15, 15, 0)
                .start(1, 1)) {
            tissue.advanceTo(1);
            assertThat(tissue.cells().count()).isEqualTo(1);
            assertThat(total(tissue)).isEqualTo(3);
        }
    }
}
