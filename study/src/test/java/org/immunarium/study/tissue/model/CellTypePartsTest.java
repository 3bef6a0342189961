package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.study.InputFiles;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.LifespanModel;
import org.immunarium.tissue.model.OxygenModel;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// What a cell type needs, kills and lives like, and longer steps, as a model's file says them.
final class CellTypePartsTest {

    private static WrittenTissue read(String text, Notes notes) {
        return TissueModelFile.read(
                "m.yaml",
                text,
                new FilesBeside(InputFiles.in(Path.of("")), "m.yaml"),
                Optional.empty(),
                Optional.empty(),
                notes);
    }

    @Test
    void theShippedOrganoidIsReadAsItIsWritten() {
        Notes notes = new Notes();
        WrittenTissue read =
                read(ShippedTissueModel.find("cart-organoid").orElseThrow().text(), notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(notes.notices()).isEmpty();
        assertThat(read.model().steps()).isEqualTo(new TimeSteps(0.01, 0.1, 6, 1, false));
        CellType tumour = read.model().types().get(0);
        CellType killer = read.model().types().get(1);
        assertThat(tumour.oxygen()).contains(new OxygenModel(0, 10, 38, 5, 2.5, 0.00277778, OptionalInt.of(0)));
        assertThat(killer.killing())
                .contains(new ContactKillingModel(
                        0, 0.013, 18, 14, OptionalInt.of(0), 0.5, 2, 0.06667, 60, true, true, 0.01, 17.825, 21.132));
        assertThat(killer.lifespan()).contains(new LifespanModel(12342.86, 14400));
        assertThat(killer.migration().orElseThrow().hop()).hasValue(0.1);
        assertThat(tumour.killing()).isEmpty();
        assertThat(read.beginning().placements().getFirst().cells(false)).isEqualTo(3957);
        var time = read.beginning().variations().stream()
                .filter(each -> each.anew())
                .findFirst()
                .orElseThrow();
        assertThat(1 / time.values().quantile(0.5) / 60).isBetween(38.59, 38.61);
        assertThat(1 / time.values().quantileFromAbove(0.158655) / 60).isBetween(34.8, 35.0);
    }

    @Test
    void whatIsWrongIsToldAtItsLine() {
        Notes notes = new Notes();
        read("""
                format: 1
                tissue: wrong
                domain: {size: 200 x 200 µm}
                steps: {longest mechanics: 12 min}
                substances:
                  oxygen: {unit: mmHg, diffusion: 1000 µm^2/min, decay: 0 1/min}
                cells:
                  tumor:
                    needs: {substance: oxygen, divides above: 38 mmHg, divides fully at: 10 mmHg}
                    lives: {mean: 10 d, at most: 8 d}
                  killer:
                    needs: {substance: oxigen, divides above: 5 mmHg}
                    kills:
                      cells: tumour
                      attachment rate: 0.2 µm
                      within: 14 µm
                      surely within: 18 µm
                      unknown up to: 0.5
                      kill rate: 0.1 1/min
                      pull: 0.01 1/min
                      pull from: 20 µm
                      pull up to: 18 µm
                    varies:
                      apoptosis: {normal: 3 h}
                """, notes);
        List<String> told = notes.problems().stream().map(Problem::toString).toList();
        assertThat(told)
                .anyMatch(each -> each.contains("m.yaml:4") && each.contains("longest mechanics has 12 min"))
                .anyMatch(each -> each.contains("m.yaml:12") && each.contains("\"oxigen\" is no substance"))
                .anyMatch(each -> each.contains("m.yaml:9") && each.contains("divides fully at is 10"))
                .anyMatch(each -> each.contains("m.yaml:10") && each.contains("at most is 11520"))
                .anyMatch(each -> each.contains("m.yaml:14") && each.contains("\"tumour\" is no cell type"))
                .anyMatch(each -> each.contains("m.yaml:15") && each.contains("attachment rate"))
                .anyMatch(each -> each.contains("within is 14"))
                .anyMatch(each -> each.contains("m.yaml:18") && each.contains("has no meaning without mark"))
                .anyMatch(each -> each.contains("holds for"))
                .anyMatch(each -> each.contains("pull up to is 18 and pull from 20"))
                .anyMatch(each -> each.contains("m.yaml:24") && each.contains("a rate above 0"));
    }

    @Test
    void theLongestMechanicsStepIsAWholeNumberOfTheShortest() {
        for (String longest : List.of("0.14", "0.25", "0.05")) {
            Notes notes = new Notes();
            read("""
                    format: 1
                    tissue: wrong
                    domain: {size: 200 x 200 µm}
                    steps: {longest mechanics: LONGEST min}
                    cells:
                      tumor: {}
                    """.replace("LONGEST", longest), notes);
            assertThat(notes.problems().stream().map(Problem::toString))
                    .anyMatch(each -> each.contains("m.yaml:4")
                            && each.contains("longest mechanics has " + longest + " min; a whole multiple of the 0.1"));
        }
    }

    @Test
    void whoKillsWhatItHoldsAttacksNobodyByItselfNorByRules() {
        String model = """
                format: 1
                tissue: wrong
                domain: {size: 200 x 200 µm}
                immunity: {antigens: [CD19]}
                cells:
                  tumor: {}
                  killer:
                    kills:
                      cells: tumor
                      attachment rate: 0.2 1/min
                      within: 18 µm
                      surely within: 14 µm
                      kill rate: 0.1 1/min
                      holds for: 60 min
                """;
        Notes plain = new Notes();
        read(model, plain);
        assertThat(plain.problems()).isEmpty();
        Notes notes = new Notes();
        read(
                model + "    does: {attack tumor: 0.1 1/min}\n"
                        + "rules: ['In killer cells, damage increases engagement rate to 0.1 with half-max 1.']\n",
                notes);
        assertThat(notes.problems().stream().map(Problem::toString))
                .containsExactly(
                        "m.yaml:8: cells.killer.kills: a type that kills what it holds attacks and engages"
                                + " nothing else; found attack tumor",
                        "m.yaml:8: cells.killer.kills: a type that kills what it holds attacks and engages"
                                + " nothing else; found engagement rate of rules");
    }
}
