package org.immunarium.study.tissue.model;

import static org.immunarium.study.tissue.model.Mistake.wrong;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in the start of a model is told at its line, with what was found and what was expected.
final class BadStartTest {

    @TempDir
    private Path folder = Path.of("");

    static List<Mistake> mistakes() {
        return List.of(
                wrong(
                        "cells: tumor, fill",
                        "cells: tumour, fill",
                        "start: \"tumour\" is no cell type of the model, did you mean \"tumor\"?"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disk of 60 µm",
                        "start[1].fill: \"disk of 60 µm\" is no region; expected sphere of 150 µm, disc of …, shell from 200 µm to 300 µm, ring from …, box of 100 x 50 x 20 µm or rectangle of …, did you mean \"disc\"?"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disc from 60 µm",
                        "start[1].fill: \"of\" and a radius were expected, as in \"disc of 150 µm\"; found \"disc from 60 µm\""),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disc of 600 µm",
                        "start: \"disc of 600 µm\" reaches outside of the domain, which is from -190 to 210 µm along x"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 µm, packed: tightly",
                        "start[1].packed: \"tightly\" is not known; expected closely or loosely"),
                wrong(
                        "{cells: T cell, count: 3}",
                        "{cells: T cell, count: 3, packed: loosely}",
                        "start[3].packed: has no meaning with count"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 min",
                        "start[1].fill: cannot convert min (time) to µm (length): they do not measure the same"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: disc of 60 µm, count: 3",
                        "start[1]: one of fill, count, at, file, concentrations was expected, as in {cells: tumor, fill: disc of 150 µm}"),
                wrong(
                        "fill: disc of 60 µm",
                        "fill: ring from 60 µm to 60.001 µm",
                        "start: \"ring from 60 µm to 60.001 µm\" has no room for a cell of 15.6 µm"),
                wrong(
                        "in: ring from 70 to 90 µm",
                        "in: ring from 90 to 70 µm",
                        "start[2].in: two radii, the smaller first, were expected; found \"ring from 90 to 70 µm\""),
                wrong(
                        "in: ring from 70 to 90 µm",
                        "in: ring of 70 µm",
                        "start[2].in: \"from\" and \"to\" with two radii were expected, as in \"ring from 200 µm to 300 µm\"; found \"ring of 70 µm\""),
                wrong(
                        "in: ring from 70 to 90 µm",
                        "in: everywhere",
                        "start[2].in: \"everywhere\" is no region; expected anywhere, sphere of 150 µm, disc of …, shell from 200 µm to 300 µm, ring from …, box of 100 x 50 x 20 µm or rectangle of …"),
                wrong(
                        "in: ring from 70 to 90 µm",
                        "in: box of 10 µm",
                        "start[2].in: two extents, or three in space, were expected, as in \"box of 100 x 50 x 20 µm\"; found \"box of 10 µm\""),
                wrong(
                        "count: 5",
                        "count: 0",
                        "start[2].count: a whole number from 1 to 100000000 was expected; found \"0\""),
                wrong(
                        "count: 5",
                        "count: 1000000000",
                        "start[2].count: a whole number from 1 to 100000000 was expected; found \"1000000000\""),
                wrong(
                        "at: [100 µm, 10 µm]",
                        "at: [1000 µm, 10 µm]",
                        "start: the place reaches outside of the domain, which is from -190 to 210 µm along x"),
                wrong("at: [100 µm, 10 µm]", "at: [100 µm, 10 µm, 5 µm]", "start: in a flat domain z is 0; found 5"),
                wrong(
                        "{cells: debris, at: [100 µm, 10 µm]}",
                        "{cells: debris}",
                        "start[4]: one of fill, count, at, file, concentrations was expected, as in {cells: tumor, fill: disc of 150 µm}"),
                wrong(
                        "{cells: debris, at: [100 µm, 10 µm]}",
                        "debris",
                        "start: keys and values were expected, as in {cells: tumor, fill: disc of 150 µm}; found \"debris\""),
                wrong(
                        "{file: cells.csv}",
                        "{file: cell.csv, cells: tumor}",
                        "start[5].cells: has no meaning with file",
                        "there is no file \"cell.csv\" beside this one"),
                wrong(
                        "{concentrations: ic.csv}",
                        "{concentrations: cells.csv}",
                        "cells.csv:1: type: \"type\" is not a substance: there are oxygen, factor",
                        "cells.csv:1: volume: \"volume\" is not a substance: there are oxygen, factor",
                        "cells.csv:1: attack tumor: \"attack tumor\" is not a substance: there are oxygen, factor",
                        "cells.csv:2: type: \"T cell\" was found; a number of at least 0 is expected",
                        "cells.csv:2: 239 of 240 voxels have no line; each is expected once"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldAtItsLine(Mistake mistake) {
        mistake.assertTold(folder);
    }
}
