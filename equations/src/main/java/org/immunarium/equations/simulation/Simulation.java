package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;
import org.jspecify.annotations.Nullable;

/// One run of a model: one virtual patient.
///
/// Settings are made first; the run begins with the first call of [#run] or [#advance]. Steps do
/// not depend on the times of output, nor on how far [#advance] is asked to go.
///
/// ```java
/// Timecourse course = CompiledModel.compile(model).simulation()
///         .set("k", 0.3)
///         .intervention(new Intervention.Bolus(7, "Drug", 200))
///         .until(360).every(1)
///         .run();
/// ```
public final class Simulation extends IntegratedSimulation<Simulation> {

    private final Map<String, Double> set = new LinkedHashMap<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private DoubleConsumer progress = t -> {};
    private @Nullable Running running;
    private Optional<NumericalFailure> failedAtStart = Optional.empty();

    /// A run that has begun.
    private record Running(ModelRun run, RunTrajectory trajectory, LaneBatch batch, Recorder recorder) {}

    Simulation(CompiledModel compiled) {
        super(compiled);
    }

    @Override
    Simulation self() {
        return this;
    }

    /// Sets a quantity's initial value (of a species, what its symbol means), in the model's unit.
    public Simulation set(String id, double value) {
        set.put(id, value);
        return this;
    }

    /// Adds something that is given to the model.
    public Simulation intervention(Intervention intervention) {
        interventions.add(intervention);
        return this;
    }

    /// Is told the time that has been reached, at the end of every step that reaches its end; during a run-in
    /// that of the start.
    public Simulation onProgress(DoubleConsumer listener) {
        progress = listener;
        return this;
    }

    /// Runs to the end.
    ///
    /// @throws NumericalFailure if the numbers fail; [#timecourse] then gives what was computed before
    public Timecourse run() {
        advance(Double.POSITIVE_INFINITY);
        return timecourse();
    }

    /// Runs on until a time has been reached, or the end.
    ///
    /// @throws NumericalFailure if the numbers fail; [#timecourse] then gives what was computed before
    public void advance(double time) {
        Running r = begun();
        boolean left = r.batch.advance(Math.min(time, end()));
        if (left) {
            r.trajectory.recordUpTo(
                    r.batch.lane(0), Math.min(time, r.batch.lane(0).time()));
        }
        if (r.trajectory.failure().isPresent()) {
            throw r.trajectory.failure().get();
        }
    }

    /// What has been recorded so far: nothing where the numbers failed at the start.
    public Timecourse timecourse() {
        if (failedAtStart.isPresent()) {
            return new Timecourse(columns(), new double[0], new double[columns().size()][0], List.of());
        }
        Running r = begun();
        return r.recorder.timecourse(r.run.occurrences);
    }

    private Running begun() {
        Running r = running;
        if (r == null) {
            try {
                r = begin();
            } catch (NumericalFailure failure) {
                failedAtStart = Optional.of(failure);
                throw failure;
            }
            running = r;
        }
        return r;
    }

    private Running begin() {
        Set<String> infused = new LinkedHashSet<>();
        for (Intervention i : interventions) {
            if (i instanceof Intervention.Infusion) {
                infused.add(i.target());
            }
        }
        Programs programs = compiled.programs(infused);
        DosePlan doses = DosePlan.of(programs, interventions, infused);
        ModelRun run = new ModelRun(
                programs, new PhiloxChance(seed, 0, 0), doses, start, end(), runIn(programs), Optional.empty());
        run.begin(StartValues.of(programs, set));
        List<Column> chosen = columns();
        Recorder recorder = Recorder.table(chosen, programs.formulas.observables(chosen), times);
        ModelSystem system = new ModelSystem(programs, 1, run.p);
        system.follow(run);
        double[] tolerances = tolerancesThatWereSet(programs)
                .orElseGet(() -> Pilot.run(
                                programs, infused, set, start - runIn(programs).longest(), end())
                        .tolerances(relativeTolerance));
        RunTrajectory trajectory =
                new RunTrajectory(programs, run, recorder, new LaneParameters(1, run.p, system), f -> {}) {
                    @Override
                    public void passed(Lane lane, double from, double to) {
                        super.passed(lane, from, to);
                        if (to == lane.stepEnd()) {
                            progress.accept(Math.max(to, start));
                        }
                    }
                };
        OdeSettings settings = odeSettings(programs, method, tolerances);
        return new Running(run, trajectory, LaneBatch.single(system, settings, trajectory), recorder);
    }
}
