package org.immunarium.therapy;

import java.util.Locale;
import java.util.Optional;
import org.immunarium.units.Ratio;

/// A length of time as a clinician wrote it: 2 w, 90 min.
///
/// @param number how many, not negative
/// @param unit   of what
public record Span(Ratio number, Span.In unit) {

    /// What a span is counted in.
    public enum In {
        SECOND("s", Ratio.of(1, 86_400), "second", "seconds", "sec"),
        MINUTE("min", Ratio.of(1, 1440), "minute", "minutes", "mins"),
        HOUR("h", Ratio.of(1, 24), "hour", "hours", "hr", "hrs"),
        DAY("d", Ratio.ONE, "day", "days"),
        WEEK("w", Ratio.of(7), "week", "weeks", "wk", "wks"),
        /// A twelfth of a year of 365.25 days: 30.4375 d.
        MONTH("month", Ratio.ofDecimal(30.4375), "months", "mo"),
        YEAR("year", Ratio.ofDecimal(365.25), "years", "yr", "y");

        private final String symbol;
        private final Ratio days;
        private final String[] aliases;

        In(String symbol, Ratio days, String... aliases) {
            this.symbol = symbol;
            this.days = days;
            this.aliases = aliases;
        }

        /// How it is written after a number.
        public String symbol() {
            return symbol;
        }

        /// How many days it is, exactly.
        public Ratio days() {
            return days;
        }

        /// The unit of this name, whatever its capitals; `m` is none, as it may mean minutes or months.
        static Optional<In> of(String written) {
            String name = written.toLowerCase(Locale.ROOT);
            for (In unit : values()) {
                if (unit.symbol.equals(name)) {
                    return Optional.of(unit);
                }
                for (String alias : unit.aliases) {
                    if (alias.equals(name)) {
                        return Optional.of(unit);
                    }
                }
            }
            return Optional.empty();
        }
    }

    public static final Span ZERO = new Span(Ratio.ZERO, In.DAY);

    /// @throws IllegalArgumentException if the number is negative
    public Span {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("a span of " + number + " " + unit.symbol());
        }
    }

    public static Span of(long number, In unit) {
        return new Span(Ratio.of(number), unit);
    }

    /// Its length in days, exactly.
    public Ratio days() {
        return number.times(unit.days());
    }

    /// In words: `1 week`, `90 minutes`.
    public String words() {
        String name = unit.symbol().length() > 3 ? unit.symbol() : unit.aliases[0];
        return number + " " + name + (number.equals(Ratio.ONE) ? "" : "s");
    }

    /// As regimens have it: `2 w`.
    @Override
    public String toString() {
        return number + " " + unit.symbol();
    }
}
