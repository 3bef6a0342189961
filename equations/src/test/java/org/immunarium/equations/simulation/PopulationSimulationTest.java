package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.immunarium.equations.model.ModelBuilder;
import org.junit.jupiter.api.Test;

final class PopulationSimulationTest {

    /// Decay for k up to 5; above, two events set each other off without end from time 1 on. A negative k lets y go to
    /// infinity in finite time.
    private static final CompiledModel MODEL = CompiledModel.compile(ModelBuilder.of("m", "")
            .parameter("y", "", 1, "1")
            .parameter("k", "", 1, "1")
            .parameter("n", "", 0, "1")
            .rate("y", "0 - k * y^2")
            .event("on", "", "n < 1 && k > 5 && time > 1", "n", "1")
            .event("off", "", "n >= 1 && k > 5", "n", "0")
            .build());

    private static Patient patient(long id, double k) {
        return new Patient(id, Map.of("k", k), List.of());
    }

    private static PopulationSimulation population() {
        return MODEL.population().until(10).every(1).columns(List.of(Column.Request.of("y")));
    }

    @Test
    void patientsWhoseNumbersFailLeaveTheirNeighboursAlone() {
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            patients.add(patient(i, i % 10 == 3 ? 6 : i % 10 == 7 ? -1 : 0.01 * i));
        }
        for (int threads : new int[] {1, 3}) {
            List<PatientResult> results = new ArrayList<>();
            population().threads(threads).run(patients.iterator(), results::add);
            assertThat(results)
                    .extracting(PatientResult::id)
                    .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
            for (PatientResult result : results) {
                long kind = result.id() % 10;
                assertThat(result.failure().isPresent()).isEqualTo(kind == 3 || kind == 7);
                if (result.failure().isEmpty()) {
                    double expected = 1 / (1 + 0.01 * result.id() * 10);
                    assertThat(result.values()[0][10]).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-5));
                }
            }
            assertThat(results.get(3).failure().orElseThrow())
                    .hasMessageContaining("set each other off")
                    .hasMessageContaining("at time 1");
            assertThat(results.get(7).failure().orElseThrow().time())
                    .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    @Test
    void aConsumerThatFailsEndsTheRunSoon() {
        AtomicLong taken = new AtomicLong();
        var endless = LongStream.iterate(0, i -> i + 1)
                .mapToObj(i -> {
                    taken.incrementAndGet();
                    return patient(i, 1);
                })
                .iterator();
        assertThatThrownBy(() -> population().threads(3).run(endless, result -> {
                    if (result.id() == 20) {
                        throw new IllegalStateException("the disk is full");
                    }
                }))
                .hasMessage("the disk is full");
        assertThat(taken.get()).isLessThan(2_000);
    }

    @Test
    void twoThreadsGiveTheSameBitsAsOne() {
        List<Patient> patients =
                LongStream.range(0, 50).mapToObj(i -> patient(i, 0.1 * i)).toList();
        List<double[]> one = new ArrayList<>();
        population().threads(1).run(patients.iterator(), r -> r.values()[0], one::add);
        for (int lanes : new int[] {1, 3, 8}) {
            List<double[]> other = new ArrayList<>();
            population().threads(2).lanes(lanes).run(patients.iterator(), r -> r.values()[0], other::add);
            assertThat(other).usingRecursiveComparison().isEqualTo(one);
        }
    }
}
