package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
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
public final class Simulation {

    private final CompiledModel compiled;
    private final Map<String, Double> set = new LinkedHashMap<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private final Map<String, Double> absolute = new LinkedHashMap<>();
    private double absoluteTolerance = Double.NaN;
    private double relativeTolerance = 1e-6;
    private Method method = Method.AUTO;
    private Set<String> nonNegative = Set.of();
    private long seed = 1;
    private double start;
    private double end = Double.NaN;
    private double[] times = {};
    private List<Column.Request> columns;
    private DoubleConsumer progress = t -> {};
    private @Nullable Running running;

    /// A run that has begun.
    private record Running(Course course, CourseTrajectory trajectory, LaneBatch batch, TableRecorder recorder) {}

    Simulation(CompiledModel compiled) {
        this.compiled = compiled;
        columns = compiled.defaultColumns();
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

    /// The relative error allowed in a step; 1e-6 unless set.
    public Simulation relativeTolerance(double tolerance) {
        relativeTolerance = tolerance;
        return this;
    }

    /// The absolute error allowed in a step, for every state, in its own unit. Unless set, each
    /// state has its own, 1e-12 of the relative tolerance times its scale: the largest size that it
    /// reaches in a coarse run of the model with its own values, or its initial one where that is
    /// smaller and not zero.
    public Simulation absoluteTolerance(double tolerance) {
        absoluteTolerance = tolerance;
        return this;
    }

    /// The absolute error allowed in a step, for one quantity.
    public Simulation absoluteTolerance(String id, double tolerance) {
        absolute.put(id, tolerance);
        return this;
    }

    /// These quantities must not become negative: steps that would take them below zero are shortened,
    /// and what rounding and tolerance leave below zero becomes zero. Those that are no states are left
    /// as they are.
    public Simulation nonNegative(Set<String> ids) {
        nonNegative = new LinkedHashSet<>(ids);
        return this;
    }

    public Simulation method(Method chosen) {
        method = chosen;
        return this;
    }

    /// What chance follows from: the order of simultaneous events, random draws.
    public Simulation seed(long value) {
        seed = value;
        return this;
    }

    /// The time of the initial values; 0 unless set.
    public Simulation from(double time) {
        start = time;
        return this;
    }

    /// The time at which the run ends.
    public Simulation until(double time) {
        end = time;
        return this;
    }

    /// Records at the start and every so often after it, to the end, which is to be set before.
    public Simulation every(double interval) {
        times = OutputTimes.every(start, end, interval);
        return this;
    }

    /// Records at these times, ascending.
    public Simulation times(double... at) {
        times = at.clone();
        return this;
    }

    /// Records these columns instead of the default ones.
    public Simulation columns(List<Column.Request> requests) {
        columns = List.copyOf(requests);
        return this;
    }

    /// Is told the time that has been reached, at the end of every step that reaches its end.
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
        boolean left = r.batch.advance(Math.min(time, end));
        if (left) {
            r.trajectory.recordUpTo(
                    r.batch.lane(0), Math.min(time, r.batch.lane(0).time()));
        }
        if (r.trajectory.failure().isPresent()) {
            throw r.trajectory.failure().get();
        }
    }

    /// What has been recorded so far.
    public Timecourse timecourse() {
        Running r = begun();
        return r.recorder.timecourse(r.course.occurrences);
    }

    private Running begun() {
        Running r = running;
        if (r == null) {
            r = begin();
            running = r;
        }
        return r;
    }

    private Running begin() {
        if (Double.isNaN(end)) {
            end = times.length == 0 ? start : times[times.length - 1];
        }
        Set<String> infused = new LinkedHashSet<>();
        Set<String> dosed = new LinkedHashSet<>();
        for (Intervention i : interventions) {
            (i instanceof Intervention.Infusion ? infused : dosed).add(i.target());
        }
        Programs programs = compiled.programs(infused);
        Course course = new Course(
                programs,
                new PhiloxChance(seed, 0, 0),
                Action.of(interventions, List.copyOf(dosed), List.copyOf(infused)),
                programs.boluses(dosed),
                programs.infusionSlots(infused),
                start,
                end);
        Programs.StartProgram initial = programs.start(set.keySet());
        course.begin(initial, programs.given(initial, set));
        List<Column> chosen = columns.stream().map(compiled::column).toList();
        TableRecorder recorder = new TableRecorder(chosen, programs.observables(chosen), times);
        ModelSystem system = new ModelSystem(programs, 1, course.p);
        system.follow(course);
        double[] atol = tolerances(programs, infused);
        CourseTrajectory trajectory =
                new CourseTrajectory(programs, course, recorder, new LaneParameters(1, course.p, system), f -> {}) {
                    @Override
                    public void passed(Lane lane, double from, double to) {
                        super.passed(lane, from, to);
                        if (to == lane.stepEnd()) {
                            progress.accept(to);
                        }
                    }
                };
        OdeSettings settings = OdeSettings.of(relativeTolerance, atol)
                .withMethod(method.asOde())
                .withNonNegative(programs.statesOf(nonNegative));
        settings = programs.watchful(settings, end - start);
        Running r = new Running(course, trajectory, LaneBatch.single(system, settings, trajectory), recorder);
        return r;
    }

    private double[] tolerances(Programs programs, Set<String> infused) {
        double[] result = new double[programs.states];
        if (Double.isNaN(absoluteTolerance)) {
            result = Pilot.run(programs, infused, set, start, end).tolerances(relativeTolerance);
        } else {
            Arrays.fill(result, absoluteTolerance);
        }
        for (Map.Entry<String, Double> own : absolute.entrySet()) {
            int place = programs.stateOf(own.getKey());
            if (place >= 0) {
                result[place] = own.getValue();
            }
        }
        return result;
    }
}
