package org.immunarium.equations.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model.FunctionDefinition;

/// How large formulas are once their function calls are written out, counted without writing them out.
///
/// Functions that call functions twice each grow as 2^n: a page of them would fill any memory. The size of a call is
/// linear in the sizes of its arguments, so each function is looked at once.
final class WrittenOut {

    private final Map<String, FunctionDefinition> functions = new HashMap<>();

    /// Of each function, its own parts, then how often each argument appears in it.
    private final Map<String, double[]> growth = new HashMap<>();

    WrittenOut(List<FunctionDefinition> functions) {
        functions.forEach(f -> this.functions.put(f.id(), f));
    }

    /// The parts of a formula with all calls written out; infinite if beyond 1.8e308. Calls of functions that are not
    /// defined, that call themselves or have other arguments count as one part.
    double parts(Expression formula) {
        return form(formula, List.of())[0];
    }

    private double[] form(Expression expression, List<String> arguments) {
        double[] form = new double[arguments.size() + 1];
        switch (expression) {
            case Symbol(String name) when arguments.contains(name) -> form[arguments.indexOf(name) + 1] = 1;
            case Call(String function, List<Expression> given) -> {
                Optional<double[]> grown = growth(function, given.size());
                form[0] = 1 + grown.map(g -> g[0]).orElse(0.0);
                for (int i = 0; i < given.size(); i++) {
                    int argument = i + 1;
                    add(
                            form,
                            form(given.get(i), arguments),
                            grown.map(g -> g[argument]).orElse(1.0));
                }
            }
            default -> {
                form[0] = 1;
                Expressions.mapParts(expression, part -> {
                    add(form, form(part, arguments), 1);
                    return part;
                });
            }
        }
        return form;
    }

    private Optional<double[]> growth(String function, int given) {
        FunctionDefinition definition = functions.get(function);
        if (definition == null || definition.arguments().size() != given) {
            return Optional.empty();
        }
        double[] known = growth.get(function);
        if (known == null) {
            // What a function that calls itself finds; loops are reported elsewhere.
            known = new double[given + 1];
            Arrays.fill(known, 1);
            growth.put(function, known);
            known = form(definition.body(), definition.arguments());
            growth.put(function, known);
        }
        return Optional.of(known);
    }

    private static void add(double[] sum, double[] form, double times) {
        for (int i = 0; i < sum.length && times > 0; i++) {
            sum[i] += form[i] > 0 ? times * form[i] : 0;
        }
    }
}
