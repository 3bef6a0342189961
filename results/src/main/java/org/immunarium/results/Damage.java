package org.immunarium.results;

import java.nio.file.Path;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A file of a run that is not as the run left it.
public final class Damage {

    private Damage() {}

    /// Says so, and what can be done: trying again does not help.
    ///
    /// @param what is wrong with it: what was expected and what was found
    public static InvalidInputException of(Path file, String what) {
        return new InvalidInputException(Problem.of(file.toString(), message(what)));
    }

    /// The same at a line, counted from 1.
    static InvalidInputException at(Path file, int line, String what) {
        return new InvalidInputException(Problem.at(file.toString(), line, message(what)));
    }

    private static String message(String what) {
        return "is damaged: " + what + "; run the study again in a new folder";
    }
}
