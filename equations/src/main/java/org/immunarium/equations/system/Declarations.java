package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.model.Model;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A model indexed by id, with its function calls inlined; collects what is wrong with it.
final class Declarations {

    final Model model;
    final Map<String, Model.Compartment> compartments = new LinkedHashMap<>();
    final Map<String, Model.Species> species = new LinkedHashMap<>();
    final Map<String, Model.Parameter> parameters = new LinkedHashMap<>();
    final Map<String, Model.SpeciesReference> references = new LinkedHashMap<>();
    final Map<String, Expression> initial = new LinkedHashMap<>();
    final Map<String, Expression> assigned = new LinkedHashMap<>();
    final Map<String, Expression> rates = new LinkedHashMap<>();
    final List<Expression> algebraic = new ArrayList<>();
    final Set<String> changedByEvents = new LinkedHashSet<>();
    final Set<String> changedByReactions = new LinkedHashSet<>();

    private final Map<String, Model.FunctionDefinition> functions = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();

    Declarations(Model model) {
        this.model = model;
        model.functions().forEach(f -> functions.put(f.id(), f));
        model.compartments().forEach(c -> compartments.put(c.id(), c));
        model.species().forEach(s -> species.put(s.id(), s));
        model.parameters().forEach(p -> parameters.put(p.id(), p));
        for (Model.Reaction reaction : model.reactions()) {
            for (List<Model.SpeciesReference> side : List.of(reaction.reactants(), reaction.products())) {
                for (Model.SpeciesReference reference : side) {
                    if (!reference.id().isEmpty()) {
                        references.put(reference.id(), reference);
                    }
                    Model.Species s = species.get(reference.species());
                    if (s == null) {
                        problem(
                                "reaction \"" + reaction.id() + "\"",
                                "unknown species \"" + reference.species() + "\"");
                    } else if (!s.boundaryCondition() && !s.constant()) {
                        changedByReactions.add(s.id());
                    }
                }
            }
        }
        model.initialAssignments().forEach(i -> initial.put(i.symbol(), inline(i.value())));
        for (Model.Rule rule : model.rules()) {
            switch (rule) {
                case Model.AssignmentRule(String variable, Expression value) -> assigned.put(variable, inline(value));
                case Model.RateRule(String variable, Expression rate) -> rates.put(variable, inline(rate));
                case Model.AlgebraicRule(Expression value) -> algebraic.add(inline(value));
            }
        }
        for (Model.Event event : model.events()) {
            event.assignments().forEach(a -> changedByEvents.add(a.variable()));
        }
        for (Model.Species s : model.species()) {
            if (!compartments.containsKey(s.compartment())) {
                problem("species \"" + s.id() + "\"", "unknown compartment \"" + s.compartment() + "\"");
            }
        }
    }

    /// Notes a problem once.
    void problem(String element, String message) {
        Problem p = Problem.in(source(), element, message);
        if (reported.add(p.toString())) {
            problems.add(p);
        }
    }

    private String source() {
        return model.id().isEmpty() ? model.name().isEmpty() ? "model" : model.name() : model.id();
    }

    /// Throws everything noted so far, if anything was.
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /// The compartment of a species.
    String compartmentOf(String speciesId) {
        Model.Species s = species.get(speciesId);
        return s == null ? "" : s.compartment();
    }

    /// Whether the symbol of a species means its amount: it says so, or its compartment has no size
    /// to divide by.
    boolean meansAmount(Model.Species s) {
        Model.Compartment c = compartments.get(s.compartment());
        return s.hasOnlySubstanceUnits() || c == null || !hasSize(c);
    }

    /// Whether a compartment has a size: a point has none unless it was given one (L3 makes no
    /// difference for points).
    boolean hasSize(Model.Compartment c) {
        return c.dimensions() != 0
                || !Double.isNaN(c.size())
                || assigned.containsKey(c.id())
                || initial.containsKey(c.id())
                || rates.containsKey(c.id())
                || changedByEvents.contains(c.id());
    }

    /// Replaces calls of the model's functions by their bodies.
    Expression inline(Expression expression) {
        return inline(expression, Set.of());
    }

    private Expression inline(Expression expression, Set<String> within) {
        return new Rewriting(e -> e instanceof Call call ? body(call, within) : e).apply(expression);
    }

    private Expression body(Call call, Set<String> within) {
        Model.FunctionDefinition f = functions.get(call.function());
        String element = "function \"" + call.function() + "\"";
        if (f == null) {
            problem(element, "is called but not defined");
            return new Expression.Constant(Double.NaN);
        }
        if (within.contains(f.id())) {
            problem(element, "calls itself");
            return new Expression.Constant(Double.NaN);
        }
        if (f.arguments().size() != call.arguments().size()) {
            problem(
                    element,
                    "is called with " + call.arguments().size() + " arguments; it takes "
                            + f.arguments().size());
            return new Expression.Constant(Double.NaN);
        }
        Set<String> inner = new HashSet<>(within);
        inner.add(f.id());
        Map<String, Expression> bound = new HashMap<>();
        for (int i = 0; i < f.arguments().size(); i++) {
            bound.put(f.arguments().get(i), call.arguments().get(i));
        }
        Expression inlined = inline(f.body(), inner);
        return new Rewriting(e -> switch (e) {
                    case Symbol(String name) -> bound.getOrDefault(name, e);
                    case RateOf(String name)
                    when bound.get(name) instanceof Symbol(String actual) -> new RateOf(actual);
                    default -> e;
                })
                .apply(inlined);
    }
}
