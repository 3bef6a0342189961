package org.immunarium.patient.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.EquationSystem;

/// What bears on what in a model: whether a value matters to anything, and whether one ever changes.
public final class Influence {

    private final EquationSystem equations;
    private final Set<String> named;
    private final Set<String> jumping = new HashSet<>();

    Influence(EquationSystem equations) {
        this.equations = equations;
        named = equations.named();
        equations.events().forEach(event -> event.updates().forEach(update -> jumping.add(update.symbol())));
        equations.draws().forEach(draw -> jumping.add(draw.slot()));
    }

    /// The same, where these are given.
    public Influence with(List<Intervention> given) {
        Influence dosed = new Influence(equations);
        given.stream()
                .map(Intervention::target)
                .distinct()
                .forEach(target -> dosed.jumping.add(equations.dose(target).symbol()));
        return dosed;
    }

    /// Whether any formula names it.
    public boolean isUsed(String id) {
        return named.contains(id);
    }

    /// Whether it keeps, all along, the value that it starts with.
    public boolean isConstant(String id) {
        Expression.Symbol symbol = new Expression.Symbol(id);
        return equations.isSteady(symbol)
                && equations.dependencies(symbol).stream().noneMatch(jumping::contains);
    }
}
