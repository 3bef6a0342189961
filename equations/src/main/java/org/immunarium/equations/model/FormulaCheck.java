package org.immunarium.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Constraint;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Whether every name in a model's mathematics is known, and every function has the arguments it takes.
final class FormulaCheck {

    /// Parts that all formulas may have together once their function calls are written out; the largest published
    /// models have about a hundred thousand.
    private static final double MOST_PARTS = 2e6;

    private final Model model;
    private final ModelCheck.Origin origin;
    private final Map<String, Object> parts;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final WrittenOut writtenOut;
    private double writtenParts;

    FormulaCheck(Model model, ModelCheck.Origin origin, Map<String, Object> parts) {
        this.model = model;
        this.origin = origin;
        this.parts = parts;
        model.functions().forEach(f -> functions.put(f.id(), f));
        this.writtenOut = new WrittenOut(model.functions());
        for (Rule rule : model.rules()) {
            if (rule instanceof AssignmentRule assignment) {
                assigned.add(assignment.variable());
            }
        }
    }

    List<Problem> problems() {
        for (FunctionDefinition function : model.functions()) {
            Set<String> arguments = new HashSet<>();
            for (String argument : function.arguments()) {
                if (argument.isEmpty() || !arguments.add(argument)) {
                    problem(function, function, "argument \"" + argument + "\": a name of its own is expected");
                }
            }
            body(function, arguments);
        }
        model.initialAssignments().forEach(i -> check(i, i.value(), Set.of()));
        for (Rule rule : model.rules()) {
            switch (rule) {
                case AssignmentRule assignment -> check(rule, assignment.value(), Set.of());
                case RateRule rate -> check(rule, rate.rate(), Set.of());
                case AlgebraicRule algebraic -> check(rule, algebraic.value(), Set.of());
            }
        }
        model.reactions().forEach(this::reaction);
        for (Event event : model.events()) {
            check(event, event.trigger(), Set.of());
            event.delay().ifPresent(d -> check(event, d, Set.of()));
            event.priority().ifPresent(p -> check(event, p, Set.of()));
            event.assignments().forEach(a -> check(a, a.value(), Set.of()));
        }
        for (Constraint constraint : model.constraints()) {
            check(constraint, constraint.condition(), Set.of());
        }
        return problems;
    }

    private void reaction(Reaction reaction) {
        Set<String> local = new HashSet<>();
        for (Parameter parameter : reaction.localParameters()) {
            local.add(parameter.id());
        }
        reaction.rate().ifPresent(rate -> check(reaction, rate, local));
        List<SpeciesReference> references = new ArrayList<>(reaction.reactants());
        references.addAll(reaction.products());
        for (SpeciesReference reference : references) {
            reference.stoichiometryMath().ifPresent(math -> check(reference, math, Set.of()));
        }
    }

    private void body(FunctionDefinition function, Set<String> arguments) {
        Expressions.visit(function.body(), part -> {
            switch (part) {
                case Symbol(String name) -> argument(function, part, name, arguments);
                case RateOf(String name) -> argument(function, part, name, arguments);
                case Call call -> call(function, call);
                case Apply apply -> arity(function, apply);
                default -> {}
            }
        });
    }

    private void argument(FunctionDefinition function, Expression part, String name, Set<String> arguments) {
        if (!arguments.contains(name)) {
            problem(
                    function,
                    part,
                    "\"" + name + "\" is not an argument of the function; those are " + new TreeSet<>(arguments));
        }
    }

    private void check(Object owner, Expression expression, Set<String> local) {
        size(owner, expression);
        Expressions.visit(expression, part -> {
            switch (part) {
                case Symbol(String name) -> {
                    if (!local.contains(name)) {
                        symbol(owner, part, name, local);
                    }
                }
                case RateOf(String name) -> {
                    if (!local.contains(name)) {
                        symbol(owner, part, name, local);
                    }
                    if (assigned.contains(name)) {
                        problem(
                                owner,
                                part,
                                "rateOf \"" + name + "\": an assignment rule gives it, so its rate is"
                                        + " not known; a quantity that changes by reactions or a rate rule is expected");
                    }
                }
                case Call call -> call(owner, call);
                case Apply apply -> arity(owner, apply);
                case Delay(var _, Constant(double lag, var _))
                when lag < 0 ->
                    problem(
                            owner,
                            part,
                            "the delay has the lag " + Quantity.number(lag) + "; zero or more was expected");
                default -> {}
            }
        });
    }

    private void size(Object owner, Expression expression) {
        boolean before = writtenParts > MOST_PARTS;
        writtenParts += writtenOut.parts(expression);
        if (!before && writtenParts > MOST_PARTS) {
            problem(
                    owner,
                    expression,
                    String.format(
                            Locale.ROOT,
                            "with its function calls written out, the model's mathematics has %.3g parts up to here;"
                                    + " at most %.3g are expected",
                            writtenParts,
                            MOST_PARTS));
        }
    }

    private void symbol(Object owner, Expression part, String name, Set<String> local) {
        Object found = parts.get(name);
        if (found instanceof Event || found instanceof FunctionDefinition) {
            problem(owner, part, "\"" + name + "\" is " + PartNames.describe(found) + ", which has no value");
        } else if (found == null) {
            Set<String> known = new TreeSet<>(parts.keySet());
            known.addAll(local);
            problem(owner, part, "\"" + name + "\" does not exist" + NearMiss.hint(name, known));
        }
    }

    private void call(Object owner, Call call) {
        FunctionDefinition function = functions.get(call.function());
        if (function == null) {
            problem(
                    owner,
                    call,
                    "the function \"" + call.function() + "\" is not defined"
                            + NearMiss.hint(call.function(), functions.keySet()));
        } else if (function.arguments().size() != call.arguments().size()) {
            problem(
                    owner,
                    call,
                    "the function \"" + call.function() + "\" has "
                            + call.arguments().size() + " arguments here and takes "
                            + function.arguments().size());
        }
    }

    private void arity(Object owner, Apply apply) {
        int count = apply.arguments().size();
        if (!apply.operator().arity(count)) {
            problem(owner, apply, "\"" + apply.operator().symbol() + "\" does not take " + count + " arguments");
        }
    }

    private void problem(Object owner, Object part, String message) {
        problems.add(origin.problem(part, PartNames.describe(owner), message));
    }
}
