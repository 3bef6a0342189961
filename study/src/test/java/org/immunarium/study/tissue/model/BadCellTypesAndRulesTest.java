package org.immunarium.study.tissue.model;

import static org.immunarium.study.tissue.model.Mistake.wrong;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in a type of cells or a rule of a model is told at its line, with what was found and what was
/// expected.
final class BadCellTypesAndRulesTest {

    @TempDir
    private Path folder = Path.of("");

    static List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "cycle: flow cytometry",
                        "cycle: flow citometry",
                        "cells.tumor.cycle: \"flow citometry\" is not known; expected live, Ki67 (basic), Ki67 (advanced), flow cytometry, flow cytometry (separated), cycling quiescent, or phases, did you mean \"flow cytometry\"?"),
                wrong(
                        "cycle: flow cytometry",
                        "cycle: {}",
                        "cells.tumor.cycle.phases: from 1 to 6 phases were expected; found 0"),
                wrong(
                        "total: 2000 µm^3",
                        "total: 400 µm^3",
                        "m.yaml:32: cells.tumor.volume: the nucleus has 500 µm^3 and the cell 400 µm^3; a smaller nucleus was expected"),
                wrong(
                        "total: 2000 µm^3",
                        "total: 2000 µm^2",
                        "cells.tumor.volume.total: cannot convert µm² (area) to µm³ (volume): they do not measure the same"),
                wrong(
                        "fluid: 75 %",
                        "fluid: 1.5", "cells.tumor.volume.fluid: a value from 0 to 1 was expected; found 1.5"),
                wrong(
                        "fluid rate: 3 1/h",
                        "fluid rate: 2 1/min",
                        "cells.tumor.volume.fluid rate: at most 0.167 1/min was expected, 1 over the phenotype step of 6 min; found 2 1/min"),
                wrong(
                        "cytoplasm rate: 1 1/h",
                        "cytoplasm rate: 1 1/min",
                        "cells.tumor.death.apoptosis.cytoplasm rate: at most 0.167 1/min was expected, 1 over the phenotype step of 6 min; found 1 1/min"),
                wrong(
                        "nucleus rate: 0.0055",
                        "nuclear rate: 0.0055",
                        "unknown key \"cells.tumor.volume.nuclear rate\"; did you mean \"nucleus rate\"?"),
                wrong(
                        "  apoptosis:\n",
                        "  autophagy:\n",
                        "unknown key \"cells.tumor.death.autophagy\"; known here: apoptosis, necrosis"),
                wrong(
                        "lasts: 8 h\n",
                        "lasts: 0 h\n",
                        "cells.tumor.death.apoptosis.lasts: a value above 0 was expected; found 0 h"),
                wrong(
                        "fixed: no\n",
                        "fixed: on\n",
                        "cells.tumor.death.apoptosis.fixed: yes or no was expected; found \"on\""),
                wrong(
                        "{responses: by direction, in the plane: yes}",
                        "{responses: by distance}",
                        "cells.tumor.moves.responses: \"by distance\" is not known; expected by steepness or by direction"),
                wrong(
                        "{responses: by direction, in the plane: yes}",
                        "{responses: by direction, along: oxygen}",
                        "cells.tumor.moves: at most one of along, against and responses was expected"),
                wrong(
                        "moves: {along: factor}",
                        "moves: {along: oxigen}",
                        "cells.T cell.moves.along: \"oxigen\" is no substance of the model, did you mean \"oxygen\"?"),
                wrong(
                        "moves: {along: factor}",
                        "moves: fast",
                        "cells.T cell.moves: yes or no was expected; found \"fast\""),
                wrong(
                        "moves: {along: factor}",
                        "moves: {towards: factor}",
                        "unknown key \"cells.T cell.moves.towards\"; known here: along, against, responses, in the plane, hops last, source"),
                wrong(
                        "moves: {along: factor}",
                        "moves: {along: factor, hops last: 0 min}",
                        "cells.T cell.moves.hops last: a value above 0 was expected; found 0 min"),
                wrong(
                        "moves: {along: factor}",
                        "moves: {along: factor, hops last: 10 min}",
                        "cells.T cell.moves.hops last: at most the 0.1 min of a mechanics step were expected; found 10 min"),
                wrong(
                        "cycle entry: 0.0005 1/min",
                        "cycle entri: 0.0005 1/min",
                        "cells.tumor.does: \"cycle entri\" is no behaviour, did you mean \"cycle entry\"?"),
                wrong(
                        "cycle entry: 0.0005 1/min",
                        "cycle entry: -0.0005 1/min",
                        "cells.tumor.does.cycle entry: a value of 0 or more was expected; found -0.0005 1/min"),
                wrong(
                        "cycle entry: 0.0005 1/min",
                        "cycle entry: 3 µm",
                        "cells.tumor.does.cycle entry: cannot convert µm (length) to 1/min (rate): they do not measure the same"),
                wrong(
                        "cycle entry: 0.0005 1/min",
                        "exit from cycle phase 4: 0.0005 1/min",
                        "cells.tumor.does.exit from cycle phase 4: the cycle has no phase 4, its last one is 2"),
                wrong(
                        "cycle entry: 0.0005 1/min",
                        "pressure: 0.0005 1/min",
                        "cells.tumor.does: \"pressure\" is no behaviour but a signal"),
                wrong(
                        "migration speed: 6 µm/h\n",
                        "oxygen export: 6 mmHg\n",
                        "cells.tumor.does.oxygen export: cannot convert mmHg (mass/length/time²) to mmHg·µm³/min (length²·mass/time³): they do not measure the same",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                wrong(
                        "migration speed: 6 µm/h\n",
                        "migration speed: {value: 6 µm/h, sorce: me}\n",
                        "unknown key \"cells.tumor.does.migration speed.sorce\"; did you mean \"source\"?"),
                wrong(
                        "migration speed: 6 µm/h\n",
                        "maximum number of cell attachments: 1.5\n",
                        "cells.tumor.does.maximum number of cell attachments: a whole number of 0 or more was expected; found 1.5",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                wrong(
                        "migration speed: 6 µm/h\n",
                        "exit from cycle phase 0: 0.1\n",
                        "cells.tumor.does.exit from cycle phase 0: is the same behaviour as \"cycle entry\"",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                wrong(
                        "migration bias: 0.5",
                        "migration bias: 1.5",
                        "cells.T cell.does.migration bias: a value from 0 to 1 was expected; found 1.5"),
                wrong(
                        "asymmetric division to T cell: 0.1",
                        "asymmetric division to T cell: 1.1",
                        "cells.tumor.does.asymmetric division to T cell: a value from 0 to 1 was expected; found 1.1"),
                wrong(
                        "asymmetric division to T cell: 0.1",
                        "asymmetric division to T cell: 0.7\n      asymmetric division to debris: 0.7",
                        "m.yaml:50: cells.tumor.does: the probabilities of asymmetric division are 1.4 together; at most 1 was expected"),
                wrong(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3",
                        "cells.tumor.varies.volume: it reaches values below 0, which cannot be; add min: 0"),
                wrong(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3, min: 1 L",
                        "cells.tumor.varies.volume: less than one cell in a million lies between min and max; limits around 2000, the type's own value, were expected"),
                wrong(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm, min: 1000 µm^3",
                        "cells.tumor.varies.volume.normal: cannot convert µm (length) to µm³ (volume): they do not measure the same"),
                wrong(
                        "normal: 200 µm^3, min: 1000 µm^3",
                        "normal: 200 µm^3, min: 3000 µm^3, max: 1000",
                        "cells.tumor.varies.volume: min is 3000 and max 1000; the lower first was expected"),
                wrong(
                        "oxygen uptake: {log-normal: 0.2}",
                        "oxygen uptake: {lognormal: 0.2}",
                        "unknown key \"cells.tumor.varies.oxygen uptake.lognormal\"; did you mean \"log-normal\"?"),
                wrong(
                        "oxygen uptake: {log-normal: 0.2}",
                        "factor uptake: {log-normal: 0.2}",
                        "cells.tumor.varies.factor uptake.log-normal: a value above 0 to vary around was expected; the type's is 0"),
                wrong(
                        "oxygen uptake: {log-normal: 0.2}",
                        "oxygen intake: {log-normal: 0.2}",
                        "cells.tumor.varies: \"oxygen intake\" is no behaviour, did you mean \"oxygen uptake\"?"),
                wrong(
                        "oxygen uptake: {log-normal: 0.2}",
                        "cycle entry: {log-normal: 0.2}\n      exit from cycle phase 0: {log-normal: 0.3}",
                        "m.yaml:61: cells.tumor.varies.exit from cycle phase 0: is the same behaviour as \"cycle entry\""),
                wrong(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "log-uniform: [0 µm/h, 7 µm/h]",
                        "cells.tumor.varies.migration speed.log-uniform: ends above 0 were expected; found 0 µm/h"),
                wrong(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "log-uniform: [7 µm/h, 1 µm/h]",
                        "cells.tumor.varies.migration speed.log-uniform: two values, the lower first, were expected; found 7 µm/h and 1 µm/h"),
                wrong(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "uniform: [7 µm/h, 1 µm/h]",
                        "cells.tumor.varies.migration speed.uniform: two values, the lower first, were expected; found 7 µm/h and 1 µm/h"),
                wrong(
                        "uniform: [1 µm/h, 7 µm/h]",
                        "uniform: [-1 µm/h, 7 µm/h]",
                        "cells.tumor.varies.migration speed.uniform: a value of 0 or more was expected; found -1 µm/h"),
                wrong(
                        "like: tumor",
                        "like: tumour",
                        "cells.T cell.like: \"tumour\" is no cell type of the model, did you mean \"tumor\"?",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                wrong(
                        "like: tumor",
                        "like: debris",
                        "cells.T cell.like: \"debris\" must stand above",
                        "rules.csv:2: \"migration speed\" is said to be 0.1 without rules, but that of \"T cell\" is 1"),
                wrong(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {name: resting, rate: 0.001 1/min, lasts: 3 h}",
                        "cells.T cell.cycle.phases[1]: one of lasts and rate was expected, as in lasts: 8 h"),
                wrong(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {name: resting}",
                        "cells.T cell.cycle.phases[1]: one of lasts and rate was expected, as in lasts: 8 h"),
                wrong(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- {rate: 0.001 1/min}",
                        "cells.T cell.cycle.phases[1].name: is missing; expected, for example, G0/G1"),
                wrong(
                        "- {name: resting, rate: 0.001 1/min}",
                        "- resting",
                        "cells.T cell.cycle.phases: keys and values were expected, as in {name: G0/G1, lasts: 5 h}"),
                wrong(
                        "oxygen increases cycle entry",
                        "oxigen increases cycle entry",
                        "\"oxigen\" is no signal, did you mean \"oxygen\"?"),
                wrong(
                        "with half-max 21.5 mmHg",
                        "with half-max 21.5 mg",
                        "half-max 21.5 mg: cannot convert mg (mass) to mmHg (mass/length/time²): they do not measure the same"),
                wrong(
                        "In tumor cells, oxygen",
                        "In tumor cells: oxygen",
                        "unknown key \"rules[1].In tumor cells\"; known here: rule, file, version, source",
                        "rules[1]: one of rule and file was expected, as in {rule: \"In tumor cells, oxygen increases"
                                + " cycle entry to 0.007 per min with half-max 20 mmHg.\", source: A paper}"),
                wrong("- file: rules.csv", "- file: rule.csv", "there is no file \"rule.csv\" beside this one"),
                wrong(
                        "- file: rules.csv",
                        "- file: ../rules.csv",
                        "\"../rules.csv\" is outside of the folder of this file, where nothing is read"),
                wrong(
                        "version: 1",
                        "version: 4",
                        "rules[2].version: a whole number from 1 to 3 was expected; found \"4\"",
                        "rules.csv:2: the row has 9 cells, expected 8: cell type, signal, direction, behaviour, saturation value, half-max, Hill power, applies to dead; 9 are of version 1, which has the value without rules before the saturation value"),
                wrong(
                        "  - file: rules.csv\n    version: 1\n",
                        "  - file: rules.csv\n",
                        "rules.csv:2: the row has 9 cells, expected 8: cell type, signal, direction, behaviour, saturation value, half-max, Hill power, applies to dead; 9 are of version 1, which has the value without rules before the saturation value"),
                wrong(
                        "  debris:\n    moves: no",
                        "  debris:",
                        "cells.debris: keys and values were expected; found nothing",
                        "m.yaml:83: start: \"debris\" is no cell type of the model",
                        "m.yaml:103: immunity.recruitment[2].cells: \"debris\" is no cell type of the model"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldAtItsLine(Mistake mistake) {
        mistake.assertTold(folder);
    }
}
