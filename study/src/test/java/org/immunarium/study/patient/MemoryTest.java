package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.immunarium.study.Heap;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

final class MemoryTest {

    private static final Memory SMALL = new Memory(new Heap(64 << 20));

    @Test
    void aPopulationHasRoomForOneEndpointAndItsSorting() {
        assertThat(SMALL.patients()).isEqualTo(3 << 20);
        assertThat(SMALL.refusal(3_000_000)).isEmpty();
        assertThat(SMALL.refusal(4_000_000))
                .contains("their summary needs 62 MiB of memory, and the JVM may take 64 MiB; at most 3145728 patients"
                        + " were expected, or more memory, as with IMMUNARIUM_JAVA_OPTIONS=-Xmx82m");
    }

    @Test
    void rowsAndColumnsCountTogether() {
        Memory memory = new Memory(new Heap(1L << 30));
        assertThat(memory.refusal(4e6, 8, 0, 1)).isEmpty();
        assertThat(memory.refusal(4e6, 16, 0, 1).orElse(""))
                .isEqualTo("4e6 rows of 16 columns need 1038 MiB of memory, and the JVM may take 1024 MiB; rows"
                        + " further apart or fewer output.columns were expected, or more memory, as with"
                        + " IMMUNARIUM_JAVA_OPTIONS=-Xmx1384m");
    }

    @Test
    void noMemoryHelpsWhereTheNumbersFitNoArray() {
        Memory large = new Memory(new Heap(1L << 44));
        assertThat(large.refusal(5e6, 400, 0, 1)).isEmpty();
        assertThat(large.refusal(5e6, 500, 0, 1).orElse(""))
                .contains("fewer output.columns")
                .doesNotContain("-Xmx");
        // The safe point of replicates is one array of bytes.
        assertThat(large.refusal(1e6, 99, 1, 12)).isEmpty();
        assertThat(large.refusal(1e6, 99, 2, 12)).isPresent();
    }

    @Test
    void rowsThatHaveNoRoomAreToldAtTheirLine() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StudyReader.parse("x.yaml", """
                    format: 1
                    study: patient
                    model: depillis2006-patient9
                    duration: 4999 d
                    output: {every: 0.001 d}
                    population: {patients: 10}
                    """).prepare(InputFiles.in(Path.of(""))))
                .withMessageContaining("x.yaml:5: output.every: 4.999e6 rows of 8 columns need ");
    }
}
