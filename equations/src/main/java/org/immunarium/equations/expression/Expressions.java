package org.immunarium.equations.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.Draw;
import org.immunarium.equations.expression.Expression.Piece;
import org.immunarium.equations.expression.Expression.Piecewise;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;

/// Walks over expressions and rebuilds them.
public final class Expressions {

    private Expressions() {}

    /// The same expression with each direct part replaced by what `change` gives for it.
    public static Expression mapParts(Expression expression, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Constant _, Symbol _, Time _, RateOf _ -> expression;
            case Apply(Operator operator, List<Expression> arguments) -> new Apply(operator, each(arguments, change));
            case Call(String function, List<Expression> arguments) -> new Call(function, each(arguments, change));
            case Piecewise(List<Piece> pieces, Expression otherwise) ->
                new Piecewise(
                        pieces.stream()
                                .map(p -> new Piece(change.apply(p.value()), change.apply(p.condition())))
                                .toList(),
                        change.apply(otherwise));
            case Delay(Expression value, Expression lag) -> new Delay(change.apply(value), change.apply(lag));
            case Draw(DistributionFamily distribution, List<Expression> arguments) ->
                new Draw(distribution, each(arguments, change));
        };
    }

    /// Rebuilds the whole tree from its leaves up: parts first, then `change` on what they make.
    public static Expression rewrite(Expression expression, UnaryOperator<Expression> change) {
        return change.apply(mapParts(expression, part -> rewrite(part, change)));
    }

    /// The expression with symbols replaced; those that `replacements` does not name stay. A
    /// replacement is not searched again.
    public static Expression substitute(Expression expression, Map<String, Expression> replacements) {
        return rewrite(
                expression, part -> part instanceof Symbol(String name) ? replacements.getOrDefault(name, part) : part);
    }

    /// Shows `visitor` the expression and every part of it, parts before what they make.
    public static void visit(Expression expression, Consumer<Expression> visitor) {
        switch (expression) {
            case Constant _, Symbol _, Time _, RateOf _ -> {}
            case Apply apply -> apply.arguments().forEach(a -> visit(a, visitor));
            case Call call -> call.arguments().forEach(a -> visit(a, visitor));
            case Piecewise(List<Piece> pieces, Expression otherwise) -> {
                for (Piece piece : pieces) {
                    visit(piece.value(), visitor);
                    visit(piece.condition(), visitor);
                }
                visit(otherwise, visitor);
            }
            case Delay(Expression value, Expression lag) -> {
                visit(value, visitor);
                visit(lag, visitor);
            }
            case Draw draw -> draw.arguments().forEach(a -> visit(a, visitor));
        }
        visitor.accept(expression);
    }

    /// The names of all symbols in the expression, those under `rateOf` included, in the order they
    /// appear.
    public static Set<String> symbols(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        visit(expression, part -> {
            switch (part) {
                case Symbol(String name) -> names.add(name);
                case RateOf(String name) -> names.add(name);
                default -> {}
            }
        });
        return names;
    }

    /// Whether the expression or any part of it is of a kind, as in `contains(e, Delay.class)`.
    public static boolean contains(Expression expression, Class<? extends Expression> kind) {
        boolean[] found = {false};
        visit(expression, part -> found[0] |= kind.isInstance(part));
        return found[0];
    }

    private static List<Expression> each(List<Expression> parts, UnaryOperator<Expression> change) {
        return parts.stream().map(change).toList();
    }
}
