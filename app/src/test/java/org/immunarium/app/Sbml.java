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

    /// A drug leaves the blood; a tool made all ids up.
    static String opaque() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                <model id="small">
                <listOfCompartments>
                <compartment id="mw0d5f5b1c_1111" name="Blood" spatialDimensions="3" size="5" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                <species id="mw0d5f5b1c_2222" name="Drug" compartment="mw0d5f5b1c_1111" initialConcentration="1"
                  hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                <parameter id="mw0d5f5b1c_3333" name="loss" value="0.1" constant="true"/>
                </listOfParameters>
                <listOfReactions>
                <reaction id="mw0d5f5b1c_4444" reversible="false">
                <listOfReactants>
                <speciesReference species="mw0d5f5b1c_2222" stoichiometry="1" constant="true"/>
                </listOfReactants>
                <kineticLaw>
                <math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><times/><ci>mw0d5f5b1c_3333</ci><ci>mw0d5f5b1c_2222</ci></apply>
                </math>
                </kineticLaw>
                </reaction>
                </listOfReactions>
                </model>
                </sbml>
                """;
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

    /// A sum of seconds and kilograms.
    static String clash() {
        return model("<listOfParameters><parameter id=\"a\" value=\"1\" units=\"second\" constant=\"true\"/>"
                + "<parameter id=\"b\" value=\"1\" units=\"kilogram\" constant=\"true\"/>"
                + "<parameter id=\"c\" constant=\"false\"/></listOfParameters><listOfRules>"
                + rule("assignmentRule", "c", "<apply><plus/><ci>a</ci><ci>b</ci></apply>") + "</listOfRules>");
    }

    /// Rules that need each other, the first the second and so on; the last is S.
    static String chain(int length) {
        StringBuilder parameters = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < length; i++) {
            parameters.append("<parameter id=\"p").append(i).append("\" constant=\"false\"/>");
            String next = i + 1 < length ? "p" + (i + 1) : "S";
            rules.append(rule("assignmentRule", "p" + i, "<apply><plus/><cn>1</cn><ci>" + next + "</ci></apply>"));
        }
        return model("<listOfParameters>" + parameters + "</listOfParameters><listOfRules>" + rules + "</listOfRules>");
    }

    /// Functions that call the one before twice each, and a rate that calls the last: 2 to the
    /// n-th parts.
    static String doublings(int n) {
        StringBuilder functions = new StringBuilder();
        for (int i = 0; i <= n; i++) {
            String before = "<apply><ci>f" + (i - 1) + "</ci><ci>x</ci></apply>";
            String body = i == 0 ? "<ci>x</ci>" : "<apply><plus/>" + before + before + "</apply>";
            functions
                    .append("<functionDefinition id=\"f")
                    .append(i)
                    .append("\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><lambda><bvar><ci>x</ci></bvar>")
                    .append(body)
                    .append("</lambda></math></functionDefinition>");
        }
        return "<listOfFunctionDefinitions>" + functions + "</listOfFunctionDefinitions>"
                + rateRule("S", "<apply><ci>f" + n + "</ci><ci>S</ci></apply>");
    }

    static String parameter(String id) {
        return "<listOfParameters><parameter id=\"" + id + "\" value=\"1\" constant=\"true\"/></listOfParameters>";
    }

    private static String rule(String kind, String variable, String math) {
        return "<" + kind + " variable=\"" + variable + "\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + math
                + "</math></" + kind + ">\n";
    }
}
