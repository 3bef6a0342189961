package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a user can get wrong: each ends with the exit code of its kind and a message that helps, never with
/// a stack trace, and before anything runs.
final class BadInputTest {

    @TempDir
    private Path folder = Path.of("");

    /// @param says each must be in the message
    record Case(String name, String file, String content, int code, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case study(String name, String content, String... says) {
        return new Case(name, "study.yaml", "format: 1\nstudy: patient\n" + content, 3, List.of(says));
    }

    private static Case yaml(String name, String content, String... says) {
        return new Case(name, "study.yaml", content, 3, List.of(says));
    }

    private static Case xml(String name, String content, String... says) {
        return new Case(name, "model.xml", content, 3, List.of(says));
    }

    private static Case model(String name, String parts, String... says) {
        return xml(name, Sbml.model(parts), says);
    }

    static Stream<Case> files() {
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
                        "model: depillis2006\noutput: {every: 1 s}\nduration: 1000 year\n",
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
                        "tolerances.relative: a number above 0"),
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
                study("one variant", "model: depillis2006\ncompare: [{title: a}]\n", "compare: two variants or more"),
                xml("an empty model", "", "model.xml"),
                xml("broken XML", "<sbml><model></sbml>", "model.xml:1"),
                xml("XML that is not SBML", "<html></html>", "model.xml:1", "<html>", "<sbml>"),
                xml(
                        "an external entity",
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE sbml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<sbml>&x;</sbml>",
                        "model.xml"),
                xml(
                        "a billion laughs",
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE sbml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<sbml>&c;</sbml>",
                        "model.xml"),
                xml(
                        "SBML of level 9",
                        "<sbml xmlns=\"http://www.sbml.org/sbml/level9/version1\" level=\"9\" version=\"1\"><model/></sbml>",
                        "model.xml:1"),
                xml(
                        "SBML without a model",
                        "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\"/>",
                        "model.xml:1",
                        "model"),
                model("an unknown symbol", Sbml.rateRule("S", "<ci>nobody</ci>"), "model.xml", "nobody"),
                model("a rule for what is not there", Sbml.rateRule("Q", "<cn>1</cn>"), "model.xml", "Q"),
                model("an algebraic loop", Sbml.loop(), "model.xml", "a"),
                model("a number that is none", Sbml.rateRule("S", "<cn>one</cn>"), "model.xml", "one"),
                model(
                        "too few arguments",
                        Sbml.rateRule("S", "<apply><divide/><cn>1</cn></apply>"),
                        "model.xml",
                        "takes 2"),
                model("one name twice", Sbml.parameter("S"), "model.xml", "S"),
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
                        "found -1"),
                xml(
                        "a level in words",
                        "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"three\" version=\"2\"/>",
                        "model.xml:1: sbml: level = \"three\""),
                xml(
                        "a namespace of another level",
                        "<sbml xmlns=\"http://www.sbml.org/sbml/level2\" level=\"3\" version=\"2\"/>",
                        "model.xml:1: sbml: the namespace is"),
                xml(
                        "flux balance",
                        Sbml.model("<listOfObjectives xmlns=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\">"
                                + "<objective/></listOfObjectives>"),
                        "model.xml:11: objective: fbc"),
                xml("a negative volume", Sbml.decay().replace("size=\"1\"", "size=\"-1\""), "model.xml:5", "negative"),
                xml("a file that breaks off", Sbml.decay().substring(0, 500), "model.xml", "not well-formed XML"),
                xml(
                        "an encoding nobody knows",
                        "<?xml version=\"1.0\" encoding=\"klingon\"?><sbml/>",
                        "model.xml:1",
                        "klingon"),
                model(
                        "a parameter without an id",
                        "<listOfParameters><parameter/></listOfParameters>",
                        "id is missing"),
                model("a number beyond all", Sbml.rateRule("S", "<cn>1e999</cn>"), "model.xml:11", "\"1e999\""),
                model("an operator nobody knows", Sbml.rateRule("S", "<apply><frob/><ci>S</ci></apply>"), "<frob>"),
                model(
                        "mathematics 20,000 deep",
                        Sbml.rateRule("S", "<apply><sin/>".repeat(20_000) + "<ci>S</ci>" + "</apply>".repeat(20_000)),
                        "nested more than 1000 deep"),
                model("functions that double each other", Sbml.doublings(40), "with its function calls written out"));
    }

    /// @param words what follows `immunarium`; `FOLDER` stands for a folder of the test's own
    record Line(int code, List<String> words, List<String> says) {
        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    private static Line line(int code, String words, String... says) {
        return new Line(code, List.of(words.split(" ")), List.of(says));
    }

    static Stream<Line> lines() {
        return Stream.of(
                line(2, "fly", "'fly'"),
                line(2, "run", "STUDY"),
                line(2, "run kuznetsov1994 --nonsense", "--nonsense"),
                line(2, "run kuznetsov1994 --seed abc", "--seed", "'abc' is not a whole number"),
                line(2, "run kuznetsov1994 --seed 1.5", "'1.5' is not a whole number"),
                line(2, "run kuznetsov1994 --threads -3", "--threads -3: a number from 1 to 1024 was expected"),
                line(2, "run kuznetsov1994 --threads 0", "--threads 0: a number from 1 to 1024 was expected"),
                line(2, "run kuznetsov1994 --threads two", "'two' is not a whole number"),
                line(2, "run kuznetsov1994 --out", "--out"),
                line(2, "export FOLDER --as word", "--as", "'word'"),
                line(2, "conformance sedml FOLDER", "'sedml'"),
                line(3, "run kuznetsov1994 --set s=NaN --out FOLDER/x", "--set s: \"NaN\""),
                line(3, "run kuznetsov1994 --set s=1e99999999999 --out FOLDER/x", "--set s", "1e300"),
                line(3, "run kuznetsov1994 --set zz=1 --out FOLDER/x", "--set zz", "the model has no \"zz\""),
                line(3, "run kuznetsov1994 --duration -3d --out FOLDER/x", "--duration: a time above 0", "-3 d"),
                line(3, "run kuznetsov1994 --out /dev/null/run", "/dev/null/run"),
                line(3, "check /dev/zero", "/dev/zero: is not a regular file"),
                line(3, "resume FOLDER", "is not a run: it has no manifest.json"),
                line(3, "resume FOLDER/none", "none: there is no such folder"),
                line(3, "report FOLDER/none", "none: there is no such folder"),
                line(3, "export FOLDER --as csv", "is not a run: it has no manifest.json"),
                line(3, "conformance sbml FOLDER", "holds no case"),
                line(3, "conformance sbml FOLDER/none.zip", "none.zip: there is no such file"),
                line(3, "explain FOLDER", "is a folder"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aCommandLineThatCannotBeFollowedIsToldWhereAndWhy(Line line) {
        Said said = Said.by(line.words().stream()
                .map(word -> word.replace("FOLDER", folder.toString()))
                .toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isEqualTo(line.code());
        assertThat(said.err()).contains(line.says());
        assertHelps(said);
    }

    @Test
    void ninetyWaysToBeWrongAreTriedAtLeast() {
        assertThat(files().count() + lines().count()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void unitsThatDoNotFitAreToldAndDoNotStopTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("model.xml"), Sbml.clash());
        Said said = Said.by("check", file.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err())
                .contains("model.xml:", "assignment rule for \"c\"", "is in kg (mass) where s (time) is expected");
    }

    @Test
    void longChainsAndDeepFormulasAreReadAsTheyAre() throws IOException {
        Path chain = Files.writeString(folder.resolve("chain.xml"), Sbml.chain(2000));
        assertThat(Said.by("check", chain.toString()).code()).isZero();
        String deep = "<apply><sin/>".repeat(980) + "<ci>S</ci>" + "</apply>".repeat(980);
        Path formula = Files.writeString(folder.resolve("deep.xml"), Sbml.model(Sbml.rateRule("S", deep)));
        assertThat(Said.by("check", formula.toString()).code()).isZero();
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

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatCannotBeUsedIsToldByNameAndPlace(Case bad) throws IOException {
        Path file = Files.writeString(folder.resolve(bad.file()), bad.content());
        for (String command : List.of("check", "run")) {
            Path out = folder.resolve("out");
            Said said = command.equals("run")
                    ? Said.by("run", file.toString(), "--out", out.toString())
                    : Said.by("check", file.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(bad.code());
            assertThat(said.err()).contains(bad.says());
            assertHelps(said);
            assertThat(out).as("nothing has run").doesNotExist();
        }
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
    void aModelWhoseNumbersFailIsToldWithTimeAndQuantity() throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.xml"),
                Sbml.model(Sbml.rateRule("S", "<apply><power/><ci>S</ci><cn>2</cn></apply>")));
        Said said = Said.by(
                "run",
                file.toString(),
                "--duration",
                "10",
                "--out",
                folder.resolve("out").toString());
        assertThat(said.code()).as(said.err()).isEqualTo(4);
        assertThat(said.err()).contains("the numbers failed at time");
        assertHelps(said);
        assertThat(folder.resolve("out/manifest.json")).content().contains("\"status\" : \"failed\"");
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedAtOnce() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(2L << 30);
        }
        Said study = Said.by("check", file.toString());
        assertThat(study.code()).isEqualTo(3);
        assertThat(study.err()).contains("huge.yaml: has 2147483648 bytes");
        Path model = Files.move(file, folder.resolve("huge.xml"));
        Said sbml =
                Said.by("run", model.toString(), "--out", folder.resolve("out").toString());
        assertThat(sbml.code()).isEqualTo(3);
        assertThat(sbml.err()).contains("huge.xml", "2147483648 bytes");
        assertHelps(sbml);
    }

    @Test
    void aPathThatLeadsNowhereIsNamed() {
        for (String path : List.of("none.xml", "none.yaml", "no/folder/x.sbml")) {
            Said said = Said.by("run", path);
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err()).startsWith(path + ": there is no such file");
        }
        Said folderSaid = Said.by("run", folder.toString());
        assertThat(folderSaid.code()).isEqualTo(3);
        assertThat(folderSaid.err()).contains("is a folder");
        Said binary = Said.by("explain", "nothing-of-this-name");
        assertThat(binary.code()).isEqualTo(3);
        assertThat(binary.err()).contains("no shipped study or model of this name");
    }

    @Test
    void bytesThatAreNotTextAreToldApart() throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe, 1, 0});
        Said said = Said.by("check", file.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("x.yaml", "UTF-8");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefusedBeforeAnythingRuns() {
        assumeTrue(Files.exists(Path.of("/proc/self")), "skipped: no /proc here");
        Said said = Said.by("run", "kuznetsov1994", "--out", "/proc/immunarium");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("/proc/immunarium: a folder for the run cannot be made here");
        assertHelps(said);
    }

    @Test
    void aFolderThatHoldsSomethingIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        Said said = Said.by("run", "kuznetsov1994", "--out", folder.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("is not empty, and a run overwrites nothing");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aFullDiskStopsTheRunSoThatItCanBeResumed() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            Path out = disk.resolve("run");
            Said said = Said.by("run", "patient/one-tumour-four-treatments", "--out", out.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(5);
            assertThat(said.err()).contains("the disk is full", "immunarium resume");
            assertHelps(said);
            assertThat(command("mount", "-o", "remount,size=32m", disk.toString()))
                    .isZero();
            Said resumed = Said.by("resume", out.toString());
            assertThat(resumed.code()).as(resumed.err()).isZero();
            Path straight = folder.resolve("straight");
            Said.by("run", "patient/one-tumour-four-treatments", "--out", straight.toString());
            assertThat(out.resolve("tables/both/timecourse.csv"))
                    .hasSameBinaryContentAs(straight.resolve("tables/both/timecourse.csv"));
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void whatIsNotARunIsNotResumed() throws IOException {
        Said said = Said.by("resume", folder.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("is not a run: it has no manifest.json");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 1, \"status\": ");
        Said damaged = Said.by("report", folder.toString());
        assertThat(damaged.code()).isEqualTo(3);
        assertThat(damaged.err()).contains("manifest.json:1: is not JSON");
    }

    @Test
    void anOptionThatCannotBeUsedIsNamed() {
        Said set = Said.by("run", "kuznetsov1994", "--set", "a");
        assertThat(set.code()).isEqualTo(3);
        assertThat(set.err()).contains("--set", "name=value was expected");
        Said duration = Said.by(
                "run",
                "kuznetsov1994",
                "--duration",
                "3 kg",
                "--out",
                folder.resolve("x").toString());
        assertThat(duration.code()).isEqualTo(3);
        assertThat(duration.err()).contains("--duration");
    }

    private static int command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static void assertHelps(Said said) {
        assertThat(said.err()).doesNotContain("\tat ", "Exception").isNotBlank();
        assertThat(said.err().getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    }
}
