package org.immunarium.app.command;

import java.util.concurrent.Callable;
import org.immunarium.app.Terminal;
import org.immunarium.study.trial.calibration.CalibrationStudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `immunarium calibrate STUDY`.
@Command(
        name = "calibrate",
        description = "Weighs virtual patients so that arms of trials do as real ones did, and writes a population that"
                + " other studies can take patients from.")
public final class CalibrateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STUDY", description = "a study file of kind calibration, or the name of a shipped one")
    private String study = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Override
    public Integer call() {
        return running.runOfKind(study, CalibrationStudyReader.KIND, options.overrides(), Terminal.ofProcess());
    }
}
