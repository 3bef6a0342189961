package org.immunarium.benchmarks.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts are of after a dose, and options that make no sense are refused.
final class OrganoidBenchmarkTest {

    @Test
    void aDayWithADoseCountsWhomItBrought() {
        List<Double> doses = List.of(0.0, 0.5);
        Treatment treatment = new Treatment(
                List.of(),
                doses.stream()
                        .map(day -> new Treatment.Infusion(day * 1440, new Placement.Scattered(0, 10)))
                        .toList(),
                List.of());
        try (Tissue tissue = new Tissue(ConfluentTissue.model(1000), Beginning.of(List.of()), treatment, 1, 0, 1)) {
            OrganoidBenchmark.reach(tissue, 0, doses);
            assertThat(tissue.cells().count()).isEqualTo(10);
            OrganoidBenchmark.reach(tissue, 0.25, doses);
            assertThat(tissue.cells().count()).isEqualTo(10);
            OrganoidBenchmark.reach(tissue, 0.5, doses);
            assertThat(tissue.cells().count()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--fields, copuled, coupled or split",
        "--seeds, 0, 1 or more",
        "--threads, -1, 1 or more",
        "--days, -1, 0 or more",
        "--days, NaN, 0 or more",
        "--doses, Infinity, 0 or more",
        "--days, x, is no number",
        "--day, 5, is no option"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String told) {
        assertThatThrownBy(() -> OrganoidBenchmark.run(option, value)).hasMessageContaining(told);
    }
}
