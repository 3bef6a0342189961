package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunarium.study.InputFiles;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A small model in which every key is there and everything is right, and what becomes of it when a place of it is
/// changed.
final class SmallModel {

    static final String TEXT = """
            format: 1
            tissue: Everything
            about: A model that says all that one can say.
            sources: [A paper]
            domain:
              size: 400 x 240 µm
              voxel: 20 µm
              walls: yes
              centre: [10 µm, 20 µm]
            steps: {substances: 0.6 s, mechanics: 0.1 min, phenotype: 0.1 h}
            options: {springs: no, internalized: yes}
            substances:
              oxygen:
                unit: mmHg
                diffusion: {value: 100000 µm^2/min, source: A book}
                decay: 0.1 1/min
                start: 38 mmHg
                edge: 38 mmHg
                source: Another book
              factor:
                unit: ng/mL
                diffusion: 1000 µm^2/min
                decay: 0 1/min
                edge: {x lower: 1 ng/mL, y upper: 2 ng/mL}
            variables:
              oncoprotein: {unit: '1', start: 1, shared at division: yes}
            cells:
              tumor:
                cycle: flow cytometry
                volume:
                  total: 2000 µm^3
                  nucleus: 500 µm^3
                  fluid: 75 %
                  fluid rate: 3 1/h
                  cytoplasm rate: 0.0045 1/min
                  nucleus rate: 0.0055 1/min
                  calcified: 0.1
                  calcification rate: 0.001 1/min
                death:
                  apoptosis:
                    fluid rate: 0.06 1/min
                    fluid rate after burst: 0
                    cytoplasm rate: 1 1/h
                    nucleus rate: 0.35 1/h
                    calcification rate: 0
                    bursts at: 2
                    lasts: 8 h
                    fixed: no
                moves: {responses: by direction, in the plane: yes}
                does:
                  cycle entry: 0.0005 1/min
                  oxygen uptake: {value: 10 1/min, source: A third book}
                  factor export: 3 ng/mL*µm^3/min
                  chemotactic response to oxygen: -1
                  migration speed: 6 µm/h
                  custom:oncoprotein: 2
                  asymmetric division to T cell: 0.1
                varies:
                  volume: {normal: 200 µm^3, min: 1000 µm^3}
                  oxygen uptake: {log-normal: 0.2}
                  migration speed: {uniform: [1 µm/h, 7 µm/h]}
                source: A fourth book
              T cell:
                like: tumor
                cycle:
                  phases:
                    - {name: resting, rate: 0.001 1/min}
                    - {name: growing, lasts: 8 h, fixed: yes, grows: yes, divides: yes}
                moves: {along: factor}
                does:
                  attack tumor: 0.1 1/min
                  migration bias: 0.5
                  asymmetric division to T cell: 0
              debris:
                moves: no
            rules:
              - In tumor cells, oxygen increases cycle entry to 0.0072 per min with half-max 21.5 mmHg.
              - file: rules.csv
                version: 1
            start:
              - {cells: tumor, fill: disc of 60 µm, around: [10 µm, 20 µm]}
              - {cells: T cell, count: 5, in: ring from 70 to 90 µm}
              - {cells: T cell, count: 3}
              - {cells: debris, at: [100 µm, 10 µm]}
              - {file: cells.csv}
              - {concentrations: ic.csv}
            immunity:
              antigens: [NY-ESO-1, CD19]
              drugs:
                nivolumab: {unit: µg/mL}
                blinatumomab: {unit: ng/mL}
                paclitaxel: {unit: µmol/L}
              actions:
                - {of: nivolumab, blocks: PD-1, dissociation: {value: 0.4 µg/mL, source: A label}}
                - {of: factor, opsonises: CD19, dissociation: 2 ng/mL}
                - {of: blinatumomab, bridges: CD19, dissociation: 80 ng/mL, CD3 dissociation: 14 ng/mL}
                - {of: paclitaxel, kills: dividing cells, half: 10 nmol/L, power: 2}
              vessels:
                - {at: [50 µm, 20 µm], radius: 8 µm}
              supplies:
                - {of: blinatumomab, into: factor, rate: 0.1 1/min}
              recruitment:
                - {cells: T cell, rate: 1.2 1/h, along: factor, half: 1 ng/mL, power: 2}
                - {cells: debris, rate: 0}
              priming:
                - {cells: T cell, antigen: NY-ESO-1, primes: 20, half cargo: 0.5, brake: 0.6, delay: 3 d, spread: 1 d}
            """;

    static final String RULES = """
            // version 1
            T cell,contact with tumor,decreases,migration speed,0.1,0,0.5,8,0
            """;

    static final String CELLS = """
            x,y,z,type,volume,attack tumor
            10,20,0,T cell,1000,0.2
            """;

    private final Path folder;
    private String text = TEXT;
    private int changedLine;

    private SmallModel(Path folder) {
        this.folder = folder;
        write("rules.csv", RULES);
        write("cells.csv", CELLS);
        StringBuilder voxels = new StringBuilder("x,y,z,factor\n");
        for (int y = -90; y < 140; y += 20) {
            for (int x = -180; x < 210; x += 20) {
                voxels.append(x)
                        .append(',')
                        .append(y)
                        .append(",0,")
                        .append(x + 500)
                        .append('\n');
            }
        }
        write("ic.csv", voxels.toString());
    }

    /// As it should be.
    ///
    /// @param folder for its tables
    static SmallModel in(Path folder) {
        return new SmallModel(folder);
    }

    void write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces a text that is in exactly one place.
    SmallModel with(String found, String instead) {
        assertThat(text.split(Pattern.quote(found), -1).length - 1)
                .as("places of " + found)
                .isEqualTo(1);
        String before = text.substring(0, text.indexOf(found));
        changedLine = before.split("\n", -1).length;
        text = text.replace(found, instead);
        return this;
    }

    /// With another text.
    SmallModel as(String other) {
        text = other;
        return this;
    }

    /// The line where it was last changed.
    int changedLine() {
        return changedLine;
    }

    String text() {
        return text;
    }

    WrittenTissue read(Notes notes) {
        return TissueModelFile.read(
                "m.yaml",
                text,
                new FilesBeside(InputFiles.in(folder), "m.yaml"),
                Optional.empty(),
                Optional.empty(),
                notes);
    }

    /// All that is wrong with it, without the folder's name.
    List<String> problems() {
        Notes notes = new Notes();
        try {
            read(notes);
        } catch (InvalidInputException e) {
            notes.problems().addAll(e.problems());
        }
        return notes.problems().stream()
                .map(Problem::toString)
                .map(problem -> problem.replace(folder + "/", ""))
                .distinct()
                .toList();
    }
}
