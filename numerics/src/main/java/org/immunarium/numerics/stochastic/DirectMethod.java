package org.immunarium.numerics.stochastic;

import org.immunarium.numerics.random.RandomStream;

/// Gillespie's direct method: when the next reaction happens, and which.
///
/// The caller has the time and the state. It asks [#nextTime]; if something else is due before, it
/// does that, calls [#refresh] and asks again, which is exact because waiting has no memory.
/// Otherwise it goes to that time and calls [#fire]. Each reaction takes two numbers of the stream.
///
/// Propensities are brought up to date by the network's own knowledge of what depends on what, and
/// chosen from by a tree of sums, so that a reaction costs its dependents times the logarithm of
/// the number of reactions.
///
/// Gillespie, *Exact stochastic simulation of coupled chemical reactions*, J. Phys. Chem. 81 (1977)
/// 2340-2361, doi 10.1021/j100540a008; dependencies and trees: Gibson and Bruck, J. Phys. Chem. A
/// 104 (2000) 1876-1889.
public final class DirectMethod {

    private final ReactionNetwork network;
    private final RandomStream random;
    private final double[] propensity;
    private final int[] changed;
    private final SumTree sums;

    /// @param random where all numbers come from
    public DirectMethod(ReactionNetwork network, RandomStream random) {
        this.network = network;
        this.random = random;
        int reactions = network.reactions();
        propensity = new double[reactions];
        changed = new int[reactions];
        sums = new SumTree(reactions);
    }

    /// Reads all propensities anew: at the start, and after anything but [#fire] has changed them.
    ///
    /// @throws PropensityException where one is negative, infinite or not a number
    public void refresh(double[] state) {
        network.propensities(state, propensity);
        for (int r = 0; r < propensity.length; r++) {
            check(r);
        }
        sums.setAll(propensity);
    }

    private void check(int reaction) {
        double a = propensity[reaction];
        if (!(a >= 0 && a <= Double.MAX_VALUE)) {
            throw new PropensityException(reaction, a);
        }
    }

    /// The sum of all propensities: how many reactions are expected in a unit of time.
    public double total() {
        return sums.total();
    }

    /// The time of the next reaction if nothing else happens before; infinite where no reaction is
    /// possible.
    public double nextTime(double time) {
        double total = sums.total();
        return total > 0 ? time + random.nextExponential() / total : Double.POSITIVE_INFINITY;
    }

    /// Chooses a reaction, carries it out and brings the propensities up to date.
    ///
    /// @return which reaction
    /// @throws PropensityException where a propensity becomes negative, infinite or not a number
    public int fire(double[] state) {
        int reaction = sums.find(random.nextDouble());
        network.fire(reaction, state);
        int count = network.update(reaction, state, propensity, changed);
        if (count < 0) {
            for (int r = 0; r < propensity.length; r++) {
                check(r);
            }
            sums.setAll(propensity);
        } else {
            for (int k = 0; k < count; k++) {
                check(changed[k]);
                sums.set(changed[k], propensity[changed[k]]);
            }
        }
        return reaction;
    }
}
