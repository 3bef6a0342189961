package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What the launcher runs once after a build so that the JVM can keep the classes which later starts need.
@Command(name = "rehearse", hidden = true)
public final class RehearseCommand implements Callable<Integer> {

    @Parameters(description = "an empty folder to work in")
    private Path scratch = Path.of("");

    @Override
    public Integer call() {
        return scratch.toString().isEmpty() ? 2 : 0;
    }
}
