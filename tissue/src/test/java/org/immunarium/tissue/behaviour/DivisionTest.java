package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.NumericalFailure;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.CellType;
import org.junit.jupiter.api.Test;

/// What a mother and her daughter have of what she had.
final class DivisionTest {

    private static TestTissue dividing() {
        return new TestTissue(200, false)
                .type("cell")
                .type("other")
                .does("cell", "is_movable", 0)
                .does("cell", "cycle entry", 1e9)
                .cell("cell", 10, 20, 30);
    }

    @Test
    void halvesLieThreeHalvesOfARadiusApartAroundWhereTheMotherWas() {
        try (Tissue tissue = dividing().start(1, 1)) {
            Cells cells = tissue.cells();
            double radius = cells.radius.values[0];
            double volume = cells.volume.values[0];
            tissue.advance();
            assertThat(cells.count()).isEqualTo(2);
            int mother = TestTissue.find(tissue, 0);
            int daughter = TestTissue.find(tissue, 1);
            double[][] places = {cells.x.values, cells.y.values, cells.z.values};
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double way = places[axis][daughter] - places[axis][mother];
                square += way * way;
                assertThat(places[axis][mother] + way / 3).isCloseTo(10 * (axis + 1), within(1e-9));
            }
            assertThat(Math.sqrt(square)).isCloseTo(1.5 * radius, within(1e-9));
            assertThat(cells.volume.values[mother]).isCloseTo(volume / 2, within(1e-9));
            assertThat(cells.volume.values[daughter]).isCloseTo(volume / 2, within(1e-9));
        }
    }

    @Test
    void theyShareWhatIsConservedAndBothHaveTheRest() {
        TestTissue test = dividing()
                .conserved("virus")
                .variable("oncoprotein")
                .does("cell", "custom:virus", 8)
                .does("cell", "custom:oncoprotein", 3);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.cells().damage.values[0] = 5;
            tissue.cells().attackTime.values[0] = 7;
            tissue.springs().attach(0, 1);
            tissue.advance();
            for (int i = 0; i < 2; i++) {
                assertThat(tissue.behaviours().of(place(tissue, "custom:virus"), i))
                        .isEqualTo(4);
                assertThat(tissue.behaviours().of(place(tissue, "custom:oncoprotein"), i))
                        .isEqualTo(3);
                assertThat(tissue.cells().damage.values[i]).isEqualTo(5);
                assertThat(tissue.cells().attackTime.values[i]).isZero();
            }
            assertThat(tissue.springs().count()).isZero();
        }
    }

    private static int place(Tissue tissue, String behaviour) {
        return tissue.behaviours().vocabulary().find(behaviour).orElseThrow();
    }

    @Test
    void daughtersAreOfAnotherTypeAsOftenAsIsSaid() {
        TestTissue test = dividing()
                .does("cell", "asymmetric division to cell", 0.7)
                .does("cell", "asymmetric division to other", 0.3)
                .change("cell", CellType::withAsymmetricDivision)
                .scattered("cell", 999);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advance();
            assertThat(tissue.cells().count()).isEqualTo(2000);
            assertThat((double) TestTissue.living(tissue, 1)).isCloseTo(300, within(60.0));
        }
    }

    /// What remains for her own type is what the others leave.
    @Test
    void rulesMayLeaveNoDaughterOfHerOwnType() {
        TestTissue test = dividing()
                .type("third")
                .does("cell", "asymmetric division to cell", 1)
                .rule("cell", "volume", true, "asymmetric division to other", 0.25, 1, 64)
                .rule("cell", "volume", true, "asymmetric division to third", 0.75, 1, 64)
                .change("cell", CellType::withAsymmetricDivision)
                .scattered("cell", 999);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advance();
            assertThat(TestTissue.living(tissue, 0)).isEqualTo(1000);
            assertThat((double) TestTissue.living(tissue, 1)).isCloseTo(250, within(60.0));
        }
    }

    @Test
    void probabilitiesAboveOneStopTheRunByName() {
        TestTissue test = dividing()
                .type("third")
                .rule("cell", "volume", true, "asymmetric division to other", 0.8, 1, 64)
                .rule("cell", "volume", true, "asymmetric division to third", 0.8, 1, 64)
                .change("cell", CellType::withAsymmetricDivision);
        try (Tissue tissue = test.start(1, 1)) {
            assertThatThrownBy(tissue::advance)
                    .isInstanceOf(NumericalFailure.class)
                    .hasMessageContaining("the probabilities of \"asymmetric division\" of \"cell\" to other types"
                            + " add up to more than 1");
        }
    }
}
