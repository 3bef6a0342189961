package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.LifespanModel;
import org.immunarium.tissue.model.OxygenModel;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;

/// Longer steps give no larger error than those of 0.1 min, and the same bits however they are taken.
final class LongStepsTest {

    private static final TimeSteps LONG = new TimeSteps(0.1, 0.1, 6, 1, true);

    /// A ball in which a cell in ten divides in each phenotype step, without substances.
    private static Map<Long, double[]> places(TimeSteps steps, double time) {
        TestTissue test = new TestTissue(300, false)
                .steps(steps)
                .type("tumor")
                .does("tumor", "cycle entry", 1.0 / 60)
                .packed("tumor", new Region.Ball(0, 0, 0, 60), 16.5);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(time);
            Map<Long, double[]> places = new TreeMap<>();
            Cells cells = tissue.cells;
            for (int i = 0; i < cells.count(); i++) {
                places.put(cells.id.values[i], new double[] {cells.x.values[i], cells.y.values[i], cells.z.values[i]});
            }
            return places;
        }
    }

    private static double error(Map<Long, double[]> places, Map<Long, double[]> exact) {
        assertThat(places.keySet()).isEqualTo(exact.keySet());
        double sum = 0;
        for (Map.Entry<Long, double[]> each : places.entrySet()) {
            double[] there = Objects.requireNonNull(exact.get(each.getKey()));
            for (int axis = 0; axis < 3; axis++) {
                double off = each.getValue()[axis] - there[axis];
                sum += off * off;
            }
        }
        return Math.sqrt(sum / places.size());
    }

    @Test
    void longMechanicsStepsAreNoWorseThanThoseOfATenthOfAMinute() {
        for (double time : new double[] {6, 18, 36}) {
            Map<Long, double[]> exact = places(new TimeSteps(0.001, 0.001, 6), time);
            double plain = error(places(new TimeSteps(0.1, 0.1, 6), time), exact);
            double varied = error(places(new TimeSteps(0.1, 0.1, 6, 1, false), time), exact);
            assertThat(varied).isLessThan(plain);
        }
    }

    /// A ball of cells that take up oxygen, which all sides hold.
    private static double[] oxygen(TimeSteps steps) {
        TestTissue test = new TestTissue(150, false)
                .steps(steps)
                .held(38)
                .substance("oxygen", 1e5, 0.1, 38)
                .type("tumor")
                .does("tumor", "oxygen uptake", 10)
                .packed("tumor", new Region.Ball(0, 0, 0, 60), 16.5);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(6);
            return tissue.fields.concentrations(0).clone();
        }
    }

    private static double error(double[] values, double[] exact) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - exact[i]) * (values[i] - exact[i]);
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    void coupledFieldStepsAreNoWorseThanSplitOnesOfATenthOfTheirLength() {
        double[] exact = oxygen(new TimeSteps(0.0005, 0.1, 6));
        double split = error(oxygen(new TimeSteps(0.01, 0.1, 6)), exact);
        double coupled = error(oxygen(new TimeSteps(0.1, 0.1, 6, 0.1, true)), exact);
        assertThat(coupled).isLessThan(split / 3);
    }

    /// Killers among cells that take up oxygen, divide, and die; all of it with long steps.
    private static Tissue busy(int threads) {
        TestTissue test = new TestTissue(150, false)
                .wall()
                .steps(LONG)
                .held(38)
                .substance("oxygen", 1e5, 0.1, 38)
                .held(0)
                .substance("signal", 1000, 0.02, 0)
                .variable("oncoprotein")
                .type("tumor")
                .type("killer")
                .does("tumor", "oxygen uptake", 30)
                .does("tumor", "signal secretion", 10)
                .does("tumor", "signal secretion target", 1)
                .does("tumor", "cycle entry", 0.01)
                .cycle("tumor", CycleModel.LIVE.withFixed(true))
                .change("tumor", type -> type.withOxygen(new OxygenModel(0, 10, 38, 36, 8, 0.005, OptionalInt.of(0))))
                .varies("tumor", "custom:oncoprotein", new Uniform(0.5, 2), false)
                .varies("tumor", "cycle entry", new Uniform(0.01, 0.03), true)
                .does("killer", "migration speed", 2)
                .does("killer", "migration bias", 0.5)
                .does("killer", "cell-cell repulsion", 50)
                .motile("killer", new Guidance.Chemotaxis(1, true))
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                        0, 0.1, 18, 14, OptionalInt.of(0), 0.5, 2, 0.1, 30, true, true, 0.01, 1))
                                .withLifespan(new LifespanModel(400, 500)))
                .packed("tumor", new Region.Ball(0, 0, 0, 70), 16.5);
        Treatment treatment = new Treatment(
                List.of(),
                List.of(
                        new Treatment.Infusion(0, new Placement.Around(1, 50, 0, 10, 30)),
                        new Treatment.Infusion(60, new Placement.Around(1, 50, 0, 10, Double.POSITIVE_INFINITY))),
                List.of());
        return new Tissue(test.model(), test.beginning(), treatment, 3, 0, threads);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBitsAsOneAndSoDoesGoingOn() throws IOException {
        long one;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Tissue tissue = busy(1)) {
            tissue.advanceTo(180);
            one = SameBitsTest.digest(tissue);
            assertThat(tissue.losses.of(0, Cause.CONTACT_KILLING)).isPositive();
            assertThat(tissue.losses.of(0, Cause.NECROSIS)).isPositive();
            assertThat(tissue.losses.of(1, Cause.AGE)).isPositive();
        }
        try (Tissue tissue = busy(3)) {
            tissue.advanceTo(90);
            // In the middle of a phenotype step, after one that was longer.
            for (int step = 0; step < 5; step++) {
                tissue.advance();
            }
            BlockOutput out = new BlockOutput(Channels.newChannel(written));
            tissue.write(out);
            out.flush();
            tissue.advanceTo(180);
            assertThat(SameBitsTest.digest(tissue)).isEqualTo(one);
        }
        try (Tissue tissue = busy(2)) {
            tissue.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written.toByteArray()))));
            tissue.advanceTo(180);
            assertThat(SameBitsTest.digest(tissue)).isEqualTo(one);
        }
    }
}
