package org.immunarium.numerics.inference.mcmc;

import java.util.List;

/// Where chains are: all that is needed to go on.
///
/// @param generation how many generations are done
/// @param positions  of each chain: its parameters
/// @param logs       of each chain: the log density there
/// @param archive    past positions, from which the chains take their steps
/// @param accepted   proposals that were taken
public record ChainState(
        long generation, List<List<Double>> positions, List<Double> logs, List<List<Double>> archive, long accepted) {

    public ChainState {
        positions = positions.stream().map(List::copyOf).toList();
        logs = List.copyOf(logs);
        archive = archive.stream().map(List::copyOf).toList();
        if (positions.isEmpty() || positions.size() != logs.size() || archive.size() < 3) {
            throw new IllegalArgumentException(positions.size() + " chains with " + logs.size()
                    + " log densities and an archive of " + archive.size());
        }
    }

    /// The share of proposals that were taken; NaN before the first.
    public double acceptance() {
        return accepted / ((double) generation * positions.size());
    }
}
