package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.results.RunFolder;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `immunarium report RUN`.
@Command(name = "report", description = "Writes a run's report.html again, from its tables.")
public final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "the run's folder")
    private Path run = Path.of("");

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.open(run);
        folder.checkWritable();
        System.out.println(StudyRun.report(folder));
        return ExitCode.DONE.code();
    }
}
