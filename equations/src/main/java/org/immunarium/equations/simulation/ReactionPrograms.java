package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.ConstraintEquation;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.EquationSystem.Update;
import org.immunarium.equations.system.Names;

/// The reactions of a model that happen one by one, compiled. A reaction that changes nothing is left
/// out. Kernels belong to one thread; [#copy] makes a set for another.
///
/// @param reactions the reactions
/// @param quantum   one item in the unit of extent: rates are that many times the propensities
/// @param rates     gives the rates of all reactions
/// @param draws     random draws that the rates use
/// @param things    whether that unit counts things; else it is a mole, or a part of one
/// @param counted   the amounts that are counted in items: those that reactions change, but of
///     species that a conversion factor counts in something else
/// @param steady    whether the rates change only when something happens, nothing has to be integrated,
///                  and the times at which triggers and constraints on time change are known
/// @param hazard    the place of the sum of rates among the states
record ReactionPrograms(
        ReactionProgram[] reactions,
        double quantum,
        Kernel rates,
        int[] draws,
        boolean things,
        List<Counted> counted,
        boolean steady,
        int hazard) {

    /// Stands for time among symbols.
    private static final String TIME = "time:";

    static ReactionPrograms compile(Programs programs, double quantum) {
        FormulaCompiler formulas = programs.formulas;
        Layout layout = programs.layout;
        EquationSystem equations = layout.equations;
        List<ReactionEquation> equationsOfReactions = equations.reactions().stream()
                .filter(r -> !r.changes().isEmpty())
                .toList();
        List<Expression> rates = new ArrayList<>();
        List<Set<String>> needs = new ArrayList<>();
        for (ReactionEquation r : equationsOfReactions) {
            rates.add(new Symbol(r.id()));
            needs.add(closure(equations, List.of(new Symbol(r.id()))));
        }
        Set<String> triggers = closure(
                equations,
                equations.events().stream().map(EventEquations::trigger).toList());
        Set<String> constraints = closure(
                equations,
                equations.constraints().stream()
                        .map(ConstraintEquation::condition)
                        .toList());
        List<Expression> times = new ArrayList<>(equations.timed());
        equations.switches().forEach(s -> times.addAll(List.of(s.threshold(), s.condition())));
        Set<String> schedule = closure(equations, times);

        ReactionProgram[] reactions = new ReactionProgram[equationsOfReactions.size()];
        for (int r = 0; r < reactions.length; r++) {
            ReactionEquation equation = equationsOfReactions.get(r);
            List<Update> updates = equation.changes();
            Set<String> changed = new HashSet<>();
            updates.forEach(u -> changed.add(u.symbol()));
            int[] dependents = IntStream.range(0, reactions.length)
                    .filter(k -> meet(needs.get(k), changed))
                    .toArray();
            reactions[r] = new ReactionProgram(
                    equation,
                    dependents,
                    formulas.smoothKernel(
                            IntStream.of(dependents).mapToObj(rates::get).toList()),
                    layout.places(updates),
                    formulas.kernel(updates.stream().map(Update::value).toList()),
                    updates.stream()
                            .mapToDouble(u -> u.value() instanceof Constant c ? c.value() * quantum : Double.NaN)
                            .toArray(),
                    updates.stream().allMatch(u -> u.value() instanceof Constant),
                    meet(triggers, changed),
                    meet(constraints, changed),
                    meet(schedule, changed));
        }
        Set<String> drawn = new TreeSet<>();
        needs.forEach(drawn::addAll);
        return new ReactionPrograms(
                reactions,
                quantum,
                formulas.smoothKernel(rates),
                IntStream.range(0, equations.draws().size())
                        .filter(k -> drawn.contains(equations.draws().get(k).slot()))
                        .toArray(),
                Counting.countsThings(quantum),
                counted(layout),
                isSteady(equations, needs),
                layout.place(Names.HAZARD));
    }

    /// An amount that is counted in items.
    record Counted(String species, int slot) {}

    private static List<Counted> counted(Layout layout) {
        Model model = layout.equations.model();
        Set<String> converted = model.species().stream()
                .filter(s -> s.conversionFactor().or(model::conversionFactor).isPresent())
                .map(Model.Species::id)
                .collect(Collectors.toSet());
        return layout.equations.reactions().stream()
                .flatMap(reaction -> reaction.changes().stream())
                .map(Update::symbol)
                .distinct()
                .map(symbol -> new Counted(Names.plain(symbol), layout.slot(symbol)))
                .filter(each -> each.slot() >= 0 && !converted.contains(each.species()))
                .toList();
    }

    private static boolean isSteady(EquationSystem equations, List<Set<String>> needs) {
        Set<String> moving = new HashSet<>(Set.of(TIME));
        equations.states().forEach(s -> moving.add(s.symbol()));
        return equations.crossings().isEmpty()
                && equations.constraints().stream().allMatch(ConstraintEquation::isTimed)
                && equations.states().size() == 1
                && needs.stream().noneMatch(n -> meet(n, moving));
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    /// The same for another thread.
    ReactionPrograms copy() {
        return new ReactionPrograms(
                Arrays.stream(reactions).map(ReactionProgram::copy).toArray(ReactionProgram[]::new),
                quantum,
                rates.copy(),
                draws,
                things,
                counted,
                steady,
                hazard);
    }

    /// The symbols that expressions depend on as the right-hand side has them, definitions followed, and
    /// time.
    private static Set<String> closure(EquationSystem equations, List<Expression> expressions) {
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
