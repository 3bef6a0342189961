package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a user can get wrong in a study file.
final class BadStudyTest {

    @TempDir
    private Path folder = Path.of("");

    private static BadFile study(String name, String content, String... says) {
        return yaml(name, "format: 1\nstudy: patient\n" + content, says);
    }

    private static BadFile yaml(String name, String content, String... says) {
        return new BadFile(name, "study.yaml", content, List.of(says));
    }

    static Stream<BadFile> files() {
        return Stream.of(
                yaml("an empty study", "", "study.yaml: is empty"),
                yaml("a study that is not YAML", "format: 1\ntitle: [a, b\nx: y\n", "study.yaml:3: is not YAML"),
                yaml("a list where keys should be", "- a\n- b\n", "study.yaml:1: keys and values were expected"),
                yaml("no format", "study: patient\nmodel: depillis2006\n", "format: is missing"),
                yaml(
                        "another format",
                        "format: 2\nstudy: patient\nmodel: depillis2006\n",
                        "study.yaml:1: format: 2 is not known"),
                yaml(
                        "another kind of study",
                        "format: 1\nstudy: tisue\n",
                        "study.yaml:2: study: \"tisue\" is not known"),
                yaml("an alias", "format: &f 1\nstudy: *f\n", "study.yaml:2: the alias *f is not allowed"),
                yaml(
                        "aliases of aliases",
                        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
                        "the alias *a"),
                yaml(
                        "a key twice",
                        "format: 1\nformat: 1\n",
                        "study.yaml:2: the key format was given before, on line 1"),
                yaml("deep nesting", "a: " + "[".repeat(5000), "nested deeper than"),
                yaml("a second document", "format: 1\n---\nformat: 1\n", "study.yaml:2: a second document begins"),
                study(
                        "a column twice",
                        "model: kuznetsov1994\noutput: {columns: [T, E, T]}\n",
                        "study.yaml:4: output.columns: \"T\" is there before"),
                study(
                        "an endpoint twice",
                        "model: kuznetsov1994\npopulation:\n  patients: 2\n  endpoints: [final T, max T, final T]\n",
                        "study.yaml:6: population.endpoints: \"final T\" is there before"),
                study(
                        "cells that are a mass",
                        "model: kuznetsov1994\nset: {T: 3 kg}\n",
                        "study.yaml:4: set.T: a value in a unit such as cells (count) was expected; found 3 kg (mass)"),
                study("no model", "title: x\n", "model: is missing"),
                study("an unknown model", "model: depilis2006\n", "study.yaml:3", "did you mean \"depillis2006\"?"),
                study(
                        "an unknown key",
                        "model: depillis2006\nduraton: 3 d\n",
                        "study.yaml:4: unknown key \"duraton\"; did you mean \"duration\"?"),
                study(
                        "a duration that is a mass",
                        "model: depillis2006\nduration: 3 mg\n",
                        "study.yaml:4: duration: a time above 0"),
                study(
                        "a negative duration",
                        "model: depillis2006\nduration: -3 d\n",
                        "study.yaml:4: duration: a time above 0"),
                study(
                        "a duration that is not a number",
                        "model: depillis2006\nduration: NaN\n",
                        "study.yaml:4: duration"),
                study(
                        "a unit nobody knows",
                        "model: depillis2006\nset: {a: 3 furlong}\n",
                        "study.yaml:4: set.a",
                        "furlong"),
                study("a unit that does not fit", "model: depillis2006\nset: {a: 3 kg}\n", "study.yaml:4: set.a", "kg"),
                study("a value that is not a number", "model: depillis2006\nset: {a: .nan}\n", "study.yaml:4: set.a"),
                study(
                        "a parameter that is not there",
                        "model: depillis2006\nset: {alph: 3}\n",
                        "study.yaml:4",
                        "\"alph\"",
                        "did you mean \"alpha\"?"),
                study(
                        "a column that is not there",
                        "model: depillis2006\noutput: {columns: [T, Tumor]}\n",
                        "study.yaml:4",
                        "\"Tumor\""),
                study(
                        "an interval beyond reason",
                        "model: depillis2006\noutput: {every: 1 s}\nduration: 400 year\n",
                        "study.yaml:4: output.every",
                        "rows"),
                study(
                        "a regimen that breaks off",
                        "model: depillis2006\ntherapy:\n  - chemotherapy 240 mg q2\n",
                        "study.yaml:5: regimen \"chemotherapy 240 mg q2\""),
                study(
                        "a regimen without a dose",
                        "model: depillis2006\ntherapy: [chemotherapy]\n",
                        "study.yaml:4: regimen"),
                study(
                        "a drug nobody knows",
                        "model: depillis2006\ntherapy: [aspirin 3 mg q2w]\n",
                        "study.yaml:4",
                        "aspirin",
                        "target"),
                study(
                        "a dose that does not fit its target",
                        "model: depillis2006\ntherapy: [chemotherapy 3 cm]\n",
                        "study.yaml:4",
                        "chemotherapy"),
                study(
                        "a dose by an unknown weight",
                        "model: depillis2006\ntherapy: [chemotherapy 3 mg/L/kg]\n",
                        "study.yaml:4",
                        "weight"),
                study(
                        "a weight that is a time",
                        "model: depillis2006\npatient: {weight: 3 d}\n",
                        "study.yaml:4: patient.weight: a positive mass"),
                study(
                        "a target without a place",
                        "model: depillis2006\ntargets: {x: {as: amount}}\n",
                        "targets.x.into: is missing"),
                study(
                        "a table of events that is not there",
                        "model: depillis2006\ntherapy: [{events: none.csv}]\n",
                        "study.yaml:4",
                        "there is no file \"none.csv\""),
                study(
                        "a tolerance of zero",
                        "model: depillis2006\ntolerances: {relative: 0}\n",
                        "tolerances.relative: a number from 1e-14 to below 1 was expected; found 0"),
                study(
                        "a tolerance below rounding",
                        "model: depillis2006\ntolerances: {relative: 1e-15}\n",
                        "study.yaml:4: tolerances.relative: a number from 1e-14 to below 1 was expected; found 1e-15"),
                study(
                        "an absolute tolerance of zero",
                        "model: depillis2006\ntolerances: {absolute: 0}\n",
                        "study.yaml:4: tolerances.absolute: a number above 0 was expected; found 0"),
                study(
                        "a seed with a fraction",
                        "model: depillis2006\nseed: 1.5\n",
                        "study.yaml:4: seed: a whole number"),
                study(
                        "no patients",
                        "model: depillis2006\npopulation: {patients: 0}\n",
                        "population.patients: a whole number from 1"),
                study(
                        "a spread of nothing",
                        "model: depillis2006\npopulation: {patients: 2, vary: {a: {lognormal: 1}}}\n",
                        "unknown key \"population.vary.a.lognormal\"",
                        "log-normal"),
                study(
                        "an endpoint nobody knows",
                        "model: depillis2006\npopulation: {patients: 2, endpoints: [finel T]}\n",
                        "study.yaml:4: endpoint \"finel T\"",
                        "final"),
                study(
                        "one variant",
                        "model: depillis2006\ncompare: [{title: a}]\n",
                        "compare: two or more were expected"),
                yaml("YAML of another version", "%YAML 9.9\n---\nformat: 1\n", "study.yaml", "1.2 was expected"),
                yaml("tabs", "format: 1\noutput:\n\tevery: 1 d\n", "study.yaml:3: is not YAML", "TAB"),
                study(
                        "a number with a huge exponent",
                        "model: depillis2006\nset: {a: 1e99999999999}\n",
                        "set.a",
                        "1e300"),
                study("a unit of brackets", "model: depillis2006\nset: {a: 3 " + "(".repeat(9000) + "}\n", "brackets"),
                study(
                        "a name of a million letters",
                        "model: " + "x".repeat(1_000_000) + "\n",
                        "study.yaml:3: model",
                        "no shipped model"),
                study("a negative dose", "model: depillis2006\ntherapy: [chemotherapy -5 mg/L]\n", "found \"-5\""),
                study("a dose that is no number", "model: depillis2006\ntherapy: [chemotherapy NaN mg/L]\n", "\"NaN\""),
                study("minutes or months", "model: depillis2006\ntherapy: [chemotherapy 5 mg/L over 5 m]\n", "\"5 m\""),
                study(
                        "a tolerance above one",
                        "model: depillis2006\ntolerances: {relative: 2}\n",
                        "below 1",
                        "found 2"),
                study("a seed in words", "model: depillis2006\nseed: one\n", "study.yaml:4: seed", "found \"one\""),
                study("a model that is a list", "model: [a, b]\n", "study.yaml:3: model: text was expected"),
                study(
                        "a population of a spread below nothing",
                        "model: depillis2006\npopulation: {patients: 2, vary: {a: {log-normal: -1}}}\n",
                        "study.yaml:4",
                        "found -1"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatCannotBeUsedIsToldByNameAndPlace(BadFile bad) throws IOException {
        bad.assertTold(folder);
    }

    @Test
    void aTableOfEventsIsToldByItsOwnLines() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: depillis2006-patient9
                therapy: [{events: doses.csv}]
                """);
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT [mg/L],CMT,RATE\n0,x,chemotherapy,0\n5,1,nobody,-2\n");
        Said rows = Said.by("check", study.toString());
        assertThat(rows.code()).isEqualTo(3);
        assertThat(rows.err()).contains("doses.csv:2: AMT is \"x\"", "doses.csv:3: RATE -2");
        Files.writeString(folder.resolve("doses.csv"), "\"TIME,AMT\n0,5\n");
        assertThat(Said.by("check", study.toString()).err()).contains("doses.csv:1: a quote is opened and not closed");
        Files.writeString(folder.resolve("doses.csv"), "TIME,NOTE,AMT,CMT,EVID\n0,weight, 5,100,1,1\n");
        assertThat(Said.by("check", study.toString()).err())
                .contains("doses.csv:2: the row has 6 cells where the header has 5");
        Files.writeString(folder.resolve("doses.csv"), "ID,TIME,DV,MDV,AMT,CMT,EVID,RATE\n1,0,.,.,100,1,1\n");
        assertThat(Said.by("check", study.toString()).err())
                .contains("doses.csv:2: the row has 7 cells where the header has 8");
        Files.writeString(folder.resolve("doses.csv"), "TIME,NOTE,AMT,CMT,EVID\n0,\"weight, 5\",100,1,1\n");
        assertThat(Said.by("check", study.toString()).err())
                .as("100 mg into 1, not 5 mg into 100")
                .contains("study.yaml:4: \"1\" is given, but no target");
        Files.writeString(folder.resolve("doses.csv"), "");
        assertThat(Said.by("check", study.toString()).err()).contains("doses.csv: the table is empty");
    }

    @Test
    void aFileOfNothingButMistakesDoesNotFillTheScreen() throws IOException {
        StringBuilder text = new StringBuilder("format: 1\nstudy: patient\nmodel: depillis2006\n");
        for (int i = 0; i < 3000; i++) {
            text.append("k").append(i).append(": 1\n");
        }
        Said said = Said.by(
                "check", Files.writeString(folder.resolve("study.yaml"), text).toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err().lines()).hasSize(201).last().isEqualTo("and 2800 problems more");
    }

    @Test
    void aModelThatIsAFolderIsToldAtTheStudysLine() throws IOException {
        Files.createDirectory(folder.resolve("dir.xml"));
        Path study = Files.writeString(folder.resolve("study.yaml"), "format: 1\nstudy: patient\nmodel: dir.xml\n");
        Said said = Said.by("check", study.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("study.yaml:3: model \"dir.xml\": is a folder; an SBML file was expected");
    }

    @Test
    void aTableOfEventsThatIsAFolderIsToldAtTheStudysLine() throws IOException {
        Files.createDirectory(folder.resolve("doses"));
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: patient\nmodel: depillis2006-patient9\ntherapy: {events: doses}\n");
        Said said = Said.by("check", study.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("study.yaml:4: therapy: \"doses\" is not a regular file; a table of events");
    }

    @Test
    void anAliasIsToldOnce() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), "a: &a 1\nb: *a\nc: *a\n");
        assertThat(Said.by("check", study.toString()).err().lines())
                .singleElement()
                .asString()
                .contains("study.yaml:2: the alias *a is not allowed");
    }

    @Test
    void allProblemsOfAStudyComeAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: depillis2006
                output: {columns: [Q]}
                set: {a: 3 kg, nothing: 1}
                therapy:
                  - aspirin 3 mg
                  - chemotherapy 3 mg q2
                """);
        Said said = Said.by("check", file.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("study.yaml:4: "))
                .anyMatch(line -> line.contains("study.yaml:5: set.a"))
                .anyMatch(line -> line.contains("\"nothing\""))
                .anyMatch(line -> line.contains("study.yaml:7: "))
                .anyMatch(line -> line.contains("study.yaml:8: regimen"));
    }

    @Test
    void bytesThatAreNotTextAreToldApart() throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe, 1, 0});
        Said said = Said.by("check", file.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("x.yaml", "UTF-8");
    }
}
