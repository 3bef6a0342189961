package org.immunarium.benchmarks;

import java.util.function.DoublePredicate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers that options take; what is thrown for any others says what was expected.
public final class Numbers {

    private Numbers() {}

    /// A whole number from a least one.
    public static class Whole implements ITypeConverter<Integer> {
        private final int least;

        /// @param least that it may be
        protected Whole(int least) {
            this.least = least;
        }

        @Override
        public Integer convert(String text) {
            int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (number < least) {
                throw new TypeConversionException("a whole number from " + least + " was expected");
            }
            return number;
        }
    }

    /// A finite number above 0.
    public static final class AboveZero implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, value -> value > 0, "a number above 0 was expected");
        }
    }

    /// Finite numbers from 0.
    public static final class FromZero implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return number(text, value -> value >= 0, "numbers from 0 were expected");
        }
    }

    private static double number(String text, DoublePredicate makesSense, String expected) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number) || !makesSense.test(number)) {
            throw new TypeConversionException(expected);
        }
        return number;
    }
}
