package org.immunarium.equations.simulation;

import org.immunarium.equations.expression.DistributionFamily;

/// The luck of one run: a draw is a function of the seed, the run and how many were made before it.
interface Chance {

    /// One of 0 … n - 1, each as likely.
    int below(int n);

    /// A draw from a distribution.
    double draw(DistributionFamily distribution, double[] arguments);
}
