package org.immunarium.equations.simulation;

import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;

/// One of the reactions that happen one by one: what it changes, and what has to be looked at again
/// after it.
///
/// @param dependents   the reactions whose rates it may change
/// @param rates        gives the rates of its dependents
/// @param targets      the places of what it changes
/// @param changes      gives by how much, in extents
/// @param fixedChanges by how much in amounts, where numbers say so and nothing else decides
/// @param isFixed      whether all its changes are such numbers
/// @param disturbs     whether a trigger may change with it
/// @param endangers    whether a constraint may change with it
/// @param reschedules  whether the time of a later change of triggers or conditions moves with it
record ReactionProgram(
        ReactionEquation equation,
        int[] dependents,
        Kernel rates,
        int[] targets,
        Kernel changes,
        double[] fixedChanges,
        boolean isFixed,
        boolean disturbs,
        boolean endangers,
        boolean reschedules) {

    /// The same for another thread.
    ReactionProgram copy() {
        return new ReactionProgram(
                equation,
                dependents,
                rates.copy(),
                targets,
                changes.copy(),
                fixedChanges,
                isFixed,
                disturbs,
                endangers,
                reschedules);
    }
}
