package org.immunarium.study.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Parquet;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesAsParquetTest {

    @TempDir
    private Path folder;

    @Test
    void allTablesOfARunAreWrittenInTheirFolders() {
        Path run = folder.resolve("run");
        StudyRun.prepare("one-tumour-four-treatments", Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        List<Path> written = RunExport.write(RunFolder.open(run), Format.PARQUET, Optional.empty(), Optional.empty());
        assertThat(written).containsExactly(run.resolve("parquet"));
        Table csv = Table.read(run.resolve("tables/both/timecourse.csv"));
        Table parquet = Parquet.read(run.resolve("parquet/both/timecourse.parquet"), 1_000_000);
        assertThat(parquet.header()).isEqualTo(csv.header());
        assertThat(parquet.rows()).hasSameSizeAs(csv.rows());
        int last = csv.header().size() - 1;
        double[] asText = csv.numbers(last);
        double[] asParquet = parquet.numbers(last);
        assertThat(asParquet).isEqualTo(asText);
        assertThat(run.resolve("parquet/variants.parquet")).exists();
    }
}
