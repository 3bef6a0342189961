package org.immunarium.app;

/// Small SBML files for tests.
final class Sbml {

    private Sbml() {}

    /// A model of one species S in one compartment, with further parts.
    static String model(String parts) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                <model id="small">
                <listOfCompartments>
                <compartment id="body" spatialDimensions="3" size="1" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                <species id="S" compartment="body" initialAmount="1" hasOnlySubstanceUnits="true"
                  boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                """ + parts + "</model>\n</sbml>\n";
    }

    /// S decays at a rate of 0.1.
    static String decay() {
        return model(rateRule("S", "<apply><times/><cn>-0.1</cn><ci>S</ci></apply>"));
    }

    /// Of S, each item decays with probability 0.1 per unit of time.
    static String decayByChance() {
        return model("<listOfReactions><reaction id=\"die\" reversible=\"false\"><listOfReactants>"
                + "<speciesReference species=\"S\" stoichiometry=\"1\" constant=\"true\"/></listOfReactants>"
                + "<kineticLaw><math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
                + "<apply><times/><cn>0.1</cn><ci>S</ci></apply></math></kineticLaw></reaction></listOfReactions>");
    }

    static String rateRule(String variable, String rate) {
        return "<listOfRules>" + rule("rateRule", variable, rate) + "</listOfRules>";
    }

    /// a is b and b is a.
    static String loop() {
        return "<listOfParameters><parameter id=\"a\" constant=\"false\"/><parameter id=\"b\" constant=\"false\"/>"
                + "</listOfParameters><listOfRules>" + rule("assignmentRule", "a", "<ci>b</ci>")
                + rule("assignmentRule", "b", "<ci>a</ci>") + "</listOfRules>";
    }

    static String parameter(String id) {
        return "<listOfParameters><parameter id=\"" + id + "\" value=\"1\" constant=\"true\"/></listOfParameters>";
    }

    private static String rule(String kind, String variable, String math) {
        return "<" + kind + " variable=\"" + variable + "\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + math
                + "</math></" + kind + ">\n";
    }
}
