package org.immunarium.units;

/// A unit or quantity that cannot be read, or a conversion that has no meaning.
///
/// The message says what was found and what was expected, without the place in a file; who reads a file
/// turns it into a [Problem].
public final class UnitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnitException(String message) {
        super(message);
    }

    /// The message of an exception of this kind, which always has one.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
