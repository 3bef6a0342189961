package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Manifest;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a manifest says of the values that a tissue ran with.
class TissueSettingsTest {

    private static final String MODEL = """
            format: 1
            tissue: small
            domain: {size: 200 x 200 µm}
            substances:
              factor: {unit: ng/mL, diffusion: 1000 µm^2/min, decay: 0.1 1/min, edge: {x lower: 2 ng/mL}}
            immunity:
              antigens: [neoantigen]
              drugs:
                nivolumab: {unit: nM}
                poison: {unit: ng/mL}
              actions:
                - {of: nivolumab, blocks: PD-1, dissociation: 7 nM}
                - {of: poison, kills: dividing cells, half: 5 ng/mL, power: 2}
              vessels:
                - {at: [50 µm, 20 µm], radius: 8 µm}
              supplies:
                - {of: poison, into: factor, rate: 0.3 1/min}
              recruitment:
                - {cells: T cell, rate: 0.02 1/min, along: factor, half: 1 ng/mL, power: 2}
              priming:
                - {cells: T cell, antigen: neoantigen, primes: {value: 20, source: A count}, half cargo: 0.5, delay: 3 d}
              vaccines:
                DC vaccine: {antigen: neoantigen, dendritic cells: 20, for: 1e7 cells, cargo: 10, source: A trial}
              infusions:
                T cell: {share: {value: 1e-6, source: A scan}}
            cells:
              tumour:
                cycle: live
                does: {cycle entry: 0.001 1/min, MHC-I expression: 0, factor secretion: 0 1/min}
                varies:
                  cycle entry: {log-normal: 0.2}
                  volume: {normal: 200 µm^3, min: 1000 µm^3}
              T cell:
                cycle: live
                moves: yes
                does: {cycle entry: 0 1/min}
            rules:
              - In tumour cells, factor decreases cycle entry to 0.0005 with half-max 0.25 ng/mL and Hill power 2.
            start:
              - {cells: tumour, at: [0 µm, 0 µm]}
            """;

    @TempDir
    private Path folder;

    private List<Manifest.Setting> settings(String study) throws IOException {
        return settings(study, MODEL);
    }

