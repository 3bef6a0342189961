package org.immunarium.equations.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.equations.expression.FormulaText;
import org.immunarium.equations.model.Model;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompFlatteningTest {

    private static final String SUBMODEL = """
            <comp:modelDefinition id="growth">
            <listOfParameters>
            <parameter id="x" value="1" constant="false"/>
            <parameter id="k" value="2" constant="true"/>
            </listOfParameters>
            <listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/>
            <ci>k</ci><ci>x</ci><csymbol definitionURL="http://www.sbml.org/sbml/symbols/time"/>
            </apply></math></rateRule></listOfRules>
            <comp:listOfPorts><comp:port comp:id="out" comp:idRef="x"/></comp:listOfPorts>
            </comp:modelDefinition>
            """;

    private static String document(String model, String definitions) {
        return """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"
                xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1" comp:required="true">
                <model id="m">%s</model>%s</sbml>""".formatted(model, definitions);
    }

    private static String definitions(String definitions) {
        return "<comp:listOfModelDefinitions>" + definitions + "</comp:listOfModelDefinitions>";
    }

    private static Model flat(String model) {
        return SbmlReader.read("m.xml", document(model, definitions(SUBMODEL))).model();
    }

    private static String rate(Model model) {
        Model.RateRule rule = (Model.RateRule) model.rules().getFirst();
        return rule.variable() + "' = " + FormulaText.print(rule.rate());
    }

    @Test
    void elementsOfASubmodelAreCalledAfterIt() {
        Model model = flat("<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"growth\"/>"
                + "</comp:listOfSubmodels>");
        assertThat(model.parameters()).extracting(Model.Parameter::id).containsExactly("a__x", "a__k");
        assertThat(rate(model)).isEqualTo("a__x' = a__k * a__x * time");
    }

    @Test
    void aReplacementTakesTheReferences() {
        Model model = flat(
                "<listOfParameters><parameter id=\"y\" value=\"5\" constant=\"false\">"
                        + "<comp:listOfReplacedElements><comp:replacedElement comp:submodelRef=\"a\" comp:portRef=\"out\"/>"
                        + "</comp:listOfReplacedElements></parameter></listOfParameters>"
                        + "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"growth\"/></comp:listOfSubmodels>");
        assertThat(model.parameters()).extracting(Model.Parameter::id).containsExactly("y", "a__k");
        assertThat(rate(model)).isEqualTo("y' = a__k * y * time");
    }

    @Test
    void aFactorOfTimeConvertsRatesAndTime() {
        Model model = flat("<listOfParameters><parameter id=\"t\" value=\"60\" constant=\"true\"/></listOfParameters>"
                + "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"growth\""
                + " comp:timeConversionFactor=\"t\"/></comp:listOfSubmodels>");
        assertThat(rate(model)).isEqualTo("a__x' = a__k * a__x * (time / t) / t");
    }

    @Test
    void aDeletedElementIsGone() {
        String pair = "<comp:modelDefinition id=\"pair\"><listOfParameters><parameter id=\"x\" constant=\"true\"/>"
                + "<parameter id=\"y\" constant=\"true\"/></listOfParameters></comp:modelDefinition>";
        String model = "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"pair\">"
                + "<comp:listOfDeletions><comp:deletion comp:idRef=\"x\"/></comp:listOfDeletions></comp:submodel>"
                + "</comp:listOfSubmodels>";
        assertThat(SbmlReader.read("m.xml", document(model, definitions(pair)))
                        .model()
                        .parameters())
                .extracting(Model.Parameter::id)
                .containsExactly("a__y");
    }

    private static final String REACTION = """
            <comp:modelDefinition id="turnover">
            <listOfParameters><parameter id="p" constant="false"/></listOfParameters>
            <listOfRules><assignmentRule variable="p"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>j</ci></math>
            </assignmentRule></listOfRules>
            <listOfReactions><reaction id="j" reversible="false"><kineticLaw>
            <math xmlns="http://www.w3.org/1998/Math/MathML"><cn>3</cn></math></kineticLaw></reaction></listOfReactions>
            </comp:modelDefinition>
            """;

    /// The rule in a submodel that counts time and extent by factors t and x, beside parts of the outer model.
    private static String ruleInside(String reactions) {
        String model = "<listOfParameters><parameter id=\"t\" value=\"60\" constant=\"true\"/>"
                + "<parameter id=\"x\" value=\"9\" constant=\"true\"/><parameter id=\"c\" value=\"7\" constant=\"true\"/>"
                + "</listOfParameters>" + reactions + "<comp:listOfSubmodels><comp:submodel comp:id=\"a\""
                + " comp:modelRef=\"turnover\" comp:timeConversionFactor=\"t\" comp:extentConversionFactor=\"x\"/>"
                + "</comp:listOfSubmodels>";
        Model flat =
                SbmlReader.read("m.xml", document(model, definitions(REACTION))).model();
        Model.AssignmentRule rule = (Model.AssignmentRule) flat.rules().getFirst();
        return rule.variable() + " = " + FormulaText.print(rule.value());
    }

    private static String reactionThatReplaces(String factor) {
        return "<listOfReactions><reaction id=\"r\" reversible=\"false\"><kineticLaw>"
                + "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>5</cn></math></kineticLaw>"
                + "<comp:listOfReplacedElements><comp:replacedElement comp:submodelRef=\"a\" comp:idRef=\"j\"" + factor
                + "/></comp:listOfReplacedElements></reaction></listOfReactions>";
    }

    @Test
    void theNameOfAReactionStandsForItsRateAsCountedInside() {
        assertThat(ruleInside("")).isEqualTo("a__p = a__j * t / x");
    }

    @Test
    void theNameOfAReplacedReactionIsConvertedByTheReplacementAlone() {
        assertThat(ruleInside(reactionThatReplaces(""))).isEqualTo("a__p = r");
        assertThat(ruleInside(reactionThatReplaces(" comp:conversionFactor=\"c\"")))
                .isEqualTo("a__p = r / c");
    }

    @Test
    void severalElementsMayStandForOneDeletion() {
        String stands = "<comp:listOfReplacedElements><comp:replacedElement comp:submodelRef=\"a\""
                + " comp:deletion=\"old\"/></comp:listOfReplacedElements>";
        String model = "<listOfParameters><parameter id=\"y\" constant=\"true\">" + stands + "</parameter>"
                + "<parameter id=\"z\" constant=\"true\">" + stands + "</parameter></listOfParameters>"
                + "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"pair\"><comp:listOfDeletions>"
                + "<comp:deletion comp:id=\"old\" comp:idRef=\"x\"/></comp:listOfDeletions></comp:submodel>"
                + "</comp:listOfSubmodels>";
        String pair = "<comp:modelDefinition id=\"pair\"><listOfParameters><parameter id=\"x\" constant=\"true\"/>"
                + "</listOfParameters></comp:modelDefinition>";
        assertThat(SbmlReader.read("m.xml", document(model, definitions(pair)))
                        .model()
                        .parameters())
                .extracting(Model.Parameter::id)
                .containsExactly("y", "z");
    }

    @Test
    void aModelThatContainsItselfIsRefused() {
        String self = "<comp:modelDefinition id=\"growth\"><comp:listOfSubmodels><comp:submodel comp:id=\"a\""
                + " comp:modelRef=\"growth\"/></comp:listOfSubmodels></comp:modelDefinition>";
        String model = "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"growth\"/>"
                + "</comp:listOfSubmodels>";
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read("m.xml", document(model, definitions(self))))
                .withMessageContaining("a model seems to contain itself");
    }

    @Test
    void otherFilesAreReadFromTheSameFolderOnly(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("models"));
        Files.writeString(inside.resolve("growth.xml"), document("", definitions(SUBMODEL)));
        Files.writeString(folder.resolve("secret.xml"), document("", definitions(SUBMODEL)));
        String model =
                "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"e\"/></comp:listOfSubmodels>";
        String external = "<comp:listOfExternalModelDefinitions><comp:externalModelDefinition comp:id=\"e\""
                + " comp:source=\"%s\" comp:modelRef=\"growth\"/></comp:listOfExternalModelDefinitions>";
        Path file = inside.resolve("m.xml");
        Files.writeString(file, document(model, external.formatted("growth.xml")));
        assertThat(SbmlReader.read(file).model().parameters()).hasSize(2);
        Files.writeString(file, document(model, external.formatted("../secret.xml")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read(file))
                .withMessageContaining("only files in the folder of the model");
        Files.writeString(file, document(model, external.formatted("none.xml")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SbmlReader.read(file))
                .withMessageContaining("there is no such file");
    }
}
