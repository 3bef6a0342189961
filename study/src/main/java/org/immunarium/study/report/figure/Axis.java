package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.units.Quantity;

/// A scale along one side of a figure: where a value lies between 0 and 1, and where its ticks are.
public sealed interface Axis {

    /// A tick: where it is, and what stands beside it (empty for a minor one).
    record Tick(double position, String label) {}

    /// Where a value lies: 0 at the low end, 1 at the high end; NaN where it has no place.
    double position(double value);

    /// The ticks, ascending.
    List<Tick> ticks();

    /// Values that differ by less than this part of the greatest are alike: what a solver leaves of something
    /// that stays is no course of it.
    double ALIKE = 1e-4;

    /// An axis over a range of values, widened to round numbers. Around those that are alike it is wide.
    ///
    /// @param mostTicks about how many labelled ticks there is room for
    static Axis linear(double low, double high, int mostTicks) {
        double span = high - low;
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (!(span > ALIKE * size)) {
            double margin = size == 0 ? 1 : size / 2;
            return linear(low - margin, high + margin, mostTicks);
        }
        double step = roundStep(span / mostTicks);
        return new Linear(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /// A linear axis that ends where its values end, as time does.
    static Axis exact(double low, double high, int mostTicks) {
        return high > low ? new Linear(low, high, roundStep((high - low) / mostTicks)) : linear(low, high, mostTicks);
    }

    /// A logarithmic axis over positive values, widened to whole decades or, within two decades, to
    /// 1-2-5 steps.
    static Axis logarithmic(double low, double high, int mostTicks) {
        int from = (int) Math.floor(log10(low) + 1e-9);
        int to = (int) Math.ceil(log10(high) - 1e-9);
        return new Logarithmic(from, Math.max(to, from + 1), mostTicks);
    }

    /// An axis of names side by side, the first at the low end; a value is a place among them,
    /// counted from 0.
    ///
    /// @param mostTicks about how many labels there is room for
    /// @param longest   characters of a label; longer ones are cut
    static Axis named(List<String> names, int mostTicks, int longest) {
        return new Named(List.copyOf(names), mostTicks, longest);
    }

    /// 1, 2 or 5 times a power of ten, at least as large as the one given.
    private static double roundStep(double least) {
        double power = powerOfTen((int) Math.floor(log10(least)));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= least * (1 - 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static double log10(double value) {
        return ElementaryFunctions.log10(value);
    }

    private static double powerOfTen(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    /// Equal steps.
    record Linear(double low, double high, double step) implements Axis {

        @Override
        public double position(double value) {
            return (value - low) / (high - low);
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            long first = (long) Math.ceil(low / step - 1e-9);
            long last = (long) Math.floor(high / step + 1e-9);
            for (long i = first; i <= last; i++) {
                double value = i * step;
                ticks.add(new Tick(position(value), label(value)));
            }
            return ticks;
        }

        /// All of one axis in the same way.
        private String label(double value) {
            double size = Math.max(Math.abs(low), Math.abs(high));
            if (size >= 1e5 || size < 1e-3) {
                return value == 0 ? "0" : powers(value, step);
            }
            int decimals = Math.max(0, (int) -Math.floor(log10(step) + 1e-9));
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }

        /// In powers of ten, with as many digits as tell a tick from the next.
        private static String powers(double value, double step) {
            int decimals = exponent(Math.abs(value)) - exponent(step);
            String[] parts = String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "e", value)
                    .split("e", -1);
            String digits = parts[0].contains(".") ? parts[0].replaceAll("\\.?0+$", "") : parts[0];
            return digits + "e" + Integer.parseInt(parts[1]);
        }

        private static int exponent(double value) {
            return (int) Math.floor(log10(value) + 1e-9);
        }
    }

    /// Names.
    record Named(List<String> names, int mostTicks, int longest) implements Axis {

        @Override
        public double position(double value) {
            return (value + 0.5) / names.size();
        }

        @Override
        public List<Tick> ticks() {
            int every = Math.max(1, (int) Math.ceil((double) names.size() / mostTicks));
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                String cut = name.length() <= longest
                        ? name
                        : name.substring(0, longest - 1).strip() + "…";
                ticks.add(new Tick(position(i), i % every == 0 ? cut : ""));
            }
            return ticks;
        }
    }

    /// Equal ratios, over whole decades.
    record Logarithmic(int from, int to, int mostTicks) implements Axis {

        @Override
        public double position(double value) {
            return value > 0 ? (log10(value) - from) / (to - from) : Double.NaN;
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            int decades = to - from;
            int every = Math.max(1, (int) Math.ceil((double) decades / mostTicks));
            for (int exponent = from; exponent <= to; exponent++) {
                String label = (exponent - from) % every == 0 ? decade(exponent) : "";
                ticks.add(new Tick((double) (exponent - from) / decades, label));
                if (every == 1 && decades <= 4 && exponent < to) {
                    for (int times = 2; times <= 9; times++) {
                        boolean labelled = decades == 1 && (times == 2 || times == 5);
                        double value = times * powerOfTen(exponent);
                        ticks.add(new Tick(position(value), labelled ? Quantity.number(value) : ""));
                    }
                }
            }
            return ticks;
        }

        private static String decade(int exponent) {
            return exponent >= -3 && exponent <= 3 ? Quantity.number(powerOfTen(exponent)) : "1e" + exponent;
        }
    }
}
