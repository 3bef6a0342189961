package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.numerics.NumericalFailure;
import org.junit.jupiter.api.Test;

final class RunInTest {

    /// A tumour that grows at rate g from 1, and is found at 100.
    private static CompiledModel tumour() {
        Model model = ModelBuilder.of("tumour", "tumour")
                .compartment("V", "", 1, "L")
                .amount("T", "", "V", 1, "item")
                .parameter("g", "", 0.1, "1/d")
                .parameter("found", "", 100, "item")
                .reaction("growth", "", Map.of(), Map.of("T", 1.0), "g * T")
                .moment("found_at", "", "T >= found")
                .build();
        return CompiledModel.compile(model);
    }

    @Test
    void timeIsCountedFromTheMoment() {
        Timecourse course = tumour().simulation()
                .relativeTolerance(1e-10)
                .afterRunIn("found_at", 1000)
                .intervention(new Intervention.Bolus(2, "T", -50))
                .times(0, 1, 2, 3)
                .run();
        double[] cells = course.column("T");
        assertThat(cells[0]).isCloseTo(100, within(1e-6));
        assertThat(cells[1]).isCloseTo(100 * Math.exp(0.1), within(1e-5));
        assertThat(cells[2]).isCloseTo(100 * Math.exp(0.2) - 50, within(1e-5));
        assertThat(cells[3]).isCloseTo((100 * Math.exp(0.2) - 50) * Math.exp(0.1), within(1e-5));
    }

    @Test
    void whatIsNotFoundInTimeFails() {
        Simulation slow = tumour().simulation().afterRunIn("found_at", 40).times(0, 1);
        assertThatThrownBy(slow::run)
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("has not happened within 40");
    }

    @Test
    void eachOfManyBeginsWithItsOwnMoment() {
        double[] rates = {0.05, 0.1, 0.2, 0.001, 0.4};
        CompiledModel model = tumour();
        PopulationSimulation many = model.population()
                .relativeTolerance(1e-9)
                .afterRunIn("found_at", 1000)
                .times(0, 5)
                .threads(2)
                .lanes(4);
        List<Patient> patients = LongStream.range(0, rates.length)
                .mapToObj(
                        i -> new Patient(i, Map.of("g", rates[(int) i]), List.of(new Intervention.Bolus(5, "T", 1000))))
                .toList();
        double[][] found = new double[rates.length][];
        boolean[] failed = new boolean[rates.length];
        many.run(patients.iterator(), result -> {
            found[(int) result.id()] = result.values()[0];
            failed[(int) result.id()] = result.failure().isPresent();
        });
        for (int i = 0; i < rates.length; i++) {
            assertThat(failed[i]).isEqualTo(rates[i] < 0.005);
            if (!failed[i]) {
                assertThat(found[i][0]).isCloseTo(100, within(1e-4));
                assertThat(found[i][1]).isCloseTo(100 * Math.exp(5 * rates[i]) + 1000, within(1e-3));
            }
        }
    }

    @Test
    void whatIsSoFromTheBeginningIsNotWaitedFor() {
        Simulation large =
                tumour().simulation().set("T", 200).afterRunIn("found_at", 40).times(0, 1);
        assertThatThrownBy(large::run)
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("is so from the beginning");
    }

    @Test
    void whatHappenedBeforeIsToldByTheSameClock() {
        Timecourse course =
                tumour().simulation().afterRunIn("found_at", 1000).times(0, 1).run();
        assertThat(course.occurrences()).hasSize(1);
        assertThat(course.occurrences().getFirst().time()).isZero();
    }

    @Test
    void threadsAndLanesDoNotChangeABit() {
        List<double[]> runs = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3}) {
            double[] found = new double[40];
            tumour().population()
                    .afterRunIn("found_at", 1000)
                    .times(5)
                    .threads(threads)
                    .lanes(9 - 2 * threads)
                    .run(
                            LongStream.range(0, found.length)
                                    .mapToObj(i -> new Patient(i, Map.of("g", 0.02 + 0.01 * i), List.of()))
                                    .iterator(),
                            result -> found[(int) result.id()] = result.values()[0][0]);
            runs.add(found);
        }
        assertThat(runs.get(1)).isEqualTo(runs.getFirst());
        assertThat(runs.get(2)).isEqualTo(runs.getFirst());
    }

    @Test
    void aModelWithoutTheMomentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tumour().simulation().afterRunIn("nothing", 10))
                .withMessage("the model has no event \"nothing\"");
    }
}
