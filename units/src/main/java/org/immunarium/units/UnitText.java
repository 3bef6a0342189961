package org.immunarium.units;

import java.util.Map;
import java.util.stream.Collectors;

/// How products of powers are written: `mL/min/kg`, `µm²`, `1/d`.
final class UnitText {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private UnitText() {}

    /// A product of symbols with their exponents, none of them zero.
    static String product(Map<String, Ratio> powers) {
        String above = powers.entrySet().stream()
                .filter(p -> p.getValue().signum() > 0)
                .map(p -> p.getKey() + exponent(p.getValue()))
                .collect(Collectors.joining("·"));
        String below = powers.entrySet().stream()
                .filter(p -> p.getValue().signum() < 0)
                .map(p -> "/" + p.getKey() + exponent(p.getValue().negated()))
                .collect(Collectors.joining());
        return above.isEmpty() ? "1" + below : above + below;
    }

    private static String exponent(Ratio exponent) {
        if (exponent.equals(Ratio.ONE)) {
            return "";
        }
        if (!exponent.isWhole()) {
            return "^(" + exponent.numerator() + "/" + exponent.denominator() + ")";
        }
        return exponent.numerator()
                .toString()
                .chars()
                .mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    /// A factor in front of a unit: `10^6`, `60`, `(1/3)`; empty for 1.
    static String number(Ratio factor) {
        if (factor.equals(Ratio.ONE)) {
            return "";
        }
        for (int exponent = -30; exponent <= 30; exponent++) {
            if (exponent != 1 && factor.equals(Ratio.powerOfTen(exponent))) {
                return "10^" + exponent;
            }
        }
        String text = factor.toString();
        return text.contains("/") ? "(" + text + ")" : text;
    }

    /// The value of a superscript digit, or -1.
    static int superscript(char c) {
        return SUPERSCRIPTS.indexOf(c);
    }
}
