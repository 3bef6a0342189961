package org.immunarium.tissue.rule;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as rules write them: digits with a decimal point and an exponent, nothing else.
public final class StrictNumber {

    static final Pattern PATTERN = Pattern.compile("[-+\u2212]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private StrictNumber() {}

    /// The number; empty for what is none or not finite.
    public static OptionalDouble of(String written) {
        if (!PATTERN.matcher(written).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(written.replace('\u2212', '-'));
        return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
    }
}
