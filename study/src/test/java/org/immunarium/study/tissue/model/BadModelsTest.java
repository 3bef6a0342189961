package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in a model is told at its line, with what was found and what was expected.
final class BadModelsTest {

    @TempDir
    private Path folder = Path.of("");

    /// One change and all that is said of it.
    ///
    /// @param found in exactly one place of the model
    /// @param told  at the line of the change; with a place of its own where it is at another
    record Bad(String found, String instead, List<String> told) {}

    private static Bad bad(String found, String instead, String... told) {
        return new Bad(found, instead, List.of(told));
    }

    static List<Bad> places() {
        return List.of(
                bad("format: 1\n", "format: 2\n", "format: 2 is not known; this version reads 1"),
                bad("tissue: Everything", "tissue:", "tissue: is missing; expected, for example, Hidden tumour"),
                bad("about: A", "abuot: A", "unknown key \"abuot\"; did you mean \"about\"?"),
                bad(
                        "about: A model that says all that one can say.",
                        "about: [1]",
                        "about: text was expected; found a list"),
                bad(
                        "size: 400 x 240 µm",
                        "size: 400 µm",
                        "domain.size: 1000 x 1000 µm, or three in space, was expected; found 400 µm"),
                bad(
                        "size: 400 x 240 µm",
                        "size: 400 x -240 µm",
                        "domain.size: a value above 0 was expected; found -240 µm"),
                bad(
                        "size: 400 x 240 µm",
                        "size: 400 x 240 min",
                        "domain.size: cannot convert min (time) to µm (length): they do not measure the same"),
                bad(
                        "size: 400 x 240 µm",
                        "size: wide",
                        "domain.size: \"wide\", character 1: found \"w\", expected a number, as in 3 mg/kg"),
                bad("size: 400 x 240 µm", "siz: 400 x 240 µm", "unknown key \"domain.siz\"; did you mean \"size\"?"),
                bad(
                        "size: 400 x 240 µm",
                        "size: 1e6 x 1e6 x 1e6 µm",
                        "m.yaml:5: domain: there would be 1.25e14 voxels; at most 1e9 were expected",
                        "m.yaml:81: start: \"disc of 60 µm\" is of a flat domain; in space a sphere, a shell or a box of three extents was expected",
                        "m.yaml:82: start: \"ring from 70 to 90 µm\" is of a flat domain; in space a sphere, a shell or a box of three extents was expected"),
                bad(
                        "voxel: 20 µm",
                        "voxel: 20 x 20 µm",
                        "domain.voxel: 20 µm, or three, was expected; found 20 x 20 µm"),
                bad("voxel: 20 µm", "voxel: 0 µm", "domain.voxel: a value above 0 was expected; found 0 µm"),
                bad("walls: yes", "walls: maybe", "domain.walls: yes or no was expected; found \"maybe\""),
                bad(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm]",
                        "domain.centre: x and y, and z in space, were expected, as in [100 µm, -50 µm]; found 1 number"),
                bad(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm, 20 µm, 5 µm]",
                        "domain.centre: in a flat domain z is 0; found 5"),
                bad(
                        "centre: [10 µm, 20 µm]",
                        "centre: [10 µm, up]",
                        "domain.centre: \"up\", character 1: found \"u\", expected a number, as in 3 mg/kg"),
                bad(
                        "mechanics: 0.1 min",
                        "mechanics: 0.105 min",
                        "steps: mechanics has 0.105 min and substances 0.01 min; a whole multiple was expected, 1e5 at most"),
                bad(
                        "mechanics: 0.1 min",
                        "mechanics: 0 min",
                        "steps.mechanics: a value above 0 was expected; found 0 min"),
                bad(
                        "mechanics: 0.1 min",
                        "mechanic: 0.1 min",
                        "unknown key \"steps.mechanic\"; did you mean \"mechanics\"?"),
                bad("springs: no", "springs: some", "options.springs: yes or no was expected; found \"some\""),
                bad(
                        "unit: mmHg",
                        "unit: furlongz",
                        "substances.oxygen.unit: \"furlongz\", character 1: no unit is called \"furlongz\"",
                        "m.yaml:77: half-max 21.5 mmHg: cannot convert mmHg (mass/length/time²) to 1 (a plain number): they do not measure the same"),
                bad(
                        "decay: 0.1 1/min",
                        "decay: -0.1 1/min",
                        "substances.oxygen.decay: a value of 0 or more was expected; found -0.1 1/min"),
                bad(
                        "decay: 0.1 1/min",
                        "decay: 0.1 µm",
                        "substances.oxygen.decay: cannot convert µm (length) to 1/min (rate): they do not measure the same"),
                bad(
                        "decay: 0.1 1/min",
                        "decai: 0.1 1/min",
                        "unknown key \"substances.oxygen.decai\"; did you mean \"decay\"?"),
                bad(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: {source: A book}",
                        "substances.oxygen.diffusion.value: is missing; expected, for example, 10 µm²/min"),
                bad(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: {value: 10 1/min, source: A book}",
                        "substances.oxygen.diffusion.value: cannot convert 1/min (rate) to µm²/min (length²/time): they do not measure the same"),
                bad(
                        "diffusion: {value: 100000 µm^2/min, source: A book}",
                        "diffusion: [1]",
                        "substances.oxygen.diffusion: text was expected; found a list"),
                bad(
                        "start: 38 mmHg",
                        "start: 38 ng/mL",
                        "substances.oxygen.start: cannot convert ng/mL (mass concentration) to mmHg (mass/length/time²): they do not measure the same"),
                bad(
                        "start: 38 mmHg",
                        "start: NaN",
                        "substances.oxygen.start: \"NaN\", character 1: found \"N\", expected a number, as in 3 mg/kg"),
                bad(
                        "start: 38 mmHg",
                        "start: 1,5 mmHg",
                        "substances.oxygen.start: \"1,5 mmHg\", character 2: found \",\", expected a decimal point (a comma is not read, neither for decimals nor for thousands)"),
                bad("edge: 38 mmHg", "edge: -1", "substances.oxygen.edge: a value of 0 or more was expected; found -1"),
                bad(
                        "x lower: 1 ng/mL",
                        "x lowr: 1 ng/mL",
                        "unknown key \"substances.factor.edge.x lowr\"; did you mean \"x lower\"?"),
                bad(
                        "x lower: 1 ng/mL",
                        "z lower: 1 ng/mL",
                        "substances.factor.edge.z lower: a flat domain has no side along z"),
                bad(
                        "y upper: 2 ng/mL",
                        "y upper: much",
                        "substances.factor.edge.y upper: \"much\", character 1: found \"m\", expected a number, as in 3 mg/kg"),
                bad(
                        "  oxygen:\n    unit",
                        "  pressure:\n    unit",
                        "substances.pressure: this name makes \"pressure\" mean more than one thing; another name was expected",
                        "m.yaml:52: cells.tumor.does: \"oxygen uptake\" is no behaviour, there is \"pressure uptake\", \"factor uptake\"",
                        "m.yaml:54: cells.tumor.does: \"chemotactic response to oxygen\" is no behaviour, there is \"chemotactic response to pressure\", \"chemotactic response to factor\"",
                        "m.yaml:60: cells.tumor.varies: \"oxygen uptake\" is no behaviour, there is \"pressure uptake\", \"factor uptake\"",
                        "m.yaml:77: \"oxygen\" is no signal"),
                bad(
                        "  oxygen:\n    unit",
                        "  '':\n    unit",
                        "substances: a name was expected; found nothing",
                        "m.yaml:52: cells.tumor.does: \"oxygen uptake\" is no behaviour, there is \" uptake\", \"factor uptake\"",
                        "m.yaml:54: cells.tumor.does: \"chemotactic response to oxygen\" is no behaviour, there is \"chemotactic response to \", \"chemotactic response to factor\"",
                        "m.yaml:60: cells.tumor.varies: \"oxygen uptake\" is no behaviour, there is \" uptake\", \"factor uptake\"",
                        "m.yaml:77: \"oxygen\" is no signal"),
                bad(
                        "start: 1, shared",
                        "start: 1 µm, shared",
                        "variables.oncoprotein.start: cannot convert µm (length) to 1 (a plain number): they do not measure the same"),
                bad(
                        "shared at division: yes",
                        "shared at division: 1",
                        "variables.oncoprotein.shared at division: yes or no was expected; found \"1\""),
                bad(
                        "cycle: flow cytometry",
                        "cycle: flow citometry",
                        "cells.tumor.cycle: \"flow citometry\" is not known; expected live, Ki67 (basic), Ki67 (advanced), flow cytometry, flow cytometry (separated), cycling quiescent, or phases, did you mean \"flow cytometry\"?"),
                bad(
                        "cycle: flow cytometry",
                        "cycle: {}",
                        "cells.tumor.cycle.phases: from 1 to 6 phases were expected; found 0"),
                bad(
                        "total: 2000 µm^3",
                        "total: 400 µm^3",
                        "m.yaml:32: cells.tumor.volume: the nucleus has 500 µm^3 and the cell 400 µm^3; a smaller nucleus was expected"),
                bad(
                        "total: 2000 µm^3",
                        "total: 2000 µm^2",
                        "cells.tumor.volume.total: cannot convert µm² (area) to µm³ (volume): they do not measure the same"),
                bad(
                        "fluid: 75 %",
                        "fluid: 1.5", "cells.tumor.volume.fluid: a value from 0 to 1 was expected; found 1.5"),
                bad(
                        "nucleus rate: 0.0055",
                        "nuclear rate: 0.0055",
                        "unknown key \"cells.tumor.volume.nuclear rate\"; did you mean \"nucleus rate\"?"),
                bad(
                        "  apoptosis:\n",
                        "  autophagy:\n",
                        "unknown key \"cells.tumor.death.autophagy\"; known here: apoptosis, necrosis"),
                bad(
                        "lasts: 8 h\n",
                        "lasts: 0 h\n",
                        "cells.tumor.death.apoptosis.lasts: a value above 0 was expected; found 0 h"),
                bad(
                        "fixed: no\n",
                        "fixed: on\n",
                        "cells.tumor.death.apoptosis.fixed: yes or no was expected; found \"on\""),
                bad(
                        "{responses: by direction, in the plane: yes}",
                        "{responses: by distance}",
                        "cells.tumor.moves.responses: \"by distance\" is not known; expected by steepness or by direction"),
                bad(
                        "{responses: by direction, in the plane: yes}",
                        "{responses: by direction, along: oxygen}",
                        "cells.tumor.moves: at most one of along, against and responses was expected"),
                bad(
                        "moves: {along: factor}",
                        "moves: {along: oxigen}",
                        "cells.T cell.moves.along: \"oxigen\" is no substance of the model, did you mean \"oxygen\"?"),
                bad(
                        "moves: {along: factor}",
                        "moves: fast",
                        "cells.T cell.moves: yes or no was expected; found \"fast\""),
                bad(
                        "moves: {along: factor}",
                        "moves: {towards: factor}",
                        "unknown key \"cells.T cell.moves.towards\"; known here: along, against, responses, in the plane, hops last, source"),
                bad(
                        "moves: {along: factor}",
                        "moves: {along: factor, hops last: 0 min}",
                        "cells.T cell.moves.hops last: a value above 0 was expected; found 0 min"),
                bad(
                        "cycle entry: 0.0005 1/min",
                        "cycle entri: 0.0005 1/min",
                        "cells.tumor.does: \"cycle entri\" is no behaviour, did you mean \"cycle entry\"?"),
                bad(
                        "cycle entry: 0.0005 1/min",
                        "cycle entry: -0.0005 1/min",
                        "cells.tumor.does.cycle entry: a value of 0 or more was expected; found -0.0005 1/min"),
                bad(
                        "cycle entry: 0.0005 1/min",
                        "cycle entry: 3 µm",
                        "cells.tumor.does.cycle entry: cannot convert µm (length) to 1/min (rate): they do not measure the same"),
                bad(
                        "cycle entry: 0.0005 1/min",
                        "exit from cycle phase 4: 0.0005 1/min",
                        "cells.tumor.does.exit from cycle phase 4: the cycle has no phase 4, its last one is 2"),
                bad(
                        "cycle entry: 0.0005 1/min",
                        "pressure: 0.0005 1/min",
                        "cells.tumor.does: \"pressure\" is no behaviour but a signal"),
                bad(
                        "migration speed: 6 µm/h\n",
                        "oxygen export: 6 mmHg\n",
                        "cells.tumor.does.oxygen export: cannot convert mmHg (mass/length/time²) to mmHg·µm³/min (length²·mass/time³): they do not measure the same",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                bad(
                        "migration speed: 6 µm/h\n",
                        "migration speed: {value: 6 µm/h, sorce: me}\n",
                        "unknown key \"cells.tumor.does.migration speed.sorce\"; did you mean \"source\"?"),
                bad(
                        "migration speed: 6 µm/h\n",
                        "maximum number of cell attachments: 1.5\n",
                        "cells.tumor.does.maximum number of cell attachments: a whole number of 0 or more was expected; found 1.5",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                bad(
                        "migration speed: 6 µm/h\n",
                        "exit from cycle phase 0: 0.1\n",
                        "cells.tumor.does.exit from cycle phase 0: is the same behaviour as \"cycle entry\"",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                bad(
                        "migration bias: 0.5",
                        "migration bias: 1.5",
                        "cells.T cell.does.migration bias: a value from 0 to 1 was expected; found 1.5"),
                bad(
                        "asymmetric division to T cell: 0.1",
                        "asymmetric division to T cell: 1.1",
                        "cells.tumor.does.asymmetric division to T cell: a value from 0 to 1 was expected; found 1.1"),
                bad(
                        "asymmetric division to T cell: 0.1",
                        "asymmetric division to T cell: 0.7\n      asymmetric division to debris: 0.7",
                        "m.yaml:50: cells.tumor.does: the probabilities of asymmetric division are 1.4 together; at most 1 was expected"),
                bad(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3",
                        "cells.tumor.varies.volume: it reaches values below 0, which cannot be; add min: 0"),
                bad(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3, min: 1 L",
                        "cells.tumor.varies.volume: less than one cell in a million lies between min and max; limits around 2000, the type's own value, were expected"),
                bad(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm, min: 1000 µm^3",
                        "cells.tumor.varies.volume.normal: cannot convert µm (length) to µm³ (volume): they do not measure the same"),
                bad(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3, min: 3000 µm^3, max: 1000",
                        "cells.tumor.varies.volume: min is 3000 and max 1000; the lower first was expected"),
                bad(
                        "oxygen uptake: {log-normal: 0.2}",
                        "oxygen uptake: {lognormal: 0.2}",
                        "unknown key \"cells.tumor.varies.oxygen uptake.lognormal\"; did you mean \"log-normal\"?"),
                bad(
                        "oxygen uptake: {log-normal: 0.2}",
                        "factor uptake: {log-normal: 0.2}",
                        "cells.tumor.varies.factor uptake.log-normal: a value above 0 to vary around was expected; the type's is 0"),
                bad(
                        "oxygen uptake: {log-normal: 0.2}",
                        "oxygen intake: {log-normal: 0.2}",
                        "cells.tumor.varies: \"oxygen intake\" is no behaviour, did you mean \"oxygen uptake\"?"),
                bad(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "uniform: [7 µm/h, 1 µm/h]",
                        "cells.tumor.varies.migration speed.uniform: two values, the lower first, were expected; found 7 µm/h and 1 µm/h"),
                bad(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "uniform: [-1 µm/h, 7 µm/h]",
                        "cells.tumor.varies.migration speed.uniform: a value of 0 or more was expected; found -1 µm/h"),
                bad(
                        "like: tumor",
                        "like: tumour",
                        "cells.T cell.like: \"tumour\" is no cell type of the model, did you mean \"tumor\"?",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                bad(
                        "like: tumor",
                        "like: debris",
                        "cells.T cell.like: \"debris\" must stand above",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                bad(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {name: resting, rate: 0.001 1/min, lasts: 3 h}",
                        "cells.T cell.cycle.phases[1]: one of lasts and rate was expected, as in lasts: 8 h"),
                bad(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {name: resting}",
                        "cells.T cell.cycle.phases[1]: one of lasts and rate was expected, as in lasts: 8 h"),
                bad(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {rate: 0.001 1/min}",
                        "cells.T cell.cycle.phases[1].name: is missing; expected, for example, G0/G1"),
                bad(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- resting",
                        "cells.T cell.cycle.phases: keys and values were expected, as in {name: G0/G1, lasts: 5 h}"),
                bad(
                        "oxygen increases cycle entry",
                        "oxigen increases cycle entry",
                        "\"oxigen\" is no signal, did you mean \"oxygen\"?"),
                bad(
                        "with half-max 21.5 mmHg",
                        "with half-max 21.5 mg",
                        "half-max 21.5 mg: cannot convert mg (mass) to mmHg (mass/length/time²): they do not measure the same"),
                bad(
                        "In tumor cells, oxygen",
                        "In tumor cells: oxygen",
                        "unknown key \"rules[1].In tumor cells\"; known here: file, version",
                        "rules[1].file: is missing; expected, for example, rules.csv"),
                bad("- file: rules.csv", "- file: rule.csv", "there is no file \"rule.csv\" beside this one"),
                bad(
                        "- file: rules.csv",
                        "- file: ../rules.csv",
                        "\"../rules.csv\" is outside of the folder of this file, where nothing is read"),
                bad(
                        "version: 1",
                        "version: 4",
                        "rules[2].version: a whole number from 1 to 3 was expected; found \"4\"",
                        "rules.csv:2: the row has 9 cells, expected 8: cell type, signal, direction, behaviour, saturation value, half-max, Hill power, applies to dead; 9 are of version 1, which has the value without rules before the saturation value"),
                bad(
                        "cells: tumor, fill",
                        "cells: tumour, fill",
                        "start: \"tumour\" is no cell type of the model, did you mean \"tumor\"?"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disk of 60 µm",
                        "start[1].fill: \"disk of 60 µm\" is no region; expected sphere of 150 µm, disc of …, shell from 200 µm to 300 µm, ring from …, box of 100 x 50 x 20 µm or rectangle of …, did you mean \"disc\"?"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disc from 60 µm",
                        "start[1].fill: \"of\" and a radius were expected, as in \"disc of 150 µm\"; found \"disc from 60 µm\""),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disc of 600 µm",
                        "start: \"disc of 600 µm\" reaches outside of the domain, which is from -190 to 210 µm along x"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 µm, packed: tightly",
                        "start[1].packed: \"tightly\" is not known; expected closely or loosely"),
                bad(
                        "{cells: T cell, count: 3}",
                        "{cells: T cell, count: 3, packed: loosely}",
                        "start[3].packed: has no meaning with count"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 min",
                        "start[1].fill: cannot convert min (time) to µm (length): they do not measure the same"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 µm, count: 3",
                        "start[1]: one of fill, count, at, file, concentrations was expected, as in {cells: tumor, fill: disc of 150 µm}"),
                bad(
                        "fill: disc of 60 µm",
                        "fill: ring from 60 µm to 60.001 µm",
                        "start: \"ring from 60 µm to 60.001 µm\" has no room for a cell of 15.6 µm"),
                bad(
                        "in: ring from 70 to 90 µm",
                        "in: ring from 90 to 70 µm",
                        "start[2].in: two radii, the smaller first, were expected; found \"ring from 90 to 70 µm\""),
                bad(
                        "in: ring from 70 to 90 µm",
                        "in: ring of 70 µm",
                        "start[2].in: \"from\" and \"to\" with two radii were expected, as in \"ring from 200 µm to 300 µm\"; found \"ring of 70 µm\""),
                bad(
                        "in: ring from 70 to 90 µm",
                        "in: everywhere",
                        "start[2].in: \"everywhere\" is no region; expected anywhere, sphere of 150 µm, disc of …, shell from 200 µm to 300 µm, ring from …, box of 100 x 50 x 20 µm or rectangle of …"),
                bad(
                        "in: ring from 70 to 90 µm",
                        "in: box of 10 µm",
                        "start[2].in: two extents, or three in space, were expected, as in \"box of 100 x 50 x 20 µm\"; found \"box of 10 µm\""),
                bad(
                        "count: 5",
                        "count: 0",
                        "start[2].count: a whole number from 1 to 100000000 was expected; found \"0\""),
                bad(
                        "count: 5",
                        "count: 1000000000",
                        "start[2].count: a whole number from 1 to 100000000 was expected; found \"1000000000\""),
                bad(
                        "at: [100 µm, 10 µm]",
                        "at: [1000 µm, 10 µm]",
                        "start: the place reaches outside of the domain, which is from -190 to 210 µm along x"),
                bad("at: [100 µm, 10 µm]", "at: [100 µm, 10 µm, 5 µm]", "start: in a flat domain z is 0; found 5"),
                bad(
                        "{cells: debris, at: [100 µm, 10 µm]}",
                        "{cells: debris}",
                        "start[4]: one of fill, count, at, file, concentrations was expected, as in {cells: tumor, fill: disc of 150 µm}"),
                bad(
                        "{cells: debris, at: [100 µm, 10 µm]}",
                        "debris",
                        "start: keys and values were expected, as in {cells: tumor, fill: disc of 150 µm}; found \"debris\""),
                bad(
                        "{file: cells.csv}",
                        "{file: cell.csv, cells: tumor}",
                        "start[5].cells: has no meaning with file",
                        "there is no file \"cell.csv\" beside this one"),
                bad(
                        "{concentrations: ic.csv}",
                        "{concentrations: cells.csv}",
                        "cells.csv:1: type: \"type\" is not a substance: there are oxygen, factor",
                        "cells.csv:1: volume: \"volume\" is not a substance: there are oxygen, factor",
                        "cells.csv:1: attack tumor: \"attack tumor\" is not a substance: there are oxygen, factor",
                        "cells.csv:2: type: \"T cell\" was found; a number of at least 0 is expected",
                        "cells.csv:2: 239 of 240 voxels have no line; each is expected once"),
                bad(
                        "  - file: rules.csv\n    version: 1\n",
                        "  - file: rules.csv\n",
                        "rules.csv:2: the row has 9 cells, expected 8: cell type, signal, direction, behaviour, saturation value, half-max, Hill power, applies to dead; 9 are of version 1, which has the value without rules before the saturation value"),
                bad(
                        "  debris:\n    moves: no",
                        "  debris:",
                        "cells.debris: keys and values were expected; found nothing",
                        "m.yaml:83: start: \"debris\" is no cell type of the model",
                        "m.yaml:103: immunity.recruitment[2].cells: \"debris\" is no cell type of the model"),
                bad(
                        "domain:\n  size: 400 x 240 µm\n  voxel: 20 µm\n  walls: yes\n  centre: [10 µm, 20 µm]\n",
                        "",
                        "m.yaml:1: domain: is missing; expected, for example, {size: 1000 x 1000 µm}"),
                bad(
                        "unit: µg/mL",
                        "unit: ug/mLL",
                        "immunity.drugs.nivolumab.unit: \"ug/mLL\", character 4: no unit is called \"mLL\", did you mean \"mL\"?",
                        "m.yaml:94: immunity.actions[1].dissociation.value: cannot convert µg/mL (mass concentration) to 1 (a plain number): they do not measure the same"),
                bad(
                        "paclitaxel: {unit: µmol/L}",
                        "paclitaxel: {units: µmol/L}",
                        "unknown key \"immunity.drugs.paclitaxel.units\"; did you mean \"unit\"?"),
                bad(
                        "antigens: [NY-ESO-1, CD19]",
                        "antigens: [NY-ESO-1, CD19, CD19]",
                        "immunity.antigens: \"CD19\" is given twice"),
                bad(
                        "antigens: [NY-ESO-1, CD19]",
                        "antigens: {CD19: 1}",
                        "immunity.antigens: text was expected; found keys and values",
                        "m.yaml:95: immunity.actions[2].opsonises: \"CD19\" is no antigen of the model",
                        "m.yaml:96: immunity.actions[3].bridges: \"CD19\" is no antigen of the model",
                        "m.yaml:106: immunity.priming[1].antigen: \"NY-ESO-1\" is no antigen of the model"),
                bad(
                        "of: nivolumab, blocks",
                        "of: nivolumap, blocks",
                        "immunity.actions[1].of: \"nivolumap\" is no drug or substance of the model, did you mean \"nivolumab\"?"),
                bad(
                        "blocks: PD-1,",
                        "blocks: PD1,",
                        "immunity.actions[1].blocks: \"PD1\" is not known; expected PD-1 or PD-L1 or CTLA-4 or CD47, did you mean \"PD-1\"?"),
                bad(
                        "blocks: PD-1,",
                        "blocks: PD-1, opsonises: CD19,",
                        "immunity.actions[1]: one of blocks, opsonises, bridges, kills was expected, as in blocks: PD-1"),
                bad(
                        "value: 0.4 µg/mL, source: A label",
                        "value: 0.4 nmol/L, source: A label",
                        "immunity.actions[1].dissociation.value: cannot convert nmol/L (amount concentration) to µg/mL (mass concentration): they do not measure the same"),
                bad(
                        "value: 0.4 µg/mL, source: A label",
                        "value: 0 µg/mL, source: A label",
                        "immunity.actions[1].dissociation.value: a value above 0 was expected; found 0 µg/mL"),
                bad(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "blocks: CTLA-4, dissociation: 2 ng/mL",
                        "immunity.actions[2].blocks: CTLA-4 counts in the lymph node, where substances of the tissue are not; a drug was expected in of"),
                bad(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD20, dissociation: 2 ng/mL",
                        "immunity.actions[2].opsonises: \"CD20\" is no antigen of the model"),
                bad(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD19",
                        "immunity.actions[2].dissociation: is missing; expected, for example, 1 ng/mL"),
                bad(
                        "opsonises: CD19, dissociation: 2 ng/mL",
                        "opsonises: CD19, half: 2 ng/mL, dissociation: 2 ng/mL",
                        "immunity.actions[2].half: has no meaning with opsonises"),
                bad(
                        "kills: dividing cells",
                        "kills: tumor",
                        "immunity.actions[4].kills: \"tumor\" is not known; expected dividing cells"),
                bad(
                        "at: [50 µm, 20 µm], radius",
                        "at: [-189 µm, 20 µm], radius",
                        "immunity.vessels[1]: reaches outside of the domain, which is from -190 to 210 µm along x"),
                bad(
                        "radius: 8 µm",
                        "radius: -8 µm",
                        "immunity.vessels[1].radius: a value above 0 was expected; found -8 µm"),
                bad(
                        "{at: [50 µm, 20 µm], radius: 8 µm}",
                        "a vessel",
                        "immunity.vessels: keys and values were expected, of at, radius; found \"a vessel\""),
                bad(
                        "of: blinatumomab, into",
                        "of: nivolumab, into",
                        "immunity.supplies[1].into: the unit of the drug, µg/mL, was expected; that of the substance is ng/mL"),
                bad(
                        "into: factor",
                        "into: oxygen",
                        "immunity.supplies[1].into: the unit of the drug, ng/mL, was expected; that of the substance is mmHg"),
                bad(
                        "rate: 1.2 1/h, along: factor, half: 1 ng/mL",
                        "rate: 1.2 1/h, half: 1 ng/mL",
                        "immunity.recruitment[1]: half and power have no meaning without along"),
                bad(
                        "rate: 1.2 1/h, along: factor, half: 1 ng/mL",
                        "rate: 1.2 1/h, along: factor",
                        "immunity.recruitment[1].half: is missing; expected, for example, 1 ng/mL"),
                bad(
                        "antigen: NY-ESO-1, primes",
                        "antigen: NYESO-1, primes",
                        "immunity.priming[1].antigen: \"NYESO-1\" is no antigen of the model, did you mean \"NY-ESO-1\"?"),
                bad("brake: 0.6", "brake: 6", "immunity.priming[1].brake: a value from 0 to 1 was expected; found 6"),
                bad(
                        "delay: 3 d",
                        "delay: 3 µm",
                        "immunity.priming[1].delay: cannot convert µm (length) to min (time): they do not measure the same"),
                bad("delay: 3 d, ", "", "immunity.priming[1].delay: is missing; expected, for example, 1 min"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void isToldAtItsLine(Bad bad) {
        SmallModel model = SmallModel.in(folder).with(bad.found, bad.instead);
        List<String> expected = bad.told.stream()
                .map(told -> told.matches("\\w+\\.(yaml|csv):\\d+: .*")
                        ? told
                        : "m.yaml:" + model.changedLine() + ": " + told)
                .toList();
        assertThat(model.problems()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void allComeAtOnce() {
        List<Bad> some = places().stream()
                .filter(bad -> bad.told.size() == 1)
                .filter(bad -> List.of("walls: yes", "springs: no", "decay: 0.1 1/min", "lasts: 8 h\n", "count: 5")
                        .contains(bad.found))
                .toList();
        SmallModel model = SmallModel.in(folder);
        List<String> changed = some.stream().map(Bad::found).distinct().toList();
        for (String found : changed) {
            model.with(
                    found,
                    some.stream()
                            .filter(bad -> bad.found.equals(found))
                            .findFirst()
                            .orElseThrow()
                            .instead);
        }
        assertThat(model.problems()).hasSameSizeAs(changed);
    }

    /// A file with lines taken out, doubled or swapped is read or refused, never a fault.
    @Test
    void garbledModelsAreReadOrRefused() {
        Random random = new Random(1);
        for (int n = 0; n < 300; n++) {
            List<String> lines = new java.util.ArrayList<>(Arrays.asList(SmallModel.TEXT.split("\n", -1)));
            for (int k = 0; k < 3; k++) {
                int at = random.nextInt(lines.size() - 1);
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                    case 2 -> lines.set(at, lines.get(at).replaceAll("[0-9]", "-"));
                    default -> lines.set(at, lines.get(at).replaceFirst(":.*", ": [a, {b: c}]"));
                }
            }
            SmallModel model = SmallModel.in(folder).as(String.join("\n", lines));
            try {
                assertThat(model.problems()).isNotNull();
            } catch (InvalidInputException e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }
}
