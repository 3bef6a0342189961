package org.immunarium.tissue.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.api.Test;

/// What seeps out of a vessel goes towards what is in blood, as its equation says, whatever the steps.
final class PerfusionTest {

    private static final double RATE = 0.5;
    private static final double DECAY = 0.02;

    /// A voxel that lies in the vessel whole.
    private static final int AMID = 15 + 30 * 15;

    /// A drug that seeps out of a vessel amid a flat tissue, diffuses fast, and decays; two cells, one of which takes
    /// it up.
    private static Tissue tissue(TimeSteps steps, double diffusion, double uptake, DoubleUnaryOperator course) {
        Immunity immunity = new Immunity(
                List.of(),
                List.of(new Drug("drug", "nM")),
                List.of(),
                List.of(new Vessel(0, 0, 30)),
                List.of(new Supply(0, 0, RATE)),
                List.of(),
                List.of());
        TestTissue test = new TestTissue(300, true)
                .steps(steps)
                .immunity(immunity)
                .substance("drug in tissue", diffusion, DECAY, 0)
                .substance("other", 1000, 0.1, 1)
                .type("tumor")
                .type("idle")
                .does("tumor", "drug in tissue uptake", uptake)
                .cell("tumor", 5, 5, 0)
                .cell("idle", 100, 100, 0);
        Treatment treatment = new Treatment(List.of(new Treatment.Course(course, 0.1)), List.of(), List.of());
        return new Tissue(test.model(), test.beginning(), treatment, 1, 0, 2);
    }

    private static double[] after(Tissue tissue, double time) {
        try (tissue) {
            tissue.advanceTo(time);
            return tissue.fields().concentrations(0).clone();
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void aDrugGoesToWhatItsVesselCrossesAsItsEquationSays() {
        double[] drug = after(tissue(new TimeSteps(0.01, 0.1, 6), 0, 0, t -> 7), 6);
        // c' = rate (7 - c) - decay c.
        double expected = 7 * RATE / (RATE + DECAY) * (1 - Math.exp(-6 * (RATE + DECAY)));
        assertThat(drug[AMID]).isCloseTo(expected, within(1e-3 * expected));
        assertThat(drug[0]).isZero();
    }

    @Test
    void asMuchComesOutOfAVesselWhereverItLies() {
        for (double radius : new double[] {3, 5, 25}) {
            for (double at : new double[] {0, 1, 5, 9.5}) {
                Immunity immunity = new Immunity(
                        List.of(),
                        List.of(new Drug("drug", "nM")),
                        List.of(),
                        List.of(new Vessel(at, -at, radius)),
                        List.of(new Supply(0, 0, 1e-6)),
                        List.of(),
                        List.of());
                TestTissue test = new TestTissue(300, true)
                        .immunity(immunity)
                        .substance("drug in tissue", 0, 0, 0)
                        .type("idle")
                        .cell("idle", 100, 100, 0);
                Treatment treatment = new Treatment(List.of(new Treatment.Course(t -> 7, 1)), List.of(), List.of());
                double[] drug = after(new Tissue(test.model(), test.beginning(), treatment, 1, 0, 1), 6);
                double area = sum(drug) / (7 * -Math.expm1(-6e-6)) * 20 * 20;
                assertThat(area).isCloseTo(Math.PI * radius * radius, within(1e-3 * Math.PI * radius * radius));
            }
        }
    }

    @Test
    void aVesselIsNotStarvedByLongMechanicsSteps() {
        double[] exact = after(tissue(new TimeSteps(0.001, 0.1, 6), 1e4, 1, t -> 7), 60);
        double[] plain = after(tissue(new TimeSteps(0.01, 0.1, 6), 1e4, 1, t -> 7), 60);
        double[] rare = after(tissue(new TimeSteps(0.01, 1, 6), 1e4, 1, t -> 7), 60);
        double[] varied = after(tissue(new TimeSteps(0.01, 0.1, 6, 1, false), 1e4, 1, t -> 7), 60);
        double[] coupled = after(tissue(new TimeSteps(0.1, 0.1, 6, 1, true), 1e4, 1, t -> 7), 60);
        for (double[] each : List.of(plain, rare, varied, coupled)) {
            assertThat(sum(each)).isCloseTo(sum(exact), within(0.02 * sum(exact)));
        }
        assertThat(varied).containsExactly(rare, within(1e-3));
    }

    @Test
    void coupledStepsWithSuppliesLeaveNothingNegative() {
        double[] coupled = after(tissue(new TimeSteps(0.1, 0.1, 6, 1, true), 1e5, 0, t -> t < 12 ? 0 : 7), 36);
        double[] split = after(tissue(new TimeSteps(0.001, 0.1, 6), 1e5, 0, t -> t < 12 ? 0 : 7), 36);
        assertThat(Arrays.stream(coupled).min().orElseThrow()).isNotNegative();
        assertThat(sum(coupled)).isCloseTo(sum(split), within(0.02 * sum(split)));
    }

    @Test
    void whatIsNoMoreInTheBloodIsWashedOut() {
        for (boolean coupled : new boolean[] {false, true}) {
            TimeSteps steps = new TimeSteps(coupled ? 0.1 : 0.01, 0.1, 6, 0.1, coupled);
            double[] given = after(tissue(steps, 0, 0, t -> t < 30 ? 7 : 0), 30);
            double[] washed = after(tissue(steps, 0, 0, t -> t < 30 ? 7 : 0), 36);
            double left = Math.exp(-6 * (RATE + DECAY));
            assertThat(washed[AMID]).isCloseTo(left * given[AMID], within(0.01 * given[AMID]));
        }
    }

    @Test
    void whoGoesOnGetsTheSameBits() throws IOException {
        for (TimeSteps steps : List.of(TimeSteps.DEFAULT, new TimeSteps(0.1, 0.1, 6, 1, true))) {
            DoubleUnaryOperator course = t -> t < 12 ? 0 : 7 + t;
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            double[] straight;
            try (Tissue tissue = tissue(steps, 1e4, 1, course)) {
                tissue.advanceTo(18);
                tissue.advance();
                BlockOutput out = new BlockOutput(Channels.newChannel(written));
                tissue.write(out);
                out.flush();
                straight = after(tissue, 48);
            }
            Tissue other = tissue(steps, 1e4, 1, course);
            other.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written.toByteArray()))));
            assertThat(after(other, 48)).containsExactly(straight);
        }
    }
}
