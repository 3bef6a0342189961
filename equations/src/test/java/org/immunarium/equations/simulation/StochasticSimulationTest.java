package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.system.Measure;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

/// Exact stochastic simulation, on models whose distribution is known.
final class StochasticSimulationTest {

    private static final int REPLICATES = 4000;

    private static ModelBuilder cells() {
        return ModelBuilder.of("cells", "").units("day", "cells", "litre").compartment("V", 2);
    }

    private static ModelBuilder immigrationAndDeath() {
        return cells().concentration("X", "", "V", 0, "cells")
                .parameter("in", "", 1, "cells/day")
                .parameter("out", "", 0.1, "1/day")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "in")
                .reaction("die", "", Map.of("X", 1.0), Map.of(), "out * X * V");
    }

    private static StochasticSimulation run(Model model) {
        return CompiledModel.compile(model).stochastic().replicates(REPLICATES);
    }

    /// Arrivals that depend on nothing but time are Poisson: mean and variance are the same.
    private static void assertPoisson(StochasticSummary summary, String id, int time, double mean) {
        int column = 0;
        while (!summary.columns().get(column).id().equals(id)) {
            column++;
        }
        double n = summary.moments().count();
        double deviation = summary.standardDeviation(column, time);
        assertThat(summary.mean(column, time)).isCloseTo(mean, within(4 * Math.sqrt(mean / n)));
        assertThat(deviation * deviation).isCloseTo(mean, within(4 * mean * Math.sqrt((2 + 1 / mean) / n)));
    }

    @Test
    void immigrationAndDeathHaveTheirMeanAndVariance() {
        StochasticSummary summary = run(immigrationAndDeath().build())
                .columns(List.of(new Column.Request("X", Column.Meaning.AMOUNT)))
                .until(20)
                .every(5)
                .run();
        for (int i = 1; i <= 4; i++) {
            assertPoisson(summary, "X", i, 10 * (1 - FastMath.exp(-0.1 * summary.times()[i])));
        }
    }

    @Test
    void aConcentrationIsAnAmountByItsVolume() {
        Timecourse course =
                run(immigrationAndDeath().build()).until(30).every(1).run(7);
        for (double x : course.column("X")) {
            assertThat(2 * x).isEqualTo(Math.rint(2 * x)).isNotNegative();
        }
    }

    @Test
    void fourMoleculesDimeriseTwoByTwo() {
        Model model = cells().amount("P", "", "V", 4, "cells")
                .amount("P2", "", "V", 0, "cells")
                .parameter("k", "", 1, "1/day")
                .reaction("pair", "", Map.of("P", 2.0), Map.of("P2", 1.0), "k * P * (P - 1) / 2")
                .build();
        double t = 0.4;
        StochasticSummary summary = run(model).times(t).run();
        double four = FastMath.exp(-6 * t);
        double two = 1.2 * (FastMath.exp(-t) - FastMath.exp(-6 * t));
        double mean = 4 * four + 2 * two;
        double variance = 16 * four + 4 * two - mean * mean;
        assertThat(summary.mean(0, 0)).isCloseTo(mean, within(4 * Math.sqrt(variance / REPLICATES)));
        assertThat(summary.standardDeviation(0, 0)).isCloseTo(Math.sqrt(variance), within(0.05));
        assertThat(summary.mean(1, 0)).isCloseTo((4 - summary.mean(0, 0)) / 2, within(1e-12));
    }

    @Test
    void propensitiesThatGrowWithTimeAreIntegrated() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .parameter("a", "", 0.5, "cells/day^2")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "a * time")
                .build();
        StochasticSummary summary = run(model).until(6).every(2).run();
        for (int i = 1; i <= 3; i++) {
            double t = summary.times()[i];
            assertPoisson(summary, "X", i, 0.25 * t * t);
        }
    }

    @Test
    void propensitiesFollowWhatRateRulesChangeAndEventsStopThem() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .parameter("drug", "", 8, "1")
                .parameter("on", "", 1, "cells/day")
                .rate("drug", "-0.5 * drug")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "on * drug")
                .event("stop", "", "drug < 2", "on", "0")
                .build();
        StochasticSummary summary = run(model).times(1, 20).run();
        assertPoisson(summary, "X", 0, 16 * (1 - FastMath.exp(-0.5)));
        assertPoisson(summary, "X", 1, 12);
    }

    @Test
    void aConditionOnTimeSwitchesAtItsTime() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "piecewise(3, time < 2, 0)")
                .build();
        StochasticSummary summary = run(model).times(1, 2, 9).run();
        assertPoisson(summary, "X", 0, 3);
        assertPoisson(summary, "X", 1, 6);
        assertThat(summary.mean(0, 2)).isEqualTo(summary.mean(0, 1));
    }

    @Test
    void anEventHappensRightAfterTheReactionThatSetsItOff() {
        Model model = immigrationAndDeath()
                .parameter("times", "", 0, "1")
                .event("cull", "", "X * V > 5", "X", "0")
                .build();
        for (int replicate = 0; replicate < 20; replicate++) {
            Timecourse course = run(model).until(60).every(0.25).run(replicate);
            assertThat(course.occurrences()).isNotEmpty();
            for (double x : course.column("X")) {
                assertThat(2 * x).isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void aClockThatAnEventResetsKeepsItsTimes() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .parameter("clock", "", 0, "day")
                .rate("clock", "1")
                .event("tick", "", "clock >= 0.5", "clock", "-0.5")
                .build();
        Timecourse course = run(model).until(4).every(1).run(0);
        assertThat(course.occurrences()).extracting(Occurrence::time).containsExactly(0.5, 1.5, 2.5, 3.5);
        assertThat(course.column("clock")).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void theDelayOfAnEventIsDrawnEachTimeItIsSetOff() {
        Model plain = cells().amount("X", "", "V", 0, "cells")
                .parameter("clock", "", 0, "day")
                .rate("clock", "1")
                .event("late", "", "clock >= 10", "X", "X + 1")
                .event("again", "", "clock >= 10", "clock", "0")
                .build();
        List<Model.Event> events = new ArrayList<>(plain.events());
        Model.Event late = events.getFirst();
        events.set(
                0,
                new Model.Event(
                        late.id(),
                        late.name(),
                        late.trigger(),
                        Optional.of(Formula.parse("uniform(1, 3)")),
                        late.priority(),
                        late.useValuesFromTriggerTime(),
                        late.initialTrigger(),
                        true,
                        late.assignments()));
        Model model = plain.withEvents(events);
        List<Double> delays = run(model).until(40).every(10).run(0).occurrences().stream()
                .filter(o -> o.what().equals("late"))
                .map(o -> o.time() % 10)
                .toList();
        assertThat(delays).hasSize(3).doesNotHaveDuplicates().allMatch(d -> d > 1 && d < 3);
    }

    @Test
    void molesAreCountedInMolecules() {
        double quantum = 1 / 602.214076;
        Model model = ModelBuilder.of("few", "")
                .units("second", "zmol", "litre")
                .compartment("V", 1)
                .amount("X", "", "V", 0.1660539, "zmol")
                .parameter("k", "", 0.5, "1/second")
                .reaction("decay", "", Map.of("X", 1.0), Map.of(), "k * X")
                .build();
        StochasticSummary summary = run(model).times(0, 2).run();
        assertThat(summary.mean(0, 0)).isCloseTo(100 * quantum, within(1e-12));
        double left = FastMath.exp(-1);
        double deviation = Math.sqrt(100 * left * (1 - left)) * quantum;
        assertThat(summary.mean(0, 1)).isCloseTo(100 * left * quantum, within(4 * deviation / Math.sqrt(REPLICATES)));
        assertThat(summary.standardDeviation(0, 1)).isCloseTo(deviation, within(0.05 * deviation));
    }

    @Test
    void aFractionOfACellIsRefusedByName() {
        Model half = cells().amount("X", "", "V", 10.5, "cells")
                .amount("Y", "", "V", 0.5, "cells")
                .parameter("k", "", 1, "1/day")
                .reaction("die", "", Map.of("X", 1.0), Map.of(), "k * X * Y")
                .build();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(half).times(1).run())
                .withMessageContaining("X starts with 10.5; a whole number of molecules or cells was expected")
                // Nothing counts Y one by one.
                .withMessageNotContaining("Y");
        Intervention.Bolus dose = new Intervention.Bolus(1, "X", Measure.CONCENTRATION, 2.75);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> run(half).set("X", 10).intervention(dose).times(1).run(0))
                .withMessageContaining("X is given 5.5;");
    }

    @Test
    void whatIsWholeButForRoundingIsCountedAsWhole() {
        // 10 cells that are written with ten digits, and as many given again.
        Model model = ModelBuilder.of("cells", "")
                .units("day", "cells", "litre")
                .compartment("V", 3)
                .concentration("X", "", "V", 3.333333333, "cells")
                .parameter("k", "", 5, "1/day")
                .reaction("die", "", Map.of("X", 1.0), Map.of(), "k * X * V")
                .build();
        Column.Request amount = new Column.Request("X", Column.Meaning.AMOUNT);
        Timecourse course = run(model)
                .intervention(new Intervention.Bolus(50, "X", Measure.CONCENTRATION, 3.333333333))
                .columns(List.of(amount))
                .times(0, 49, 50, 99)
                .run(0);
        assertThat(course.values()[0]).containsExactly(10, 0, 10, 0);
    }

    @Test
    void whatIsDrawnHasToBeWholeInEachRun() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .initially("X", "uniform(0, 9)")
                .reaction("die", "", Map.of("X", 1.0), Map.of(), "X")
                .build();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(model).times(1).run())
                .withMessageContaining("X starts with");
    }

    @Test
    void twoThreadsGiveTheSameBitsAsOne() {
        StochasticSummary one =
                run(immigrationAndDeath().build()).until(10).every(1).run();
        for (int threads : new int[] {2, 4}) {
            StochasticSummary several = run(immigrationAndDeath().build())
                    .threads(threads)
                    .until(10)
                    .every(1)
                    .run();
            for (int i = 0; i <= 10; i++) {
                assertThat(several.mean(0, i)).isEqualTo(one.mean(0, i));
                assertThat(several.standardDeviation(0, i)).isEqualTo(one.standardDeviation(0, i));
            }
        }
    }

    @Test
    void outputsDoNotChangeARun() {
        double[] coarse =
                run(immigrationAndDeath().build()).until(40).every(10).run(3).column("X");
        double[] fine =
                run(immigrationAndDeath().build()).until(40).every(0.5).run(3).column("X");
        for (int i = 0; i < coarse.length; i++) {
            assertThat(fine[20 * i]).isEqualTo(coarse[i]);
        }
    }

    @Test
    void aNegativePropensityIsRefusedByItsReaction() {
        Model model = cells().amount("X", "", "V", 3, "cells")
                .reaction("both", "", Map.of("X", 1.0), Map.of(), "X - 2.5")
                .build();
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(() -> run(model).times(500).run())
                .withMessageContaining("both")
                .withMessageContaining("propensity is -0.5");
    }

    @Test
    void aReactionMustNotTakeWhatIsNotThere() {
        Model model = cells().amount("X", "", "V", 3, "cells")
                .reaction("pair", "", Map.of("X", 2.0), Map.of(), "X")
                .build();
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(() -> run(model).times(500).run())
                .withMessageContaining("\"X\"")
                .withMessageContaining("too little for reaction \"pair\"");
    }

    @Test
    void aPastOrAGramIsRefusedByName() {
        Model past = cells().amount("X", "", "V", 3, "cells")
                .reaction("echo", "", Map.of(), Map.of("X", 1.0), "delay(X, 1)")
                .build();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(past))
                .withMessageContaining("delay");
        Model gram = ModelBuilder.of("grams", "")
                .units("day", "g", "litre")
                .compartment("V", 1)
                .amount("X", "", "V", 3, "g")
                .build();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(gram))
                .withMessageContaining("cannot be counted");
    }

    /// Cells that divide: 4e8 of them are expected in the end, from a rate of 1 a day at the start.
    private static Model dividingCells() {
        return cells().amount("X", "", "V", 1000, "cells")
                .parameter("k", "", 1, "1/day")
                .reaction("divide", "", Map.of("X", 1.0), Map.of("X", 2.0), "k * X")
                .build();
    }

    @Test
    void aRunThatGrowsWithoutAnEndIsEnded() {
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(() ->
                        run(dividingCells()).times(13).mostReactions(1.5e6).run(0))
                .withMessageContaining("reactions were carried out one by one")
                .satisfies(failure -> assertThat(failure.time()).isBetween(7.0, 8.5));
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(
                        () -> run(dividingCells()).times(13).mostReactions(1e4).run(0))
                .withMessageContaining("1.3e+04 reactions are expected");
    }

    @Test
    void whoWatchesARunHearsOfItAndMayLeaveIt() {
        List<Double> heard = new ArrayList<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run(dividingCells())
                        .times(13)
                        .watch(time -> {
                            heard.add(time);
                            if (heard.size() == 3) {
                                throw new IllegalStateException("enough");
                            }
                        })
                        .run(0))
                .withMessage("enough");
        assertThat(heard).isSorted().first().isEqualTo(0.0);
        assertThat(heard.getLast()).isBetween(7.0, 8.5);
    }

    @Test
    void anIntegratedRunIsWatchedAsWell() {
        Model model = cells().amount("X", "", "V", 0, "cells")
                .parameter("a", "", 100, "cells/day^2")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "a * time")
                .build();
        List<Double> heard = new ArrayList<>();
        run(model).times(12).watch(heard::add).run(0);
        assertThat(heard).hasSizeGreaterThan(1).isSorted().first().isEqualTo(0.0);
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(() -> run(model).times(12).mostReactions(1000).run(0))
                .withMessageContaining("reactions were carried out one by one");
    }
}
