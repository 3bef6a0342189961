package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.results.BlockInput;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.LifespanModel;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.OxygenModel;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Motile cells among others, in a box whose walls push them back.
    private static TestTissue boxed(TimeSteps steps, boolean flat, double speed) {
        return new TestTissue(60, flat)
                .wall()
                .steps(steps)
                .type("tumor")
                .type("T cell")
                .does("T cell", "migration speed", speed)
                .does("T cell", "migration persistence time", 3)
                .motile("T cell", new Guidance.None())
                .scattered("tumor", flat ? 30 : 200)
                .scattered("T cell", 20);
    }

    @ParameterizedTest
    @CsvSource({"true, 10", "false, 10", "true, 4", "true, 0.5"})
    void nobodyLeavesADomainWithWalls(boolean flat, double speed) {
        TestTissue test = boxed(new TimeSteps(0.1, 0.1, 6, 1, false), flat, speed);
        try (Tissue tissue = test.start(1, 2)) {
            for (int i = 0; i < tissue.cells.count(); i++) {
                assertThat(tissue.cells.outside.values[i]).isZero();
            }
            tissue.advanceTo(600);
            int outside = 0;
            for (int i = 0; i < tissue.cells.count(); i++) {
                outside += tissue.cells.outside.values[i];
            }
            assertThat(outside).isZero();
        }
    }

    private static double spread(TimeSteps steps, double speed, OptionalDouble hop) {
        TestTissue test = new TestTissue(1e5, true)
                .steps(steps)
                .type("T cell")
                .does("T cell", "migration speed", speed)
                .does("T cell", "migration persistence time", 1)
                .change("T cell", type -> type.withMigration(new MigrationModel(true, new Guidance.None(), hop)));
        for (int k = 0; k < 900; k++) {
            test.cell("T cell", 1000 * (k % 30), 1000 * (k / 30), 0);
        }
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(60);
            Cells cells = tissue.cells;
            double sum = 0;
            for (int i = 0; i < cells.count(); i++) {
                double dx = cells.x.values[i] - 1000 * (cells.id.values[i] % 30);
                double dy = cells.y.values[i] - 1000 * (cells.id.values[i] / 30);
                sum += dx * dx + dy * dy;
            }
            return sum / cells.count();
        }
    }

    @Test
    void migratingCellsSpreadAsFar() {
        // The mean square of a walk that turns at the rate 1 / min: 2 v² (t - 1 + exp(-t)).
        double expected = 2 * 4 * 59;
        for (TimeSteps steps : List.of(new TimeSteps(0.1, 0.1, 6), new TimeSteps(0.1, 0.1, 6, 1, false))) {
            assertThat(spread(steps, 2, OptionalDouble.empty())).isCloseTo(expected, within(0.12 * expected));
        }
    }

    @Test
    void cellsThatHopSpreadAsFar() {
        // Hops of 2 µm at the rate 1 / min, each in another direction: the mean square is 4 µm² a hop.
        double expected = 4 * 60;
        for (TimeSteps steps : List.of(new TimeSteps(0.1, 0.1, 6), new TimeSteps(0.1, 0.1, 6, 1, false))) {
            assertThat(spread(steps, 20, OptionalDouble.of(0.1))).isCloseTo(expected, within(0.12 * expected));
        }
    }

    /// How far apart chains of cells are that are attached to each other by stiff springs.
    private static double apart(TimeSteps steps) {
        TestTissue test = new TestTissue(500, true)
                .steps(steps)
                .type("tumor")
                .does("tumor", "cell attachment rate", 1)
                .does("tumor", "cell-cell adhesion elastic constant", 0.3)
                .packed("tumor", new Region.Ball(0, 0, 0, 80), 19);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(60);
            assertThat(tissue.springs.count()).isGreaterThan(20);
            double most = 0;
            for (int i = 0; i < tissue.cells.count(); i++) {
                most = Math.max(most, Math.hypot(tissue.cells.x.values[i], tissue.cells.y.values[i]));
            }
            return most;
        }
    }

    @Test
    void stiffSpringsHoldStill() {
        double plain = apart(new TimeSteps(0.1, 0.01, 6));
        assertThat(apart(new TimeSteps(0.1, 0.1, 6, 1, false))).isCloseTo(plain, within(0.1 * plain));
    }

    /// The share of targets that live after a while, beside killers of all kinds.
    private static double left(TimeSteps steps, boolean hits, int seed) {
        TestTissue test = new TestTissue(1000, true)
                .steps(steps)
                .immunity(new Immunity(
                        List.of("antigen"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "is_movable", hits ? 1 : 0)
                .does("killer", "cell-cell repulsion", 0)
                .does("killer", "cell-cell adhesion", 0)
                .does("tumor", "antigen expression", 1);
        if (hits) {
            test.does("tumor", "lethal hits to die", 2)
                    .does("tumor", "lethal hit repair rate", 0)
                    .does("killer", "engagement rate", 0.5)
                    .does("killer", "attack duration", 10)
                    .does("killer", "CAR affinity to antigen", 1e9)
                    .does("killer", "lethal hit rate", 0.5);
        } else {
            test.change(
                    "killer",
                    type -> type.withKilling(new ContactKillingModel(
                            0, 0.1, 18, 17, OptionalInt.empty(), 0, 1, 0.1, 10, true, true, 0, 0, 30)));
        }
        for (int k = 0; k < 400; k++) {
            double x = -950 + 100 * (k % 20);
            double y = -950 + 100 * (k / 20);
            test.cell("tumor", x, y, 0).cell("killer", x + 16, y, 0);
        }
        try (Tissue tissue = test.start(seed, 2)) {
            tissue.advanceTo(hits ? 12 : 30);
            int living = 0;
            for (int i = 0; i < tissue.cells.count(); i++) {
                living += tissue.cells.type.values[i] == 0 && tissue.cells.isAlive(i) ? 1 : 0;
            }
            return living / 400.0;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asManyAreKilled(boolean hits) {
        double plain = 0;
        double varied = 0;
        for (int seed = 1; seed <= 8; seed++) {
            plain += left(new TimeSteps(0.01, 0.01, 6), hits, seed) / 8;
            varied += left(new TimeSteps(0.1, 0.1, 6, 1, false), hits, seed) / 8;
        }
        assertThat(plain).isBetween(0.1, 0.6);
        assertThat(varied).isCloseTo(plain, within(0.04));
    }

    @Test
    void aKillerStopsWhereItAttaches() {
        TestTissue test = new TestTissue(200, true)
                .steps(new TimeSteps(0.1, 0.1, 6, 1, false))
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("tumor", "cell-cell repulsion", 0)
                .does("tumor", "cell-cell adhesion", 0)
                .does("killer", "migration speed", 1)
                .does("killer", "migration persistence time", 1e9)
                .does("killer", "cell-cell adhesion elastic constant", 0)
                .motile("killer", new Guidance.None())
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 0.5, 18, 17, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 14, 0, 0);
        for (int seed = 1; seed <= 10; seed++) {
            try (Tissue tissue = test.start(seed, 1)) {
                double x = Double.NaN;
                double y = Double.NaN;
                int killer = 0;
                while (tissue.time() < 12) {
                    killer = tissue.cells.type.values[0] == 1 ? 0 : 1;
                    boolean held = tissue.cells.target.values[killer] >= 0;
                    x = held ? x : tissue.cells.x.values[killer];
                    y = held ? y : tissue.cells.y.values[killer];
                    tissue.advance();
                }
                killer = tissue.cells.type.values[0] == 1 ? 0 : 1;
                assertThat(tissue.cells.target.values[killer]).isNotNegative();
                assertThat(tissue.cells.x.values[killer]).isEqualTo(x);
                assertThat(tissue.cells.y.values[killer]).isEqualTo(y);
            }
        }
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
                                        0,
                                        0.1,
                                        18,
                                        14,
                                        OptionalInt.of(0),
                                        0.5,
                                        2,
                                        0.1,
                                        30,
                                        true,
                                        true,
                                        0.01,
                                        17.825,
                                        20))
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
        byte[] written;
        byte[] end;
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
            written = SameBitsTest.written(tissue);
            tissue.advanceTo(180);
            assertThat(SameBitsTest.digest(tissue)).isEqualTo(one);
            end = SameBitsTest.written(tissue);
        }
        try (Tissue tissue = busy(2)) {
            tissue.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written))));
            tissue.advanceTo(180);
            assertThat(SameBitsTest.digest(tissue)).isEqualTo(one);
            assertThat(SameBitsTest.written(tissue)).isEqualTo(end);
        }
    }

    @Test
    void aTissueWithImmunityGoesOnWithTheSameBitsToo() throws IOException {
        TestTissue busy = SameBitsTest.busy(true).steps(new TimeSteps(0.1, 0.1, 6, 1, true));
        byte[] written;
        byte[] end;
        try (Tissue tissue = new Tissue(busy.model(), busy.beginning(), SameBitsTest.TREATMENT, 5, 0, 2)) {
            tissue.advanceTo(30);
            for (int step = 0; step < 5; step++) {
                tissue.advance();
            }
            written = SameBitsTest.written(tissue);
            tissue.advanceTo(60);
            end = SameBitsTest.written(tissue);
        }
        try (Tissue tissue = new Tissue(busy.model(), busy.beginning(), SameBitsTest.TREATMENT, 5, 0, 1)) {
            tissue.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written))));
            tissue.advanceTo(60);
            assertThat(SameBitsTest.written(tissue)).isEqualTo(end);
        }
    }
}
