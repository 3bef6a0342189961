package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;

/// Many runs of one model, side by side in lanes and on several threads, streamed: patients come from
/// an iterator and results go to a consumer in the same order, so that memory does not grow with their
/// number.
///
/// A patient's result depends neither on the number of threads or lanes nor on the other patients. A
/// patient whose numbers fail is reported like any other, with what was computed.
public final class PopulationSimulation {

    private final CompiledModel compiled;
    private double relativeTolerance = 1e-6;
    private double[] absoluteTolerances = {};
    private Method method = Method.AUTO;
    private Set<String> nonNegative = Set.of();
    private long seed = 1;
    private double start;
    private double end = Double.NaN;
    private double[] times = {};
    private List<Column.Request> columns;
    private Set<String> infused = Set.of();
    private Map<String, Double> typical = Map.of();
    private int threads = Runtime.getRuntime().availableProcessors();
    private int lanes = 8;

    PopulationSimulation(CompiledModel compiled) {
        this.compiled = compiled;
        columns = compiled.defaultColumns();
    }

    /// The relative error allowed in a step; 1e-6 unless set.
    public PopulationSimulation relativeTolerance(double tolerance) {
        relativeTolerance = tolerance;
        return this;
    }

    /// The absolute error allowed in a step for each state, in the order of
    /// [org.immunarium.equations.system.EquationSystem#states]; by each state's own scale unless set.
    public PopulationSimulation absoluteTolerances(double... tolerances) {
        absoluteTolerances = tolerances.clone();
        return this;
    }

    /// The absolute error allowed in a step, for every state, in its own unit.
    public PopulationSimulation absoluteTolerance(double tolerance) {
        double[] all = new double[compiled.equations().states().size()];
        Arrays.fill(all, tolerance);
        return absoluteTolerances(all);
    }

    /// These quantities must not become negative in any patient, as [Simulation#nonNegative].
    public PopulationSimulation nonNegative(Set<String> ids) {
        nonNegative = Set.copyOf(ids);
        return this;
    }

    public PopulationSimulation method(Method chosen) {
        method = chosen;
        return this;
    }

    /// What chance follows from, together with each patient's id.
    public PopulationSimulation seed(long value) {
        seed = value;
        return this;
    }

    /// The time of the initial values; 0 unless set.
    public PopulationSimulation from(double time) {
        start = time;
        return this;
    }

    /// The time at which every run ends; the last time of output unless set.
    public PopulationSimulation until(double time) {
        end = time;
        return this;
    }

    /// Records at the start and every so often after it, to the end, which is to be set before.
    public PopulationSimulation every(double interval) {
        times = OutputTimes.every(start, end, interval);
        return this;
    }

    /// Records at these times, ascending.
    public PopulationSimulation times(double... at) {
        times = at.clone();
        return this;
    }

    /// Records these columns instead of the default ones.
    public PopulationSimulation columns(List<Column.Request> requests) {
        columns = List.copyOf(requests);
        return this;
    }

    /// Names all that any patient receives as an infusion.
    public PopulationSimulation infusions(Set<String> targets) {
        infused = new TreeSet<>(targets);
        return this;
    }

    /// The number of threads; all processors unless set.
    public PopulationSimulation threads(int count) {
        threads = count;
        return this;
    }

    /// The number of patients side by side on a thread; 8 unless set.
    public PopulationSimulation lanes(int count) {
        lanes = count;
        return this;
    }

    /// Values of a typical patient, in place of the model's own, from which scales are taken.
    public PopulationSimulation typical(Map<String, Double> values) {
        typical = Map.copyOf(values);
        return this;
    }

    /// Runs all patients; as [#run(Iterator, Function, Consumer)] with whole results.
    public void run(Iterator<Patient> patients, Consumer<PatientResult> consumer) {
        run(patients, Function.identity(), consumer);
    }

