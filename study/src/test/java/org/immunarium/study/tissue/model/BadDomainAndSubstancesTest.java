package org.immunarium.study.tissue.model;

import static org.immunarium.study.tissue.model.Mistake.wrong;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong with the domain, the steps, the substances or the variables of a model is told at
/// its line, with what was found and what was expected.
final class BadDomainAndSubstancesTest {

    @TempDir
    private Path folder = Path.of("");

    static List<Mistake> mistakes() {
        return List.of(
                wrong("format: 1\n", "format: 2\n", "format: 2 is not known; this version reads 1"),
                wrong("tissue: Everything", "tissue:", "tissue: is missing; expected, for example, Hidden tumour"),
                wrong("about: A", "abuot: A", "unknown key \"abuot\"; did you mean \"about\"?"),
                wrong(
                        "about: A model that says all that one can say.",
                        "about: [1]",
                        "about: text was expected; found a list"),
                wrong(
                        "size: 400 x 240 µm",
                        "size: 400 µm",
                        "domain.size: 1000 x 1000 µm, or three in space, was expected; found 400 µm"),
                wrong(
                        "size: 400 x 240 µm",
                        "size: 400 x -240 µm",
                        "domain.size: a value above 0 was expected; found -240 µm"),
                wrong(
                        "size: 400 x 240 µm",
                        "size: 400 x 240 min",
                        "domain.size: cannot convert min (time) to µm (length): they do not measure the same"),
                wrong(
                        "size: 400 x 240 µm",
                        "size: wide",
                        "domain.size: \"wide\", character 1: found \"w\", expected a number, as in 3 mg/kg"),
                wrong("size: 400 x 240 µm", "siz: 400 x 240 µm", "unknown key \"domain.siz\"; did you mean \"size\"?"),
                wrong(
                        "size: 400 x 240 µm",
                        "size: 1e6 x 1e6 x 1e6 µm",
                        "m.yaml:5: domain: there would be 1.25e14 voxels; at most 1e9 were expected",
                        "m.yaml:81: start: \"disc of 60 µm\" is of a flat domain; in space a sphere, a shell or a box of three extents was expected",
                        "m.yaml:82: start: \"ring from 70 to 90 µm\" is of a flat domain; in space a sphere, a shell or a box of three extents was expected"),
                wrong(
                        "voxel: 20 µm",
                        "voxel: 20 x 20 µm",
                        "domain.voxel: 20 µm, or three, was expected; found 20 x 20 µm"),
                wrong("voxel: 20 µm", "voxel: 0 µm", "domain.voxel: a value above 0 was expected; found 0 µm"),
                wrong("walls: yes", "walls: maybe", "domain.walls: yes or no was expected; found \"maybe\""),
                wrong(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm]",
                        "domain.centre: x and y, and z in space, were expected, as in [100 µm, -50 µm]; found 1 number"),
                wrong(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm, 20 µm, 5 µm]",
                        "domain.centre: in a flat domain z is 0; found 5"),
                wrong(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm, up]",
                        "domain.centre: \"up\", character 1: found \"u\", expected a number, as in 3 mg/kg"),
                wrong(
                        "centre: [10 µm, 20 µm]",
                        "centre: [1e20 µm, 20 µm]",
                        "domain: it is so far from 0 that the sides of its voxels cannot be told apart"),
                wrong(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm, -1e15 µm]",
                        "domain: it is so far from 0 that the sides of its voxels cannot be told apart"),
                wrong(
                        "mechanics: 0.1 min",
                        "mechanics: 0.105 min",
                        "steps: mechanics has 0.105 min and substances 0.01 min; a whole multiple was expected, 1e5 at most"),
                wrong(
                        "mechanics: 0.1 min",
                        "mechanics: 0 min",
                        "steps.mechanics: a value above 0 was expected; found 0 min"),
                wrong(
                        "mechanics: 0.1 min",
                        "mechanic: 0.1 min",
                        "unknown key \"steps.mechanic\"; did you mean \"mechanics\"?"),
                wrong("springs: no", "springs: some", "options.springs: yes or no was expected; found \"some\""),
                wrong(
                        "unit: mmHg",
                        "unit: furlongz",
                        "substances.oxygen.unit: \"furlongz\", character 1: no unit is called \"furlongz\"",
                        "m.yaml:77: half-max 21.5 mmHg: cannot convert mmHg (mass/length/time²) to 1 (a plain number): they do not measure the same"),
                wrong(
                        "decay: 0.1 1/min",
                        "step: 0.03 min\n    decay: 0.1 1/min",
                        "substances.oxygen.step: 0.03 min; a whole multiple of the 0.01 min of substances was expected, and a whole part of the 0.1 min of mechanics"),
                wrong(
                        "decay: 0.1 1/min",
                        "decay: -0.1 1/min",
                        "substances.oxygen.decay: a value of 0 or more was expected; found -0.1 1/min"),
                wrong(
                        "decay: 0.1 1/min",
                        "decay: 0.1 µm",
                        "substances.oxygen.decay: cannot convert µm (length) to 1/min (rate): they do not measure the same"),
                wrong(
                        "decay: 0.1 1/min",
                        "decai: 0.1 1/min",
                        "unknown key \"substances.oxygen.decai\"; did you mean \"decay\"?"),
                wrong(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: {source: A book}",
                        "substances.oxygen.diffusion.value: is missing; expected, for example, 10 µm²/min"),
                wrong(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: {value: 10 1/min, source: A book}",
                        "substances.oxygen.diffusion.value: cannot convert 1/min (rate) to µm²/min (length²/time): they do not measure the same"),
                wrong(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: [1]",
                        "substances.oxygen.diffusion: text was expected; found a list"),
                wrong(
                        "start: 38 mmHg",
                        "start: 38 ng/mL",
                        "substances.oxygen.start: cannot convert ng/mL (mass concentration) to mmHg (mass/length/time²): they do not measure the same"),
                wrong(
                        "start: 38 mmHg",
                        "start: NaN",
                        "substances.oxygen.start: \"NaN\", character 1: found \"N\", expected a number, as in 3 mg/kg"),
                wrong(
                        "start: 38 mmHg",
                        "start: 1,5 mmHg",
                        "substances.oxygen.start: \"1,5 mmHg\", character 2: found \",\", expected a decimal point (a comma is not read, neither for decimals nor for thousands)"),
                wrong(
                        "edge: 38 mmHg",
                        "edge: -1",
                        "substances.oxygen.edge: a value of 0 or more was expected; found -1"),
                wrong(
                        "x lower: 1 ng/mL",
                        "x lowr: 1 ng/mL",
                        "unknown key \"substances.factor.edge.x lowr\"; did you mean \"x lower\"?"),
                wrong(
                        "x lower: 1 ng/mL",
                        "z lower: 1 ng/mL",
                        "substances.factor.edge.z lower: a flat domain has no side along z"),
                wrong(
                        "y upper: 2 ng/mL",
                        "y upper: much",
                        "substances.factor.edge.y upper: \"much\", character 1: found \"m\", expected a number, as in 3 mg/kg"),
                wrong(
                        "  oxygen:\n    unit",
                        "  pressure:\n    unit",
                        "substances.pressure: this name makes \"pressure\" mean more than one thing; another name was expected",
                        "m.yaml:52: cells.tumor.does: \"oxygen uptake\" is no behaviour, there is \"pressure uptake\", \"factor uptake\"",
                        "m.yaml:54: cells.tumor.does: \"chemotactic response to oxygen\" is no behaviour, there is \"chemotactic response to pressure\", \"chemotactic response to factor\"",
                        "m.yaml:60: cells.tumor.varies: \"oxygen uptake\" is no behaviour, there is \"pressure uptake\", \"factor uptake\"",
                        "m.yaml:77: \"oxygen\" is no signal"),
                wrong(
                        "  oxygen:\n    unit",
                        "  '':\n    unit",
                        "substances: a name was expected; found nothing",
                        "m.yaml:52: cells.tumor.does: \"oxygen uptake\" is no behaviour, there is \" uptake\", \"factor uptake\"",
                        "m.yaml:54: cells.tumor.does: \"chemotactic response to oxygen\" is no behaviour, there is \"chemotactic response to \", \"chemotactic response to factor\"",
                        "m.yaml:60: cells.tumor.varies: \"oxygen uptake\" is no behaviour, there is \" uptake\", \"factor uptake\"",
                        "m.yaml:77: \"oxygen\" is no signal"),
                wrong(
                        "start: 1, shared",
                        "start: 1 µm, shared",
                        "variables.oncoprotein.start: cannot convert µm (length) to 1 (a plain number): they do not measure the same"),
                wrong(
                        "shared at division: yes",
                        "shared at division: 1",
                        "variables.oncoprotein.shared at division: yes or no was expected; found \"1\""),
                wrong(
                        "domain:\n  size: 400 x 240 µm\n  voxel: 20 µm\n  walls: yes\n  centre: [10 µm, 20 µm]\n",
                        "",
                        "m.yaml:1: domain: is missing; expected, for example, {size: 1000 x 1000 µm}"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldAtItsLine(Mistake mistake) {
        mistake.assertTold(folder);
    }
}
