package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.stochastic.Ensemble;
import org.immunarium.numerics.stochastic.Moments;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Many runs of a model in which reactions happen one by one, by chance: exact stochastic simulation.
///
/// A rate is a propensity: the kinetic law by the amount of one item. A run is a function of the
/// model, the settings, the seed and its number; neither the times of output nor the number of
/// threads change it.
///
/// Where all changes are jumps, reactions follow Gillespie's direct method and events happen at
/// times that are known. Where propensities change in between (with time, or with what rate rules
/// change), they are integrated ([JumpTrajectory]).
///
/// ```java
/// StochasticSummary summary = CompiledModel.compile(model).stochastic()
///         .until(50).every(1).replicates(10_000).seed(1)
///         .run();
/// ```
public final class StochasticSimulation extends AbstractSimulation<StochasticSimulation> {

    /// The relative accuracy of what is integrated.
    private static final double RELATIVE_TOLERANCE = 1e-8;

    /// The accuracy of integrated propensities, whose scale is 1.
    private static final double HAZARD_TOLERANCE = 1e-10;

    /// After how many reactions somebody hears of a run: a tenth of a second or so.
    private static final long HEARD_EVERY = 1L << 20;

    /// The same where propensities are integrated, which takes longer.
    private static final long HEARD_EVERY_INTEGRATED = 1L << 12;

    private final Programs programs;
    private final ReactionPrograms reactions;
    private final Map<String, Double> set = new LinkedHashMap<>();
    private final List<Intervention.Bolus> doses = new ArrayList<>();
    private long entity;
    private long replicates = 1;
    private int threads = 1;
    private Consumer<Moments> progress = done -> {};
    private DoubleConsumer watcher = time -> {};
    private double mostReactions = 1e12;

    /// @throws InvalidInputException if the model has what stochastic simulation
    ///                                                    does not know
    StochasticSimulation(CompiledModel compiled) {
        super(compiled);
        programs = Programs.compile(EquationSystem.stochastic(compiled.model()));
        reactions = ReactionPrograms.compile(programs, Counting.quantum(compiled.model()));
    }

    @Override
    StochasticSimulation self() {
        return this;
    }

    /// Sets a quantity's initial value (of a species, what its symbol means), in the model's unit.
    public StochasticSimulation set(String id, double value) {
        set.put(id, value);
        return this;
    }

    /// Adds something that is given to the model; infusions, which are no whole number of items at any
    /// time, are not known here.
    public StochasticSimulation intervention(Intervention.Bolus bolus) {
        doses.add(bolus);
        return this;
    }

    /// Whose luck it is; 0 unless set. Runs of different entities are independent.
    public StochasticSimulation entity(long id) {
        entity = id;
        return this;
    }

    /// How many runs; 1 unless set.
    public StochasticSimulation replicates(long count) {
        replicates = count;
        return this;
    }

    /// On how many threads; results do not depend on it.
    public StochasticSimulation threads(int count) {
        threads = count;
        return this;
    }

    /// Is told the sum of the runs done, now and then, on any thread; nobody changes it meanwhile.
    public StochasticSimulation onProgress(Consumer<Moments> listener) {
        progress = listener;
        return this;
    }

    /// Is told the time that a run has come to, at its start and every million reactions or so, on the
    /// run's thread; may leave the run by an exception, which whoever started it gets.
    public StochasticSimulation watch(DoubleConsumer listener) {
        watcher = listener;
        return this;
    }

    /// More reactions than this are not waited for: a run of which as many are expected, at the
    /// propensities of its start, is refused, and one that had as many fails; 1e12 unless set.
    public StochasticSimulation mostReactions(double count) {
        mostReactions = count;
        return this;
    }

    /// The number of values that a run records: the columns, each at all times.
    public int size() {
        return columns().size() * times.length;
    }

    /// What a run starts with, or is given, that is no whole number of molecules or cells, but for
    /// rounding (1e-9 of it). What is drawn by chance counts as in the first run.
    public List<Fraction> fractions() {
        Programs own = programs.copy();
        ModelRun run = new ModelRun(
                own, new PhiloxChance(seed, 0, entity), DosePlan.of(own, List.of(), Set.of()), start, end());
        run.begin(StartValues.of(own, set));
        return Fraction.of(own, reactions, run, doses);
    }

