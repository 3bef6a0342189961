package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.immunarium.equations.expression.Expression;
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

/// Walks and rebuilds expressions, children first. A subtree that occurs twice as the same object
/// is visited once and stays shared, so that inlined definitions cost no more than their size.
final class Rewriting {

    private final Map<Expression, Expression> done = new IdentityHashMap<>();
    private final UnaryOperator<Expression> change;

    /// @param change what becomes of a node whose children have been rewritten
    Rewriting(UnaryOperator<Expression> change) {
        this.change = change;
    }

    Expression apply(Expression expression) {
        Expression known = done.get(expression);
        if (known != null) {
            return known;
        }
        Expression result = change.apply(withChildren(expression, this::apply));
        done.put(expression, result);
        return result;
    }

    /// The same node over children that `change` gives.
    static Expression withChildren(Expression expression, UnaryOperator<Expression> change) {
        return switch (expression) {
            case Constant c -> c;
            case Symbol s -> s;
            case Time t -> t;
            case RateOf r -> r;
            case Apply a -> {
                List<Expression> arguments = all(a.arguments(), change);
                yield same(arguments, a.arguments()) ? a : new Apply(a.operator(), arguments);
            }
            case Call c -> {
                List<Expression> arguments = all(c.arguments(), change);
                yield same(arguments, c.arguments()) ? c : new Call(c.function(), arguments);
            }
            case Draw d -> {
                List<Expression> arguments = all(d.arguments(), change);
                yield same(arguments, d.arguments()) ? d : new Draw(d.distribution(), arguments);
            }
            case Delay d -> {
                Expression value = change.apply(d.value());
                Expression lag = change.apply(d.lag());
                yield value == d.value() && lag == d.lag() ? d : new Delay(value, lag);
            }
            case Piecewise p -> {
                boolean changed = false;
                List<Piece> pieces = new ArrayList<>(p.pieces().size());
                for (Piece piece : p.pieces()) {
                    Expression value = change.apply(piece.value());
                    Expression condition = change.apply(piece.condition());
                    changed |= value != piece.value() || condition != piece.condition();
                    pieces.add(new Piece(value, condition));
                }
                Expression otherwise = change.apply(p.otherwise());
                yield changed || otherwise != p.otherwise() ? new Piecewise(pieces, otherwise) : p;
            }
        };
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> change) {
        List<Expression> result = new ArrayList<>(expressions.size());
        for (Expression e : expressions) {
            result.add(change.apply(e));
        }
        return result;
    }

    private static boolean same(List<Expression> a, List<Expression> b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// The children of a node, in order.
    static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Constant _, Symbol _, Time _, RateOf _ -> List.of();
            case Apply a -> a.arguments();
            case Call c -> c.arguments();
            case Draw d -> d.arguments();
            case Delay d -> List.of(d.value(), d.lag());
            case Piecewise p -> {
                List<Expression> result = new ArrayList<>();
                for (Piece piece : p.pieces()) {
                    result.add(piece.value());
                    result.add(piece.condition());
                }
                result.add(p.otherwise());
                yield result;
            }
        };
    }

    /// Visits every distinct node once, children first.
    static void visit(Expression expression, Consumer<Expression> visitor) {
        visit(expression, visitor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    static void visit(Expression expression, Consumer<Expression> visitor, Set<Expression> seen) {
        if (seen.add(expression)) {
            for (Expression child : children(expression)) {
                visit(child, visitor, seen);
            }
            visitor.accept(expression);
        }
    }

    /// Replaces symbols by what `replacement` gives for them.
    static Expression substitute(Expression expression, Map<String, Expression> replacement) {
        return new Rewriting(e -> e instanceof Symbol(String name) ? replacement.getOrDefault(name, e) : e)
                .apply(expression);
    }
}
