package org.immunarium.equations.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Input that cannot be used: the line, what was found and what was expected.
class BadSbmlTest {

    private static List<Problem> problems(String text) {
        InvalidInputException[] caught = new InvalidInputException[1];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read("bad.xml", text))
                .satisfies(e -> caught[0] = e);
        return caught[0].problems();
    }

    /// A model of level 3 version 2 with these contents, the first of which is on line 3.
    private static String model(String contents) {
        return """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                <model id="m">
                %s
                </model>
                </sbml>
                """.formatted(contents);
    }

    private static String parameters(String parameters) {
        return "<listOfParameters>\n" + parameters + "\n</listOfParameters>";
    }

    private static String species(String size, String initial) {
        return "<listOfCompartments>\n<compartment id=\"c\" size=\"" + size
                + "\" constant=\"true\"/>\n</listOfCompartments><listOfSpecies>\n<species id=\"s\" compartment=\"c\" "
                + initial
                + " hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/>\n</listOfSpecies>";
    }

    private static String rule(String math) {
        return "<listOfParameters><parameter id=\"x\" constant=\"false\"/></listOfParameters><listOfRules>\n"
                + "<assignmentRule variable=\"x\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">\n" + math
                + "\n</math></assignmentRule></listOfRules>";
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("empty file", "", 1, "not well-formed XML"),
                Arguments.of("not XML", "hello", 1, "not well-formed XML"),
                Arguments.of("broken off", "<sbml level=\"3\">\n<model>", 2, "not well-formed XML"),
                Arguments.of("other XML", "<html/>", 1, "<html> was found where <sbml> is expected"),
                Arguments.of("no level", "<sbml/>", 1, "the attribute level is missing"),
                Arguments.of(
                        "level of the future",
                        "<sbml xmlns=\"x\" level=\"4\" version=\"1\"/>",
                        1,
                        "SBML level 4 version 1 is not known"),
                Arguments.of(
                        "wrong namespace",
                        "<sbml xmlns=\"x\" level=\"2\" version=\"4\"/>",
                        1,
                        "the namespace is \"x\""),
                Arguments.of(
                        "no model",
                        "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\"/>",
                        1,
                        "there is no <model>"),
                Arguments.of(
                        "document type",
                        "<!DOCTYPE sbml [<!ENTITY a \"b\">]>\n" + model(""),
                        1,
                        "a document type (<!DOCTYPE ...>) was found"),
                Arguments.of(
                        "required package",
                        model("")
                                .replace(
                                        "level=\"3\"",
                                        "level=\"3\" xmlns:multi=\"http://www.sbml.org/sbml/level3/version1/multi/version1\""
                                                + " multi:required=\"true\""),
                        1,
                        "the package multi is required to understand the model and is not supported"),
                Arguments.of("unknown list", model("<listOfSpecie/>"), 3, "did you mean \"listOfSpecies\"?"),
                Arguments.of(
                        "unknown attribute",
                        model(parameters("<parameter id=\"k\" valeu=\"1\" constant=\"true\"/>")),
                        4,
                        "the attribute valeu is not known here, did you mean \"value\"?"),
                Arguments.of(
                        "number unreadable",
                        model(parameters("<parameter id=\"k\" value=\"1,5\" constant=\"true\"/>")),
                        4,
                        "value = \"1,5\": a number is expected"),
                Arguments.of(
                        "flag unreadable",
                        model(parameters("<parameter id=\"k\" value=\"1\" constant=\"yes\"/>")),
                        4,
                        "constant = \"yes\": true or false is expected"),
                Arguments.of(
                        "attribute missing",
                        model(parameters("<parameter id=\"k\" value=\"1\"/>")),
                        4,
                        "the attribute constant is missing"),
                Arguments.of(
                        "id unreadable",
                        model(parameters("<parameter id=\"2k\" constant=\"true\"/>")),
                        4,
                        "id = \"2k\": an identifier is expected"),
                Arguments.of(
                        "id taken",
                        model(parameters("<parameter id=\"k\" constant=\"true\"/>\n"
                                + "<parameter id=\"k\" constant=\"true\"/>")),
                        5,
                        "the id is taken: parameter \"k\" has it too"),
                Arguments.of(
                        "unit unknown",
                        model(parameters("<parameter id=\"k\" units=\"mile\" constant=\"true\"/>")),
                        4,
                        "the unit \"mile\" is not defined, did you mean \"mole\"?"),
                Arguments.of(
                        "negative size",
                        model("<listOfCompartments>\n<compartment id=\"c\" size=\"-1\" constant=\"true\"/>\n"
                                + "</listOfCompartments>"),
                        4,
                        "size -1: it cannot be negative"),
                Arguments.of(
                        "negative amount",
                        model(species("1", "initialAmount=\"-1\"")),
                        6,
                        "initial amount -1: it cannot be negative"),
                Arguments.of(
                        "negative concentration",
                        model(species("1", "initialConcentration=\"-2.5\"")),
                        6,
                        "initial concentration -2.5: it cannot be negative"),
                Arguments.of(
                        "a concentration in nothing",
                        model(species("0", "initialAmount=\"1\"")),
                        6,
                        "compartment \"c\" has the size 0"),
                Arguments.of(
                        "a delay into the future",
                        model(rule("<apply><csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/delay\"/>"
                                + "<ci>x</ci><cn>-3</cn></apply>")),
                        5,
                        "the delay has the lag -3; zero or more was expected"),
                Arguments.of("symbol unknown", model(rule("<ci>y</ci>")), 5, "\"y\" does not exist"),
                Arguments.of("value of itself", model(rule("<ci>x</ci>")), 4, "depends on itself: x -> x"),
                Arguments.of("operator unknown", model(rule("<apply><plsu/></apply>")), 5, "did you mean \"plus\"?"),
                Arguments.of(
                        "too few arguments",
                        model(rule("<apply><divide/><cn>1</cn></apply>")),
                        5,
                        "\"/\" with 1 arguments; it takes 2"),
                Arguments.of(
                        "function undefined",
                        model(rule("<apply><ci>f</ci><cn>1</cn></apply>")),
                        5,
                        "the function \"f\" is not defined"),
                Arguments.of(
                        "number unreadable in MathML", model(rule("<cn>1..2</cn>")), 5, "\"1..2\" is not a number"),
                Arguments.of(
                        "rate of an assigned value",
                        model(rule("<apply><csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/rateOf\"/>"
                                + "<ci>x</ci></apply>")),
                        5,
                        "rateOf \"x\": an assignment rule gives it"),
                Arguments.of(
                        "constant changed",
                        model(rule("<cn>1</cn>").replace("constant=\"false\"", "constant=\"true\"")),
                        4,
                        "\"x\" is constant: it cannot be changed"),
                Arguments.of(
                        "flux balance",
                        model(
                                "<fbc:listOfObjectives xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\">\n"
                                        + "<fbc:objective/></fbc:listOfObjectives>"),
                        4,
                        "fbc: flux balance is not simulated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theProblemIsNamedWithItsLine(String name, String text, int line, String message) {
        Problem problem = problems(text).getFirst();
        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).hasValue(line);
        assertThat(problem.source()).isEqualTo("bad.xml");
    }

    @Test
    void whatIsNotSupportedIsToldApartFromWhatIsWrong() {
        String objective = model(
                "<fbc:listOfObjectives"
                        + " xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\"><fbc:objective/></fbc:listOfObjectives>");
        assertThat(problems(objective)).extracting(Problem::kind).containsExactly(Problem.Kind.UNSUPPORTED);
        String named = model(parameters("<parameter id=\"fbc\" value=\"one\" constant=\"true\"/>"));
        assertThat(problems(named)).extracting(Problem::kind).containsOnly(Problem.Kind.WRONG);
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        List<Problem> problems = problems(model(
                parameters("<parameter id=\"a\" value=\"one\" constant=\"true\"/>\n<parameter id=\"b\" value=\"2\"/>\n")
                        + "<listOfRules>\n<rateRule variable=\"c\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
                        + "<ci>d</ci></math></rateRule></listOfRules>"));
        assertThat(problems).extracting(p -> p.line().orElse(0)).isSorted().hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void whatIsInsideADocumentTypeIsNeverExpandedOrFetched() {
        String laughs = "<!DOCTYPE sbml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
                + model("<notes>&b;</notes>");
        String file = "<!DOCTYPE sbml [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n"
                + model("<listOfParameters><parameter id=\"&secret;\" constant=\"true\"/></listOfParameters>");
        assertThat(problems(laughs).getFirst().message()).contains("document type");
        assertThat(problems(file).getFirst().message()).contains("document type");
    }

    @Test
    void deepNestingIsRefusedNotOverflown() {
        String deep = model(rule("<apply><minus/>".repeat(200_000) + "<cn>1</cn>" + "</apply>".repeat(200_000)));
        assertThat(problems(deep).getFirst().message()).contains("nested more than");
    }

    @Test
    void deepNotesAreRefusedToo() {
        String deep = model("<notes>" + "<p>".repeat(200_000) + "</p>".repeat(200_000) + "</notes>");
        assertThat(problems(deep).getFirst().message()).contains("nested more than");
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        byte[] bytes = model("").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xC3;
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read("bad.xml", new java.io.ByteArrayInputStream(bytes)))
                .withMessageContaining("bad.xml: not text");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read(Path.of("nowhere.xml")))
                .withMessageContaining("nowhere.xml: the file does not exist");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read(Path.of("src")))
                .withMessageContaining("is a folder; an SBML file was expected");
    }
}
