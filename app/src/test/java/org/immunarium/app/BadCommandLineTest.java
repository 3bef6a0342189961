package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be wrong with a command line.
final class BadCommandLineTest {

    @TempDir
    private Path folder = Path.of("");

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
                line(2, "fly", "there is no command \"fly\"\n`"),
                line(2, "rnu kuznetsov1994", "there is no command \"rnu\"\ndid you mean \"run\"?"),
                line(2, "help rnu", "there is no command \"rnu\"\ndid you mean \"run\"?"),
                line(2, "verify", "there is no command \"verify\" yet\n`"),
                line(3, "calibrate kuznetsov1994", "is a study of kind patient; one of kind calibration was expected"),
                line(2, "run kuznetsov1994 --out=", "--out=: a value was expected"),
                line(3, "run kuznetsov", "\"kuznetsov1994\" or \"patient/kuznetsov1994-dormancy-and-escape\"?"),
                line(3, "explain kuznetsov", "did you mean \"kuznetsov1994\" or"),
                line(3, "check one-tumor-four-treatments", "did you mean \"one-tumour-four-treatments\"?"),
                line(2, "run", "STUDY"),
                line(2, "run kuznetsov1994 --nonsense", "--nonsense"),
                line(2, "run kuznetsov1994 --seed abc", "--seed", "'abc' is not a whole number"),
                line(2, "run kuznetsov1994 --seed 1.5", "'1.5' is not a whole number"),
                line(2, "run kuznetsov1994 --threads -3", "--threads -3: a number from 1 to 1024 was expected"),
                line(2, "run kuznetsov1994 --threads 0", "--threads 0: a number from 1 to 1024 was expected"),
                line(2, "run kuznetsov1994 --threads two", "'two' is not a whole number"),
                line(2, "run kuznetsov1994 --out", "--out"),
                line(3, "run kuznetsov1994 --on mars", "--on: \"mars\": local, spark://HOST:PORT, yarn"),
                line(3, "run kuznetsov1994 --on yarn", "--on: this is a study of kind patient, which runs here only"),
                line(
                        3,
                        "sweep kuznetsov1994 --replicates 2 --on yarn --out FOLDER/x",
                        "--on: \"yarn\": the part of Immunarium for clusters is not built"),
                line(2, "export FOLDER --as word", "--as", "'word'"),
                line(2, "conformance sedml FOLDER", "'sedml'"),
                line(3, "run kuznetsov1994 --set s=NaN --out FOLDER/x", "--set s: \"NaN\""),
                line(3, "run kuznetsov1994 --set s=1e99999999999 --out FOLDER/x", "--set s", "1e300"),
                line(3, "run kuznetsov1994 --set zz=1 --out FOLDER/x", "--set zz", "the model has no \"zz\""),
                line(2, "sweep", "STUDY"),
                line(2, "sweep kuznetsov1994 --vary", "--vary"),
                line(2, "sweep kuznetsov1994 --replicates few", "--replicates", "'few' is not a whole number"),
                line(3, "sweep kuznetsov1994 --out FOLDER/x", "--vary: nothing is varied"),
                line(
                        3,
                        "sweep kuznetsov1994 --vary s=1:2 --vary zz=1,2 --set p=1furlong --out FOLDER/x",
                        "--vary s: \"1:2\": from:to:count",
                        "--vary zz: set: the model has no \"zz\"",
                        "--set p: "),
                line(3, "sweep kuznetsov1994 --vary s=1,2 --set s=1 --dry-run", "--vary s: is set by --set, too"),
                line(2, "sensitivity", "STUDY"),
                line(2, "sensitivity kuznetsov1994 --samples few", "--samples", "'few' is not a whole number"),
                line(3, "sensitivity kuznetsov1994 --out FOLDER/x", "--vary: nothing is varied"),
                line(
                        3,
                        "sensitivity kuznetsov1994 --vary s=2:1 --vary zz=1:2 --of nothing --method soboll --dry-run",
                        "--method: \"soboll\": one of prcc, morris, sobol was expected, did you mean \"sobol\"?",
                        "--vary s: \"2:1\": two ends, the lower first, were expected",
                        "--vary zz: vary: the model has no \"zz\"",
                        "--of: of: the model has no \"nothing\""),
                line(2, "fit kuznetsov1994 --vary a=1:2", "--data"),
                line(2, "fit kuznetsov1994 --data x.csv --starts few", "--starts", "'few' is not a whole number"),
                line(
                        3,
                        "fit kuznetsov1994 --data FOLDER/none.csv --vary s=2:1 --vary zz=1:2 --error additve --dry-run",
                        "there is no such file",
                        "--error: \"additve\": one of additive, proportional, combined was expected, did you mean"
                                + " \"additive\"?",
                        "--vary s: \"2:1\": two ends, the lower first, were expected",
                        "--vary zz: vary: the model has no \"zz\""),
                line(3, "check kuznetsov1994 --set s=1 --set s=2", "--set s: is given twice, 1 and 2"),
                line(
                        3,
                        "check kuznetsov1994 --set s --set zz=1 --set p=1furlong",
                        "--set: \"s\": name=value was expected",
                        "--set zz: set: the model has no \"zz\"",
                        "--set p: "),
                line(
                        3,
                        "run kuznetsov1994 --out /proc/none/x",
                        "/proc/none/x: a folder for the run cannot be made here"),
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
        said.assertHelps();
    }

    @Test
    void helpOfACommandIsSaidInTwoWays() {
        Said help = Said.by("help", "run");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .startsWith("Usage: immunarium run")
                .isEqualTo(Said.by("run", "--help").out());
        assertThat(Said.by("help").out()).isEqualTo(Said.by("--help").out()).contains("conformance");
    }

    @Test
    void aPipeWhereAFileIsExpectedIsRefusedAtOnce() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "skipped: no pipes can be made here");
        for (String words : List.of("check PIPE", "run PIPE", "explain PIPE", "conformance sbml PIPE")) {
            Said said = Said.by(words.replace("PIPE", pipe.toString()).split(" "));
            assertThat(said.code()).as(said.err()).isEqualTo(3);
            assertThat(said.err()).startsWith(pipe + ": is not a regular file");
        }
    }

    @Test
    void anEmptyWordIsTold() {
        Said out = Said.by("run", "kuznetsov1994", "--out", "");
        assertThat(out.code()).isEqualTo(2);
        assertThat(out.err()).startsWith("--out \"\": a word was expected, found none");
        Said what = Said.by("explain", "");
        assertThat(what.code()).isEqualTo(2);
        assertThat(what.err()).startsWith("\"\": a word was expected");
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

    @Test
    void ninetyWaysToBeWrongAreTriedAtLeast() {
        assertThat(lines().count()
                        + BadStudyTest.files().count()
                        + BadModelTest.files().count())
                .isGreaterThanOrEqualTo(90);
    }
}
