package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.model.Behaviour;
import org.junit.jupiter.api.Test;

/// An eater has all that the eaten cell had.
final class PhagocytosisTest {

    @Test
    void whatIsEatenBecomesCytoplasmAndFluidOfTheEater() {
        TestTissue test = new TestTissue(200, true)
                .conserved("virus")
                .variable("oncoprotein")
                .type("tumor")
                .type("macrophage")
                .does("tumor", "custom:virus", 5)
                .does("tumor", "custom:oncoprotein", 1)
                .does("macrophage", "custom:virus", 2)
                .cell("tumor", 0, 0, 0)
                .cell("macrophage", 15, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            BehaviourValues behaviours = tissue.behaviours();
            int eaten = TestTissue.find(tissue, 0);
            int eater = TestTissue.find(tissue, 1);
            tissue.springs().attach(0, 1);
            double volume = cells.volume.values[eater];
            double nucleus = cells.nuclearSolid.values[eater];
            double cytoplasm = cells.cytoplasmicSolid.values[eater];
            new Phagocytosis(
                            cells,
                            behaviours,
                            tissue.model().variables(),
                            new VolumeChange(cells, tissue.model().types()),
                            new Surfaces(cells, behaviours, 2),
                            tissue.springs(),
                            tissue.fields().exchange(),
                            null)
                    .eat(eater, eaten);
            assertThat(cells.volume.values[eater]).isCloseTo(2 * volume, within(1e-9));
            assertThat(cells.radius.values[eater]).isCloseTo(Math.cbrt(2 * volume / (4 * Math.PI / 3)), within(1e-9));
            assertThat(cells.nuclearSolid.values[eater]).isEqualTo(nucleus);
            assertThat(cells.cytoplasmicSolid.values[eater]).isCloseTo(2 * cytoplasm + nucleus, within(1e-9));
            int custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
            assertThat(behaviours.of(custom, eater)).isEqualTo(7);
            assertThat(behaviours.of(custom + 1, eater)).isZero();
            assertThat(cells.fate.values[eaten]).isEqualTo(Fate.GONE);
            assertThat(tissue.springs().count()).isZero();
        }
    }
}
