package org.immunarium.study.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.study.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a tissue, and of a table of its rules.
class TissueExplanationTest {

    private static final String MODEL = """
            format: 1
            tissue: small
            domain: {size: 200 x 200 µm}
            substances:
              oxygen: {unit: mmHg, diffusion: 100000 µm^2/min, decay: {value: 0.1 1/min, source: A book}, edge: 38 mmHg}
              seeped poison: {unit: nM, diffusion: 1000 µm^2/min, decay: 0.1 1/min}
            variables:
              antigen: {start: 1}
            immunity:
              antigens: [neoantigen]
              drugs:
                poison: {unit: nM, in blood: {clearance: 0 L/d, volume: 5 L}, in tissue: 1, molar mass: 500 g/mol}
              actions:
                - {of: poison, kills: dividing cells, half: 5 nM, power: 2}
              vessels:
                - {at: [50 µm, 20 µm], radius: 8 µm}
              supplies:
                - {of: poison, into: seeped poison, rate: {value: 0.1 1/min, source: A tap}}
              recruitment:
                - {cells: T cell, rate: 0.02 1/min}
              priming:
                - {cells: T cell, antigen: neoantigen, primes: {value: 20, source: A count}, half cargo: 0.5, delay: 3 d}
              vaccines:
                DC vaccine: {antigen: neoantigen, dendritic cells: 20, for: 1e7 cells, cargo: 10, source: A trial}
              infusions:
                T cell: {share: 0.5, around cells: {type: tumour, from: 5 µm}}
            cells:
              tumour:
                cycle: live
                death: {apoptosis: {lasts: {value: 8 h, source: A film}}}
                needs: {substance: oxygen, divides above: 5 mmHg, divides fully at: 38 mmHg, source: A dish}
                does: {MHC-I expression: 0}
                varies: {volume: {normal: 200 µm^3, min: 1000 µm^3}}
              T cell:
                cycle: live
                moves: yes
                lives: {mean: 8.5 d, at most: 10 d}
                kills:
                  cells: tumour
                  attachment rate: 0.2 1/min
                  within: 18 µm
                  surely within: 14 µm
                  mark: antigen
                  unknown up to: 0.5
                  fully known at: 2
                  kill rate: {value: 0.07 1/min, source: A count}
                  holds for: 60 min
            rules:
              - {rule: "In tumour cells, oxygen decreases apoptosis to 0 with half-max 5 mmHg and Hill power 2.", source: A curve}
            start:
              - {cells: tumour, fill: disc of 50 µm}
              - {cells: T cell, count: 4, in: ring from 60 µm to 90 µm}
            """;

    @TempDir
    private Path folder;

    private String explain(String study) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), MODEL);
        Path file = Files.writeString(
                folder.resolve("study.yaml"), "format: 1\nstudy: tissue\nmodel: small.yaml\nduration: 2 d\n" + study);
        return Explanation.of(file.toString(), Overrides.NONE);
    }

    @Test
    void aTypeIsSaidWithAllThatItIs() throws IOException {
        assertThat(explain(""))
                .contains("needs oxygen [A dish]: divides above 5 mmHg, divides fully at 38 mmHg")
                .contains("dead of apoptosis, all for as long: ", "lasts 480 min [A film]")
                .contains("volume differs from cell to cell: normal 200 µm^3, min 1000 µm^3")
                .contains("MHC-I expression: 0")
                .contains("lives: mean 12240 min, at most 14400 min")
                .contains(
                        "kills tumour, known by its antigen: attachment rate 0.2 1/min",
                        "kill rate 0.07 1/min [A count]")
                .contains("decays at 0.1 1/min [A book]")
                .contains("tumour, oxygen decreases apoptosis: A curve");
    }

    @Test
    void whatComesInAndHowItBeginsIsSaid() throws IOException {
        assertThat(explain(""))
                .contains("a vessel at 50, 20 µm, of radius 8 µm")
                .contains("poison seeps out of vessels as seeped poison: rate 0.1 1/min [A tap]")
                .contains("T cell come out of vessels: rate 0.02 1/min")
                .contains("T cell come from the lymph node, called by neoantigen: primes 20 [A count], half cargo 0.5")
                .contains("DC vaccine, a vaccine of neoantigen [A trial]: dendritic cells 20, for 1e7 cells, cargo 10")
                .contains("T cell, around tumour: share 0.5, around cells.from 5 µm")
                .contains("tumour, which fill a disc of 50 µm", "4 T cell, anywhere in a ring from 60 µm to 90 µm");
    }

    @Test
    void ofAComparisonTheModelIsSaidOnceAndWhatEachVariantChangesWithItsDoses() throws IOException {
        String words = explain("""
                compare:
                  - {title: hides, set: {tumour.PD-L1 expression: 1}}
                  - {title: treated, therapy: [poison 10 mg IV q1d x 2]}
                """);
        assertThat(words)
                .contains("Variant \"hides\": nothing is given; with tumour.PD-L1 expression = 1")
                .contains("Variant \"treated\": poison 10 mg IV", "  24 h: poison")
                .doesNotContain("PD-L1 expression: 1");
    }

    @Test
    void aTableOfRulesIsToldFromATableOfDoses() throws IOException {
        Path rules = Files.writeString(folder.resolve("cell_rules.csv"), """
                // PhysiCell
                tumor,oxygen,increases,cycle entry,0.0072,21.5,4,0
                tumor,damage,increases,apoptosis,0.023,45,16,1
                CD8 T cell,IL-10,decreases,attack tumor,0,0.5,8,0
                """);
        assertThat(Explanation.of(rules.toString(), Overrides.NONE))
                .contains(
                        "tumor: Oxygen increases cycle entry up to 0.0072; half of the effect is reached at 21.5"
                                + " (Hill power 4). Damage increases apoptosis up to 0.023; half of the effect is reached"
                                + " at 45 (Hill power 16, also in dead cells).",
                        "CD8 T cell: IL-10 decreases attack tumor down to 0; half of the effect is reached at 0.5"
                                + " (Hill power 8).");
        Files.writeString(rules, "tumor,oxygen,increases,cycle entry,0.0072,21.5,4,0\ntumor,oxygen,increases\n");
        assertThatThrownBy(() -> Explanation.of(rules.toString(), Overrides.NONE))
                .hasMessageContaining("cell_rules.csv:2: cell type, signal, direction, behaviour");
        Files.writeString(rules, "tumor,oxygen,increases,cycle entry,0.0072,many,4,0\n");
        assertThatThrownBy(() -> Explanation.of(rules.toString(), Overrides.NONE))
                .hasMessageContaining(
                        "cell_rules.csv:1: numbers were expected after the behaviour; found 0.0072, many, 4, 0");
    }
}
