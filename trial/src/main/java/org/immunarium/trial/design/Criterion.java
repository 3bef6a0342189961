package org.immunarium.trial.design;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is asked of patients before they come into a trial, or tells groups of them apart: `PDL1_TPS >= 50`.
///
/// @param name       what is looked at
/// @param comparison how
/// @param limit      with what, as it is written
public record Criterion(String name, Comparison comparison, String limit) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\S.*?)\\s*(>=|<=|>|<)\\s*([^\\s=].*?)\\s*");

    /// How two numbers are compared.
    public enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /// Whether it holds.
        public boolean holds(double value, double limit) {
            return switch (this) {
                case AT_LEAST -> value >= limit;
                case AT_MOST -> value <= limit;
                case ABOVE -> value > limit;
                case BELOW -> value < limit;
            };
        }
    }

    /// Reads one; empty if it is none.
    public static Optional<Criterion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Comparison.values())
                .filter(each -> each.sign.equals(matcher.group(2)))
                .findFirst()
                .map(comparison -> new Criterion(matcher.group(1), comparison, matcher.group(3)));
    }

    @Override
    public String toString() {
        return name + " " + comparison.sign + " " + limit;
    }
}
