package org.immunarium.benchmarks.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Table;
import org.immunarium.study.run.StudyReader;
import org.junit.jupiter.api.Test;

/// Counts are of after a dose, and the study that is run is one.
final class OrganoidBenchmarkTest {

    @Test
    void aDayWithADoseCountsWhomItBringsAndTumourCellsCountDeadOrAlive() {
        Table table = new Table(
                Path.of("cells_by_type.csv"),
                List.of("time_min", "cell_type", "live", "dead"),
                List.of(
                        List.of("0", "tumour cell", "3957", "0"),
                        List.of("0", "CAR-T cell", "3957", "0"),
                        List.of("720", "tumour cell", "3900", "50"),
                        List.of("720", "CAR-T cell", "3800", "20")));
        assertThat(OrganoidRun.counts(table, List.of(0.0, 0.5)))
                .containsExactly(
                        Map.entry(0.0, new OrganoidRun.Counts(3957, 3957)),
                        Map.entry(0.5, new OrganoidRun.Counts(3950, 7757)));
    }

    @Test
    void theStudyThatIsRunIsOne() {
        String study = OrganoidRun.study(0.5, List.of(0.0, 8.0), 3);
        assertThat(study).contains("duration: 0.5 d", "IV at 0.0 d, 8.0 d");
        assertThat(StudyReader.parse("organoid", study).seed()).isEqualTo(3);
    }
}
