package org.immunarium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fault of a piece is told as what it is, and the loss of the cluster as what a run goes on from. Spark
/// works within this process.
final class FaultsTest {

    /// Fewer bytes than a piece has.
    private static final byte[] TORN = {1};

    @TempDir
    private Path folder;

    private Optional<Workplace> place = Optional.empty();
    private Optional<RunFolder> run = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Path study = Files.writeString(folder.resolve("sweep.yaml"), """
                format: 1
                study: patient
                model: qspio-example1
                duration: 1 d
                """);
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE.withSweep(List.of("k_C1_growth=0.01:0.02:2"), 1))
                .run(Optional.of(out), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        run = Optional.of(RunFolder.open(out));
        place = Optional.of(new SparkWorkplace.Opener().open("local[2]", new StopSignal()));
    }

    @AfterEach
    void close() {
        place.ifPresent(Workplace::close);
    }

    private List<byte[]> carryOut(byte[]... pieces) {
        List<byte[]> came = new ArrayList<>();
        place.orElseThrow().carryOut(run.orElseThrow(), List.of(pieces).iterator(), came::add);
        return came;
    }

    private static byte[] piece(long each) {
        return Packed.of(out -> out.put(each));
    }

    @Test
    void aFaultOfAPieceIsToldAsWhatItIsAndThePlaceGoesOn() {
        assertThat(catchThrowable(() -> carryOut(piece(0), TORN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes that are not what they should be")
                .satisfies(fault -> assertThat(fault.getStackTrace())
                        .anyMatch(each -> each.getClassName().startsWith("org.immunarium.study.sweep")))
                .satisfies(fault -> assertThat(fault.getSuppressed())
                        .anyMatch(each -> each.getMessage().contains("on executor driver of ")));
        assertThat(carryOut(piece(0), piece(1))).hasSize(2);
    }

    @Test
    void aStudyThatCannotBeReadIsToldWithItsPlace() throws IOException {
        Files.writeString(run.orElseThrow().file(InputFiles.STUDY), "format: 1\nstudy: patient\n");
        assertThatThrownBy(() -> carryOut(piece(0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("model");
    }

    @Test
    void aClusterThatIsLostStopsTheRun() {
        SparkContext.getOrCreate().stop();
        assertThat(place.orElseThrow().atOnce()).isEqualTo(1);
        assertThatThrownBy(() -> carryOut(piece(0)))
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("the cluster is lost");
    }

    @Test
    void aClusterThatIsLostOnTheWayStopsTheRun() {
        SparkContext spark = SparkContext.getOrCreate();
        // More than are taken at once, so that some are still to come.
        assertThatThrownBy(() -> place.orElseThrow()
                        .carryOut(
                                run.orElseThrow(),
                                Stream.generate(() -> piece(0)).limit(1000).iterator(),
                                _ -> spark.stop()))
                .isInstanceOf(RunStopped.class);
    }

    @Test
    void whatSparkWasSentIsGoneAfterwards() {
        Broadcast<byte[]> broadcast;
        try (SentStudy sent =
                SentStudy.of(run.orElseThrow(), JavaSparkContext.fromSparkContext(SparkContext.getOrCreate()))) {
            broadcast = sent.broadcast();
            assertThat(broadcast.value()).isNotEmpty();
        }
        assertThatThrownBy(broadcast::value).isInstanceOf(SparkException.class).hasMessageContaining("destroyed");
    }
}
