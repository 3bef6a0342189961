package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who has engaged a cell holds on to it, and lets go of it once they do not touch; who attacks
/// does not.
final class HoldingTest {

    /// One that engages at once whom it touches, for good, and one that it knows.
    private static TestTissue couple() {
        return new TestTissue(200, true)
                .immune()
                .type("tumor")
                .type("T cell")
                .type("other")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "lethal hits to die", 1e9)
                .does("T cell", "engagement rate", 1e9)
                .does("T cell", "attack duration", 1e9)
                .does("T cell", "lethal hit rate", 1)
                .does("T cell", "TCR affinity to antigen", 9)
                .cell("tumor", 0, 0, 0)
                .cell("T cell", 15, 0, 0);
    }

    private static boolean holds(Tissue tissue, long id) {
        return tissue.cells().target.values[TestTissue.find(tissue, id)] >= 0;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noHitIsMadeBeyondTouch(boolean longSteps) {
        // Tumour cells walk away, and no spring follows them.
        TestTissue test = couple().wall()
                .does("tumor", "migration speed", 3)
                .does("tumor", "migration persistence time", 10)
                .does("tumor", "lethal hit repair rate", 0)
                .motile("tumor", new Guidance.None())
                .does("T cell", "migration speed", 4)
                .does("T cell", "migration persistence time", 10)
                .does("T cell", "cell-cell adhesion elastic constant", 0)
                .motile("T cell", new Guidance.None())
                .scattered("tumor", 60)
                .scattered("T cell", 30);
        if (longSteps) {
            test.steps(new TimeSteps(0.1, 0.1, 6, 1, false));
        }
        try (Tissue tissue = test.start(1, 2)) {
            int made = 0;
            int beyond = 0;
            int lost = 0;
            int count = tissue.cells().count();
            while (tissue.time() < 60) {
                double[] x = new double[count];
                double[] y = new double[count];
                double[] hits = new double[count];
                long[] held = new long[count];
                double reach = 2 * tissue.cells().reach.values[0];
                for (int i = 0; i < count; i++) {
                    int id = (int) tissue.cells().id.values[i];
                    x[id] = tissue.cells().x.values[i];
                    y[id] = tissue.cells().y.values[i];
                    hits[id] = tissue.immune().orElseThrow().hits().of(i);
                    held[id] = tissue.cells().target.values[i];
                }
                tissue.advance();
                for (int i = 0; i < count; i++) {
                    int id = (int) tissue.cells().id.values[i];
                    long target = Math.max(held[id], tissue.cells().target.values[i]);
                    if (target < 0) {
                        continue;
                    }
                    int at = (int) target;
                    boolean touched = Math.hypot(x[id] - x[at], y[id] - y[at]) < reach;
                    boolean letGo = held[id] >= 0 && tissue.cells().target.values[i] < 0;
                    lost += letGo ? 1 : 0;
                    assertThat(letGo).as("lets go where they do not touch").isEqualTo(!touched);
                }
                for (int j = 0; j < count; j++) {
                    int id = (int) tissue.cells().id.values[j];
                    if (tissue.immune().orElseThrow().hits().of(j) > hits[id]) {
                        made++;
                        boolean near = false;
                        for (int i = 0; i < count; i++) {
                            int by = (int) tissue.cells().id.values[i];
                            near |= tissue.cells().target.values[i] == id
                                    && Math.hypot(x[id] - x[by], y[id] - y[by]) < reach;
                        }
                        beyond += near ? 0 : 1;
                    }
                }
            }
            assertThat(made).isGreaterThan(100);
            assertThat(lost).isGreaterThan(10);
            assertThat(beyond).isZero();
        }
    }

    @Test
    void whoIsEngagedByOneThatIsHeldBackIsNotWounded() {
        TestTissue test = couple().does("tumor", "PD-L1 expression", 1e9)
                .does("T cell", "PD-1 expression", 1)
                .rule("tumor", "time", true, "apoptosis", 1e9, 200, 64);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(48);
            int tumour = TestTissue.find(tissue, 0);
            assertThat(holds(tissue, 1)).isTrue();
            assertThat(tissue.cells().damage.values[tumour]).isZero();
            assertThat(tissue.cells().attackTime.values[tumour]).isZero();
            assertThat(tissue.immune().orElseThrow().hits().of(tumour)).isZero();
            tissue.advanceTo(300);
            assertThat(tissue.losses().of(0, Cause.ATTACK)).isZero();
            assertThat(tissue.losses().of(0, Cause.APOPTOSIS)).isEqualTo(1);
        }
    }

    @Test
    void whoHoldsStandsStillAndSetsOutAtOnceWhenItHasLetGo() {
        // From 6 min on it engages nobody any more.
        TestTissue test = couple().does("tumor", "is_movable", 0)
                .rule("T cell", "time", false, "engagement rate", 0, 3, 64)
                .does("T cell", "attack duration", 6)
                .does("T cell", "migration speed", 0.5)
                .does("T cell", "migration persistence time", 1e9)
                .motile("T cell", new Guidance.None());
        int free = 0;
        for (int seed = 1; seed <= 5; seed++) {
            try (Tissue tissue = test.start(seed, 1)) {
                tissue.advanceTo(7);
                while (tissue.time() < 30) {
                    boolean held = holds(tissue, 1);
                    tissue.advance();
                    int cell = TestTissue.find(tissue, 1);
                    double x = tissue.cells().motionX.values[cell];
                    double y = tissue.cells().motionY.values[cell];
                    assertThat(Math.hypot(x, y)).isCloseTo(held ? 0 : 0.5, within(1e-12));
                    free += held ? 0 : 1;
                }
            }
        }
        assertThat(free).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apoptosis", "transform to other", "necrosis of the other"})
    void whoDiesOrBecomesAnotherLetsGoAndSoDoesOneWhoseTargetDies(String end) {
        boolean other = end.startsWith("necrosis");
        TestTissue test = couple().rule(other ? "tumor" : "T cell", "time", true, other ? "necrosis" : end, 1e9, 5, 8);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(6);
            assertThat(holds(tissue, 1)).isTrue();
            assertThat(tissue.springs().count()).isEqualTo(1);
            tissue.advanceTo(24);
            assertThat(holds(tissue, 1)).isFalse();
            assertThat(tissue.springs().count()).isZero();
        }
    }

    @Test
    void whoDividesLetsGo() {
        TestTissue test = couple().does("T cell", "engagement rate", 1)
                .does("T cell", "cycle entry", 1.0 / 9)
                .cycle("T cell", CycleModel.LIVE.withFixed(true));
        int apart = 0;
        for (int seed = 1; seed <= 5; seed++) {
            try (Tissue tissue = test.start(seed, 1)) {
                tissue.advanceTo(6);
                assertThat(holds(tissue, 1)).isTrue();
                tissue.advance();
                Cells cells = tissue.cells();
                assertThat(cells.count()).isEqualTo(3);
                int holders = (holds(tissue, 1) ? 1 : 0) + (holds(tissue, 2) ? 1 : 0);
                assertThat(tissue.springs().count()).isEqualTo(holders);
                apart += holders == 0 ? 1 : 0;
            }
        }
        assertThat(apart).isPositive();
    }

    /// As in PhysiCell, whatever else the model has.
    @Test
    void anAttackGoesOnAtAnyDistanceAndMakesNoLethalHits() {
        TestTissue test = couple().does("T cell", "engagement rate", 0)
                .does("T cell", "attack tumor", 1e9)
                .does("T cell", "attack damage rate", 1)
                .does("T cell", "cell-cell adhesion elastic constant", 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(6);
            tissue.cells().x.values[TestTissue.find(tissue, 1)] = 150;
            tissue.advanceTo(12);
            int tumour = TestTissue.find(tissue, 0);
            assertThat(tissue.cells().damage.values[tumour]).isCloseTo(12, within(1e-6));
            assertThat(tissue.immune().orElseThrow().hits().of(tumour)).isZero();
            assertThat(holds(tissue, 1)).isTrue();
        }
    }
}
