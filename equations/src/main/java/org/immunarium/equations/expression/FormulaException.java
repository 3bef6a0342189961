package org.immunarium.equations.expression;

/// A formula that cannot be read: where it stops making sense, what was found there and what was
/// expected.
///
/// The message says all of it; who reads a file turns it into a problem with the file's place.
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    FormulaException(String formula, int position, String found, String expected) {
        super("formula \"%s\": at character %d: found %s, expected %s"
                .formatted(abbreviated(formula), position + 1, found, expected));
        this.position = position;
    }

    /// Where the trouble starts: the number of characters before it.
    public int position() {
        return position;
    }

    /// The message of an exception of this kind, which always has one.
    public String reason() {
        return String.valueOf(getMessage());
    }

    private static String abbreviated(String formula) {
        return formula.length() <= 200 ? formula : formula.substring(0, 200) + "…";
    }
}
