package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is given to a tissue and comes to nothing is told at its line.
final class IdleTreatmentTest {

    private SmallTreatment small;

    @BeforeEach
    void begin(@TempDir Path folder) {
        small = new SmallTreatment(folder);
    }

    @Test
    void whatWouldComeWithAStepAfterTheEndIsTold() throws IOException {
        String why = " given at 57 min and would come with the step after that, but the last of this run is at 54 min"
                + " (there is one every 6 min)";
        assertThat(small.notices(small.study("""
                therapy:
                  - CAR-T cell 100 cells at 57 min
                  - vaccine 1 mg at 57 min
                  - CAR-T cell 100 cells at 54 min
                  - vaccine 1 mg at 54 min
                """)))
                .containsExactly(
                        "study.yaml:7: therapy: \"CAR-T cell\": 50 of 50 cells do not come: what is" + why,
                        "study.yaml:8: therapy: \"vaccine\" does not come: it is" + why);
        Path out = small.run(small.study("therapy: [CAR-T cell 100 cells at 57 min, CAR-T cell 10 cells at 54 min]\n"));
        assertThat(Table.read(RunFolder.open(out).table("cells_by_type.csv")).rows())
                .anySatisfy(row -> assertThat(row.subList(0, 3)).containsExactly("60", "CAR-T cell", "5"));
    }

    @Test
    void whatIsGivenToNoEffectIsToldAtItsLine() throws IOException {
        Path study = small.study("""
                patient: {weight: 80 kg, height: 175 cm}
                therapy:
                  - poison 5 mg IV at 10 d
                  - poison 5 mg IV q1d until progression
                  - CAR-T cell 4 cells
                """, SmallTreatment.MODEL.replace("share: 0.5", "share: 0.1"));
        assertThat(small.notices(study))
                .containsExactly(
                        "study.yaml:8: therapy: \"poison 5 mg IV at 10 d\": none of its doses starts before the run ends,"
                                + " at 60 min",
                        "study.yaml:9: therapy: \"poison 5 mg IV q1d until progression\": nobody judges"
                                + " progression in a study of a tissue, and doses go on to the end of the run; in a trial"
                                + " they end when progression is seen at a visit",
                        "study.yaml:10: therapy: \"CAR-T cell\": of 4 cells a share of 0.1 comes into the tissue, which is"
                                + " less than half a cell, so none comes",
                        "study.yaml:6: patient.weight: has no effect: nothing that is given goes by it",
                        "study.yaml:6: patient.height: has no effect: nothing that is given goes by it");
        for (String used : List.of("nivolumab 240 mg IV", "poison 1 mg/kg IV")) {
            String model = SmallTreatment.MODEL.replace(
                    "  vaccines:", "    - {of: nivolumab, blocks: PD-1, dissociation: 3 nM}\n  vaccines:");
            assertThat(small.notices(small.study("patient: {weight: 80 kg}\ntherapy: [" + used + "]\n", model)))
                    .isEmpty();
        }
    }

    @Test
    void whatComesToNothingInAModelIsToldAtItsLine() throws IOException {
        String model = SmallTreatment.MODEL
                .replace("    poison:", "    other: {unit: mg/L}\n    poison:")
                .replace("  vaccines:", "  supplies: [{of: other, into: factor, rate: 1 1/min}]\n  vaccines:")
                .replace(
                        "domain:",
                        "substances: {factor: {unit: mg/L, diffusion: 1 µm^2/min, decay: 0 1/min}}\ndomain:");
        assertThat(small.allNotices(small.study("\nmedium: {nivolumab: 1 nM, other: 1 mg/L}\n", model)))
                .containsExactly(
                        "model.yaml:13: immunity.supplies: has no effect: there are no vessels that drugs could seep"
                                + " out of",
                        "model.yaml:15: immunity.vaccines.vaccine: has no effect: nothing under immunity.priming is for"
                                + " its antigen, \"CD19\"",
                        "study.yaml:7: medium: \"nivolumab\": has no effect: the model has no action, no supply and no"
                                + " rule of it");
        String rule = "rules: ['In tumor cells, nivolumab concentration decreases cycle entry to 0 with half-max 1 and"
                + " Hill power 2.']\n";
        assertThat(small.notices(small.study("therapy: [nivolumab 240 mg IV]\n", SmallTreatment.MODEL + rule)))
                .isEmpty();
        assertThat(small.notices(small.study("therapy: [nivolumab 240 mg IV]\n")))
                .anyMatch(line -> line.startsWith("study.yaml:6: therapy: \"nivolumab\": has no effect"));
    }

    @Test
    void cellsThatRunInPastTheEndAreTold() throws IOException {
        assertThat(small.notices(small.study("therapy: [CAR-T cell 100 cells over 2 h]\n")))
                .containsExactly("study.yaml:6: therapy: \"CAR-T cell\": 27 of 50 cells do not come: what is given at"
                        + " 57 min and would come with the step after that, but the last of this run is at 54 min (there"
                        + " is one every 6 min)");
    }
}
