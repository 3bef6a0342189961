package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a run gives at a time depends neither on the times that are asked for nor on the pieces in which it is
/// advanced: it takes the same steps and gives the same bits.
final class OutputGridTest {

    private static final double END = 40;

    /// Kinds of models in which it could.
    enum Kind {
        /// Two periodic populations.
        NONSTIFF,
        /// Robertson's reactions: rates from 1e-2 to 1e7.
        STIFF,
        /// Events by time and by state, with delay, and doses at once and over time.
        EVENTS,
        /// Growth that follows the past, with an event that depends on it.
        DELAYS;

        Model model() {
            return switch (this) {
                case NONSTIFF ->
                    ModelBuilder.of("prey", "")
                            .parameter("a", "", 2, "1")
                            .parameter("b", "", 1, "1")
                            .rate("a", "a * (1 - b)")
                            .rate("b", "b * (a - 1)")
                            .build();
                case STIFF ->
                    ModelBuilder.of("robertson", "")
                            .parameter("a", "", 1, "1")
                            .parameter("b", "", 0, "1")
                            .parameter("c", "", 0, "1")
                            .rate("a", "1e4 * b * c - 0.04 * a")
                            .rate("b", "0.04 * a - 1e4 * b * c - 3e7 * b^2")
                            .rate("c", "3e7 * b^2")
                            .build();
                case EVENTS ->
                    ModelBuilder.of("events", "")
                            .units("day", "mole", "litre")
                            .compartment("V", 2)
                            .concentration("D", "", "V", 5, "mole")
                            .parameter("k", "", 0.3, "1/day")
                            .parameter("n", "", 0, "1")
                            .reaction("out", "", Map.of("D", 1.0), Map.of(), "k * D * V")
                            .event("refill", "", "D < 2.5", "D", "5")
                            .event("faster", "", "time > 17.3", "k", "2 * k")
                            .event("count", "", "D > 4 && time < 30", "n", "n + D")
                            .build();
                case DELAYS ->
                    ModelBuilder.of("delays", "")
                            .parameter("x", "", 0.5, "1")
                            .parameter("n", "", 0, "1")
                            .rate("x", "0.2 * delay(x, 7) / (1 + delay(x, 7)^10) - 0.1 * x")
                            .event("count", "", "delay(x, 3) > 0.8", "n", "n + x")
                            .build();
            };
        }

        Simulation simulation() {
            Simulation run = CompiledModel.compile(model())
                    .simulation()
                    .relativeTolerance(1e-7)
                    .until(END);
            if (this == EVENTS) {
                run.intervention(new Intervention.Bolus(3.3, "D", 4))
                        .intervention(new Intervention.Infusion(11, 2.5, "D", 6));
            }
            return run;
        }
    }

    /// The steps of a run, and what it gives.
    private record Walk(List<Double> steps, Timecourse course) {

        static Walk of(Simulation run, int pieces) {
            List<Double> steps = new ArrayList<>();
            run.onProgress(steps::add);
            for (int i = 1; i < pieces; i++) {
                run.advance(i * END / pieces);
            }
            return new Walk(steps, run.run());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThousandPiecesTakeTheStepsOfOneCall(Kind kind) {
        Walk whole = Walk.of(kind.simulation().every(0.5), 1);
        Walk pieces = Walk.of(kind.simulation().every(0.5), 1000);
        assertThat(whole.steps).hasSizeGreaterThan(10);
        assertThat(pieces.steps).isEqualTo(whole.steps);
        assertThat(pieces.course.values()).isDeepEqualTo(whole.course.values());
        assertThat(pieces.course.occurrences()).isEqualTo(whole.course.occurrences());
    }

    @ParameterizedTest
    @EnumSource
    void theTimesAskedForChangeNeitherStepsNorValues(Kind kind) {
        Walk coarse = Walk.of(kind.simulation().every(5), 1);
        Walk fine = Walk.of(kind.simulation().every(0.0625), 1);
        Walk end = Walk.of(kind.simulation().times(END), 1);
        assertThat(fine.steps).isEqualTo(coarse.steps);
        assertThat(end.steps).isEqualTo(coarse.steps);
        for (int c = 0; c < coarse.course.values().length; c++) {
            double[] few = coarse.course.values()[c];
            double[] many = fine.course.values()[c];
            assertThat(few).hasSize(9);
            for (int t = 0; t < few.length; t++) {
                assertThat(many[80 * t]).isEqualTo(few[t]);
            }
            assertThat(end.course.values()[c]).containsExactly(few[8]);
        }
    }
}
