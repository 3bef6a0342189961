package org.immunarium.tissue.physicell;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Numbers as people write them, all of the text or none of it; infinity and not-a-number are none.
final class Numbers {

    private Numbers() {}

    static OptionalDouble real(String written) {
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

    static OptionalLong integer(String written) {
        try {
            return OptionalLong.of(Long.parseLong(written.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
