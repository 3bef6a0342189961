package org.immunarium.study.file;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.immunarium.units.Problem;

/// Something a user wrote, and where, so that what is found out about it later can still be said at
/// its place.
///
/// @param source the file, or the option of the command line
/// @param line   counted from 1; 0 where there are no lines
public record Placed<T>(T value, String source, int line) {

    /// The same place with another value.
    public <U> Placed<U> map(Function<? super T, ? extends U> change) {
        return new Placed<>(change.apply(value), source, line);
    }

    /// A problem at this place.
    public Problem problem(String message) {
        return new Problem(source, line > 0 ? OptionalInt.of(line) : OptionalInt.empty(), Optional.empty(), message);
    }
}
