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

/// What can be wrong with a model in SBML.
final class BadModelTest {

    @TempDir
    private Path folder = Path.of("");

    private static BadFile xml(String name, String content, String... says) {
        return new BadFile(name, "model.xml", content, List.of(says));
    }

    private static BadFile model(String name, String parts, String... says) {
        return xml(name, Sbml.model(parts), says);
    }

    static Stream<BadFile> files() {
        return Stream.of(
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

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatCannotBeUsedIsToldByNameAndPlace(BadFile bad) throws IOException {
        bad.assertTold(folder);
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
        said.assertHelps();
        assertThat(folder.resolve("out/manifest.json")).content().contains("\"status\" : \"failed\"");
    }
}
