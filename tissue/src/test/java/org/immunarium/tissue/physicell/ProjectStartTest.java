package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.LogUniform;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Truncated;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who and what is there when a project starts, and in what single cells differ.
class ProjectStartTest {

    @TempDir
    Path folder;

    private SmallProject small;

    @BeforeEach
    void begin() {
        small = SmallProject.in(folder);
    }

    @Test
    void cellsAnywhereComeBeforeThoseOfTheFile() {
        PhysiCellProject project = small.read();
        TissueModel model = project.model();
        assertThat(project.placements())
                .containsExactly(
                        new Placement.Scattered(0, 3),
                        new Placement.Scattered(1, 3),
                        new Placement.Scattered(2, 3),
                        new Placement.Cell(0, 10, 20, 0, Double.NaN, Map.of()),
                        new Placement.Cell(
                                1,
                                -30.5,
                                20,
                                0,
                                1000,
                                Map.of(model.behaviours().find("custom:sample").orElseThrow(), 7.0)),
                        new Placement.Cell(
                                2,
                                0,
                                0,
                                0,
                                Double.NaN,
                                Map.of(model.behaviours().find("attack killer").orElseThrow(), 0.5)));
    }

    @Test
    void cellsOfVersionOneNameTypesByNumber() {
        PhysiCellProject project = small.write("config/cells.csv", "10,20,0,2\r\n-1.5e1, 0 ,0, 1\n\n")
                .read();
        assertThat(project.placements().subList(3, 5))
                .containsExactly(
                        new Placement.Cell(2, 10, 20, 0, Double.NaN, Map.of()),
                        new Placement.Cell(1, -15, 0, 0, Double.NaN, Map.of()));
    }

    @Test
    void marksAndLineEndsOfOtherSystemsDoNotMatter() {
        PhysiCellProject project = small.write("config/cells.csv", "\ufeffx,y,z,type\r\n10,20,0,tumour\r\n")
                .read();
        assertThat(project.placements()).hasSize(4);
    }

    @Test
    void noCellsAreNoProblem() {
        PhysiCellProject project = small.write("config/cells.csv", "x,y,z,type\n")
                .with(">3</number_of_cells>", ">0</number_of_cells>")
                .read();
        assertThat(project.placements()).isEmpty();
    }

    @Test
    void concentrationsAtTheStartAreThoseOfTheFile() {
        PhysiCellProject project = small.with(
                        "<initial_condition type=\"csv\" enabled=\"false\">",
                        "<initial_condition type=\"csv\" enabled=\"true\">")
                .read();
        assertThat(project.fields()).hasSize(2);
        assertThat(project.fields().get(0)).hasSize(60).containsOnly(0);
        assertThat(project.fields().get(1)[0]).isEqualTo(1000 - 90 - 0.05);
        assertThat(project.fields().get(1)[9]).isEqualTo(1000 + 90 - 0.05);
        assertThat(project.fields().get(1)[10]).isEqualTo(1000 - 90 - 0.03);
    }

    @Test
    void distributionsOfEveryKind() {
        String start = "<distribution enabled=\"true\" type=\"Uniform\" check_base=\"true\">";
        PhysiCellProject project = small.with(start, """
                        <distribution enabled="false" type="nonsense"><nothing/></distribution>
                        <distribution type="loguniform"><behavior>apoptosis</behavior><min>1e-6</min><max>1e-2</max></distribution>
                        <distribution type="Normal">
                          <behavior>Volume</behavior><mu>2000</mu><sigma>100</sigma><lower_bound>1500</lower_bound>
                        </distribution>
                        <distribution type="LogNormal" check_base="false">
                          <behavior>attack killer</behavior><mu>-1</mu><sigma>0.5</sigma><upper_bound>0.1</upper_bound>
                        </distribution>
                        <distribution type="Log10Normal"><behavior>necrosis</behavior><mu>-2</mu><sigma>1</sigma></distribution>
                        """ + start).read();
        TissueModel model = project.model();
        double ln10 = ElementaryFunctions.log(10);
        assertThat(project.variations())
                .containsExactly(
                        new Variation(2, model.behaviours().find("apoptosis"), new LogUniform(1e-6, 1e-2)),
                        new Variation(
                                2,
                                OptionalInt.empty(),
                                new Truncated(new Normal(2000, 100), 1500, Double.POSITIVE_INFINITY)),
                        new Variation(
                                2,
                                model.behaviours().find("attack killer"),
                                new Truncated(new LogNormal(-1, 0.5), 0, 0.1)),
                        new Variation(2, model.behaviours().find("necrosis"), new LogNormal(-2 * ln10, ln10)),
                        new Variation(2, model.behaviours().find("migration speed"), new Uniform(0.05, 0.2)));
    }

    @Test
    void whatSingleCellsAreGivenIsLostWhereARuleSetsIt() {
        PhysiCellProject project = small.with(
                        "config/cell_rules.csv", "killer,contact with tumour", "offspring,contact with tumour")
                .read();
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains("single cells of \"offspring\" are given for \"migration speed\""));
    }
}
