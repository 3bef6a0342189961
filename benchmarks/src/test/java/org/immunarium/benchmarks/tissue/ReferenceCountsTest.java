package org.immunarium.benchmarks.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reference that lacks something says what.
final class ReferenceCountsTest {

    private static final String HEADER = "seed,time_min,cell_type,live,dead,apoptotic,necrotic,mean_live_volume,"
            + "mean_live_pressure,mean_live_damage,mean_live_radius_um,p95_live_radius_um\n";

    private static final String ROW = ",360,tumor,10,1,1,0,2494.0,0.5,0.0,165.9,242.0\n";

    @TempDir
    private Path folder = Path.of("");

    private ReferenceCounts read(String text) throws IOException {
        return new ReferenceCounts(Files.writeString(folder.resolve("reference_counts.csv"), text));
    }

    @Test
    void rowsAreFoundByTimeAndType() throws IOException {
        ReferenceCounts counts = read(HEADER + "1" + ROW + "2" + ROW);
        assertThat(counts.of(360, "tumor")).hasSize(2).allMatch(each -> each.live() == 10);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        ReferenceCounts counts = read(HEADER + "1" + ROW);
        assertThatThrownBy(() -> counts.of(720, "tumor"))
                .hasMessageEndingWith("rows of at least 2 seeds were expected of tumor at 720 min; found 0");
        assertThatThrownBy(() -> counts.of(360, "tumor")).hasMessageEndingWith("found 1");
        assertThatThrownBy(() -> read("seed,time\n")).hasMessageContaining("the columns seed,time_min");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the columns seed,time_min");
        assertThatThrownBy(() -> read(HEADER + "1,360,tumor\n")).hasMessageContaining("12 cells were expected");
    }
}
