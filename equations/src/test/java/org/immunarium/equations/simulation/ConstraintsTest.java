package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hipparchus.util.FastMath;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.simulation.Intervention.Bolus;
import org.junit.jupiter.api.Test;

/// A constraint that no longer holds is an occurrence, at the time at which it does not.
final class ConstraintsTest {

    private static CompiledModel compile(ModelBuilder model, String... conditions) {
        return CompiledModel.compile(model.build()
                .withConstraints(Arrays.stream(conditions)
                        .map(condition -> new Model.Constraint(Formula.parse(condition), "not " + condition))
                        .toList()));
    }

    /// e^(k t), from 1.
    private static ModelBuilder growth() {
        return ModelBuilder.of("growth", "")
                .parameter("y", "", 1, "1")
                .parameter("k", "", 1, "1")
                .rate("y", "k * y");
    }

    /// sin t and cos t.
    private static ModelBuilder circle() {
        return ModelBuilder.of("circle", "")
                .parameter("s", "", 0, "1")
                .parameter("c", "", 1, "1")
                .rate("s", "c")
                .rate("c", "0 - s");
    }

    private static List<Occurrence> broken(Timecourse course) {
        return course.occurrences().stream()
                .filter(o -> o.kind() == Occurrence.Kind.CONSTRAINT)
                .toList();
    }

    @Test
    void itIsBrokenWhereTheStateCrossesItsBound() {
        Timecourse course = compile(growth(), "y < 2").simulation().times(0, 3).run();
        assertThat(broken(course)).singleElement().satisfies(o -> {
            assertThat(o.time()).isCloseTo(FastMath.log(2), within(1e-5));
            assertThat(o.what()).isEqualTo("not y < 2");
        });
    }

    @Test
    void itIsToldAgainEachTimeThatItHasHeldInBetween() {
        Timecourse course =
                compile(circle(), "s < 0.5").simulation().times(0, 20).run();
        double first = FastMath.PI / 6;
        assertThat(broken(course)).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(broken(course).get(i).time()).isCloseTo(first + i * 2 * FastMath.PI, within(1e-4));
        }
    }

    @Test
    void itIsToldAtTheStartAndAfterADoseAndAnEvent() {
        CompiledModel model = compile(
                growth().event("refill", "", "time >= 2", "k", "10"), "k < 5", "y < 1000", "y > 1.5", "time < 2.5");
        Timecourse course = model.simulation()
                .intervention(new Bolus(1, "y", 1e6))
                .times(0, 3)
                .run();
        assertThat(broken(course))
                .extracting(Occurrence::what)
                .containsExactly("not y > 1.5", "not y < 1000", "not k < 5", "not time < 2.5");
        assertThat(broken(course)).extracting(Occurrence::time).containsExactly(0.0, 1.0, 2.0, 2.5);
    }

    @Test
    void oneWithoutAMessageHasANumber() {
        CompiledModel model = CompiledModel.compile(
                growth().build().withConstraints(List.of(new Model.Constraint(Formula.parse("y < 2"), " "))));
        assertThat(broken(model.simulation().times(0, 3).run()))
                .extracting(Occurrence::what)
                .containsExactly("constraint 1");
    }

    @Test
    void watchingChangesNeitherStepsNorValues() {
        List<Double> free = new ArrayList<>();
        List<Double> watched = new ArrayList<>();
        Timecourse without = compile(circle())
                .simulation()
                .until(20)
                .every(0.1)
                .onProgress(free::add)
                .run();
        Timecourse with = compile(circle(), "s < 0.5", "c^2 + s^2 < 1", "time < 7")
                .simulation()
                .until(20)
                .every(0.1)
                .onProgress(watched::add)
                .run();
        assertThat(watched).isEqualTo(free);
        assertThat(with.values()).isDeepEqualTo(without.values());
        assertThat(broken(with)).hasSizeGreaterThan(4);
    }

    @Test
    void theTimesOfOutputDoNotChangeWhatIsTold() {
        CompiledModel model = compile(circle(), "s < 0.5");
        assertThat(broken(model.simulation().until(20).every(0.01).run()))
                .isEqualTo(broken(model.simulation().times(20).run()));
    }

    @Test
    void eachPatientOfAPopulationHasItsOwn() {
        CompiledModel model = compile(growth(), "y < 2");
        List<Patient> patients = LongStream.range(0, 20)
                .mapToObj(id -> new Patient(id, Map.of("k", 0.1 * id), List.of()))
                .toList();
        List<PatientResult> results = new ArrayList<>();
        model.population().threads(2).times(0, 1).run(patients.iterator(), results::add);
        for (PatientResult result : results) {
            double due = FastMath.log(2) / (0.1 * result.id());
            if (due > 1) {
                assertThat(result.occurrences()).isEmpty();
            } else {
                assertThat(result.occurrences().getFirst().time()).isCloseTo(due, within(1e-5));
            }
        }
    }

    @Test
    void whereReactionsHappenOneByOneOneOnTimeIsBrokenAtItsTime() {
        ModelBuilder birth = ModelBuilder.of("birth", "")
                .units("day", "item", "litre")
                .compartment("V", 1)
                .amount("X", "", "V", 0, "item")
                .parameter("in", "", 0.1, "item/day")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "in");
        String[] conditions = {"time < 20", "time <= 30.3", "time < 50 + 0 * X", "time^2 < 3600", "X * time >= 0"};
        double[] times = {20, 30.3, 50, 60};
        double[] free = compile(birth).stochastic().until(100).every(1).run(0).column("X");
        for (int k = 0; k < times.length; k++) {
            Timecourse course = compile(birth, conditions[k])
                    .stochastic()
                    .until(100)
                    .every(1)
                    .run(0);
            double expected = times[k];
            assertThat(broken(course))
                    .singleElement()
                    .satisfies(o -> assertThat(o.time()).isCloseTo(expected, within(1e-5)));
            if (k < 3) {
                assertThat(course.column("X")).isEqualTo(free);
            }
        }
        assertThat(broken(compile(birth, conditions[4])
                        .stochastic()
                        .until(100)
                        .every(1)
                        .run(0)))
                .isEmpty();
    }

    @Test
    void whereReactionsHappenOneByOneItIsBrokenByAReaction() {
        CompiledModel model = CompiledModel.compile(ModelBuilder.of("birth", "")
                .units("day", "item", "litre")
                .compartment("V", 1)
                .amount("X", "", "V", 0, "item")
                .parameter("in", "", 3, "item/day")
                .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "in")
                .build()
                .withConstraints(List.of(new Model.Constraint(Formula.parse("X < 10"), "too many"))));
        Timecourse course = model.stochastic().until(20).every(0.01).seed(5).run(0);
        assertThat(broken(course)).singleElement().satisfies(o -> {
            double[] cells = course.column("X");
            int after = (int) FastMath.ceil(o.time() * 100);
            assertThat(cells[after]).isGreaterThanOrEqualTo(10);
            assertThat(cells[after - 1]).isEqualTo(9);
        });
    }
}
