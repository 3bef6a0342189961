package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
    private long seed = 1;
    private double start;
    private double end = Double.NaN;
    private double[] times = {};
    private List<Column.Request> columns;
    private Set<String> infused = Set.of();
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
        times = Simulation.grid(start, end, interval);
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

    /// Runs all patients.
    ///
    /// @param patients taken one after the other, from any thread but never two at once
    /// @param consumer is given the results in the patients' order, never two at once
    public void run(Iterator<Patient> patients, Consumer<PatientResult> consumer) {
        Programs shared = compiled.programs(infused);
        double last = Double.isNaN(end) ? (times.length == 0 ? start : times[times.length - 1]) : end;
        OdeSettings settings = settings(shared, last);
        Stream stream = new Stream(patients, consumer);
        // Models with delays look up the past of one run at a time.
        int width = shared.delays.length == 0 ? lanes : 1;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(() -> work(shared.copy(), stream, width, settings, last)));
            }
            for (Future<?> f : done) {
                f.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// The accuracy and the method for all patients. Where the model's own patient is stiff, all are taken to be:
    /// side by side, a lane that feels its way with the nonstiff method costs all others a step too.
    private OdeSettings settings(Programs programs, double last) {
        boolean knowsAll = absoluteTolerances.length > 0 && method != Method.AUTO;
        Pilot pilot = knowsAll ? new Pilot(absoluteTolerances, false) : Pilot.run(programs, infused, start, last);
        double[] absolute = absoluteTolerances.length > 0 ? absoluteTolerances : pilot.tolerances(relativeTolerance);
        Method chosen = method == Method.AUTO && pilot.stiff() ? Method.STIFF : method;
        return OdeSettings.of(relativeTolerance, absolute).withMethod(chosen.asOde());
    }

    /// What one thread does: kernels belong to a thread, so it makes its own.
    private void work(Programs programs, Stream stream, int width, OdeSettings settings, double last) {
        double[] parameters = new double[programs.parameters * width];
        Arrays.fill(parameters, 1);
        ModelSystem system = new ModelSystem(programs, width, parameters);
        LaneParameters laneParameters = new LaneParameters(width, parameters, system);
        List<Column> chosen = columns.stream().map(compiled::column).toList();
        var observables = programs.observables(chosen);
        LaneBatch batch = new LaneBatch(system, settings, () -> {
            Optional<Stream.Numbered> next = stream.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Patient patient = next.get().patient();
            long index = next.get().index();
            TableRecorder recorder = new TableRecorder(chosen, observables, times);
            Course course = course(programs, patient, last);
            if (width == 1) {
                system.follow(course);
            }
            return Optional.of(new CourseTrajectory(
                    programs,
                    course,
                    recorder,
                    laneParameters,
                    failure -> stream.finished(index, result(patient, course, recorder, failure))));
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
        Course course = new Course(
                programs,
                new PhiloxChance(seed, 0, patient.id()),
                Action.of(patient.interventions(), List.copyOf(dosed), infusionTargets),
                programs.boluses(dosed),
                programs.infusionSlots(infused),
                start,
                last);
        Programs.StartProgram initial = programs.start(patient.values().keySet());
        course.begin(initial, programs.given(initial, patient.values()));
        return course;
    }

    /// Patients on their way in and results on their way out, in order.
    private static final class Stream {

        private final Iterator<Patient> patients;
        private final Consumer<PatientResult> consumer;
        private final TreeMap<Long, PatientResult> waiting = new TreeMap<>();
        private long taken;
        private long given;

        /// A patient with its place in the order.
        record Numbered(long index, Patient patient) {}

        Stream(Iterator<Patient> patients, Consumer<PatientResult> consumer) {
            this.patients = patients;
            this.consumer = consumer;
        }

        synchronized Optional<Numbered> next() {
            return patients.hasNext() ? Optional.of(new Numbered(taken++, patients.next())) : Optional.empty();
        }

        synchronized void finished(long index, PatientResult result) {
            waiting.put(index, result);
            while (!waiting.isEmpty() && waiting.firstKey() == given) {
                consumer.accept(waiting.pollFirstEntry().getValue());
                given++;
            }
        }
    }
}
