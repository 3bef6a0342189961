package org.immunarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.study.explain.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `immunarium explain WHAT`.
@Command(
        name = "explain",
        description = "Says in words what is in a model, a study, a drug or a therapy, with its sources.")
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "a study or SBML file, a table of dosing events (CSV), a shipped study or model, a drug, or a therapy as text, such as"
                            + " \"nivolumab 3 mg/kg q2w x 4\"")
    private String what = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "VALUE",
            description =
                    "only these values of a model or of a study of a patient, each with its unit, how sure it is and who"
                            + " says so, as in explain melanoma PD1_50")
    private List<String> values = new ArrayList<>();

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        System.out.print(Explanation.of(what, values, options.overrides()));
        return ExitCode.DONE.code();
    }
}
