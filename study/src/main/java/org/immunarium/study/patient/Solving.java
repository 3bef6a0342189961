package org.immunarium.study.patient;

import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.simulation.IntegratedSimulation;
import org.immunarium.equations.simulation.Method;
import org.immunarium.study.patient.PatientStudy.SolverChoice;
import org.immunarium.study.patient.PatientStudy.Tolerances;

/// How a study's equations are solved.
///
/// @param nonNegative the ids of what must not become negative
/// @param growth      what is before the start, if anything
record Solving(
        SolverChoice method, Tolerances tolerances, Set<String> nonNegative, long seed, Optional<Growth> growth) {

    <S extends IntegratedSimulation<S>> void apply(S simulation) {
        simulation
                .method(asMethod())
                .relativeTolerance(tolerances.relative())
                .nonNegative(nonNegative)
                .seed(seed);
        tolerances.absolute().ifPresent(simulation::absoluteTolerance);
        growth.ifPresent(each -> simulation.afterRunIn(each.moment(), each.longest()));
    }

    /// What is before the start.
    ///
    /// @param moment  the id of the event that is waited for
    /// @param longest within which it must happen, in the model's unit of time
    record Growth(String moment, double longest) {}

    private Method asMethod() {
        return switch (method) {
            case AUTOMATIC -> Method.AUTO;
            case STIFF -> Method.STIFF;
            case STOCHASTIC -> throw new IllegalStateException("a stochastic study is not solved as equations");
            case NONSTIFF -> Method.NONSTIFF;
        };
    }
}
