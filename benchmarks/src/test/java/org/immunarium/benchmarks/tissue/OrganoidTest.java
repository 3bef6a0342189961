package org.immunarium.benchmarks.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The shipped organoid for 30 days, beside what its two published programs made of it: means are within a tenth of the
/// published range on every day that is published, and where no CAR-T cells are left there, there are 20 at most.
@EnabledIfSystemProperty(
        named = "immunarium.long",
        matches = "true",
        disabledReason = "skipped: it takes hours; ./check --long runs it")
final class OrganoidTest {

    private static final double DAYS = 30;
    private static final double TOLERANCE = 0.1;
    private static final int LEFT = 20;

    private static void agrees(List<Double> doses, int seeds) throws IOException {
        List<SortedMap<Double, OrganoidRun.Counts>> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(OrganoidRun.of(DAYS, doses, seed, 2));
        }
        PublishedOrganoid published = new PublishedOrganoid(doses);
        assertThat(published.days()).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (double day : published.days()) {
            PublishedOrganoid.Counts there = published.at(day);
            double tumour = mean(runs, day, OrganoidRun.Counts::tumour);
            all.assertThat(Math.abs(there.off(tumour)))
                    .as("%s tumour cells on day %s, %s to %s published", tumour, day, there.least(), there.most())
                    .isLessThanOrEqualTo(TOLERANCE);
            there.killer()
                    .ifPresent(killers -> all.assertThat(mean(runs, day, OrganoidRun.Counts::killer))
                            .as("CAR-T cells on day %s", day)
                            .isBetween(
                                    killers == 0 ? 0 : killers * (1 - TOLERANCE),
                                    killers == 0 ? LEFT : killers * (1 + TOLERANCE)));
        }
        all.assertAll();
    }

    private static double mean(
            List<SortedMap<Double, OrganoidRun.Counts>> runs, double day, ToDoubleFunction<OrganoidRun.Counts> of) {
        return runs.stream()
                .mapToDouble(run -> of.applyAsDouble(run.get(day)))
                .average()
                .orElseThrow();
    }

    @Test
    void growsAsPublishedWithoutTreatment() throws IOException {
        agrees(List.of(), 2);
    }

    @Test
    void shrinksAndComesBackAsPublishedAfterDosesOnDaysZeroAndEight() throws IOException {
        agrees(List.of(0.0, 8.0), 4);
    }
}
