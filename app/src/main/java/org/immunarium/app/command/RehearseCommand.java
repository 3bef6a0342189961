package org.immunarium.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import org.immunarium.study.StudyRun;
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
        Terminal terminal = Terminal.ofProcess();
        Path model = scratch.resolve("model.xml");
        Files.writeString(model, SMALL);
        for (String study : List.of(model.toString(), DemoCommand.STUDY)) {
            StudyRun run = StudyRun.prepare(study, Overrides.NONE);
            Path out = scratch.resolve(study.equals(DemoCommand.STUDY) ? "demo" : "model");
            OutcomePrinter.print(
                    run.run(Optional.of(out), List.of("rehearse"), 1, terminal.stopSignal(), terminal),
                    false,
                    terminal);
        }
        return ExitCode.DONE.code();
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
