package org.immunarium.tissue.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// Tables of cells say where they are, or what is wrong with which line.
final class CellTableTest {

    private static final TissueModel MODEL =
            new TestTissue(100, true).type("tumor").type("T cell").model();

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();

    private List<Placement.Cell> read(String text) {
        return CellTable.read("cells.csv", text, MODEL, problems, notices);
    }

    private static Placement.Cell cell(int type, double x, double y) {
        return new Placement.Cell(type, x, y, 0, Double.NaN, Map.of());
    }

    @Test
    void withoutAHeaderTypesAreNumbers() {
        assertThat(read("1,2,0,1\n\n-3.5 4e1 0 0\n")).containsExactly(cell(1, 1, 2), cell(0, -3.5, 40));
        assertThat(problems).isEmpty();
    }

    @Test
    void withAHeaderCellsMayHaveASizeAndBehavioursOfTheirOwn() {
        int speed = MODEL.behaviours().place(Behaviour.MIGRATION_SPEED);
        assertThat(read("x,y,z,type,volume,migration speed\n1,2,0,T cell,1000,3\n3,4,0,tumor,skip,\n"))
                .containsExactly(new Placement.Cell(1, 1, 2, 0, 1000, Map.of(speed, 3.0)), cell(0, 3, 4));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndOthersAreRead() {
        assertThat(read("x,y,z,type,volume\n1,2,0,T cel,\n1,200,0,tumor,\n1,2,1,tumor,\n1,2,0,tumor,0\n5,6,0,tumor,\n"))
                .contains(cell(0, 5, 6));
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "cells.csv:2: type: \"T cel\" is not a cell type, did you mean \"T cell\"?",
                        "cells.csv:3: y: 200.0 is outside of the domain, which is from -100.0 to 100.0",
                        "cells.csv:4: z: 1.0 was found; in a flat domain it is 0",
                        "cells.csv:5: volume: \"0\" was found; a number above 0 is expected");
    }

    @Test
    void aColumnThatIsNotKnownIsWrongOnlyWhereACellHasAValueForIt() {
        read("x,y,z,type,colour\n1,2,0,tumor,\n");
        assertThat(problems).isEmpty();
        assertThat(notices).singleElement().asString().startsWith("cells.csv:1: colour: it is not known");
        read("x,y,z,type,colour\n1,2,0,tumor,1\n1,2,0,tumor,2\n");
        assertThat(problems).singleElement().asString().startsWith("cells.csv:2: colour: \"colour\" is not");
    }

    @Test
    void oneMistakeThatIsMadeManyTimesIsToldFiftyTimes() {
        read("1,2,0,7\n".repeat(1000));
        assertThat(problems).hasSize(51).last().hasToString("cells.csv:51: there are more problems than these 50");
    }
}
