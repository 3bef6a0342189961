package org.immunarium.equations.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SbmlReaderTest {

    private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\""
            + " xmlns:sbml=\"http://www.sbml.org/sbml/level3/version2/core\">";

    private static SbmlDocument levelThree(String contents) {
        return SbmlReader.read("m.xml", """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                <model id="m" name="a model" timeUnits="second">
                %s
                </model>
                </sbml>
                """.formatted(contents));
    }

    private static Expression math(String mathml) {
        Model model = levelThree("<listOfParameters><parameter id=\"x\" constant=\"false\"/>"
                        + "<parameter id=\"y\" constant=\"true\"/></listOfParameters><listOfRules>"
                        + "<rateRule variable=\"x\">" + MATH + mathml + "</math></rateRule></listOfRules>")
                .model();
        return ((Model.RateRule) model.rules().getFirst()).rate();
    }

    @Test
    void aNumberHasManyForms() {
        assertThat(math("<cn> 1.5 </cn>")).isEqualTo(new Expression.Constant(1.5));
        assertThat(math("<cn type=\"integer\"> 3 </cn>")).isEqualTo(new Expression.Constant(3));
        assertThat(math("<cn type=\"e-notation\"> 6.02 <sep/> 23 </cn>")).isEqualTo(new Expression.Constant(6.02e23));
        assertThat(math("<cn type=\"rational\"> 1 <sep/> 8 </cn>")).isEqualTo(new Expression.Constant(0.125));
        assertThat(math("<cn sbml:units=\"mole\">2</cn>"))
                .isEqualTo(new Expression.Constant(2, java.util.Optional.of("mole")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<apply><plus/></apply> | plus()",
                "<apply><times/><ci>x</ci></apply> | times(x)",
                "<apply><minus/><ci>x</ci></apply> | -x",
                "<apply><root/><ci>x</ci></apply> | sqrt(x)",
                "<apply><root/><degree><cn>3</cn></degree><ci>x</ci></apply> | root(3, x)",
                "<apply><log/><ci>x</ci></apply> | log(10, x)",
                "<apply><log/><logbase><cn>2</cn></logbase><ci>x</ci></apply> | log(2, x)",
                "<apply><and/></apply> | and()",
                "<apply><lt/><cn>1</cn><ci>x</ci><cn>3</cn></apply> | 1 < x < 3",
                "<apply><implies/><true/><ci>x</ci></apply> | implies(1, x)",
                "<piecewise><piece><ci>x</ci><true/></piece></piecewise> | piecewise(x, 1)",
                "<piecewise><otherwise><ci>x</ci></otherwise></piecewise> | piecewise(x)",
                "<csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/time\"/> | time",
                "<csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/avogadro\"/> | 6.02214179e23",
                "<semantics><ci>x</ci><annotation>what</annotation></semantics> | x",
                "<apply><ci>max</ci><ci>x</ci><ci>y</ci></apply> | max(x, y)",
                "<apply><ci>log2</ci><ci>y</ci></apply> | log(2, y)",
            })
    void mathMlMeansWhatTheFormulaMeans(String mathml, String formula) {
        assertThat(math(mathml)).isEqualTo(Formula.parse(formula));
    }

    @Test
    void symbolsThatAreFunctionsTakeArguments() {
        assertThat(math("<apply><csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/delay\"/><ci>x</ci>"
                        + "<cn>2</cn></apply>"))
                .isEqualTo(Formula.parse("delay(x, 2)"));
        assertThat(math("<apply><csymbol definitionURL=\"http://www.sbml.org/sbml/symbols/distrib/normal\"/>"
                        + "<cn>0</cn><cn>1</cn></apply>"))
                .isEqualTo(Formula.parse("normal(0, 1)"));
    }

    @Test
    void levelOneFormulasAreTextWhoseLogIsNatural() {
        Model model = SbmlReader.read("m.xml", """
                <sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2">
                <model name="m">
                <listOfCompartments><compartment name="cell"/></listOfCompartments>
                <listOfSpecies><species name="pi" compartment="cell" initialAmount="3"/></listOfSpecies>
                <listOfReactions><reaction name="R">
                <listOfReactants><speciesReference species="pi" stoichiometry="1" denominator="2"/></listOfReactants>
                <kineticLaw formula="1.5e1*log(pi)/pow(k,2)">
                <listOfParameters><parameter name="k" value="2"/></listOfParameters>
                </kineticLaw></reaction></listOfReactions>
                </model></sbml>""").model();
        Model.Reaction reaction = model.reactions().getFirst();
        assertThat(reaction.rate()).contains(Formula.parse("1.5e1*ln(`pi`)/k^2"));
        assertThat(reaction.reactants().getFirst().stoichiometry()).isEqualTo(0.5);
        assertThat(model.compartments().getFirst().size()).isEqualTo(1);
        assertThat(model.units().substance()).contains("mole");
    }

    @Test
    void levelTwoHasDefaultsThatLevelThreeWritesDown() {
        Model model = SbmlReader.read("m.xml", """
                <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4">
                <model id="m">
                <listOfUnitDefinitions><unitDefinition id="time"><listOfUnits>
                <unit kind="second" multiplier="86400"/></listOfUnits></unitDefinition></listOfUnitDefinitions>
                <listOfCompartments><compartment id="c"/></listOfCompartments>
                <listOfSpecies><species id="s" compartment="c"/></listOfSpecies>
                <listOfParameters><parameter id="k"/></listOfParameters>
                </model></sbml>""").model();
        assertThat(model.units().time()).contains("time");
        assertThat(model.units().volume()).contains("litre");
        assertThat(model.compartments().getFirst().constant()).isTrue();
        assertThat(model.species().getFirst().initial()).isNaN();
        assertThat(model.parameters().getFirst().constant()).isTrue();
    }

    @Test
    void whatMeansNothingInSimulationIsSaidOnceWithItsCount() {
        SbmlDocument document = levelThree("<annotation><x/></annotation><listOfParameters>"
                + "<parameter id=\"a\" constant=\"false\"><annotation/></parameter></listOfParameters>"
                + "<listOfRules><rateRule variable=\"a\"/></listOfRules>");
        assertThat(document.notices())
                .extracting(Problem::message)
                .containsExactly("annotations: ignored (2 times, first here)", "a rule without mathematics: left out");
    }
}
