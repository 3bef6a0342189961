package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;
import org.jspecify.annotations.Nullable;

/// One patient run again and again with other values, each time when someone asks: what a search for the best
/// values evaluates.
///
/// Settings are made first; the first call of [#run] ends that. Scales of states, and whether the model is stiff,
/// are those of the typical values, so that accuracy does not jump between runs. May be asked by several threads at
/// once; what a run gives depends on its values alone. All runs have the same luck.
public final class RepeatedSimulation extends IntegratedSimulation<RepeatedSimulation> {

    private final Map<String, Double> typical = new LinkedHashMap<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();
    private @Nullable Shared shared;

    RepeatedSimulation(CompiledModel compiled) {
        super(compiled);
    }

    @Override
    RepeatedSimulation self() {
        return this;
    }

    /// A value that every run has unless it says otherwise, in the model's unit.
    public RepeatedSimulation set(String id, double value) {
        typical.put(id, value);
        return this;
    }

    /// Adds something that is given to the model in every run.
    public RepeatedSimulation intervention(Intervention intervention) {
        interventions.add(intervention);
        return this;
    }

    /// What all runs share.
    ///
    /// @param observables to be copied before it runs
    private record Shared(Programs programs, Set<String> infused, OdeSettings settings, Kernel observables) {}

    /// Runs once.
    ///
    /// @param values in place of those that were set, by id
    /// @return `[column][time]`
    /// @throws NumericalFailure if the numbers fail
    public double[][] run(Map<String, Double> values) {
        Worker worker = Optional.ofNullable(idle.poll()).orElseGet(() -> new Worker(shared()));
        try {
            Map<String, Double> all = new LinkedHashMap<>(typical);
            all.putAll(values);
            return worker.run(all);
        } finally {
            idle.add(worker);
        }
    }

    private synchronized Shared shared() {
        Shared made = shared;
        if (made == null) {
            Set<String> infused = new TreeSet<>();
            interventions.stream()
                    .filter(Intervention.Infusion.class::isInstance)
                    .map(Intervention::target)
                    .forEach(infused::add);
            Programs programs = compiled.programs(infused);
            made = new Shared(programs, infused, settings(programs, infused), programs.formulas.observables(columns()));
            shared = made;
        }
        return made;
    }

    private OdeSettings settings(Programs programs, Set<String> infused) {
        Optional<double[]> set = tolerancesThatWereSet(programs);
        if (set.isPresent() && method != Method.AUTO) {
            return odeSettings(programs, method, set.get());
        }
        Pilot pilot =
                Pilot.run(programs, infused, typical, start - runIn(programs).longest(), end());
        Method chosen = method == Method.AUTO && pilot.stiff() && !beginsFinely(programs) ? Method.STIFF : method;
        return odeSettings(programs, chosen, set.orElseGet(() -> pilot.tolerances(relativeTolerance)));
    }

    /// Kernels belong to a thread at a time, so there are as many workers as threads that ask at once.
    private final class Worker {

        private final Shared shared;
        private final Programs programs;
        private final Kernel observables;
        private final ModelSystem system;
        private final LaneParameters laneParameters;

        Worker(Shared shared) {
            this.shared = shared;
            programs = shared.programs().copy();
            observables = shared.observables().copy();
            double[] parameters = new double[programs.layout.parameters];
            Arrays.fill(parameters, 1);
            system = new ModelSystem(programs, 1, parameters);
            laneParameters = new LaneParameters(1, parameters, system);
        }

        double[][] run(Map<String, Double> values) {
            Recorder recorder = Recorder.table(columns(), observables, times);
            DosePlan doses = DosePlan.of(programs, interventions, shared.infused());
            ModelRun run = new ModelRun(
                    programs, new PhiloxChance(seed, 0, 1), doses, start, end(), runIn(programs), Optional.empty());
            run.begin(StartValues.of(programs, values));
            system.follow(run);
            RunTrajectory trajectory = new RunTrajectory(programs, run, recorder, laneParameters, _ -> {});
            LaneBatch.single(system, shared.settings(), trajectory).run();
            if (trajectory.failure().isPresent()) {
                throw trajectory.failure().get();
            }
            return recorder.timecourse(run.occurrences).values();
        }
    }
}
