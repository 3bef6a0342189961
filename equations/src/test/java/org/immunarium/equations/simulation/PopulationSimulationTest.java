package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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
    void aConsumerThatFailedIsNotGivenWhatFollows() {
        List<Long> given = new ArrayList<>();
        var endless =
                LongStream.iterate(0, i -> i + 1).mapToObj(i -> patient(i, 1)).iterator();
        assertThatThrownBy(() -> population().threads(4).run(endless, result -> {
                    given.add(result.id());
                    if (result.id() == 20) {
                        // Meanwhile the other threads have results to give.
                        LockSupport.parkNanos(100_000_000);
                        throw new IllegalStateException("the disk is full");
                    }
                }))
                .hasMessage("the disk is full");
        assertThat(given)
                .containsExactlyElementsOf(LongStream.rangeClosed(0, 20).boxed().toList());
    }

    @Test
    void patientsThatCannotBeMadeAreAskedForOnce() {
        AtomicLong asked = new AtomicLong();
        Iterator<Patient> patients = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Patient next() {
                if (asked.incrementAndGet() > 20) {
                    LockSupport.parkNanos(20_000_000);
                    throw new IllegalStateException("patient 20");
                }
                return patient(asked.get() - 1, 1);
            }
        };
        assertThatThrownBy(() -> population().threads(4).run(patients, _ -> {})).hasMessage("patient 20");
        assertThat(asked).hasValue(21);
    }

    @Test
    void aSlowPatientHasFewAheadOfItAndTheSameResults() {
        CompiledModel swing = CompiledModel.compile(ModelBuilder.of("m", "")
                .parameter("y", "", 1, "1")
                .parameter("v", "", 0, "1")
                .parameter("w", "", 1, "1")
                .rate("y", "v")
                .rate("v", "0 - w^2 * y")
                .build());
        int count = 2_000;
        List<double[]> alone = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            for (int lanes : new int[] {1, 8}) {
                AtomicLong taken = new AtomicLong();
                List<double[]> results = new ArrayList<>();
                Iterator<Patient> patients = LongStream.range(0, count)
                        .peek(_ -> taken.incrementAndGet())
                        .mapToObj(i -> new Patient(i, Map.of("w", i % 1000 == 0 ? 2e3 : 0.1), List.of()))
                        .iterator();
                swing.population()
                        .until(10)
                        .every(1)
                        .columns(List.of(Column.Request.of("y")))
                        .threads(threads)
                        .lanes(lanes)
                        .run(patients, result -> {
                            assertThat(result.id()).isEqualTo(results.size());
                            // Of those taken when they get here, one may be in the making.
                            assertThat(taken.get() - result.id()).isLessThanOrEqualTo(32L * lanes * threads + 1);
                            results.add(result.values()[0]);
                        });
                assertThat(results).hasSize(count);
                if (alone.isEmpty()) {
                    alone.addAll(results);
                }
                assertThat(results).usingRecursiveComparison().isEqualTo(alone);
            }
        }
    }

    @Test
    void aStiffPatientDoesNotHoldUpThoseWhoAreNot() {
        CompiledModel decay = CompiledModel.compile(ModelBuilder.of("m", "")
                .parameter("y", "", 2, "1")
                .parameter("k", "", 1, "1")
                .rate("y", "k * (1 - y)")
                .build());
        List<Patient> patients = LongStream.range(0, 20)
                .mapToObj(i -> patient(i, i == 3 ? 1e9 : 1))
                .toList();
        List<PatientResult> results = new ArrayList<>();
        decay.population().until(10).every(1).method(Method.NONSTIFF).run(patients.iterator(), results::add);
        assertThat(results).filteredOn(result -> result.failure().isPresent()).hasSize(1);
        assertThat(results.get(3).failure().orElseThrow()).hasMessageContaining("more steps than are allowed");
        assertThat(results.get(4).values()[0][10]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-3));
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
