package org.immunarium.equations.simulation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.random.RandomStream;

/// A run in which reactions happen one by one while other things change continuously, or whose
/// propensities change with time: a piecewise deterministic Markov process.
///
/// The next reaction happens where the sum of the propensities, integrated since the last, reaches
/// an exponential random number of mean 1; which one, follows from the propensities there. So it is
/// exact but for the accuracy of integration. Davis, *Piecewise-deterministic Markov processes*,
/// J. R. Statist. Soc. B 46 (1984) 353-388.
final class JumpTrajectory extends RunTrajectory {

    private final ReactionPrograms reactionPrograms;
    private final ModelRun run;
    private final LaneParameters parameters;
    private final Reactions reactions;
    private final RandomStream random;
    private final RunWatch watch;
    private double target;

    JumpTrajectory(
            Programs programs,
            ReactionPrograms reactionPrograms,
            ModelRun run,
            Recorder recorder,
            LaneParameters parameters,
            RandomStream random,
            RunWatch watch,
            Consumer<Optional<NumericalFailure>> done) {
        super(programs, run, recorder, parameters, done);
        this.reactionPrograms = reactionPrograms;
        this.run = run;
        this.parameters = parameters;
        this.random = random;
        this.watch = watch;
        reactions = new Reactions(reactionPrograms, run);
        reactions.begin();
        draw();
    }

    /// The integral of rates at which the next reaction happens.
    private void draw() {
        target = random.nextExponential() * reactionPrograms.quantum();
    }

    @Override
    public void passed(Lane lane, double from, double to) {
        super.passed(lane, from, to);
        watch.happened(to);
    }

    @Override
    public int rootCount() {
        return super.rootCount() + 1;
    }

    @Override
    public int[] rootStates(int dimension) {
        return IntStream.concat(IntStream.of(super.rootStates(dimension)), IntStream.of(reactionPrograms.hazard()))
                .distinct()
                .sorted()
                .toArray();
    }

    @Override
    public void roots(Lane lane, double time, double[] state, double[] values) {
        super.roots(lane, time, state, values);
        values[super.rootCount()] = state[reactionPrograms.hazard()] - target;
    }

    @Override
    Next crossed(Lane lane) {
        if (lane.state()[reactionPrograms.hazard()] < target) {
            return super.crossed(lane);
        }
        System.arraycopy(lane.state(), 0, run.y, 0, run.y.length);
        run.time = lane.time();
        int reaction = reactions.choose(random);
        reactions.fire(reaction, run.p);
        run.y[reactionPrograms.hazard()] = 0;
        draw();
        run.drawAfresh(reactionPrograms.draws());
        run.restore(lane.time());
        System.arraycopy(run.y, 0, lane.state(), 0, run.y.length);
        Next next = settle(lane);
        System.arraycopy(run.y, 0, lane.state(), 0, run.y.length);
        parameters.take(lane.index(), run);
        return next == Next.FINISH ? next : Next.RESTART;
    }
}
