package org.immunarium.study.patient;

import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.study.patient.PatientStudy.Method;
import org.immunarium.study.patient.PatientStudy.Tolerances;

/// How a study's equations are solved.
record Solving(Method method, Tolerances tolerances, long seed) {

    void apply(Simulation simulation) {
        simulation.method(asMethod()).relativeTolerance(tolerances.relative()).seed(seed);
        tolerances.absolute().ifPresent(simulation::absoluteTolerance);
    }

    void apply(PopulationSimulation simulation) {
        simulation.method(asMethod()).relativeTolerance(tolerances.relative()).seed(seed);
        tolerances.absolute().ifPresent(simulation::absoluteTolerance);
    }

    private org.immunarium.equations.simulation.Method asMethod() {
        return switch (method) {
            case AUTOMATIC -> org.immunarium.equations.simulation.Method.AUTO;
            case STIFF -> org.immunarium.equations.simulation.Method.STIFF;
            case STOCHASTIC -> throw new IllegalStateException("a stochastic study is not solved as equations");
            case NONSTIFF -> org.immunarium.equations.simulation.Method.NONSTIFF;
        };
    }
}
