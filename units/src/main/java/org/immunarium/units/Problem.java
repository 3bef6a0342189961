package org.immunarium.units;

import java.util.Optional;
import java.util.OptionalInt;

/// Something wrong with what a user gave us: where it is, what was found and what was expected.
///
/// @param source  the file, or what else was read, as the user named it
/// @param line    the line, counted from 1, where it is known
/// @param element the element or key concerned, where there is one, such as `species "T"`
/// @param message what was found and what was expected, without the place
/// @param kind    whether it is wrong, or right but more than we do
public record Problem(String source, OptionalInt line, Optional<String> element, String message, Problem.Kind kind) {

    /// What sort of problem.
    public enum Kind {
        /// The input is not what it should be.
        WRONG,
        /// The input may be right, but asks for something that is not supported.
        UNSUPPORTED
    }

    /// Something wrong.
    public Problem(String source, OptionalInt line, Optional<String> element, String message) {
        this(source, line, element, message, Kind.WRONG);
    }

    /// A problem at a line of a file.
    public static Problem at(String source, int line, String message) {
        return new Problem(source, OptionalInt.of(line), Optional.empty(), message);
    }

    /// A problem of a whole file.
    public static Problem of(String source, String message) {
        return new Problem(source, OptionalInt.empty(), Optional.empty(), message);
    }

    /// A problem of one element of a file whose line is not known.
    public static Problem in(String source, String element, String message) {
        return new Problem(source, OptionalInt.empty(), Optional.of(element), message);
    }

    /// The same as something that is not supported.
    public Problem unsupported() {
        return new Problem(source, line, element, message, Kind.UNSUPPORTED);
    }

    /// As it is printed: `studies/x.yaml:14: regimen "240 mg q2": a unit must follow "q2"`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        line.ifPresent(l -> text.append(':').append(l));
        text.append(": ");
        element.ifPresent(e -> text.append(e).append(": "));
        return text.append(message).toString();
    }
}
