package org.immunarium.tissue.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// Tables of concentrations say how much is where, or what is wrong with which line.
final class FieldTableTest {

    /// Four voxels of 20 µm.
    private static final TissueModel MODEL = new TestTissue(20, true)
            .substance("oxygen", 0, 0, 1)
            .substance("factor", 0, 0, 1)
            .model();

    private final List<Problem> problems = new ArrayList<>();

    private List<double[]> read(String text) {
        return FieldTable.read("fields.csv", text, MODEL, problems);
    }

    @Test
    void eachVoxelHasItsLineInAnyOrder() {
        List<double[]> fields = read("x,y,z,factor\n10,10,0,4\n-10,-10,0,1\n-1,1,0,3\n 20 ,-20,0,2\n");
        assertThat(problems).isEmpty();
        assertThat(fields.get(0)).containsOnly(0);
        assertThat(fields.get(1)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        read("x,y,z,oxigen,factor\n10,10,0,4,-1\n10,10,0,1,1\n-10,-100,0,1,1\n-10,10,0,1\n");
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "fields.csv:1: oxigen: \"oxigen\" is not a substance, did you mean \"oxygen\"?",
                        "fields.csv:2: factor: \"-1\" was found; a number of at least 0 is expected",
                        "fields.csv:3: the voxel already has line 2",
                        "fields.csv:4: y: \"-100\" was found; a number in the domain, which is from -20.0 to 20.0, is expected",
                        "fields.csv:5: there are 4 fields; 5 are expected",
                        "fields.csv:5: 3 of 4 voxels have no line; each is expected once");
    }

    @Test
    void aTableWithoutItsHeaderIsNotRead() {
        assertThat(read("10,10,0,4\n")).isEmpty();
        assertThat(problems).singleElement().asString().startsWith("fields.csv:1: the columns are 10, 10, 0, 4");
    }
}
