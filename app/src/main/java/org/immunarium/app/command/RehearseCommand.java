package org.immunarium.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunarium.app.CommandLineInterface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What the launcher runs once after a build so that the JVM can keep the classes which later
/// starts need.
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {

    @Parameters(description = "an empty folder to work in")
    private Path scratch = Path.of("");

    @Override
    public Integer call() throws IOException {
        Path model = Files.writeString(scratch.resolve("model.xml"), SMALL);
        int ran = CommandLineInterface.run("run", model.toString(), "--out", out("model"));
        int shown = CommandLineInterface.run("demo", "--threads", "1", "--out", out("demo"));
        return Math.max(ran, shown);
    }

    private String out(String run) {
        return scratch.resolve(run).toString();
    }

    /// A little of everything that SBML has.
    private static final String SMALL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model id="small" timeUnits="second" substanceUnits="mole" volumeUnits="litre" extentUnits="mole">
                <listOfCompartments>
                  <compartment id="body" spatialDimensions="3" size="1" units="litre" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="S" compartment="body" initialAmount="1" hasOnlySubstanceUnits="false"
                    boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="0.1" constant="true"/>
                </listOfParameters>
                <listOfReactions>
                  <reaction id="decay" reversible="false">
                    <listOfReactants>
                      <speciesReference species="S" stoichiometry="1" constant="true"/>
                    </listOfReactants>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>body</ci><ci>k</ci><ci>S</ci></apply>
                      </math>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;
}
