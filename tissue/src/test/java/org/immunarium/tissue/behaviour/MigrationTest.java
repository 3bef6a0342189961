package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.model.Guidance;
import org.junit.jupiter.api.Test;

/// Where cells go by themselves, and how far.
final class MigrationTest {

    @Test
    void persistentWalkersSpreadAsTheirMeanSquareDisplacementSays() {
        double speed = 2;
        double persistence = 5;
        TestTissue model = new TestTissue(4000, true)
                .type("walker")
                .motile("walker", new Guidance.None())
                .does("walker", "migration speed", speed)
                .does("walker", "migration persistence time", persistence)
                .does("walker", "cell-cell repulsion", 0)
                .does("walker", "cell-cell adhesion", 0);
        for (int i = 0; i < 4000; i++) {
            model.cell("walker", 50 * (i % 64) - 1600, 50 * (i / 64) - 1600, 0);
        }
        try (Tissue tissue = model.start(3, 2)) {
            Cells cells = tissue.cells();
            tissue.advanceTo(50);
            double[] x0 = cells.x.values.clone();
            double[] y0 = cells.y.values.clone();
            long[] id0 = cells.id.values.clone();
            tissue.advanceTo(150);
            IdIndex index = new IdIndex(cells);
            double sum = 0;
            for (int k = 0; k < cells.count(); k++) {
                int i = index.of(id0[k]);
                double dx = cells.x.values[i] - x0[k];
                double dy = cells.y.values[i] - y0[k];
                sum += dx * dx + dy * dy;
            }
            double t = 100;
            // Fürth 1920: 2 s² τ (t - τ (1 - exp(-t / τ))).
            double expected = 2
                    * speed
                    * speed
                    * persistence
                    * (t - persistence * (1 - ElementaryFunctions.exp(-t / persistence)));
            assertThat(sum / cells.count()).isCloseTo(expected, within(0.06 * expected));
        }
    }

    /// Cells that turn in each step, where a substance grows along x.
    private static TestTissue guided(Guidance guidance, double bias) {
        return new TestTissue(200, true)
                .substance("factor", 0, 0, 0)
                .type("T cell")
                .motile("T cell", guidance)
                .does("T cell", "migration speed", 3)
                .does("T cell", "migration bias", bias)
                .does("T cell", "migration persistence time", 0.01)
                .cell("T cell", 5, 5, 0);
    }

    private static double[] motion(TestTissue test) {
        try (Tissue tissue = test.start(1, 1)) {
            TestTissue.ramp(tissue);
            tissue.advance();
            return new double[] {tissue.cells().motionX.values[0], tissue.cells().motionY.values[0]};
        }
    }

    @Test
    void withoutAnyChanceACellGoesStraightUpOrDownTheGradient() {
        assertThat(motion(guided(new Guidance.Chemotaxis(0, true), 1)))
                .containsExactly(new double[] {3, 0}, within(1e-12));
        assertThat(motion(guided(new Guidance.Chemotaxis(0, false), 1)))
                .containsExactly(new double[] {-3, 0}, within(1e-12));
        assertThat(motion(guided(new Guidance.Weighted(true), 1).does("T cell", "chemotactic response to factor", -2)))
                .containsExactly(new double[] {-3, 0}, within(1e-12));
    }

    @Test
    void aBiasLeansTheDirectionAndLeavesTheSpeed() {
        // With r = (cos a, sin a), (1 - b) r + b g has the angle to g whose mean cosine this is, by quadrature.
        double bias = 0.5;
        double expected = 0;
        int parts = 10_000;
        for (int k = 0; k < parts; k++) {
            double angle = 2 * Math.PI * (k + 0.5) / parts;
            double x = bias + (1 - bias) * Math.cos(angle);
            double y = (1 - bias) * Math.sin(angle);
            expected += x / Math.hypot(x, y) / parts;
        }
        TestTissue test = guided(new Guidance.Chemotaxis(0, true), bias).scattered("T cell", 1999);
        try (Tissue tissue = test.start(1, 2)) {
            TestTissue.ramp(tissue);
            tissue.advance();
            double sum = 0;
            int inside = 0;
            for (int i = 0; i < 2000; i++) {
                // Some are pushed out of the domain at once, as others are too near.
                if (tissue.cells().acts(i)) {
                    double x = tissue.cells().motionX.values[i];
                    assertThat(Math.hypot(x, tissue.cells().motionY.values[i])).isCloseTo(3, within(1e-12));
                    sum += x / 3;
                    inside++;
                }
            }
            assertThat(inside).isGreaterThan(1900);
            assertThat(sum / inside).isCloseTo(expected, within(0.04));
        }
    }
}
