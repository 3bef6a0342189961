package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;
import org.immunarium.numerics.parallel.InOrder;

/// Many runs of one model, side by side in lanes and on several threads, streamed: patients come from
/// an iterator and results go to a consumer in the same order, so that memory does not grow with their
/// number, nor with the time that one of them takes.
///
/// A patient's result depends neither on the number of threads or lanes nor on the other patients. A
/// patient whose numbers fail is reported like any other, with what was computed.
public final class PopulationSimulation extends IntegratedSimulation<PopulationSimulation> {

    /// Patients a lane that may be at work or wait for an earlier one: a patient may take that many times as
    /// long as those after it before lanes stand idle.
    private static final int AHEAD_PER_LANE = 32;

    private Set<String> infused = Set.of();
    private Map<String, Double> typical = Map.of();
    private Function<Map<String, Double>, Optional<String>> refused = _ -> Optional.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private int lanes = 8;

    PopulationSimulation(CompiledModel compiled) {
        super(compiled);
    }

    @Override
    PopulationSimulation self() {
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

    /// Whose values nobody can have: such a patient is not run, and fails at the start with the reason.
    ///
    /// @param why for the values of a [Patient]; empty of one who is run. Called by any thread, several at once
    public PopulationSimulation refusing(Function<Map<String, Double>, Optional<String>> why) {
        refused = why;
        return this;
    }

    /// Runs all patients; as [#run(Iterator, Function, Consumer)] with whole results.
    public void run(Iterator<Patient> patients, Consumer<PatientResult> consumer) {
        run(patients, Function.identity(), consumer);
    }

    /// Runs all patients.
    ///
    /// A result that has to wait for an earlier patient waits in its reduced form, and few do: at most
    /// [#AHEAD_PER_LANE] patients a lane are taken before the earliest of them is done.
    ///
    /// @param patients taken one after the other, from any thread but never two at once; when a call fails, no more
    ///                 are taken
    /// @param reduce   what is wanted of a result; called by any thread, several at once
    /// @param consumer is given what is wanted in the patients' order, never two at once
    /// @throws RuntimeException the first that `patients`, `reduce` or `consumer` threw
    public <R> void run(
            Iterator<Patient> patients, Function<PatientResult, ? extends R> reduce, Consumer<? super R> consumer) {
        Programs shared = compiled.programs(infused);
        OdeSettings settings = settings(shared);
        // Models with delays look up the past of one run at a time.
        int width = shared.delays.length == 0 ? lanes : 1;
        InOrder<Patient, R> stream = new InOrder<>(patients, AHEAD_PER_LANE * width * threads, consumer::accept);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                workers.execute(() -> {
                    try {
                        work(shared.copy(), stream.new Share(), reduce, width, settings);
                    } catch (RuntimeException | Error e) {
                        stream.fail(e);
                    }
                });
            }
        }
        stream.rethrow();
    }

    /// What runs are at their very beginning, before anything was given.
    ///
    /// @param values of each, as of a [Patient]
    public List<Snapshot> beginnings(List<Map<String, Double>> values) {
        Programs programs = compiled.programs(infused);
        DosePlan none = DosePlan.of(programs, List.of(), infused);
        List<Snapshot> beginnings = new ArrayList<>();
        for (Map<String, Double> each : values) {
            ModelRun run = new ModelRun(
                    programs, new PhiloxChance(seed, 0, 0), none, start, end(), RunIn.NONE, Optional.empty());
            run.begin(StartValues.of(programs, each));
            beginnings.add(Snapshot.of(run)
                    .orElseThrow(() -> new IllegalArgumentException("something is under way from the beginning on")));
        }
        return beginnings;
    }

    /// The accuracy and the method for all patients. Where a typical patient is stiff, all are taken to be: side by
    /// side, a lane that feels its way with the nonstiff method costs all others a step too.
    private OdeSettings settings(Programs programs) {
        Optional<double[]> set = tolerancesThatWereSet(programs);
        if (set.isPresent() && method != Method.AUTO) {
            return odeSettings(programs, method, set.get());
        }
        Pilot pilot =
                Pilot.run(programs, infused, typical, start - runIn(programs).longest(), end());
        Method chosen = method == Method.AUTO && pilot.stiff() && !beginsFinely(programs) ? Method.STIFF : method;
        return odeSettings(programs, chosen, set.orElseGet(() -> pilot.tolerances(relativeTolerance)));
    }

    /// What one thread does: kernels belong to a thread, so it makes its own.
    private <R> void work(
            Programs programs,
            InOrder<Patient, R>.Share share,
            Function<PatientResult, ? extends R> reduce,
            int width,
            OdeSettings settings) {
        double[] parameters = new double[programs.layout.parameters * width];
        Arrays.fill(parameters, 1);
        ModelSystem system = new ModelSystem(programs, width, parameters);
        LaneParameters laneParameters = new LaneParameters(width, parameters, system);
        List<Column> chosen = columns();
        var observables = programs.formulas.observables(chosen);
        LaneBatch batch = new LaneBatch(system, settings, () -> {
            for (var next = share.next(); next.isPresent(); next = share.next()) {
                Patient patient = next.get().work();
                long place = next.get().place();
                Recorder recorder = Recorder.table(chosen, observables, times);
                DosePlan doses = DosePlan.of(programs, patient.interventions(), infused);
                ModelRun run = new ModelRun(
                        programs,
                        new PhiloxChance(seed, 0, patient.id()),
                        doses,
                        start,
                        end(),
                        patient.from().isPresent() ? RunIn.NONE : runIn(programs),
                        patient.controller().map(each -> new Control(each, infused, recorder)));
                try {
                    if (patient.from().isPresent()) {
                        run.begin(patient.from().get());
                    } else {
                        refused.apply(patient.values()).ifPresent(why -> {
                            throw new NumericalFailure("", start, why);
                        });
                        run.begin(StartValues.of(programs, patient.values()));
                    }
                } catch (NumericalFailure failure) {
                    share.finished(place, reduce.apply(result(patient, run, recorder, Optional.of(failure))));
                    continue;
                }
                if (width == 1) {
                    system.follow(run);
                }
                return Optional.of(new RunTrajectory(
                        programs,
                        run,
                        recorder,
                        laneParameters,
                        failure -> share.finished(place, reduce.apply(result(patient, run, recorder, failure)))));
            }
            return Optional.empty();
        });
        batch.run();
    }

    private static PatientResult result(
            Patient patient, ModelRun run, Recorder recorder, Optional<NumericalFailure> failure) {
        Timecourse t = recorder.timecourse(run.occurrences);
        return new PatientResult(
                patient.id(),
                t.times(),
                t.values(),
                t.occurrences(),
                failure,
                failure.isPresent() ? Optional.empty() : Snapshot.of(run));
    }
}
