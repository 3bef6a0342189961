package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.api.Test;

/// What immune cells do, against what follows from their equations.
final class ImmunityTest {

    private static final int PAIRS = 400;

    private static Immunity immunity(Action... actions) {
        return new Immunity(
                List.of("antigen"),
                List.of(new Drug("drug", "nM")),
                List.of(actions),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// Many pairs of a killer and a target, far from each other; each pair touches.
    private static TestTissue pairs(Immunity immunity) {
        TestTissue tissue = new TestTissue(1000, true)
                .immunity(immunity)
                .type("tumor")
                .type("killer")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "lethal hit repair rate", 0)
                .does("killer", "engagement rate", 1000)
                .does("killer", "attack duration", 1e9)
                .does("killer", "attack damage rate", 0)
                .does("killer", "lethal hit rate", 0.1);
        for (int k = 0; k < PAIRS; k++) {
            double x = -950 + 100 * (k % 20);
            double y = -950 + 100 * (k / 20);
            tissue.cell("tumor", x, y, 0).cell("killer", x + 16, y, 0);
        }
        return tissue;
    }

    private static double living(TestTissue tissue, double drug, double time) {
        TissueModel model = tissue.model();
        Treatment treatment = new Treatment(List.of(t -> drug), List.of(), List.of());
        try (Tissue run = new Tissue(model, tissue.beginning(), treatment, 3, 0, 2)) {
            run.advanceTo(time);
            return living(run, 0) / (double) PAIRS;
        }
    }

    private static int living(Tissue tissue, int type) {
        int count = 0;
        for (int i = 0; i < tissue.cells().count(); i++) {
            count += tissue.cells().type.values[i] == type && tissue.cells().isAlive(i) ? 1 : 0;
        }
        return count;
    }

    /// The probability that a Poisson number is below n.
    private static double poissonBelow(int n, double mean) {
        double term = Math.exp(-mean);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += term;
            term *= mean / (k + 1);
        }
        return sum;
    }

    @Test
    void timeToKillIsGammaDistributed() {
        // Affinity 9 gives a strength of 0.9: hits at 0.09 per min, three of which kill.
        TestTissue tissue = pairs(immunity()).does("killer", "TCR affinity to antigen", 9);
        for (double time : new double[] {12, 30, 60}) {
            assertThat(living(tissue, 0, time))
                    .as(time + " min")
                    .isCloseTo(poissonBelow(3, 0.09 * time), within(0.075));
        }
    }

