package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.junit.jupiter.api.Test;

/// How many T cells come from the lymph node, and when.
final class LymphNodeTest {

    @Test
    void dendriticCellsCallTCells() {
        Immunity immunity = new Immunity(
                List.of("antigen"),
                List.of(new Drug("anti-CTLA-4", "nM")),
                List.of(new Action.Blocks(new Agent.FromBlood(0), Receptor.CTLA_4, 1)),
                List.of(new Vessel(0, 0, 10)),
                List.of(),
                List.of(),
                List.of(new Priming(1, 0, 10, 1, 0.5, 60, 30)));
        TestTissue tissue = new TestTissue(500, true)
                .immunity(immunity)
                .type("tumor")
                .type("T cell")
                .does("tumor", "antigen expression", 1);
        for (double drug : new double[] {0, 1e6}) {
            // What the tissue has of it does not matter to the lymph node.
            Treatment treatment = new Treatment(
                    List.of(new Treatment.Course(t -> drug, 1e-9)),
                    List.of(),
                    List.of(new Treatment.Vaccination(0, 0, 100, 1)));
            try (Tissue run = tissue.start(treatment, 1, 1)) {
                run.advanceTo(54);
                assertThat(TestTissue.living(run, 1)).isZero();
                run.advanceTo(96);
                // 100 cells x 10 x 1 / 2 x (1 - 0.5 x free part), of which 1 - 1/e came within the mean time.
                double primed = drug == 0 ? 250 : 500;
                assertThat((double) TestTissue.living(run, 1))
                        .isCloseTo(primed * (1 - Math.exp(-1)), within(0.12 * primed));
                run.advanceTo(606);
                assertThat((double) TestTissue.living(run, 1)).isCloseTo(primed, within(1.0));
            }
        }
    }

    @Test
    void whoIsOnTheWayComesOnceInTheOrderOfTimeAlsoAfterItWasReadBack() throws IOException {
        LymphNode node = node();
        RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.PRIMING, 0);
        node.arrive(5, new double[] {0, 1}, 2, luck);
        node.arrive(0, new double[] {1, 0}, 1, luck);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockOutput out = new BlockOutput(Channels.newChannel(written));
        node.write(out);
        out.flush();
        LymphNode other = node();
        other.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written.toByteArray()))));
        for (LymphNode each : List.of(node, other)) {
            assertThat(each.due(19.9)).isEmpty();
            // Half of 4 at 20 min, and of 6 and twice as many dendritic cells at 15 + 5.
            assertThat(each.due(20)).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
            assertThat(each.due(1e9)).isEmpty();
        }
    }

    @Test
    void whoIsExpectedIsKnownAndNoMoreThanThereIsRoomFor() {
        LymphNode node = node();
        RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.PRIMING, 0);
        node.arrive(5, new double[] {0, 1}, 2, luck);
        assertThat(node.expected(19.9)).isZero();
        assertThat(node.expected(20)).isEqualTo(6);
        assertThatExceptionOfType(NumericalFailure.class)
                .isThrownBy(() -> node.arrive(7, new double[] {1, 0}, 1e7, luck))
                .withMessageContaining("more than 10000000 would be on their way");
    }

    private static LymphNode node() {
        try (Tissue tissue = new TestTissue(100, true).immune().type("cell").start(1, 1)) {
            Agents agents = tissue.immune().orElseThrow().agents();
            return new LymphNode(List.of(new Priming(0, 0, 4, 1, 0, 20, 0), new Priming(1, 1, 6, 1, 0, 15, 0)), agents);
        }
    }
}