    private void refuseFractions() {
        String source =
                compiled.model().id().isEmpty() ? "model" : compiled.model().id();
        List<Problem> refused = fractions().stream()
                .filter(each -> !each.taken())
                .map(each -> Problem.of(
                        source,
                        each.species() + (each.dose().isEmpty() ? " starts with " : " is given ") + each.items()
                                + "; a whole number of molecules or cells was expected"))
                .distinct()
                .toList();
        if (!refused.isEmpty()) {
            throw new InvalidInputException(refused);
        }
    }

    /// Does all runs and sums them up.
    ///
    /// @throws InvalidInputException as [#worker]
    /// @throws NumericalFailure if the numbers of a run fail
    public StochasticSummary run() {
        return run(new Moments(size()));
    }

    /// Does the runs that are left and sums all up.
    ///
    /// @param done the sum of the first runs, as [#onProgress] told it, to which the others are added; it stays
    ///             good, and can be gone on with, where a run is left by an exception
    /// @throws InvalidInputException as [#worker]
    /// @throws NumericalFailure if the numbers of a run fail
    public StochasticSummary run(Moments done) {
        Ensemble.run(replicates, done, threads, this::worker, progress);
        return new StochasticSummary(columns(), times.clone(), done);
    }

    /// One run.
    ///
    /// @throws InvalidInputException as [#worker]
    /// @throws NumericalFailure if its numbers fail
    public Timecourse run(long replicate) {
        Worker worker = new Worker();
        worker.run(replicate, new double[size()]);
        return worker.recorder.timecourse(worker.occurrences);
    }

    /// What does runs for one thread, each as a row of [#size] values: column after column.
    ///
    /// @throws InvalidInputException if the run starts with, or is given, no whole number of items
    ///     of what reactions change, in a unit that counts things; of moles the nearest whole
    ///     number of molecules is taken
    public Ensemble.Replicate worker() {
        return new Worker();
    }

    /// The means of one thread.
    private final class Worker implements Ensemble.Replicate {

        private final Programs programs = StochasticSimulation.this.programs.copy();
        private final ReactionPrograms reactions = StochasticSimulation.this.reactions.copy();
        private final StartValues initial = StartValues.of(programs, set);
        private final DosePlan dosePlan = DosePlan.of(programs, doses, Set.of());
        private final double finish = end();
        private final List<Column> chosen = columns();
        private final Recorder recorder = new Recorder(chosen, programs.formulas.observables(chosen), times);
        private double[] tolerances = {};
        private List<Occurrence> occurrences = new ArrayList<>();

        Worker() {
            refuseFractions();
        }

        @Override
        public void run(long replicate, double[] values) {
            RandomStream random = new RandomStream(seed, replicate, entity, Purpose.REACTION);
            ModelRun run = new ModelRun(programs, new PhiloxChance(seed, replicate, entity), dosePlan, start, finish);
            watcher.accept(start);
            run.begin(initial);
            recorder.begin(values);
            if (reactions.steady()) {
                new JumpRun(reactions, run, recorder, random, watch(HEARD_EVERY)).run(finish - start);
            } else {
                integrate(run, random);
            }
            occurrences = run.occurrences;
        }

        private RunWatch watch(long every) {
            return new RunWatch(mostReactions, every, watcher);
        }

        private void integrate(ModelRun run, RandomStream random) {
            if (tolerances.length == 0) {
                tolerances = Pilot.run(programs, Set.of(), set, start, finish).tolerances(RELATIVE_TOLERANCE);
                tolerances[reactions.hazard()] = HAZARD_TOLERANCE * reactions.quantum();
            }
            ModelSystem system = new ModelSystem(programs, 1, run.p);
            system.follow(run);
            JumpTrajectory trajectory = new JumpTrajectory(
                    programs,
                    reactions,
                    run,
                    recorder,
                    new LaneParameters(1, run.p, system),
                    random,
                    watch(HEARD_EVERY_INTEGRATED),
                    failure -> {});
            OdeSettings settings = OdeSettings.of(RELATIVE_TOLERANCE, tolerances)
                    .withMaximumStep(programs.layout.longestStep(finish - start));
            LaneBatch.single(system, settings, trajectory).run();
            if (trajectory.failure().isPresent()) {
                throw trajectory.failure().get();
            }
        }
    }
}
