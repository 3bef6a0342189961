package org.immunarium.tissue.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who is attached to whom, and how they pull.
final class SpringsTest {

    private static TestTissue cells() {
        return new TestTissue(200, true)
                .type("one")
                .type("other")
                .does("one", "cell-cell adhesion elastic constant", 0.04)
                .does("other", "cell-cell adhesion elastic constant", 0.09)
                .does("one", "adhesive affinity to other", 0.25)
                .cell("one", 0, 0, 0)
                .cell("other", 10, -20, 0)
                .cell("one", 30, 0, 0)
                .cell("one", 60, 0, 0);
    }

    private static List<String> pairs(Springs springs) {
        return IntStream.range(0, springs.count())
                .mapToObj(link -> springs.lower(link) + "-" + springs.upper(link))
                .toList();
    }

    @Test
    void eachPairIsThereOnceInOrderUntilItParts() {
        try (Tissue tissue = cells().start(1, 1)) {
            Springs springs = tissue.springs();
            springs.attach(3, 2);
            springs.attach(1, 0);
            springs.attach(0, 3);
            springs.attach(0, 1);
            assertThat(pairs(springs)).containsExactly("0-1", "0-3", "2-3");
            springs.detach(3, 0);
            springs.detach(1, 2);
            assertThat(pairs(springs)).containsExactly("0-1", "2-3");
            springs.detachAll(3);
            assertThat(pairs(springs)).containsExactly("0-1");
        }
    }

    /// Each of 90,000 cells on a lattice to those around it; one of ten parts from all.
    @Test
    @Timeout(30)
    void manyLinksTakeLittleMoreThanTheirNumber() {
        int side = 300;
        try (Tissue tissue = cells().start(1, 1)) {
            Springs springs = tissue.springs();
            for (int k = 0; k < side * side; k++) {
                // In no order.
                long id = k * 7919L % (side * side);
                long x = id % side;
                if (x > 0) {
                    springs.attach(id, id - 1);
                }
                if (id >= side) {
                    springs.attach(id, id - side);
                }
            }
            assertThat(springs.count()).isEqualTo(2 * side * (side - 1));
            int parted = 0;
            for (long id = 0; id < side * side; id += 10) {
                springs.detachAll(id);
                parted++;
            }
            assertThat(springs.count())
                    .isBetween(2 * side * (side - 1) - 4 * parted, 2 * side * (side - 1) - 2 * parted);
            for (int link = 0; link < springs.count(); link++) {
                assertThat(springs.lower(link) % 10 == 0 || springs.upper(link) % 10 == 0)
                        .isFalse();
                boolean ordered = link == 0
                        || springs.lower(link) > springs.lower(link - 1)
                        || springs.lower(link) == springs.lower(link - 1)
                                && springs.upper(link) > springs.upper(link - 1);
                assertThat(ordered).isTrue();
            }
        }
    }

    @Test
    void bothArePulledByHowFarTheyAreApart() {
        try (Tissue tissue = cells().start(1, 1);
                Team team = new Team(1)) {
            Cells cells = tissue.cells();
            Surfaces surfaces = new Surfaces(cells, tissue.behaviours(), 2);
            Velocities velocities = new Velocities(
                    cells,
                    tissue.behaviours(),
                    tissue.model().types(),
                    surfaces,
                    tissue.neighbours(),
                    tissue.model().domain(),
                    false,
                    team);
            Springs springs = tissue.springs();
            springs.attach(0, 1);
            springs.pull(velocities);
            int one = TestTissue.find(tissue, 0);
            int other = TestTissue.find(tissue, 1);
            // sqrt(0.04 x 0.25 x 0.09 x 1) = 0.03.
            assertThat(cells.vx.values[one]).isCloseTo(0.3, within(1e-12));
            assertThat(cells.vy.values[one]).isCloseTo(-0.6, within(1e-12));
            assertThat(cells.vx.values[other]).isCloseTo(-0.3, within(1e-12));
            assertThat(cells.vy.values[other]).isCloseTo(0.6, within(1e-12));
        }
    }

    @Test
    void stiffnessIsTwiceAllThatPullsOneCell() {
        try (Tissue tissue = cells().start(1, 1)) {
            Springs springs = tissue.springs();
            assertThat(springs.stiffness()).isZero();
            springs.attach(0, 1);
            springs.attach(0, 2);
            springs.attach(2, 3);
            assertThat(springs.stiffness()).isCloseTo(2 * (0.04 + 0.04), within(1e-12));
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Tissue tissue = cells().start(1, 1);
                Tissue another = cells().start(1, 1)) {
            tissue.springs().attach(0, 1);
            tissue.springs().attach(2, 3);
            BlockOutput out = new BlockOutput(Channels.newChannel(written));
            tissue.springs().write(out);
            out.flush();
            another.springs().attach(0, 2);
            another.springs()
                    .read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written.toByteArray()))));
            assertThat(pairs(another.springs())).containsExactly("0-1", "2-3");
        }
    }
}
