package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.EquationSystem.Update;

/// The reactions of a model that happen one by one, compiled: how often, what each changes, and what
/// has to be looked at again after it.
///
/// A reaction that changes nothing is left out. Kernels belong to one thread; [#copy] makes a set for
/// another.
final class ReactionPrograms {

    /// The reactions, by their place in all arrays below.
    final List<ReactionEquation> reactions;
    /// One item in the unit of extent: rates are that many times the propensities.
    final double quantum;
    /// The rates of all reactions.
    final Kernel rates;
    /// For each reaction, those whose rates it may change.
    final int[][] dependents;
    /// For each reaction, the rates of its dependents.
    final Kernel[] updates;
    /// For each reaction, the places of what it changes.
    final int[][] targets;
    /// For each reaction, by how much: a kernel, or numbers where nothing else decides.
    final Kernel[] changes;

    final double[][] fixedChanges;
    final boolean[] isFixed;
    /// Whether a trigger may change with a reaction.
    final boolean[] disturbs;
    /// Whether the time of a later change of triggers or conditions moves with a reaction.
    final boolean[] reschedules;
    /// Random draws that the rates use.
    final int[] draws;
    /// Whether the rates change only when something happens, and nothing has to be integrated.
    final boolean steady;
    /// The place of the sum of rates among the states.
    final int hazard;

    private final EquationSystem equations;

    ReactionPrograms(Programs programs, double quantum) {
        equations = programs.equations;
        this.quantum = quantum;
        reactions = equations.reactions().stream()
                .filter(r -> !r.changes().isEmpty())
                .toList();
        int count = reactions.size();
        List<Expression> all = new ArrayList<>();
        List<Set<String>> needs = new ArrayList<>();
        for (ReactionEquation r : reactions) {
            all.add(new Symbol(r.id()));
            needs.add(closure(List.of(new Symbol(r.id()))));
        }
        rates = programs.compileSmooth(all);
        hazard = programs.place.getOrDefault(EquationSystem.HAZARD, -1);
        Set<String> moving = new HashSet<>(Set.of(TIME));
        equations.states().forEach(s -> moving.add(s.symbol()));
        steady = programs.equations.crossings().isEmpty()
                && programs.states == 1
                && needs.stream().allMatch(n -> n.stream().noneMatch(moving::contains));
        Set<String> drawn = new TreeSet<>();
        needs.forEach(drawn::addAll);
        draws = IntStream.range(0, equations.draws().size())
                .filter(k -> drawn.contains(equations.draws().get(k).slot()))
                .toArray();
        Set<String> triggers = closure(equations.events().stream()
                .map(EquationSystem.EventEquations::trigger)
                .toList());
        List<Expression> times = new ArrayList<>(equations.timed());
        equations.switches().forEach(s -> times.addAll(List.of(s.threshold(), s.condition())));
        Set<String> schedule = closure(times);

        dependents = new int[count][];
        updates = new Kernel[count];
        targets = new int[count][];
        changes = new Kernel[count];
        fixedChanges = new double[count][];
        isFixed = new boolean[count];
        disturbs = new boolean[count];
        reschedules = new boolean[count];
        for (int r = 0; r < count; r++) {
            List<Update> updated = reactions.get(r).changes();
            Set<String> changed = new HashSet<>();
            updated.forEach(u -> changed.add(u.symbol()));
            dependents[r] = IntStream.range(0, count)
                    .filter(k -> needs.get(k).stream().anyMatch(changed::contains))
                    .toArray();
            updates[r] = programs.compileSmooth(
                    IntStream.of(dependents[r]).mapToObj(all::get).toList());
            targets[r] = updated.stream()
                    .mapToInt(u -> programs.place.getOrDefault(u.symbol(), -1))
                    .toArray();
            changes[r] = programs.compile(updated.stream().map(Update::value).toList());
            isFixed[r] = updated.stream().allMatch(u -> u.value() instanceof Constant);
            fixedChanges[r] = updated.stream()
                    .mapToDouble(u -> u.value() instanceof Constant c ? c.value() * quantum : Double.NaN)
                    .toArray();
            disturbs[r] = triggers.stream().anyMatch(changed::contains);
            reschedules[r] = schedule.stream().anyMatch(changed::contains);
        }
    }

    private ReactionPrograms(ReactionPrograms from) {
        equations = from.equations;
        quantum = from.quantum;
        reactions = from.reactions;
        rates = from.rates.copy();
        dependents = from.dependents;
        updates = Arrays.stream(from.updates).map(Kernel::copy).toArray(Kernel[]::new);
        targets = from.targets;
        changes = Arrays.stream(from.changes).map(Kernel::copy).toArray(Kernel[]::new);
        fixedChanges = from.fixedChanges;
        isFixed = from.isFixed;
        disturbs = from.disturbs;
        reschedules = from.reschedules;
        draws = from.draws;
        steady = from.steady;
        hazard = from.hazard;
    }

    /// The same for another thread.
    ReactionPrograms copy() {
        return new ReactionPrograms(this);
    }

    /// Stands for time among symbols.
    private static final String TIME = "time:";

    /// The symbols that expressions depend on as the right-hand side has them, definitions followed, and
    /// time.
    private Set<String> closure(List<Expression> expressions) {
        Map<String, Expression> definitions = equations.smooth();
        Set<String> reached = new TreeSet<>();
        List<Expression> open = new ArrayList<>(expressions);
        while (!open.isEmpty()) {
            Expression next = open.removeLast();
            if (Expressions.contains(next, Time.class)) {
                reached.add(TIME);
            }
            for (String name : Expressions.symbols(next)) {
                Expression definition = reached.add(name) ? definitions.get(name) : null;
                if (definition != null) {
                    open.add(definition);
                }
            }
        }
        return reached;
    }
}
