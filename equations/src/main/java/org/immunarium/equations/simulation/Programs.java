package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.ConstraintEquation;
import org.immunarium.equations.system.EquationSystem.DelayTerm;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.Switch;
import org.immunarium.equations.system.EquationSystem.Update;

/// What of an equation system is compiled once, for all runs of one thread after the other; [#copy]
/// makes a set for another thread, which shares all generated code.
///
/// Each kernel reads the time, the states and the parameters of one run.
final class Programs {

    final Layout layout;
    final FormulaCompiler formulas;
    /// Whether each trigger is true.
    final Kernel triggers;
    /// The times at which conditions and triggers on time change.
    final Kernel thresholds;
    /// The conditions on time that are held in a step.
    final Kernel switches;
    /// Whether each constraint holds.
    final Kernel constraints;
    /// The times at which constraints on time change.
    final Kernel constraintTimes;
    /// Differences whose change of sign can change a constraint.
    final Kernel constraintCrossings;
    /// Differences whose change of sign can change a trigger.
    final Kernel crossings;
    /// How long ago each delayed value was.
    final Kernel delayLags;

    final DelayProgram[] delays;
    /// For each random draw, what its distribution depends on.
    final Kernel[] drawArguments;
    final EventProgram[] events;

    /// What copies share: programs to be copied before they run.
    private final Map<Set<String>, StartProgram> startsToCopy;

    private final Map<Set<String>, StartProgram> starts = new HashMap<>();
    private final Map<DosePlan.Dosed, DosePlan.Program> boluses = new HashMap<>();

    private Programs(
            FormulaCompiler formulas,
            Kernel triggers,
            Kernel thresholds,
            Kernel switches,
            Kernel constraints,
            Kernel constraintTimes,
            Kernel constraintCrossings,
            Kernel crossings,
            Kernel delayLags,
            DelayProgram[] delays,
            Kernel[] drawArguments,
            EventProgram[] events,
            Map<Set<String>, StartProgram> startsToCopy) {
        layout = formulas.layout();
        this.formulas = formulas;
        this.triggers = triggers;
        this.thresholds = thresholds;
        this.switches = switches;
        this.constraints = constraints;
        this.constraintTimes = constraintTimes;
        this.constraintCrossings = constraintCrossings;
        this.crossings = crossings;
        this.delayLags = delayLags;
        this.delays = delays;
        this.drawArguments = drawArguments;
        this.events = events;
        this.startsToCopy = startsToCopy;
    }

    static Programs compile(EquationSystem equations) {
        FormulaCompiler formulas = new FormulaCompiler(new Layout(equations));
        List<Expression> times = new ArrayList<>();
        equations.switches().forEach(s -> times.add(s.threshold()));
        times.addAll(equations.timed());
        return new Programs(
                formulas,
                formulas.kernel(
                        equations.events().stream().map(EventEquations::trigger).toList()),
                formulas.kernel(times),
                formulas.kernel(
                        equations.switches().stream().map(Switch::condition).toList()),
                formulas.kernel(equations.constraints().stream()
                        .map(ConstraintEquation::condition)
                        .toList()),
                formulas.kernel(equations.constraints().stream()
                        .flatMap(c -> c.times().stream())
                        .toList()),
                formulas.kernel(equations.constraints().stream()
                        .flatMap(c -> c.crossings().stream())
                        .toList()),
                formulas.kernel(equations.crossings()),
                formulas.kernel(equations.delays().stream().map(DelayTerm::lag).toList()),
                IntStream.range(0, equations.delays().size())
                        .mapToObj(k -> DelayProgram.compile(formulas, k))
                        .toArray(DelayProgram[]::new),
                equations.draws().stream()
                        .map(d -> formulas.kernel(d.arguments()))
                        .toArray(Kernel[]::new),
                equations.events().stream()
                        .map(e -> EventProgram.compile(formulas, e))
                        .toArray(EventProgram[]::new),
                new ConcurrentHashMap<>());
    }

    /// The same for another thread.
    Programs copy() {
        return new Programs(
                formulas,
                triggers.copy(),
                thresholds.copy(),
                switches.copy(),
                constraints.copy(),
                constraintTimes.copy(),
                constraintCrossings.copy(),
                crossings.copy(),
                delayLags.copy(),
                Arrays.stream(delays).map(DelayProgram::copy).toArray(DelayProgram[]::new),
                Arrays.stream(drawArguments).map(Kernel::copy).toArray(Kernel[]::new),
                Arrays.stream(events).map(EventProgram::copy).toArray(EventProgram[]::new),
                startsToCopy);
    }

    /// The program that gives initial values when these quantities are set by the user.
    StartProgram start(Set<String> set) {
        return starts.computeIfAbsent(
                Set.copyOf(set),
                key -> startsToCopy
                        .computeIfAbsent(key, k -> StartProgram.compile(layout, k))
                        .copy());
    }

    /// How a bolus into a quantity changes a state or parameter.
    DosePlan.Program bolus(DosePlan.Dosed dosed) {
        return boluses.computeIfAbsent(dosed, this::compileBolus);
    }

    private DosePlan.Program compileBolus(DosePlan.Dosed dosed) {
        Update update = layout.equations.dose(dosed.target(), dosed.measure());
        return new DosePlan.Program(formulas.kernel(List.of(update.value())), layout.place(update.symbol()));
    }
}
