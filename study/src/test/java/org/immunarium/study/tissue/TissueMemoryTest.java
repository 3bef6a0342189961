package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.study.Heap;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunStopped;
import org.immunarium.study.run.StudyRun;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tissues that have no room in memory, or no end, are refused before they run, and stopped before they fill it.
final class TissueMemoryTest {

    private static final Heap SMALL = new Heap(64 << 20);

    private static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            substances:
              oxygen: {unit: mmHg, diffusion: 1e5 µm^2/min, decay: 0.1 1/min}
            cells:
              tumor: {cycle: live, does: {cycle entry: 0.01 1/min}}
            start:
              - {cells: tumor, count: 40}
            """;

    @TempDir
    private Path folder = Path.of("");

    private TissueRun prepared(String model) throws IOException {
        Path file = Files.writeString(folder.resolve("model.yaml"), model);
        return (TissueRun) StudyRun.prepare(file.toString(), Overrides.NONE).prepared();
    }

    private static Beginning cells(int count) {
        return new Beginning(List.of(new Placement.Scattered(0, count)), List.of(), List.of());
    }

    @Test
    void cellsAndVoxelsCountTogether() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        assertThat(TissueMemory.refusal(model, cells(50_000), SMALL)).isEmpty();
        assertThat(TissueMemory.refusal(model, cells(100_000), SMALL))
                .contains("100 voxels of 1 substances and 1e5 cells need 67 MiB of memory, and the JVM may take 64 MiB;"
                        + " larger voxels, a smaller domain or fewer cells were expected, or more memory, as with"
                        + " IMMUNARIUM_JAVA_OPTIONS=-Xmx90m");
        assertThat(TissueMemory.refusal(model, cells(2_000_000_000), new Heap(1L << 50))
                        .orElse(""))
                .endsWith("at most 1e9 of each were expected");
    }

    @Test
    void aDomainThatHasNoRoomIsToldAtItsLine() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> prepared(MODEL.replace("200 x 200 µm", "30 x 30 mm, voxel: 1 µm")))
                .withMessageContaining("domain: 9e8 voxels of 1 substances and 40 cells need 27466 MiB of memory");
    }

    @Test
    void stepsOfWhichNoneWouldEndAreToldAtTheirLine() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> prepared(MODEL + "steps: {substances: 1e-9 min}\n"))
                .withMessageContaining("model.yaml:10: steps")
                .withMessageContaining("a whole multiple was expected, 1e5 at most");
    }

    @Test
    void aTimeOfTheWrongKindIsToldWhereverItIsFrom() throws IOException {
        Path file = Files.writeString(folder.resolve("model.yaml"), MODEL);
        for (String key : List.of("duration", "set output.every", "set output.frames")) {
            for (String time : List.of("3 µm", "3", "-3 min")) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .as(key + " " + time)
                        .isThrownBy(() -> StudyRun.prepare(file.toString(), Overrides.parse(Map.of(key, time))))
                        .withMessageContaining(key.replace("set ", "") + ": a time above 0 was expected");
            }
        }
    }

    @Test
    void alsoALongTimeIsAWholeNumberOfSteps() throws IOException {
        Path file = Files.writeString(folder.resolve("model.yaml"), MODEL);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StudyRun.prepare(
                        file.toString(),
                        Overrides.parse(Map.of("duration", "50400.05 min", "set output.every", "7 d"))))
                .withMessageContaining("50400.05 min is no whole number of the model's steps of 0.1 min");
    }

    @Test
    void aCellBeyondAllBoundsEndsTheRun() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        Beginning far =
                new Beginning(List.of(new Placement.Cell(0, 1e200, 0, 0, Double.NaN, Map.of())), List.of(), List.of());
        try (Tissue tissue = new Tissue(model, far, 1, 0, 1)) {
            assertThatExceptionOfType(NumericalFailure.class)
                    .isThrownBy(tissue::check)
                    .withMessageContaining("its place or volume is no finite number, or beyond all bounds (tumor)");
        }
    }

    @Test
    void aTissueThatGrowsIsStoppedBeforeItFillsTheMemory() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        TissueMemory.Growth growth = new TissueMemory.Growth(model, cells(0), 20_000, SMALL);
        assertThat(growth.refusal(new TissueMemory.Crowd(20_000, 200_000, 0, 0, 0)))
                .isEmpty();
        assertThat(growth.refusal(new TissueMemory.Crowd(40_000, 400_000, 0, 0, 0))
                        .orElse(""))
                .startsWith("100 voxels of 1 substances and 80000 cells");
        // It stays as it is.
        assertThat(growth.refusal(new TissueMemory.Crowd(40_000, 400_000, 0, 0, 0)))
                .isEmpty();
        // Slowly.
        assertThat(growth.refusal(new TissueMemory.Crowd(40_100, 400_000, 0, 0, 0)))
                .isEmpty();
    }

    @Test
    void cellsThatComeInAreCountedBeforeTheyDoAndAreNoGrowth() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        TissueMemory.Growth growth = new TissueMemory.Growth(model, cells(0), 20_000, SMALL);
        assertThat(growth.refusal(new TissueMemory.Crowd(20_000, 0, 0, 80_000, 0))
                        .orElse(""))
                .contains("1e5 cells need 67 MiB");
        TissueMemory.Growth other = new TissueMemory.Growth(model, cells(0), 20_000, SMALL);
        assertThat(other.refusal(new TissueMemory.Crowd(20_000, 0, 0, 30_000, 0)))
                .isEmpty();
        // That they came says nothing of who is born next.
        assertThat(other.refusal(new TissueMemory.Crowd(50_000, 0, 30_000, 0, 0)))
                .isEmpty();
        assertThat(new TissueMemory.Growth(model, cells(0), 0, SMALL)
                        .refusal(new TissueMemory.Crowd(0, 0, 0, 200_000, 0)))
                .isPresent();
    }

    @Test
    void whoComesOutOfVesselsIsCountedBeforeTheFirstStep() throws IOException {
        String vessels = "immunity: {vessels: [{at: [0 µm, 0 µm], radius: 10 µm}],"
                + " recruitment: [{cells: tumor, rate: RATE 1/min}]}\n";
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> prepared(MODEL.replace("40}", "100000000}") + vessels.replace("RATE", "1e5")))
                .withMessageContaining("and 1.006e8 cells need");
        TissueRun run = prepared(MODEL + vessels.replace("RATE", "1000"));
        assertThatExceptionOfType(RunStopped.class)
                .isThrownBy(() -> run.measure(0, 1, 1, new Heap(5 << 20), _ -> {}))
                .withMessageStartingWith(
                        "stopped at 0 min, before its cells fill the memory: 100 voxels of 1 substances"
                                + " and 6040 cells");
    }

    @Test
    void whatMoreACellHasIsCounted() throws IOException {
        String rule = "rules:\n  - in tumor, oxygen increases apoptosis from 0 1/min towards 0.1 1/min with half-max"
                + " 1 mmHg and Hill power 4\n";
        double plain = bytesOfAMillion(MODEL);
        double ruled = bytesOfAMillion(MODEL + rule);
        assertThat(ruled - plain).isEqualTo(12e6);
        assertThat(bytesOfAMillion(MODEL + "immunity: {antigens: [one, two]}\n") - plain)
                .isEqualTo(180e6);
        // A million cells of a bare model have room in 2 GB.
        assertThat(plain).isLessThan(new Heap(1L << 30).room());
    }

    private double bytesOfAMillion(String model) throws IOException {
        TissueModel read = prepared(model).arms().getFirst().model();
        return TissueMemory.bytes(read, cells(1_000_000), Treatment.none(read));
    }

    @Test
    void waitingTCellsAreCounted() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        TissueMemory.Growth growth = new TissueMemory.Growth(model, cells(0), 100, SMALL);
        assertThat(growth.refusal(new TissueMemory.Crowd(100, 0, 0, 0, 1e6))).isEmpty();
        assertThat(growth.refusal(new TissueMemory.Crowd(100, 0, 0, 0, 2e6))).isPresent();
    }

    @Test
    void givenCellsThatHaveNoRoomAreToldAtTheirLine() throws IOException {
        Files.writeString(folder.resolve("model.yaml"), MODEL);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: model.yaml
                duration: 3 d
                therapy:
                  - tumor 1e8 cells at 1 d
                  - tumor 9e7 cells
                """);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .withMessageContaining(
                        "study.yaml:6: therapy: \"tumor\" has no room: 100 voxels of 1 substances and 1e8"
                                + " cells need 66758 MiB of memory")
                .withMessageContaining("study.yaml:7: therapy: \"tumor\" has no room: 100 voxels of 1 substances and"
                        + " 9.000004e7 cells need");
    }

    @Test
    void aRunStopsBeforeCellsThatHaveNoRoomComeIn() throws IOException {
        Files.writeString(folder.resolve("model.yaml"), MODEL);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: model.yaml
                duration: 1 h
                therapy: [tumor 1000 cells at 30 min]
                """);
        TissueRun run =
                (TissueRun) StudyRun.prepare(study.toString(), Overrides.NONE).prepared();
        assertThatExceptionOfType(RunStopped.class)
                .isThrownBy(() -> run.measure(0, 1, 1, new Heap(800 << 10), _ -> {}))
                .withMessageStartingWith("stopped at 30 min, before its cells fill the memory: 100 voxels");
        // 40 cells, and what they are born to, have.
        assertThat(run.bytes()).isGreaterThan(1040 * 700);
    }

    @Test
    void aRunOfASweepIsStoppedBeforeItFillsItsShareOfTheMemory() throws IOException {
        TissueRun run = prepared(MODEL);
        Heap tiny = new Heap(200 << 10);
        assertThatExceptionOfType(RunStopped.class)
                .isThrownBy(() -> run.measure(0, 1, 1, tiny.shared(2), _ -> {}))
                .withMessageContaining("before its cells fill the memory: 100 voxels")
                .withMessageContaining("the JVM may take 0 MiB for 2 at once")
                .withMessageContaining("fewer threads, or more memory");
    }

    @Test
    void cellsThatCrowdFillTheMemoryByTheirNeighbours() throws IOException {
        TissueModel model = prepared(MODEL).arms().getFirst().model();
        TissueMemory.Growth growth = new TissueMemory.Growth(model, cells(0), 2_000, SMALL);
        assertThat(growth.refusal(new TissueMemory.Crowd(4_000, 1_000_000, 0, 0, 0)))
                .isEmpty();
        assertThat(growth.refusal(new TissueMemory.Crowd(8_000, 4_000_000, 0, 0, 0)))
                .isPresent();
        // Also where no cell is born.
        assertThat(growth.refusal(new TissueMemory.Crowd(8_000, 8_000_000, 0, 0, 0)))
                .isPresent();
    }
}
