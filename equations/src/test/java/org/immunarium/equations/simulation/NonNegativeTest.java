package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.numerics.NumericalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// States that must not become negative. The equation is y' = -k |y|: from 1 it decays to zero, but
/// whoever steps below zero by ever so little goes to minus infinity.
final class NonNegativeTest {

    private static final double END = 60;

    private static final CompiledModel MODEL = CompiledModel.compile(ModelBuilder.of("decay", "")
            .parameter("y", "", 1, "1")
            .parameter("z", "", -1, "1")
            .parameter("k", "", 1, "1")
            .rate("y", "0 - k * abs(y)")
            .rate("z", "0 - z")
            .build());

    private static Simulation loose(Method method, double tolerance) {
        return MODEL.simulation()
                .method(method)
                .relativeTolerance(tolerance)
                .absoluteTolerance(tolerance)
                .until(END)
                .every(0.25);
    }

    private static double lowest(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    @Test
    void withoutTheDemandALooseToleranceStepsBelowZero() {
        assertThat(lowest(loose(Method.NONSTIFF, 0.01).run().column("y"))).isLessThan(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aStateThatMustNotBecomeNegativeDoesNot(Method method) {
        Timecourse course = loose(method, 0.01).nonNegative(Set.of("y")).run();
        assertThat(lowest(course.column("y"))).isGreaterThanOrEqualTo(0);
        assertThat(course.column("y")[240]).isLessThan(0.01);
        assertThat(lowest(course.column("z"))).isEqualTo(-1);
    }

    @Test
    void itHoldsForEveryPatientOfAPopulationAsForOneAlone() {
        List<Patient> patients = LongStream.range(0, 20)
                .mapToObj(id -> new Patient(id, Map.of("k", 0.5 + 0.1 * id), List.of()))
                .toList();
        PopulationSimulation population = MODEL.population()
                .method(Method.NONSTIFF)
                .relativeTolerance(0.01)
                .absoluteTolerance(0.01)
                .until(END)
                .every(0.25)
                .columns(List.of(Column.Request.of("y")));
        List<double[]> free = new ArrayList<>();
        population.run(patients.iterator(), result -> free.add(result.values()[0]));
        assertThat(free).anyMatch(y -> lowest(y) < 0);
        List<double[]> kept = new ArrayList<>();
        population.nonNegative(Set.of("y")).run(patients.iterator(), result -> kept.add(result.values()[0]));
        for (int i = 0; i < patients.size(); i++) {
            assertThat(lowest(kept.get(i))).isGreaterThanOrEqualTo(0);
            double[] alone = loose(Method.NONSTIFF, 0.01)
                    .set("k", patients.get(i).values().getOrDefault("k", 1.0))
                    .nonNegative(Set.of("y"))
                    .run()
                    .column("y");
            assertThat(kept.get(i)).isEqualTo(alone);
        }
    }

    @Test
    void anEquationThatInsistsEndsTheRunWithTheNameOfTheState() {
        CompiledModel falling = CompiledModel.compile(ModelBuilder.of("falling", "")
                .parameter("y", "", 1, "1")
                .rate("y", "0 - 1")
                .build());
        assertThatThrownBy(() ->
                        falling.simulation().nonNegative(Set.of("y")).until(2).run())
                .isInstanceOfSatisfying(
                        NumericalFailure.class,
                        failure -> assertThat(failure.time()).isCloseTo(1, within(1e-9)))
                .hasMessageContaining("\"y\": becomes negative, which it must not");
    }
}
