package org.immunarium.trial.economics;

import java.util.Arrays;

/// What some strategies cost and give in each of many draws of what is not known.
///
/// @param costs   of each strategy, in each draw
/// @param effects likewise
public record Samples(double[][] costs, double[][] effects) {

    /// @throws IllegalArgumentException if there are no strategies or draws, or sizes do not fit
    public Samples {
        costs = Arrays.stream(costs).map(double[]::clone).toArray(double[][]::new);
        effects = Arrays.stream(effects).map(double[]::clone).toArray(double[][]::new);
        int draws = costs.length == 0 ? 0 : costs[0].length;
        if (draws == 0 || effects.length != costs.length) {
            throw new IllegalArgumentException("costs of " + costs.length + " strategies with " + draws
                    + " draws and effects of " + effects.length);
        }
        for (int i = 0; i < costs.length; i++) {
            if (costs[i].length != draws || effects[i].length != draws) {
                throw new IllegalArgumentException("strategy " + (i + 1) + " has " + costs[i].length + " costs and "
                        + effects[i].length + " effects of " + draws + " draws");
            }
        }
    }

    /// How many strategies.
    public int strategies() {
        return costs.length;
    }

    /// How many draws.
    public int draws() {
        return costs[0].length;
    }

    /// What one costs and gives beyond another in a draw.
    public Increment increment(int strategy, int other, int draw) {
        return new Increment(
                costs[strategy][draw] - costs[other][draw], effects[strategy][draw] - effects[other][draw]);
    }
}
