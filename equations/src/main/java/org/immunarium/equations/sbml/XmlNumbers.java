package org.immunarium.equations.sbml;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Numbers as XML Schema writes them: `1.5e-3`, `INF`, `-INF`, `NaN`; nothing of Java's own forms,
/// and nothing beyond the largest double but by the name INF.
final class XmlNumbers {

    private XmlNumbers() {}

    static OptionalDouble real(String written) {
        String text = written.strip();
        switch (text) {
            case "INF", "+INF" -> {
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            case "-INF" -> {
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            }
            case "NaN" -> {
                return OptionalDouble.of(Double.NaN);
            }
            default -> {}
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static OptionalInt integer(String written) {
        try {
            return OptionalInt.of(Integer.parseInt(written.strip()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /// As short as it can be while every bit comes back.
    static String write(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && !(value == 0 && 1 / value < 0)) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace('E', 'e');
    }
}
