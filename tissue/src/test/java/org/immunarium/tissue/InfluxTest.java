package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All that is given comes once.
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
}