    @Test
    void repairSavesWhoIsHitSlowly() {
        TestTissue slow = pairs(immunity())
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "lethal hit rate", 0.01)
                .does("tumor", "lethal hit repair rate", 0.2);
        assertThat(living(slow, 0, 300)).isGreaterThan(0.9);
    }

    @Test
    void withoutMhcATCellIsBlindAndACarTCellIsNot() {
        TestTissue hidden = pairs(immunity()).does("tumor", "MHC-I expression", 0);
        assertThat(living(hidden.does("killer", "TCR affinity to antigen", 9), 0, 60))
                .isEqualTo(1);
        assertThat(living(hidden.does("killer", "CAR affinity to antigen", 9), 0, 60))
                .isLessThan(0.2);
    }

    @Test
    void anNkCellKillsWhatLacksMhcOnly() {
        TestTissue stressed = pairs(immunity())
                .does("tumor", "stress ligand expression", 1)
                .does("killer", "missing-self recognition", 1);
        // MHC-I of 1 leaves 1 / (1 + (1 / 0.3)^2) = 0.083 of the strength.
        assertThat(living(stressed, 0, 60)).isCloseTo(poissonBelow(3, 0.1 * 0.0826 * 60), within(0.06));
        assertThat(living(stressed.does("tumor", "MHC-I expression", 0), 0, 60)).isLessThan(0.12);
    }

    @Test
    void pdL1StopsATCellAndItsBlockadeLetsItGoOn() {
        TestTissue tissue = pairs(immunity(new Action.Blocks(new Agent.InBlood(0), Receptor.PD_1, 1)))
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "PD-1 expression", 1)
                .does("tumor", "PD-L1 expression", 1);
        // k = 0.25: 1/17 of the activity is left; with 99 % of PD-1 covered nearly all.
        assertThat(living(tissue, 0, 60)).isCloseTo(poissonBelow(3, 0.09 / 17 * 60), within(0.05));
        assertThat(living(tissue, 99, 60)).isCloseTo(poissonBelow(3, 0.09 * 60), within(0.07));
    }

    @Test
    void antibodiesLeadNkCellsAndMacrophages() {
        TestTissue nk = pairs(immunity(new Action.Opsonises(new Agent.InBlood(0), 0, 5)))
                .does("killer", "Fc affinity", 9);
        assertThat(living(nk, 0, 60)).isEqualTo(1);
        // Opsonisation 0.9 gives 8.1 / 9.1.
        assertThat(living(nk, 45, 30)).isCloseTo(poissonBelow(3, 0.1 * 8.1 / 9.1 * 30), within(0.075));
        TestTissue macrophage =
                nk.does("killer", "lethal hit rate", 0).does("killer", "phagocytose opsonised cell", 0.02);
        assertThat(living(macrophage, 45, 60)).isCloseTo(Math.exp(-0.02 * 8.1 / 9.1 * 60), within(0.075));
        assertThat(living(macrophage.does("tumor", "CD47 expression", 5), 45, 60))
                .isGreaterThan(0.85);
    }

    @Test
    void anEngagerTiesLittleWhereThereIsTooMuchOfIt() {
        TestTissue tissue = pairs(immunity(new Action.Bridges(new Agent.InBlood(0), 0, 1, 100)))
                .does("killer", "CD3 expression", 1);
        assertThat(living(tissue, 0, 60)).isEqualTo(1);
        assertThat(living(tissue, 10, 60)).isLessThan(0.2);
        assertThat(living(tissue, 1e5, 60)).isGreaterThan(0.97);
    }

    @Test
    void exhaustionEndsKilling() {
        TestTissue tissue = pairs(immunity())
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "lethal hit rate", 0.02)
                .does("killer", "exhaustion rate", 0.1);
        // The activity falls as exp(-0.09 t): 0.018 / 0.09 = 0.2 hits in all.
        assertThat(living(tissue, 0, 600)).isGreaterThan(0.97);
    }

    @Test
    void suppressorsHoldBackWhomTheyTouch() {
        TestTissue tissue = pairs(immunity())
                .does("killer", "TCR affinity to antigen", 9)
                // The target is the one that touches: it may be a suppressor itself.
                .does("tumor", "suppression", 9);
        assertThat(living(tissue, 0, 60)).isCloseTo(poissonBelow(3, 0.009 * 60), within(0.05));
    }

    @Test
    void trogocytosisHidesTheTarget() {
        TestTissue tissue =
                pairs(immunity()).does("killer", "CAR affinity to antigen", 1).does("killer", "trogocytosis rate", 0.5);
        assertThat(living(tissue, 0, 600)).isGreaterThan(0.97);
        assertThat(living(tissue.does("tumor", "antigen recovery rate", 10), 0, 600))
                .isLessThan(0.1);
    }

    @Test
    void antigensAreLostAtDivisionForGood() {
        TestTissue tissue = new TestTissue(1000, false)
                .immunity(immunity())
                .type("tumor")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "loss of antigen", 0.25)
                .does("tumor", "cycle entry", 1 / 60.0)
                .scattered("tumor", 1000);
        try (Tissue run = tissue.start(1, 2)) {
            run.advanceTo(61);
            int lost = 0;
            for (int i = 0; i < run.cells().count(); i++) {
                double has = run.immune().orElseThrow().presentation().onCell(0, i);
                assertThat(has).isIn(0.0, 1.0);
                lost += has == 0 ? 1 : 0;
            }
            // A cell divides k times along its line, on average 11 steps at 0.1 each: E[0.75^k] of lines keep it.
            double kept = 1 - lost / (double) run.cells().count();
            double perStep = (0.9 + 2 * 0.1 * 0.75) / 1.1;
            assertThat(kept).isCloseTo(Math.pow(perStep, 11), within(0.04));
        }
    }

    @Test
    void chemotherapyKillsWhoDivides() {
        TestTissue tissue = new TestTissue(1000, false)
                .immunity(immunity(new Action.KillsDividing(new Agent.InBlood(0), 10, 1)))
                .type("tumor")
                .type("resting")
                .does("tumor", "cycle entry", 0.01)
                .scattered("tumor", 1000)
                .scattered("resting", 1000);
        Treatment treatment = new Treatment(List.of(t -> 90), List.of(), List.of());
        try (Tissue run = new Tissue(tissue.model(), tissue.beginning(), treatment, 1, 0, 2)) {
            run.advanceTo(66);
            // Each of 11 steps, 6 % come to divide; 10 % of these do, the others die.
            assertThat(living(run, 0) / 1000.0).isCloseTo(Math.pow(1 + 0.06 * (0.1 - 0.9), 11), within(0.05));
            assertThat(living(run, 1)).isEqualTo(1000);
            assertThat(run.losses().of(0, Cause.CHEMOTHERAPY)).isGreaterThan(300);
        }
    }

    @Test
    void dendriticCellsCallTCells() {
        Immunity immunity = new Immunity(
                List.of("antigen"),
                List.of(new Drug("anti-CTLA-4", "nM")),
                List.of(new Action.Blocks(new Agent.InBlood(0), Receptor.CTLA_4, 1)),
                List.of(new Vessel(0, 0, 10)),
                List.of(),
                List.of(),
                List.of(new Priming(1, 0, 10, 1, 0.5, 60, 30)));
        TestTissue tissue = new TestTissue(500, true)
                .immunity(immunity)
                .type("tumor")
                .type("T cell")
                .does("tumor", "antigen expression", 1);
        TissueModel model = tissue.model();
        for (double drug : new double[] {0, 1e6}) {
            Treatment treatment =
                    new Treatment(List.of(t -> drug), List.of(), List.of(new Treatment.Vaccination(0, 0, 100, 1)));
            try (Tissue run = new Tissue(model, tissue.beginning(), treatment, 1, 0, 1)) {
                run.advanceTo(54);
                assertThat(living(run, 1)).isZero();
                run.advanceTo(96);
                // 100 cells x 10 x 1 / 2 x (1 - 0.5 x free part), of which 1 - 1/e came within the mean time.
                double primed = drug == 0 ? 250 : 500;
                assertThat((double) living(run, 1)).isCloseTo(primed * (1 - Math.exp(-1)), within(0.12 * primed));
                run.advanceTo(606);
                assertThat((double) living(run, 1)).isCloseTo(primed, within(1.0));
            }
        }
    }

    @Test
    void vesselsBringCellsAndDrugsAndTakeCellsAway() {
        Immunity immunity = new Immunity(
                List.of(),
                List.of(new Drug("drug", "nM")),
                List.of(),
                List.of(new Vessel(0, 0, 30)),
                List.of(new Supply(0, 0, 0.1)),
                List.of(new Recruitment(1, 0.5, OptionalInt.empty(), 1, 1)),
                List.of());
        TestTissue tissue = new TestTissue(500, true)
                .immunity(immunity)
                .substance("drug in tissue", 0, 0, 0)
                .type("tumor")
                .type("T cell")
                .does("tumor", "intravasation rate", 0.01)
                .cell("tumor", 200, 200, 0);
        for (int k = 0; k < 100; k++) {
            tissue.cell("tumor", -20 + 4 * (k % 10), -20 + 4 * (k / 10), 0);
        }
        DoubleUnaryOperator course = t -> 7;
        Treatment treatment = new Treatment(List.of(course), List.of(), List.of());
        try (Tissue run = new Tissue(tissue.model(), tissue.beginning(), treatment, 1, 0, 1)) {
            run.advanceTo(6);
            double[] drug = run.fields().concentrations(0);
            assertThat(drug[25 + 50 * 25]).isCloseTo(7 * (1 - Math.exp(-0.6)), within(1e-9));
            assertThat(drug[0]).isZero();
            run.advanceTo(120);
            assertThat((double) living(run, 1)).isCloseTo(60, within(16.0));
            assertThat(run.losses().of(0, Cause.INTRAVASATION)).isBetween(20L, 90L);
        }
    }

    @Test
    void givenCellsComeWhenTheyAreGiven() {
        TestTissue tissue =
                new TestTissue(500, true).immunity(immunity()).type("tumor").type("CAR-T cell");
        Treatment treatment = new Treatment(
                List.of(t -> 0),
                List.of(
                        new Treatment.Infusion(0, new Placement.Scattered(1, 5)),
                        new Treatment.Infusion(13, new Placement.Scattered(1, 7))),
                List.of());
        try (Tissue run = new Tissue(tissue.model(), Beginning.of(List.of()), treatment, 1, 0, 1)) {
            assertThat(run.cells().count()).isEqualTo(5);
            run.advanceTo(18);
            assertThat(run.cells().count()).isEqualTo(5);
            run.advance();
            assertThat(run.cells().count()).isEqualTo(12);
        }
    }
}
