package org.immunarium.study.patient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.expression.FormulaText;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.system.Names;

/// What the parts of a model are called: as in its tables, by their names where a tool made the
/// ids up.
final class ModelNames {

    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();
    private final boolean opaque;

    ModelNames(Model model) {
        CompiledModel compiled = CompiledModel.compile(model);
        compiled.equations()
                .quantities()
                .forEach(each -> labels.put(
                        each.id(), compiled.column(Column.Request.of(each.id())).label()));
        opaque = labels.entrySet().stream().anyMatch(each -> !each.getKey().equals(each.getValue()));
        if (opaque) {
            model.functions()
                    .forEach(each -> functions.put(each.id(), each.name().isBlank() ? each.id() : each.name()));
            model.events().forEach(each -> labels.put(each.id(), each.name().isBlank() ? each.id() : each.name()));
        }
    }

    /// What a quantity is called.
    String of(String id) {
        return labels.getOrDefault(id, id);
    }

    /// What a quantity is called, with its name for people where that says more.
    String of(String id, String name) {
        return name.isBlank() || !of(id).equals(id) || name.equals(id) ? of(id) : id + " (" + name + ")";
    }

    /// How a line about a reaction or an event begins; an id that a tool made up says nothing.
    String heading(String id, String name) {
        return opaque && of(id).equals(id) ? "" : of(id, name) + ": ";
    }

    String formula(Expression expression) {
        return formula(expression, "");
    }

    /// The formula of a reaction, which may have parameters of its own.
    String formula(Expression expression, String reaction) {
        return FormulaText.print(Expressions.rewrite(expression, part -> switch (part) {
            case Expression.Symbol(String id) -> new Expression.Symbol(in(reaction, id));
            case Expression.RateOf(String id) -> new Expression.RateOf(of(id));
            case Expression.Call(String function, List<Expression> arguments) ->
                new Expression.Call(functions.getOrDefault(function, function), arguments);
            default -> part;
        }));
    }

    private String in(String reaction, String id) {
        String local = labels.get(Names.local(reaction, id));
        return local == null ? of(id) : local.equals(Names.local(reaction, id)) ? id : local;
    }
}
