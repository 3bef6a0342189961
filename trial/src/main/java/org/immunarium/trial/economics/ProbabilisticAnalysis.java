package org.immunarium.trial.economics;

import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Draws all that is not known at once, many times. Each value of each draw has a stream of its own: one more value
/// at
/// the end of the list changes no other, and more draws begin with the same ones.
///
/// *Source*: Briggs et al. 2012, doi 10.1016/j.jval.2012.04.014.
public final class ProbabilisticAnalysis {

    private ProbabilisticAnalysis() {}

    /// What strategies cost and give.
    ///
    /// @param costs   of each
    /// @param effects of each
    public record Outcome(double[] costs, double[] effects) {}

    /// A model of them.
    @FunctionalInterface
    public interface Model {

        /// What they come to at some values.
        ///
        /// @param values in the order of the list of what is not known
        Outcome at(double[] values);
    }

    /// Draws.
    ///
    /// @param seed   from which all follows
    /// @param draws  how many, at least 1
    /// @param values what is not known
    public static Samples run(long seed, int draws, List<UncertainValue> values, Model model) {
        if (draws < 1) {
            throw new IllegalArgumentException("a draw or more was expected; found " + draws);
        }
        double[][] costs = new double[0][];
        double[][] effects = new double[0][];
        for (int draw = 0; draw < draws; draw++) {
            Outcome outcome = model.at(values(seed, draw, values));
            if (draw == 0) {
                costs = new double[outcome.costs().length][draws];
                effects = new double[outcome.effects().length][draws];
            }
            for (int i = 0; i < costs.length; i++) {
                costs[i][draw] = outcome.costs()[i];
                effects[i][draw] = outcome.effects()[i];
            }
        }
        return new Samples(costs, effects);
    }

    /// What is taken where nothing is drawn.
    public static double[] means(List<UncertainValue> values) {
        return values.stream().mapToDouble(UncertainValue::mean).toArray();
    }

    static double[] values(long seed, int draw, List<UncertainValue> values) {
        double[] drawn = new double[values.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values.get(i).draw(new RandomStream(seed, draw, i, Purpose.VALUATION));
        }
        return drawn;
    }
}
