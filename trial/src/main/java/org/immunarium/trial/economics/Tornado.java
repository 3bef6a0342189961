package org.immunarium.trial.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What each value that is not known does alone: the outcome at both ends of its interval, all others at their
/// means.
///
/// @param base at the means of all
/// @param bars the widest first; of equal ones in the order of the values
public record Tornado(double base, List<Bar> bars) {

    public Tornado {
        bars = List.copyOf(bars);
    }

    /// One value.
    ///
    /// @param name   of it
    /// @param low    its low end
    /// @param high   its high end
    /// @param atLow  the outcome there
    /// @param atHigh likewise
    public record Bar(String name, double low, double high, double atLow, double atHigh) {

        /// How far apart the outcomes are.
        public double width() {
            return Math.abs(atHigh - atLow);
        }
    }

    /// Varies one after the other; those that are taken as known have no bar.
    ///
    /// @param values  what is not known
    /// @param outcome of values in their order: a net benefit rather than a ratio, which has no order
    public static Tornado of(List<UncertainValue> values, ToDoubleFunction<double[]> outcome) {
        double[] means = ProbabilisticAnalysis.means(values);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            UncertainValue value = values.get(i);
            if (value.distribution().isPresent()) {
                bars.add(new Bar(
                        value.name(),
                        value.low(),
                        value.high(),
                        outcome.applyAsDouble(with(means, i, value.low())),
                        outcome.applyAsDouble(with(means, i, value.high()))));
            }
        }
        bars.sort(Comparator.comparingDouble(Bar::width).reversed());
        return new Tornado(outcome.applyAsDouble(means), bars);
    }

    private static double[] with(double[] means, int place, double value) {
        double[] values = means.clone();
        values[place] = value;
        return values;
    }
}
