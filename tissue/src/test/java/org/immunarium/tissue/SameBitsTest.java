package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.cell.Column;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.LongColumn;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The number of threads does not matter to any bit of a tissue in which everything happens.
final class SameBitsTest {

    private static final double TIME = 90;

    private static final Immunity IMMUNITY = new Immunity(
            List.of("antigen"),
            List.of(new Drug("drug", "nM")),
            List.of(
                    new Action.Opsonises(new Agent.Dissolved(1), 0, 0.1),
                    new Action.KillsDividing(new Agent.FromBlood(0), 1, 1),
                    new Action.Blocks(new Agent.FromBlood(0), Receptor.PD_1, 1)),
            List.of(new Vessel(0, 0, 20), new Vessel(60, 0, 20)),
            List.of(new Supply(0, 1, 0.01)),
            List.of(new Recruitment(1, 0.1, OptionalInt.of(1), 0.1, 2)),
            List.of(new Priming(1, 0, 5, 1, 0.5, 20, 10)));

    static final Treatment TREATMENT = new Treatment(
            List.of(Treatment.Course.everywhere(time -> time)),
            List.of(new Treatment.Infusion(12, new Placement.Scattered(1, 10))),
            List.of(new Treatment.Vaccination(6, 0, 5, 1)));

    static TestTissue busy(boolean flat) {
        return new TestTissue(flat ? 200 : 80, flat)
                .wall()
                .immunity(IMMUNITY)
                .does("tumor", "antigen expression", 1)
                .does("tumor", "loss of antigen", 0.1)
                .does("tumor", "mutation of antigen", 0.2)
                .does("tumor", "loss of MHC-I", 0.1)
                .does("tumor", "PD-L1 expression", 0.3)
                .does("tumor", "intravasation rate", 0.01)
                .does("T cell", "engagement rate", 0.2)
                .does("T cell", "TCR affinity to antigen", 3)
                .does("T cell", "lethal hit rate", 0.1)
                .does("T cell", "PD-1 expression", 0.5)
                .does("T cell", "exhaustion rate", 0.01)
                .does("T cell", "trogocytosis rate", 0.01)
                .does("macrophage", "suppression", 0.5)
                .does("macrophage", "Fc affinity", 1)
                .does("macrophage", "phagocytose opsonised cell", 0.01)
                .does("macrophage", "egress rate", 0.005)
                .substance("oxygen", 1e5, 0.1, 38)
                .substance("signal", 1000, 0.1, 0, flat ? 1 : 5)
                .type("tumor")
                .type("T cell")
                .type("macrophage")
                .motile("T cell", new Guidance.Chemotaxis(1, true))
                .motile("macrophage", new Guidance.Weighted(true))
                .does("macrophage", "chemotactic response to signal", 1)
                .does("macrophage", "migration bias", 0.4)
                .does("macrophage", "phagocytose apoptotic cell", 0.05)
                .does("macrophage", "phagocytose tumor", 0.0005)
                .does("macrophage", "transform to T cell", 0.0005)
                .does("tumor", "oxygen uptake", 10)
                .does("tumor", "signal secretion", 1)
                .does("tumor", "signal secretion target", 1)
                .does("tumor", "cycle entry", 0.002)
                .does("tumor", "apoptosis", 0.001)
                .does("tumor", "fuse to tumor", 0.00001)
                .does("tumor", "cell attachment rate", 0.01)
                .does("tumor", "cell detachment rate", 0.01)
                .does("T cell", "attack tumor", 0.1)
                .does("T cell", "attack duration", 5)
                .does("T cell", "migration bias", 0.5)
                .rule("tumor", "damage", true, "apoptosis", 0.1, 3, 4)
                .rule("tumor", "pressure", false, "cycle entry", 0, 1, 4)
                .rule("T cell", "contact with tumor", false, "migration speed", 0.1, 0.5, 4)
                .scattered("tumor", flat ? 400 : 500)
                .scattered("T cell", 60)
                .scattered("macrophage", 40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyNumberOfThreadsGivesTheSameBitsAsOne(boolean flat) {
        long one = digest(flat, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(digest(flat, threads)).as(threads + " threads").isEqualTo(one);
        }
    }

    /// Where cells are is followed from step to step, and looked up anew by who goes on from what was written.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGoesOnFromAnyStepGetsTheSameBits(boolean flat) throws IOException {
        try (Tissue tissue = start(flat, 2)) {
            for (int stop = 0; stop < 4; stop++) {
                tissue.advanceTo(tissue.time() + 7.3);
                byte[] written = written(tissue);
                // Beyond two phenotype steps.
                tissue.advanceTo(tissue.time() + 12.2);
                try (Tissue other = start(flat, 1)) {
                    other.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written))));
                    other.advanceTo(tissue.time());
                    assertThat(digest(other)).as(tissue.time() + " min").isEqualTo(digest(tissue));
                    assertThat(written(other)).as(tissue.time() + " min").isEqualTo(written(tissue));
                }
            }
        }
    }

    /// All that a tissue writes of itself.
    static byte[] written(Tissue tissue) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockOutput out = new BlockOutput(Channels.newChannel(written));
        tissue.write(out);
        out.flush();
        return written.toByteArray();
    }

    private static Tissue start(boolean flat, int threads) {
        TestTissue tissue = busy(flat);
        return new Tissue(tissue.model(), tissue.beginning(), TREATMENT, 5, 0, threads);
    }

    private static long digest(boolean flat, int threads) {
        try (Tissue tissue = start(flat, threads)) {
            tissue.advanceTo(TIME);
            return digest(tissue);
        }
    }

    /// A number of all bits of a tissue with two substances.
    static long digest(Tissue tissue) {
        long hash = Arrays.hashCode(tissue.fields().concentrations(0)) * 31L
                + Arrays.hashCode(tissue.fields().concentrations(1));
        int[] order = IntStream.range(0, tissue.cells().count())
                .boxed()
                .sorted(Comparator.comparingLong(i -> tissue.cells().id.values[i]))
                .mapToInt(i -> i)
                .toArray();
        for (Column column : tissue.cells().columns()) {
            for (int i : order) {
                long bits = switch (column) {
                    case DoubleColumn numbers -> Double.doubleToRawLongBits(numbers.values[i]);
                    case IntColumn numbers -> numbers.values[i];
                    case LongColumn numbers -> numbers.values[i];
                };
                hash = 31 * hash + bits;
            }
        }
        return hash;
    }
}