    private List<Manifest.Setting> settings(String study, String model) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), model);
        Path file = Files.writeString(
                folder.resolve("study.yaml"), "format: 1\nstudy: tissue\nmodel: small.yaml\nduration: 1 h\n" + study);
        return StudyRun.prepare(file.toString(), Overrides.NONE).prepared().parameters();
    }

    @Test
    void whatIsSetToNothingIsSaidToo() throws IOException {
        assertThat(settings("set: {T cell.attack tumour: 0 1/min}\n"))
                .contains(
                        new Manifest.Setting("tumour.MHC-I expression", 0, "", "model"),
                        new Manifest.Setting("tumour.factor secretion", 0, "1/min", "model"),
                        new Manifest.Setting("T cell.attack tumour", 0, "1/min", "study"))
                .noneMatch(each -> each.name().equals("tumour.attack T cell"));
    }

    @Test
    void rulesAndAllThatComesIntoTheTissueAreSaid() throws IOException {
        assertThat(settings(""))
                .contains(
                        new Manifest.Setting("tumour.factor decreases cycle entry.to", 0.0005, "1/min", "model"),
                        new Manifest.Setting("tumour.factor decreases cycle entry.half-max", 0.25, "ng/mL", "model"),
                        new Manifest.Setting("tumour.factor decreases cycle entry.Hill power", 2, "", "model"),
                        new Manifest.Setting("factor.edge.x lower", 2, "ng/mL", "model"),
                        new Manifest.Setting("poison.kills dividing cells.power", 2, "", "model"),
                        new Manifest.Setting("vessels[1].radius", 8, "µm", "model"),
                        new Manifest.Setting("poison.supply.factor.rate", 0.3, "1/min", "model"),
                        new Manifest.Setting("T cell.recruitment.rate", 0.02, "1/min", "model"),
                        new Manifest.Setting("T cell.recruitment.half", 1, "ng/mL", "model"),
                        new Manifest.Setting("T cell.priming.neoantigen.primes", 20, "", "model", "A count"),
                        new Manifest.Setting("T cell.priming.neoantigen.delay", 4320, "min", "model"),
                        new Manifest.Setting("DC vaccine.dendritic cells", 20, "", "model", "A trial"),
                        new Manifest.Setting("DC vaccine.for", 1e7, "cells", "model", "A trial"),
                        new Manifest.Setting("infusions.T cell.share", 1e-6, "", "model", "A scan"));
    }

    @Test
    void howCellsDifferAndHowLongStepsAreIsSaid() throws IOException {
        assertThat(settings(""))
                .contains(
                        new Manifest.Setting("tumour.varies.cycle entry.log-normal", 0.2, "", "model"),
                        new Manifest.Setting("tumour.varies.volume.normal", 200, "µm^3", "model"),
                        new Manifest.Setting("tumour.varies.volume.min", 1000, "µm^3", "model"),
                        new Manifest.Setting("steps.substances", 0.01, "min", "model", DefaultBehaviours.PHYSICELL),
                        new Manifest.Setting("steps.coupled", 0, "", "model"));
    }

    @Test
    void sourcesComeAlongWithLikeButForWhatATypeSaysItself() throws IOException {
        List<Manifest.Setting> settings = settings("", MODEL.replace("rules:\n", """
                  killer:
                    cycle: live
                    lives: {mean: 2 d, at most: 5 d, source: A film}
                    does:
                      cycle entry: {value: 0.002 1/min, source: A dish}
                      apoptosis: {value: 0.003 1/min, source: A count}
                      attack tumour: 0.1 1/min
                    source: A paper
                  slow killer:
                    like: killer
                    does: {apoptosis: 0.004 1/min}
                rules:
                """));
        assertThat(settings)
                .contains(
                        new Manifest.Setting("slow killer.cycle entry", 0.002, "1/min", "model", "A dish"),
                        new Manifest.Setting("slow killer.apoptosis", 0.004, "1/min", "model"),
                        new Manifest.Setting("slow killer.attack tumour", 0.1, "1/min", "model", "A paper"),
                        new Manifest.Setting("slow killer.lives.mean", 2880, "min", "model", "A film"));
    }

    @Test
    void defaultsThatDecideResultsCarryTheirSource() throws IOException {
        assertThat(settings("", MODEL.replace("MHC-I expression: 0", "lethal hits to die: 5")))
                .contains(
                        new Manifest.Setting("T cell.PD-1 half-inhibition", 0.25, "", "model", "assumption"),
                        new Manifest.Setting("tumour.lethal hits to die", 5, "", "model"),
                        new Manifest.Setting("steps.phenotype", 6, "min", "model", DefaultBehaviours.PHYSICELL),
                        new Manifest.Setting("tumour.volume.total", 2494, "µm^3", "model", DefaultBehaviours.PHYSICELL))
                .anySatisfy(each -> {
                    assertThat(each.name()).isEqualTo("T cell.lethal hits to die");
                    assertThat(each.source()).contains("Weigelin");
                });
    }

    @Test
    void aRuleHasASource() throws IOException {
        assertThat(settings("", MODEL.replace("  - In tumour", "  - source: A curve\n    rule: In tumour")))
                .contains(new Manifest.Setting(
                        "tumour.factor decreases cycle entry.half-max", 0.25, "ng/mL", "model", "A curve"));
    }

    @Test
    void dosesAndWhatIsHeldAndThereAtTheStartCanBeSet() throws IOException {
        String study = """
                set: {"start[1].count": 12}
                compare:
                  - {title: held, medium: {nivolumab: 10 nM}, set: {"start[1].count": 9}}
                  - {title: given, therapy: [nivolumab 3 mg/kg IV + nivolumab 240 mg IV from 1 d]}
                patient: {weight: 80 kg}
                """;
        String model = MODEL.replace("at: [0 µm, 0 µm]", "count: 5");
        settings(study, model);
        assertThat(StudyRun.prepare(
                                folder.resolve("study.yaml").toString(),
                                Overrides.parse(Map.of(
                                        "set medium.nivolumab", "20 nM",
                                        "set therapy[1].dose", "10 mg/kg")))
                        .prepared()
                        .parameters())
                .contains(
                        new Manifest.Setting("start[1].count", 9, "", "study, variant \"held\""),
                        new Manifest.Setting("start[1].count", 12, "", "study, variant \"given\""),
                        new Manifest.Setting("medium.nivolumab", 20, "nM", "study, variant \"held\""),
                        new Manifest.Setting("therapy[1].dose", 10, "mg/kg", "study, variant \"given\""),
                        new Manifest.Setting("therapy[2].dose", 240, "mg", "study, variant \"given\""));
        assertThat(StudyRun.prepare(
                                folder.resolve("study.yaml").toString(),
                                Overrides.parse(Map.of(
                                        "set therapy[nivolumab].dose", "5 mg/kg",
                                        "set therapy[2].dose", "120 mg")))
                        .prepared()
                        .parameters())
                .contains(
                        new Manifest.Setting("therapy[1].dose", 5, "mg/kg", "study, variant \"given\""),
                        new Manifest.Setting("therapy[2].dose", 120, "mg", "study, variant \"given\""));
        assertThatThrownBy(() -> StudyRun.prepare(
                        folder.resolve("study.yaml").toString(),
                        Overrides.parse(Map.of("set therapy[3].dose", "10 mg/kg"))))
                .hasMessageContaining("there is no such value")
                .hasMessageContaining("therapy[1].dose");
    }

    @Test
    void variantsHaveALineEachWhereTheyDiffer() throws IOException {
        List<Manifest.Setting> settings = settings("""
                set: {tumour.apoptosis: 0.01 1/min}
                compare:
                  - {title: seen}
                  - {title: hides, set: {tumour.PD-L1 expression: 1, T cell.PD-1 expression: 1}}
                  - {title: treated, medium: {nivolumab: 10 nM}, set: {T cell.PD-1 expression: 1}}
                """);
        assertThat(settings)
                .contains(
                        new Manifest.Setting("tumour.apoptosis", 0.01, "1/min", "study"),
                        new Manifest.Setting("tumour.PD-L1 expression", 0, "", "study, variant \"seen\""),
                        new Manifest.Setting("tumour.PD-L1 expression", 1, "", "study, variant \"hides\""),
                        new Manifest.Setting("tumour.PD-L1 expression", 0, "", "study, variant \"treated\""),
                        new Manifest.Setting("T cell.PD-1 expression", 0, "", "study, variant \"seen\""),
                        new Manifest.Setting("T cell.PD-1 expression", 1, "", "study, variant \"treated\""),
                        new Manifest.Setting("medium.nivolumab", 10, "nM", "study, variant \"treated\""),
                        new Manifest.Setting("tumour.cycle entry", 0.001, "1/min", "model"));
        assertThat(settings)
                .filteredOn(each -> each.name().equals("medium.nivolumab"))
                .hasSize(1);
    }
}
