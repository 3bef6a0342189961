package org.immunarium.app;

import java.nio.file.Path;

/// How to go on with what was begun, as a line that can be typed as it stands.
public final class Continuation {

    private Continuation() {}

    /// How a run that was stopped is resumed.
    public static String of(Path run) {
        return "what was done is kept; go on with: " + command() + " resume " + asWord(run.toString());
    }

    /// The command as it was started: `./immunarium`, or by a path.
    public static String command() {
        return asWord(System.getProperty("immunarium.command", "immunarium"));
    }

    /// A path as one word of a shell's command line.
    private static String asWord(String path) {
        return path.matches("[\\w./:\\\\+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
