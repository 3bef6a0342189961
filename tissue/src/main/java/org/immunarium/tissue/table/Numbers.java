package org.immunarium.tissue.table;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Numbers as people write them, all of the text or none of it; infinity and not-a-number are none.
public final class Numbers {

    private Numbers() {}

    /// A number with or without a fraction and an exponent; empty for what is none.
    public static OptionalDouble real(String written) {
        String text = written.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Java's own reader also takes hexadecimal numbers and a letter at the end.
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /// A whole number; empty for what is none.
    public static OptionalLong integer(String written) {
        try {
            return OptionalLong.of(Long.parseLong(written.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
