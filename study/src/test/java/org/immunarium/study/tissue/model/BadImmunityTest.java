package org.immunarium.study.tissue.model;

import static org.immunarium.study.tissue.model.Mistake.wrong;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in immunity of a model is told at its line, with what was found and what was expected.
final class BadImmunityTest {

    @TempDir
    private Path folder = Path.of("");

    static List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "unit: µg/mL",
                        "unit: ug/mLL",
                        "immunity.drugs.nivolumab.unit: \"ug/mLL\", character 4: no unit is called \"mLL\", did you mean \"mL\"?",
                        "m.yaml:94: immunity.actions[1].dissociation.value: cannot convert µg/mL (mass concentration) to 1 (a plain number): they do not measure the same"),
                wrong(
                        "paclitaxel: {unit: µmol/L}",
                        "paclitaxel: {units: µmol/L}",
                        "unknown key \"immunity.drugs.paclitaxel.units\"; did you mean \"unit\"?"),
                wrong(
                        "antigens: [NY-ESO-1, CD19]",
                        "antigens: [NY-ESO-1, CD19, CD19]",
                        "immunity.antigens: \"CD19\" is given twice"),
                wrong(
                        "antigens: [NY-ESO-1, CD19]",
                        "antigens: {CD19: 1}",
                        "immunity.antigens: text was expected; found keys and values",
                        "m.yaml:95: immunity.actions[2].opsonises: \"CD19\" is no antigen of the model",
                        "m.yaml:96: immunity.actions[3].bridges: \"CD19\" is no antigen of the model",
                        "m.yaml:106: immunity.priming[1].antigen: \"NY-ESO-1\" is no antigen of the model"),
                wrong(
                        "of: nivolumab, blocks",
                        "of: nivolumap, blocks",
                        "immunity.actions[1].of: \"nivolumap\" is no drug or substance of the model, did you mean \"nivolumab\"?"),
                wrong(
                        "blocks: PD-1,",
                        "blocks: PD1,",
                        "immunity.actions[1].blocks: \"PD1\" is not known; expected PD-1 or PD-L1 or CTLA-4 or CD47, did you mean \"PD-1\"?"),
                wrong(
                        "blocks: PD-1,",
                        "blocks: PD-1, opsonises: CD19,",
                        "immunity.actions[1]: one of blocks, opsonises, bridges, kills was expected, as in blocks: PD-1"),
                wrong(
                        "value: 0.4 µg/mL, source: A label",
                        "value: 0.4 nmol/L, source: A label",
                        "immunity.actions[1].dissociation.value: cannot convert nmol/L (amount concentration) to µg/mL (mass concentration): they do not measure the same"),
                wrong(
                        "value: 0.4 µg/mL, source: A label",
                        "value: 0 µg/mL, source: A label",
                        "immunity.actions[1].dissociation.value: a value above 0 was expected; found 0 µg/mL"),
                wrong(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "blocks: CTLA-4, dissociation: 2 ng/mL",
                        "immunity.actions[2].blocks: CTLA-4 counts in the lymph node, where substances of the tissue are not; a drug was expected in of"),
                wrong(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD20, dissociation: 2 ng/mL",
                        "immunity.actions[2].opsonises: \"CD20\" is no antigen of the model"),
                wrong(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD19",
                        "immunity.actions[2].dissociation: is missing; expected, for example, 1 ng/mL"),
                wrong(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD19, half: 2 ng/mL, dissociation: 2 ng/mL",
                        "immunity.actions[2].half: has no meaning with opsonises"),
                wrong(
                        "kills: dividing cells",
                        "kills: tumor",
                        "immunity.actions[4].kills: \"tumor\" is not known; expected dividing cells"),
                wrong(
                        "at: [50 µm, 20 µm], radius",
                        "at: [-189 µm, 20 µm], radius",
                        "immunity.vessels[1]: reaches outside of the domain, which is from -190 to 210 µm along x"),
                wrong(
                        "radius: 8 µm",
                        "radius: -8 µm",
                        "immunity.vessels[1].radius: a value above 0 was expected; found -8 µm"),
                wrong(
                        "{at: [50 µm, 20 µm], radius: 8 µm}",
                        "a vessel",
                        "immunity.vessels: keys and values were expected, of at, radius; found \"a vessel\""),
                wrong(
                        "of: blinatumomab, into",
                        "of: nivolumab, into",
                        "immunity.supplies[1].into: the unit of the drug, µg/mL, was expected; that of the substance is ng/mL"),
                wrong(
                        "into: factor",
                        "into: oxygen",
                        "immunity.supplies[1].into: the unit of the drug, ng/mL, was expected; that of the substance is mmHg"),
                wrong(
                        "rate: 1.2 1/h, along: factor, half: 1 ng/mL",
                        "rate: 1.2 1/h, half: 1 ng/mL",
                        "immunity.recruitment[1]: half and power have no meaning without along"),
                wrong(
                        "rate: 1.2 1/h, along",
                        "rate: 1e6 1/min, along",
                        "immunity.recruitment[1].rate: a value from 0 to 1e5 was expected; found 1e6 1/min"),
                wrong(
                        "rate: 1.2 1/h, along: factor, half: 1 ng/mL",
                        "rate: 1.2 1/h, along: factor",
                        "immunity.recruitment[1].half: is missing; expected, for example, 1 ng/mL"),
                wrong(
                        "antigen: NY-ESO-1, primes",
                        "antigen: NYESO-1, primes",
                        "immunity.priming[1].antigen: \"NYESO-1\" is no antigen of the model, did you mean \"NY-ESO-1\"?"),
                wrong("brake: 0.6", "brake: 6", "immunity.priming[1].brake: a value from 0 to 1 was expected; found 6"),
                wrong(
                        "delay: 3 d",
                        "delay: 3 µm",
                        "immunity.priming[1].delay: cannot convert µm (length) to min (time): they do not measure the same"),
                wrong("delay: 3 d, ", "", "immunity.priming[1].delay: is missing; expected, for example, 1 min"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldAtItsLine(Mistake mistake) {
        mistake.assertTold(folder);
    }
}
