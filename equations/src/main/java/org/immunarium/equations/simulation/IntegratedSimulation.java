package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.immunarium.numerics.ode.OdeSettings;

/// What every run of a model as differential equations is told besides: by which method and how
/// accurately they are integrated, and which states must not become negative.
///
/// @param <S> the kind of run, which every setting returns
public abstract sealed class IntegratedSimulation<S extends IntegratedSimulation<S>> extends AbstractSimulation<S>
        permits Simulation, PopulationSimulation, RepeatedSimulation {

    /// A relative tolerance below which a run-in is begun with explicit methods.
    private static final double FINE = 1e-6;

    double relativeTolerance = 1e-6;
    Method method = Method.AUTO;
    private double absoluteTolerance = Double.NaN;
    private double[] absoluteTolerances = {};
    private final Map<String, Double> ownTolerances = new LinkedHashMap<>();
    private Set<String> nonNegative = Set.of();
    private Optional<String> awaited = Optional.empty();
    private double longest;
    private OptionalLong maximumSteps = OptionalLong.empty();

    IntegratedSimulation(CompiledModel compiled) {
        super(compiled);
    }

    /// The relative error allowed in a step; 1e-6 unless set.
    public S relativeTolerance(double tolerance) {
        relativeTolerance = tolerance;
        return self();
    }

    /// The absolute error allowed in a step, for every state, in its own unit. Unless set, each
    /// state has its own, 1e-12 of the relative tolerance times its scale: the largest size that it
    /// reaches in a coarse run of the model with its own values, or its initial one where that is
    /// smaller and not zero.
    public S absoluteTolerance(double tolerance) {
        absoluteTolerance = tolerance;
        return self();
    }

    /// The absolute error allowed in a step, for one quantity.
    public S absoluteTolerance(String id, double tolerance) {
        ownTolerances.put(id, tolerance);
        return self();
    }

    /// The absolute error allowed in a step for each state, in the order of
    /// [org.immunarium.equations.system.EquationSystem#states].
    public S absoluteTolerances(double... tolerances) {
        absoluteTolerances = tolerances.clone();
        return self();
    }

    public S method(Method chosen) {
        method = chosen;
        return self();
    }

    /// Runs begin before the start, with the model's initial values and without doses, and are at the start when an
    /// event of the model happens for the first time: a tumour grows until it is found. Time is less than that
    /// of the start before.
    ///
    /// A run in which the event does not happen in time fails.
    ///
    /// @param event   the id of an event of the model
    /// @param longest the time within which it must happen
    /// @throws IllegalArgumentException if the model has no such event; a model with delays is refused when it runs
    public S afterRunIn(String event, double longest) {
        if (compiled.model().events().stream().noneMatch(each -> each.id().equals(event))) {
            throw new IllegalArgumentException("the model has no event \"" + event + "\"");
        }
        awaited = Optional.of(event);
        this.longest = longest;
        return self();
    }

    /// Whether a run-in has to be begun with steps of explicit methods: where little error is allowed, the
    /// first step of a stiff method would be shorter than what times so far from 0 can tell apart.
    boolean beginsFinely(Programs programs) {
        return runIn(programs).isAny() && relativeTolerance < FINE;
    }

    RunIn runIn(Programs programs) {
        if (awaited.isEmpty()) {
            return RunIn.NONE;
        }
        if (programs.delays.length > 0) {
            throw new IllegalArgumentException("a model with delays has no past before its start");
        }
        for (int e = 0; e < programs.events.length; e++) {
            if (programs.events[e].equations().id().equals(awaited.get())) {
                return new RunIn(OptionalInt.of(e), longest);
            }
        }
        throw new IllegalArgumentException("the equations have no event \"" + awaited.get() + "\"");
    }

    /// These quantities must not become negative: steps that would take them below zero are shortened,
    /// and what rounding and tolerance leave below zero becomes zero. Those that are no states are left
    /// as they are.
    public S nonNegative(Set<String> ids) {
        nonNegative = Set.copyOf(ids);
        return self();
    }

    /// Attempts at steps, accepted or not, from one stop or jump to the next, after which a run fails; those of
    /// [OdeSettings#of] unless set.
    public S maximumSteps(long attempts) {
        maximumSteps = OptionalLong.of(attempts);
        return self();
    }

    /// The absolute tolerances that were set for all states; empty where they follow from each state's
    /// own scale.
    Optional<double[]> tolerancesThatWereSet(Programs programs) {
        if (absoluteTolerances.length > 0) {
            return Optional.of(absoluteTolerances);
        }
        if (Double.isNaN(absoluteTolerance)) {
            return Optional.empty();
        }
        double[] same = new double[programs.layout.states];
        Arrays.fill(same, absoluteTolerance);
        return Optional.of(same);
    }

    /// The settings of the solver.
    ///
    /// @param tolerances the absolute ones of all states, but for quantities that have their own
    OdeSettings odeSettings(Programs programs, Method chosen, double[] tolerances) {
        double[] absolute = tolerances.clone();
        ownTolerances.forEach((id, tolerance) -> {
            int state = programs.layout.stateOf(id);
            if (state >= 0) {
                absolute[state] = tolerance;
            }
        });
        OdeSettings settings = OdeSettings.of(relativeTolerance, absolute)
                .withMethod(chosen.asOde())
                .withNonNegative(programs.layout.statesOf(nonNegative))
                .withMaximumStep(programs.layout.longestStep(end() - start));
        return maximumSteps.isPresent() ? settings.withMaximumSteps(maximumSteps.getAsLong()) : settings;
    }
}
