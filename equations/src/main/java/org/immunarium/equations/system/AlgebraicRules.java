package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.model.Model;

/// Which variable each algebraic rule determines, and its formula where the rule can be solved for it.
///
/// A variable is free when nothing else determines it: no rule, no reaction, not declared constant.
/// Rules and free variables are matched so that every rule has its own (a maximum bipartite
/// matching by augmenting paths); among several choices, variables that enter linearly with a
/// constant factor are taken first, and those that events or initial assignments set last.
final class AlgebraicRules {

    private final Declarations declared;
    private final List<List<String>> choices = new ArrayList<>();
    private final Map<String, Integer> ruleOf = new HashMap<>();

    private AlgebraicRules(Declarations declared) {
        this.declared = declared;
    }

    /// The variable that each rule determines, with the rule's left-hand side; notes a problem for
    /// a rule that has none.
    static Map<String, Expression> determine(Declarations declared) {
        return new AlgebraicRules(declared).match();
    }

    private Map<String, Expression> match() {
        Map<String, Expression> formulas = new LinkedHashMap<>(declared.assigned);
        for (Model.Reaction r : declared.model.reactions()) {
            Map<String, Expression> local = new HashMap<>();
            r.localParameters().forEach(p -> local.put(p.id(), new Symbol(Names.local(r.id(), p.id()))));
            r.rate().map(declared::inline).ifPresent(e -> formulas.put(r.id(), renameLocals(e, local)));
        }
        for (Expression rule : declared.algebraic) {
            List<String> candidates = new ArrayList<>();
            for (String name : Dependencies.closure(rule, formulas)) {
                if (isFree(name)) {
                    candidates.add(name);
                }
            }
            Map<String, Integer> reluctance = new HashMap<>();
            candidates.forEach(name -> reluctance.put(name, reluctance(name, rule, formulas)));
            candidates.sort((a, b) -> {
                int order = Integer.compare(reluctance.getOrDefault(a, 0), reluctance.getOrDefault(b, 0));
                return order != 0 ? order : a.compareTo(b);
            });
            choices.add(candidates);
        }
        Map<String, Expression> result = new LinkedHashMap<>();
        for (int rule = 0; rule < choices.size(); rule++) {
            if (!augment(rule, new HashSet<>())) {
                declared.problem(
                        "algebraic rule " + (rule + 1),
                        "nothing is left for it to determine (the model is overdetermined); a variable that may change,"
                                + " and that no other rule, reaction or event equation determines, was expected in it");
            }
        }
        ruleOf.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(e -> result.put(e.getKey(), declared.algebraic.get(e.getValue())));
        return result;
    }

    private boolean augment(int rule, Set<String> tried) {
        for (String variable : choices.get(rule)) {
            if (tried.add(variable)) {
                Integer holder = ruleOf.get(variable);
                if (holder == null || augment(holder, tried)) {
                    ruleOf.put(variable, rule);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFree(String name) {
        if (declared.assigned.containsKey(name)
                || declared.rates.containsKey(name)
                || declared.changedByReactions.contains(name)) {
            return false;
        }
        Model.Species s = declared.species.get(name);
        if (s != null) {
            return !s.constant();
        }
        Model.Compartment c = declared.compartments.get(name);
        if (c != null) {
            return !c.constant();
        }
        Model.Parameter p = declared.parameters.get(name);
        if (p != null) {
            return !p.constant();
        }
        Model.SpeciesReference r = declared.references.get(name);
        return r != null && !r.constant();
    }

    private int reluctance(String name, Expression rule, Map<String, Expression> formulas) {
        int result = declared.changedByEvents.contains(name) ? 4 : 0;
        if (declared.initial.containsKey(name)) {
            result += 2;
        }
        Expression expanded = expand(rule, formulas, name);
        boolean simple = LinearForm.of(expanded, e -> Lowering.isSymbol(e, name))
                .map(form -> form.slope() instanceof Constant)
                .orElse(false);
        return simple ? result : result + 1;
    }

    /// Solves residuals that are linear in their variable: it becomes a definition. The others stay.
    static void solve(
            Map<String, Expression> residuals,
            Map<String, Expression> definitions,
            Set<String> stored,
            Map<String, Expression> start) {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (String variable : List.copyOf(residuals.keySet())) {
                Optional<Expression> formula = formula(variable, residuals, definitions);
                if (formula.isPresent()) {
                    residuals.remove(variable);
                    definitions.put(variable, formula.get());
                    stored.remove(variable);
                    start.remove(variable);
                    progress = true;
                }
            }
        }
    }

    private static Optional<Expression> formula(
            String variable, Map<String, Expression> residuals, Map<String, Expression> definitions) {
        Expression residual = residuals.getOrDefault(variable, new Constant(0));
        Expression expanded = expand(residual, definitions, variable);
        Optional<LinearForm> form = LinearForm.of(expanded, e -> Lowering.isSymbol(e, variable));
        if (form.isEmpty() || form.get().isConstant()) {
            return Optional.empty();
        }
        boolean alone = Dependencies.closure(expanded, definitions).stream()
                .noneMatch(other -> !other.equals(variable) && residuals.containsKey(other));
        boolean safe = form.get().slope() instanceof Constant || alone;
        return safe ? Optional.of(form.get().root()) : Optional.empty();
    }

    /// Replaces those definitions that depend on `variable` by their formulas.
    private static Expression expand(Expression expression, Map<String, Expression> definitions, String variable) {
        Map<String, Expression> expanded = new LinkedHashMap<>();
        Dependencies.order(definitions).definitions().forEach((name, value) -> {
            if (!name.equals(variable)) {
                Expression full = Rewriting.substitute(value, expanded);
                if (Dependencies.symbols(full).contains(variable)) {
                    expanded.put(name, full);
                }
            }
        });
        return Rewriting.substitute(expression, expanded);
    }

    /// A reaction's rate with its own parameters under their full ids.
    static Expression renameLocals(Expression expression, Map<String, Expression> local) {
        return new Rewriting(e -> switch (e) {
                    case Symbol(String name) -> local.getOrDefault(name, e);
                    case RateOf(String name) when local.get(name) instanceof Symbol(String full) -> new RateOf(full);
                    default -> e;
                })
                .apply(expression);
    }
}
