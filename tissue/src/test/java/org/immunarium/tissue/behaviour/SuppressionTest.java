package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.space.Neighbours;
import org.junit.jupiter.api.Test;

/// Living suppressors that touch an effector hold it back, each by what it has.
final class SuppressionTest {

    private static int find(Cells cells, long id) {
        int i = 0;
        while (cells.id.values[i] != id) {
            i++;
        }
        return i;
    }

    @Test
    void suppressorsAddUpWhereTheyTouchAndLive() {
        TestTissue test = new TestTissue(200, true)
                .immunity(new Immunity(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .type("T cell")
                .type("suppressor")
                .does("suppressor", "suppression", 0.5)
                .cell("T cell", 0, 0, 0)
                .cell("suppressor", 15, 0, 0)
                .cell("suppressor", 0, 15, 0)
                // Within the lists' skin, but not touching.
                .cell("suppressor", -22, 0, 0)
                .cell("T cell", 0, -15, 0);
        TissueModel model = test.model();
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            Cells cells = tissue.cells();
            Neighbours neighbours = new Neighbours(cells, model.domain(), team);
            neighbours.update();
            Suppression suppression = new Suppression(cells, tissue.behaviours(), neighbours);
            assertThat(suppression.leaves(find(cells, 0))).isEqualTo(0.5);
            assertThat(suppression.leaves(find(cells, 4))).isEqualTo(1);
            cells.fate.values[find(cells, 1)] = Fate.APOPTOTIC;
            assertThat(suppression.leaves(find(cells, 0))).isEqualTo(1 / 1.5);
        }
    }
}