    /// Runs all patients.
    ///
    /// A result that has to wait for an earlier patient waits in its reduced form.
    ///
    /// @param patients taken one after the other, from any thread but never two at once; when a call fails, no more
    ///                 are taken
    /// @param reduce   what is wanted of a result; called by any thread, several at once
    /// @param consumer is given what is wanted in the patients' order, never two at once
    /// @throws RuntimeException the first that `patients`, `reduce` or `consumer` threw
    public <R> void run(
            Iterator<Patient> patients, Function<PatientResult, ? extends R> reduce, Consumer<? super R> consumer) {
        Programs shared = compiled.programs(infused);
        double last = Double.isNaN(end) ? (times.length == 0 ? start : times[times.length - 1]) : end;
        OdeSettings settings = shared.watchful(settings(shared, last), last - start);
        Stream<R> stream = new Stream<>(patients, reduce, consumer);
        // Models with delays look up the past of one run at a time.
        int width = shared.delays.length == 0 ? lanes : 1;
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(() -> {
                    try {
                        work(shared.copy(), stream, width, settings, last);
                    } catch (RuntimeException | Error e) {
                        stream.fail(e);
                    }
                }));
            }
        }
        stream.rethrow();
    }

    /// The accuracy and the method for all patients. Where a typical patient is stiff, all are taken to be: side by
    /// side, a lane that feels its way with the nonstiff method costs all others a step too.
    private OdeSettings settings(Programs programs, double last) {
        boolean knowsAll = absoluteTolerances.length > 0 && method != Method.AUTO;
        Pilot pilot =
                knowsAll ? new Pilot(absoluteTolerances, false) : Pilot.run(programs, infused, typical, start, last);
        double[] absolute = absoluteTolerances.length > 0 ? absoluteTolerances : pilot.tolerances(relativeTolerance);
        Method chosen = method == Method.AUTO && pilot.stiff() ? Method.STIFF : method;
        return OdeSettings.of(relativeTolerance, absolute)
                .withMethod(chosen.asOde())
                .withNonNegative(programs.statesOf(nonNegative));
    }

    /// What one thread does: kernels belong to a thread, so it makes its own.
    private void work(Programs programs, Stream<?> stream, int width, OdeSettings settings, double last) {
        double[] parameters = new double[programs.parameters * width];
        Arrays.fill(parameters, 1);
        ModelSystem system = new ModelSystem(programs, width, parameters);
        LaneParameters laneParameters = new LaneParameters(width, parameters, system);
        List<Column> chosen = columns.stream().map(compiled::column).toList();
        var observables = programs.observables(chosen);
        LaneBatch batch = new LaneBatch(system, settings, () -> {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                Patient patient = next.get().patient();
                long index = next.get().index();
                TableRecorder recorder = new TableRecorder(chosen, observables, times);
                Course course = course(programs, patient, last);
                try {
                    begin(programs, course, patient);
                } catch (NumericalFailure failure) {
                    stream.finished(index, result(patient, course, recorder, Optional.of(failure)));
                    continue;
                }
                if (width == 1) {
                    system.follow(course);
                }
                return Optional.of(new CourseTrajectory(
                        programs,
                        course,
                        recorder,
                        laneParameters,
                        failure -> stream.finished(index, result(patient, course, recorder, failure))));
            }
            return Optional.empty();
        });
        batch.run();
    }

    private static PatientResult result(
            Patient patient, Course course, TableRecorder recorder, Optional<NumericalFailure> failure) {
        Timecourse t = recorder.timecourse(course.occurrences);
        return new PatientResult(patient.id(), t.times(), t.values(), t.occurrences(), failure);
    }

    private Course course(Programs programs, Patient patient, double last) {
        List<String> infusionTargets = List.copyOf(infused);
        Set<String> dosed = new TreeSet<>();
        for (Intervention i : patient.interventions()) {
            if (i instanceof Intervention.Bolus) {
                dosed.add(i.target());
            } else if (!infused.contains(i.target())) {
                throw new IllegalArgumentException(
                        "an infusion into \"" + i.target() + "\", which was not named among the infusions");
            }
        }
        return new Course(
                programs,
                new PhiloxChance(seed, 0, patient.id()),
                Action.of(patient.interventions(), List.copyOf(dosed), infusionTargets),
                programs.boluses(dosed),
                programs.infusionSlots(infused),
                start,
                last);
    }

    private static void begin(Programs programs, Course course, Patient patient) {
        Programs.StartProgram initial = programs.start(patient.values().keySet());
        course.begin(initial, programs.given(initial, patient.values()));
    }

    /// A patient with its place in the order.
    private record Numbered(long index, Patient patient) {}

    /// Patients on their way in and results on their way out, in order.
    private static final class Stream<R> {

        private final Iterator<Patient> patients;
        private final Function<PatientResult, ? extends R> reduce;
        private final Consumer<? super R> consumer;
        private final TreeMap<Long, R> waiting = new TreeMap<>();
        private Optional<Throwable> failure = Optional.empty();
        private long taken;
        private long given;

        Stream(Iterator<Patient> patients, Function<PatientResult, ? extends R> reduce, Consumer<? super R> consumer) {
            this.patients = patients;
            this.reduce = reduce;
            this.consumer = consumer;
        }

        /// The next patient; none once anything has failed.
        synchronized Optional<Numbered> next() {
            return failure.isEmpty() && patients.hasNext()
                    ? Optional.of(new Numbered(taken++, patients.next()))
                    : Optional.empty();
        }

        void finished(long index, PatientResult result) {
            give(index, reduce.apply(result));
        }

        private synchronized void give(long index, R result) {
            waiting.put(index, result);
            while (failure.isEmpty() && !waiting.isEmpty() && waiting.firstKey() == given) {
                given++;
                consumer.accept(waiting.pollFirstEntry().getValue());
            }
        }

        synchronized void fail(Throwable first) {
            if (failure.isEmpty()) {
                failure = Optional.of(first);
            }
        }

        void rethrow() {
            switch (failure.orElse(null)) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
