package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user is told when a command cannot go on.
final class FailuresTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aStoppedRunSaysWhichFolderToResume() {
        String told = told(stopped(folder.resolve("plain")));
        assertThat(told).contains("stopped before the run", "immunarium resume " + folder.resolve("plain"));
        assertThat(told(stopped(folder.resolve("it's mine")))).contains("it'\\''s mine'");
    }

    @Test
    void aReportThatCannotBeWrittenHasNothingToResume() throws IOException {
        Path run = folder.resolve("run");
        assertThat(Said.by("run", "kuznetsov1994", "--out", run.toString()).code())
                .isZero();
        // What is in the way of the report stands for a disk that is full.
        Files.writeString(
                Files.createDirectory(run.resolve(".report.html.part")).resolve("content"), "x");
        Said said = Said.by("report", run.toString());
        assertThat(said.code()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(said.err()).contains("report.html: cannot be written").doesNotContain("resume");
    }

    private static RunStopped stopped(Path run) {
        StopSignal stop = new StopSignal();
        stop.ask();
        return catchThrowableOfType(
                RunStopped.class,
                () -> StudyRun.prepare("kuznetsov1994", Overrides.NONE)
                        .run(Optional.of(run), List.of(), 1, stop, RunContext.Screen.NONE));
    }

    private static String told(Throwable failure) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        new Failures(new PrintStream(OutputStream.nullOutputStream()), err, false, false).tell(failure);
        return said.toString(StandardCharsets.UTF_8);
    }
}
