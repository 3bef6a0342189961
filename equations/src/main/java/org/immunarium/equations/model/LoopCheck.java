package org.immunarium.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.units.Problem;

/// Finds values that are defined by themselves: through assignment rules, initial assignments and reaction rates,
/// and functions that call themselves.
final class LoopCheck {

    private final Model model;
    private final ModelCheck.Origin origin;
    private final List<Problem> problems = new ArrayList<>();

    /// What each value needs to know, and what part of the model says so.
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    private final Map<String, Object> says = new HashMap<>();

    LoopCheck(Model model, ModelCheck.Origin origin) {
        this.model = model;
        this.origin = origin;
    }

    List<Problem> problems() {
        values();
        report("the value depends on itself");
        needs.clear();
        functions();
        report("the function calls itself");
        return problems;
    }

    private void values() {
        Set<String> assigned = new HashSet<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof AssignmentRule(String variable, Expression value)) {
                add(variable, rule, symbols(value));
                assigned.add(variable);
            }
        }
        for (InitialAssignment initial : model.initialAssignments()) {
            if (!needs.containsKey(initial.symbol())) {
                add(initial.symbol(), initial, symbols(initial.value()));
            }
        }
        for (Reaction reaction : model.reactions()) {
            Set<String> symbols = reaction.rate().map(LoopCheck::symbols).orElse(new LinkedHashSet<>());
            for (Parameter local : reaction.localParameters()) {
                symbols.remove(local.id());
            }
            add(reaction.id(), reaction, symbols);
        }
        // A concentration follows from its amount and the size of its compartment.
        for (Species species : model.species()) {
            boolean isQuotient = !species.hasOnlySubstanceUnits()
                    && (species.initialIsAmount() || assigned.contains(species.compartment()));
            if (isQuotient && !needs.containsKey(species.id())) {
                add(species.id(), species, new LinkedHashSet<>(List.of(species.compartment())));
            }
        }
    }

    private void functions() {
        for (FunctionDefinition function : model.functions()) {
            Set<String> called = new LinkedHashSet<>();
            Expressions.visit(function.body(), part -> {
                if (part instanceof Call call) {
                    called.add(call.function());
                }
            });
            add(function.id(), function, called);
        }
    }

    private void add(String value, Object part, Set<String> symbols) {
        needs.put(value, symbols);
        says.put(value, part);
    }

    /// The symbols whose present value an expression needs; what it takes from the past does not count.
    private static Set<String> symbols(Expression expression) {
        Set<String> symbols = new LinkedHashSet<>();
        collect(expression, symbols);
        return symbols;
    }

    private static void collect(Expression expression, Set<String> symbols) {
        switch (expression) {
            case Symbol(String name) -> symbols.add(name);
            case Delay(Expression _, Expression lag) -> collect(lag, symbols);
            default ->
                Expressions.mapParts(expression, part -> {
                    collect(part, symbols);
                    return part;
                });
        }
    }

    /// Walks depth first, without recursion because chains of rules may be long, and reports each loop once.
    private void report(String what) {
        Set<String> done = new HashSet<>();
        for (String start : needs.keySet()) {
            List<String> path = new ArrayList<>();
            List<Iterator<String>> rest = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            enter(start, path, rest, onPath, done);
            while (!path.isEmpty()) {
                Iterator<String> next = rest.getLast();
                if (!next.hasNext()) {
                    onPath.remove(path.removeLast());
                    rest.removeLast();
                    continue;
                }
                String needed = next.next();
                if (onPath.contains(needed)) {
                    loop(path.subList(path.indexOf(needed), path.size()), what);
                } else {
                    enter(needed, path, rest, onPath, done);
                }
            }
        }
    }

    private void enter(
            String value, List<String> path, List<Iterator<String>> rest, Set<String> onPath, Set<String> done) {
        Set<String> needed = needs.get(value);
        if (needed != null && done.add(value)) {
            path.add(value);
            rest.add(needed.iterator());
            onPath.add(value);
        }
    }

    private void loop(List<String> loop, String what) {
        Object part = Objects.requireNonNull(says.get(loop.getFirst()));
        problems.add(origin.problem(
                part, PartNames.describe(part), what + ": " + String.join(" -> ", loop) + " -> " + loop.getFirst()));
    }
}
