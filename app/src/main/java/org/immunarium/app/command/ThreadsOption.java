package org.immunarium.app.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many threads work; results do not depend on it.
public final class ThreadsOption {

    private static final int MOST = 1024;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--threads", paramLabel = "N", description = "threads to use; all cores unless given")
    private @Nullable Integer threads;

    int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--threads " + threads + ": a number from 1 to " + MOST + " was expected");
        }
        return threads;
    }
}
