package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All that is given comes once, and who is called comes by how loudly.
final class InfluxTest {

    @ParameterizedTest
    @CsvSource({"0.1, 6", "0.3, 0.9", "0.1, 0.7", "0.07, 0.49"})
    void everyDoseComesOnceWhateverStepsAre(double mechanics, double phenotype) {
        List<Treatment.Infusion> doses = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            doses.add(new Treatment.Infusion(k * phenotype, new Placement.Scattered(0, 1)));
            doses.add(new Treatment.Infusion(k * 3 * mechanics, new Placement.Scattered(0, 1)));
        }
        TestTissue test = new TestTissue(500, true)
                .steps(new TimeSteps(mechanics, mechanics, phenotype))
                .type("T cell")
                .does("T cell", "is_movable", 0);
        Treatment treatment = new Treatment(List.of(), doses, List.of());
        try (Tissue tissue = new Tissue(test.model(), Beginning.of(List.of()), treatment, 1, 0, 1)) {
            assertThat(tissue.cells().count()).isEqualTo(2);
            tissue.advanceTo(41 * phenotype);
            tissue.advance();
            assertThat(tissue.cells().count()).isEqualTo(80);
        }
    }

    @Test
    void givenCellsComeWhenTheyAreGiven() {
        TestTissue tissue = new TestTissue(500, true).type("tumor").type("CAR-T cell");
        Treatment treatment = new Treatment(
                List.of(),
                List.of(
                        new Treatment.Infusion(0, new Placement.Scattered(1, 5)),
                        new Treatment.Infusion(13, new Placement.Scattered(1, 7))),
                List.of());
        try (Tissue run = tissue.start(treatment, 1, 1)) {
            assertThat(run.cells().count()).isEqualTo(5);
            run.advanceTo(18);
            assertThat(run.cells().count()).isEqualTo(5);
            run.advance();
            assertThat(run.cells().count()).isEqualTo(12);
        }
    }

    @Test
    void whoCameInIsKnownUntilTheNextStepAndOnlyOnce() {
        Immunity immunity = new Immunity(
                List.of("antigen"),
                List.of(),
                List.of(),
                List.of(new Vessel(0, 0, 30)),
                List.of(),
                List.of(new Recruitment(0, 1, OptionalInt.empty(), 1, 1)),
                List.of(new Priming(1, 0, 10, 1, 0, 20, 0)));
        TestTissue test =
                new TestTissue(500, true).immunity(immunity).type("T cell").type("CAR-T cell");
        Treatment treatment = new Treatment(
                List.of(),
                List.of(
                        new Treatment.Infusion(0, new Placement.Scattered(1, 5)),
                        new Treatment.Infusion(3, new Placement.Scattered(1, 2)),
                        new Treatment.Infusion(5, new Placement.Scattered(1, 4))),
                List.of(new Treatment.Vaccination(0, 0, 2, 1)));
        try (Tissue tissue = new Tissue(test.model(), test.beginning(), treatment, 1, 0, 1)) {
            assertThat(tissue.arrived()).containsExactly(new Arrived(0, Arrived.Way.GIVEN, 1, 5));
            List<Arrived> all = new ArrayList<>();
            for (int step = 1; step <= 480; step++) {
                tissue.advanceTo(step * 0.1);
                all.addAll(tissue.arrived());
            }
            assertThat(all)
                    .filteredOn(each -> each.type() == 1)
                    .containsExactly(
                            new Arrived(6, Arrived.Way.GIVEN, 1, 6), new Arrived(24, Arrived.Way.PRIMED, 1, 10));
            assertThat(all).filteredOn(each -> each.type() == 0).allMatch(each -> each.way() == Arrived.Way.RECRUITED);
            assertThat(5 + all.stream().mapToInt(Arrived::count).sum())
                    .isEqualTo(tissue.cells().count());
        }
    }

    @Test
    void vesselsRecruitAtTheirRateAndCellsComeOutOfThem() {
        Immunity immunity = new Immunity(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Vessel(100, -50, 30)),
                List.of(),
                List.of(new Recruitment(0, 0.5, OptionalInt.empty(), 1, 1)),
                List.of());
        TestTissue test =
                new TestTissue(500, true).immunity(immunity).type("T cell").does("T cell", "is_movable", 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(600);
            int count = tissue.cells().count();
            assertThat((double) count).isCloseTo(300, within(52.0));
            double square = 0;
            for (int i = 0; i < count; i++) {
                double dx = tissue.cells().x.values[i] - 100;
                double dy = tissue.cells().y.values[i] + 50;
                assertThat(Math.hypot(dx, dy)).isLessThanOrEqualTo(30);
                square += (dx * dx + dy * dy) / count;
            }
            // Anywhere in a disc: half of the square of its radius.
            assertThat(square).isCloseTo(450, within(45.0));
        }
    }

    @Test
    void whoComesInIsExpectedBeforeEachStepAndNoMoreThanThereIsRoomFor() {
        Treatment treatment = new Treatment(
                List.of(),
                List.of(new Treatment.Infusion(7, new Placement.Scattered(0, 3))),
                List.of(new Treatment.Vaccination(8, 0, 20, 1)));
        TestTissue test = new TestTissue(500, true).immunity(coming(2)).type("T cell");
        try (Tissue tissue = test.start(treatment, 1, 1)) {
            // Also before the first step.
            assertThat(tissue.expected()).isEqualTo(12);
            tissue.advance();
            assertThat(tissue.expected()).isZero();
            tissue.advanceTo(12);
            // 3 are given, and 100 primed of which all but 1/e come within 4 min.
            assertThat(tissue.expected()).isCloseTo(12 + 3 + 100 * (1 - Math.exp(-1)), within(1e-9));
            assertThat(tissue.waiting()).isEqualTo(100);
            tissue.advanceTo(18);
            assertThat(tissue.expected() - 12).isPositive().isLessThanOrEqualTo(tissue.waiting());
        }
        try (Tissue tissue =
                new TestTissue(500, true).immunity(coming(4e8)).type("T cell").start(1, 1)) {
            assertThatExceptionOfType(NumericalFailure.class)
                    .isThrownBy(tissue::advance)
                    .withMessage("at time 0 min: \"T cell\": more than 10000000 would come out of vessels at once");
        }
    }

    private static Immunity coming(double rate) {
        return new Immunity(
                List.of("antigen"),
                List.of(),
                List.of(),
                List.of(new Vessel(0, 0, 30)),
                List.of(),
                List.of(new Recruitment(0, rate, OptionalInt.empty(), 1, 1)),
                List.of(new Priming(0, 0, 10, 1, 0, 0, 4)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1800", "1e300, 3600"})
    void vesselsRecruitByWhatAttractsCellsHoweverMuchThereIs(double attractant, double expected) {
        Immunity immunity = new Immunity(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Vessel(0, 0, 10)),
                List.of(),
                List.of(new Recruitment(0, 10, OptionalInt.of(0), 1, 8)),
                List.of());
        TestTissue test = new TestTissue(500, true)
                .immunity(immunity)
                .substance("factor", 0, 0, attractant)
                .type("T cell")
                .does("T cell", "is_movable", 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(359.9);
            assertThat((double) tissue.cells().count()).isCloseTo(expected, within(5 * Math.sqrt(expected + 1) - 4));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutVesselsWhoIsPrimedComesAnywhereInTheDomain(boolean flat) {
        Immunity immunity = new Immunity(
                List.of("antigen"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Priming(0, 0, 10, 1, 0, 1, 1)));
        TestTissue test = new TestTissue(300, flat).immunity(immunity).type("T cell");
        Treatment treatment = new Treatment(List.of(), List.of(), List.of(new Treatment.Vaccination(0, 0, 100, 1)));
        try (Tissue tissue = new Tissue(test.model(), test.beginning(), treatment, 1, 0, 1)) {
            tissue.advanceTo(60);
            double[][] places = {tissue.cells().x.values, tissue.cells().y.values, tissue.cells().z.values};
            int count = tissue.cells().count();
            assertThat(count).isGreaterThan(300);
            for (int axis = 0; axis < 3; axis++) {
                double least = Arrays.stream(places[axis], 0, count).min().orElseThrow();
                double most = Arrays.stream(places[axis], 0, count).max().orElseThrow();
                boolean across = axis < 2 || !flat;
                assertThat(least).isCloseTo(across ? -300 : 0, within(across ? 20 : 1e-9));
                assertThat(most).isCloseTo(across ? 300 : 0, within(across ? 20 : 1e-9));
            }
        }
    }
}
