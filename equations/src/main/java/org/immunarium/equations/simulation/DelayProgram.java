package org.immunarium.equations.simulation;

import java.util.List;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.KernelCompiler;
import org.immunarium.equations.system.EquationSystem.DelayTerm;
import org.immunarium.equations.system.EquationSystem.Start;

/// A delayed value.
///
/// @param slot   the parameter that holds it
/// @param value  gives what is delayed
/// @param before gives its value before the start, in terms of given values
/// @param needs  other delays that its value needs
/// @param steady whether the lag depends on parameters alone
record DelayProgram(int slot, Kernel value, Kernel before, int[] needs, boolean steady) {

    /// @param k its place among the delays
    static DelayProgram compile(FormulaCompiler formulas, int k) {
        Layout layout = formulas.layout();
        DelayTerm d = layout.equations.delays().get(k);
        Start start = layout.equations.start();
        return new DelayProgram(
                layout.slot(d.slot()),
                formulas.kernel(List.of(d.value())),
                KernelCompiler.compile(
                        StartProgram.scope(layout.equations, start.definitions()),
                        List.of(start.past().get(k)),
                        1),
                layout.delaysIn(d.value()),
                layout.equations.isSteady(d.lag()));
    }

    /// The same for another thread.
    DelayProgram copy() {
        return new DelayProgram(slot, value.copy(), before.copy(), needs, steady);
    }
}
