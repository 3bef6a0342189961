package org.immunarium.benchmarks.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which series count, and what their error is.
final class LesionSeriesTest {

    @TempDir
    private Path folder = Path.of("");

    private List<LesionSeries> read(String... rows) throws IOException {
        return LesionSeries.read(Files.writeString(
                folder.resolve("table.csv"),
                "study,study_arm,patient,day,longest_diameter_mm\n" + String.join("\n", rows) + "\n"));
    }

    private static String[] series(String... cells) {
        String[] rows = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            rows[i] = "S,A,P1," + (40 * i - 7) + "," + cells[i];
        }
        return rows;
    }

    @Test
    void sixScansCountInOrderOfDays() throws IOException {
        List<LesionSeries> all = read(
                "S,A,P1,-7,30", "S,A,P1,80,20", "S,A,P1,40,25", "S,A,P1,120,15", "S,A,P1,160,14", "S,A,P1,200,13.5");
        assertThat(all)
                .containsExactly(new LesionSeries(
                        "P1", List.of(0, 47, 87, 127, 167, 207), List.of(30.0, 25.0, 20.0, 15.0, 14.0, 13.5)));
        assertThat(all.getFirst().seen()).isEqualTo(4);
        assertThat(all.getFirst().begun().days()).containsExactly(0, 47, 87, 127);
        assertThat(all.getFirst().error(List.of(14.0, 27.0))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatIsShortGoneOrWithoutANumberDoesNot() throws IOException {
        assertThat(read(series("30", "25", "20", "15", "14"))).isEmpty();
        assertThat(read(series("30", "25", "20", "15", "14", "0"))).isEmpty();
        assertThat(read(series("30", "25", "20", "15", "14", "13", "NOT EVALUABLE")))
                .isEmpty();
        assertThat(read("S,A,P1,1,30", "S,A,P1,1,30", "S,A,P1,2,3", "S,A,P1,3,3", "S,A,P1,4,3", "S,A,P1,5,3"))
                .isEmpty();
    }

    @Test
    void pairsAreComparedSeriesBySeries() {
        PairedErrors pairs = new PairedErrors(List.of(0.1, 0.2, 0.3), List.of(0.2, 0.2, 0.5));
        assertThat(pairs.nearer()).isEqualTo(2);
        assertThat(pairs.ofMedians().value()).isCloseTo(0, within(1e-12));
        assertThat(pairs.ofMedians().low()).isLessThanOrEqualTo(0);
    }
}
