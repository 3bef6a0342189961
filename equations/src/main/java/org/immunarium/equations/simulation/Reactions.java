package org.immunarium.equations.simulation;

import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.Names;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.stochastic.ReactionNetwork;

/// The reactions of one run: carries them out on the values of its [ModelRun].
final class Reactions implements ReactionNetwork {

    /// What sums of non-integer amounts may be off by, as a part of what a reaction takes.
    private static final double ROUNDING = 1e-6;

    private final ReactionPrograms programs;
    private final ModelRun run;
    private final double[] clock = new double[1];
    private final double[] rates;
    private final double[] changes;

    Reactions(ReactionPrograms programs, ModelRun run) {
        this.programs = programs;
        this.run = run;
        rates = new double[programs.reactions().length];
        int most = 0;
        for (ReactionProgram reaction : programs.reactions()) {
            most = Math.max(most, reaction.targets().length);
        }
        changes = new double[most];
    }

    @Override
    public int reactions() {
        return programs.reactions().length;
    }

    /// @param state the parameters of the run, which hold what reactions change
    @Override
    public void propensities(double[] state, double[] propensity) {
        clock[0] = run.time;
        programs.rates().evaluate(clock, run.y, state, propensity);
        if (programs.quantum() != 1) {
            for (int r = 0; r < propensity.length; r++) {
                propensity[r] /= programs.quantum();
            }
        }
    }

    @Override
    public int update(int reaction, double[] state, double[] propensity, int[] changed) {
        ReactionProgram happened = programs.reactions()[reaction];
        int[] dependents = happened.dependents();
        if (dependents.length == 0) {
            return 0;
        }
        clock[0] = run.time;
        happened.rates().evaluate(clock, run.y, state, rates);
        for (int k = 0; k < dependents.length; k++) {
            propensity[dependents[k]] = programs.quantum() == 1 ? rates[k] : rates[k] / programs.quantum();
            changed[k] = dependents[k];
        }
        return dependents.length;
    }

    @Override
    public void fire(int reaction, double[] state) {
        ReactionProgram happening = programs.reactions()[reaction];
        int[] targets = happening.targets();
        double[] by = happening.fixedChanges();
        if (!happening.isFixed()) {
            clock[0] = run.time;
            happening.changes().evaluate(clock, run.y, state, changes);
            for (int k = 0; k < targets.length; k++) {
                changes[k] *= programs.quantum();
            }
            by = changes;
        }
        for (int k = 0; k < targets.length; k++) {
            int at = targets[k] - run.y.length;
            double before = at < 0 ? run.y[targets[k]] : state[at];
            double after = whole(before + by[k]);
            if (after < ROUNDING * by[k] && before >= 0) {
                throw negative(reaction, k, before, by[k]);
            }
            if (at < 0) {
                run.y[targets[k]] = after;
            } else {
                state[at] = after;
            }
        }
    }

    /// The nearest whole number of items, where these are parts of a unit.
    private double whole(double amount) {
        return programs.quantum() == 1 ? amount : programs.quantum() * Math.rint(amount / programs.quantum());
    }

    /// Makes the amounts that a run starts with whole numbers of items.
    ///
    /// @throws NumericalFailure if one is none, of a unit that counts things
    void begin() {
        for (ReactionPrograms.Counted each : programs.counted()) {
            double items = run.p[each.slot()] / programs.quantum();
            if (programs.things() && !Counting.isWhole(items)) {
                throw new NumericalFailure(
                        each.species(),
                        run.time,
                        "it starts with " + items + "; a whole number of molecules or cells was expected");
            }
        }
        run.afterJumps = this::makeWhole;
        makeWhole();
    }

    /// Makes amounts whole numbers of items where they are so but for rounding, and all of them
    /// where their unit is a part of a mole. What an event makes of things in other numbers stays
    /// as it is.
    private void makeWhole() {
        for (ReactionPrograms.Counted each : programs.counted()) {
            double items = run.p[each.slot()] / programs.quantum();
            if (!programs.things() || Counting.isWhole(items)) {
                run.p[each.slot()] = programs.quantum() * Math.rint(items);
            }
        }
    }

    private NumericalFailure negative(int reaction, int k, double before, double change) {
        ReactionEquation equation = programs.reactions()[reaction].equation();
        return new NumericalFailure(
                Names.plain(equation.changes().get(k).symbol()),
                run.time,
                "there is " + before + ", too little for reaction \""
                        + equation.id() + "\", which happened all the same and takes " + -change
                        + "; a kinetic law that is zero where its reactants do not suffice was expected");
    }

    /// Chooses a reaction in proportion to rates at this moment: for rates that change on the way.
    int choose(RandomStream random) {
        clock[0] = run.time;
        programs.rates().evaluate(clock, run.y, run.p, rates);
        double total = 0;
        for (double rate : rates) {
            total += rate;
        }
        double rest = random.nextDouble() * total;
        int last = 0;
        for (int r = 0; r < rates.length; r++) {
            if (!(rates[r] >= 0)) {
                throw negativeRate(r, rates[r] / programs.quantum());
            }
            if (rates[r] > 0) {
                last = r;
                rest -= rates[r];
                if (rest < 0) {
                    return r;
                }
            }
        }
        return last;
    }

    NumericalFailure negativeRate(int reaction, double propensity) {
        return new NumericalFailure(
                programs.reactions()[reaction].equation().id(),
                run.time,
                "the reaction's propensity is " + propensity + "; zero or more was expected (a reversible reaction"
                        + " is to be written as two)");
    }
}
