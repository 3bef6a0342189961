package org.immunarium.equations.simulation;

import java.util.List;
import java.util.stream.Stream;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.Update;

/// The kernels of one event, all over one run.
///
/// @param delay       gives the delay, or nothing at all where there is none
/// @param priority    gives the priority, or nothing at all where there is none
/// @param values      gives what is assigned
/// @param updates     gives the new values of what changes, the assigned values being in place
/// @param targets     places of what its updates change
/// @param draws       random draws that its values use
/// @param timingDraws random draws that its delay and priority use
record EventProgram(
        EventEquations equations,
        Kernel delay,
        Kernel priority,
        Kernel values,
        Kernel updates,
        int[] targets,
        int[] draws,
        int[] timingDraws) {

    static EventProgram compile(FormulaCompiler formulas, EventEquations e) {
        Layout layout = formulas.layout();
        return new EventProgram(
                e,
                formulas.kernel(e.delay().map(List::of).orElse(List.of())),
                formulas.kernel(e.priority().map(List::of).orElse(List.of())),
                formulas.kernel(e.values()),
                formulas.kernel(e.updates().stream().map(Update::value).toList()),
                layout.places(e.updates()),
                layout.drawsIn(e.values()),
                layout.drawsIn(
                        Stream.concat(e.delay().stream(), e.priority().stream()).toList()));
    }

    /// The same for another thread.
    EventProgram copy() {
        return new EventProgram(
                equations, delay.copy(), priority.copy(), values.copy(), updates.copy(), targets, draws, timingDraws);
    }

    /// The event's id, else its name, else its number.
    ///
    /// @param place its place among the model's events
    String label(int place) {
        String label = equations.id().isEmpty() ? equations.name() : equations.id();
        return label.isEmpty() ? "event " + (place + 1) : label;
    }
}
