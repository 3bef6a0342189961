package org.immunarium.benchmarks.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The last third of real lesion series, from their first two thirds.
final class ForecastsTest {

    private static List<LesionSeries> series() throws IOException {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path data = named == null ? Path.of("../../shared/data") : Path.of(named);
        Path file = data.resolve(LesionSeries.FILE).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
        return LesionSeries.read(file).subList(0, ForecastsBenchmark.SERIES);
    }

    @Test
    void theSeriesAreThoseOfTheRule() throws IOException {
        List<LesionSeries> series = series();
        assertThat(series.getFirst().patient()).isEqualTo("Study1_P0002");
        assertThat(series.getLast().patient()).isEqualTo("Study2_P0043");
    }

    @Test
    void eachWayForetellsSomeOfThem() throws IOException {
        Map<String, List<Double>> errors = ForecastsBenchmark.errors(series().subList(0, 3), 1000, 2);
        assertThat(errors.keySet())
                .containsExactly("mechanistic", "biexponential", "biexponential_with_prior", "last_value");
        errors.values().forEach(each -> assertThat(each).hasSize(3).allMatch(error -> error < 1));
    }

    @EnabledIfSystemProperty(
            named = "immunarium.long",
            matches = "true",
            disabledReason = "skipped: it takes minutes; ./check --long runs it")
    @Test
    void ofFiftyTheMedianErrorIsNoLargerThanThatOfTheBiExponentialModel() throws IOException {
        Map<String, List<Double>> errors = ForecastsBenchmark.errors(series(), 10_000, 2);
        assertThat(Medians.of(errors.getOrDefault("mechanistic", List.of())))
                .isLessThanOrEqualTo(Medians.of(errors.getOrDefault("biexponential", List.of())))
                .isLessThanOrEqualTo(Medians.of(errors.getOrDefault("biexponential_with_prior", List.of())))
                .isLessThan(0.12);
    }
}
