package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Piece;
import org.immunarium.equations.expression.Expression.Piecewise;
import org.immunarium.equations.expression.Operator;

/// An expression as `slope * v + offset`, where neither part contains the variable v.
record LinearForm(Expression slope, Expression offset) {

    private static final Expression ZERO = new Constant(0);
    private static final Expression ONE = new Constant(1);

    /// Whether the variable does not occur at all.
    boolean isConstant() {
        return isZero(slope);
    }

    /// Where the form is zero: `-offset / slope`.
    Expression root() {
        if (slope instanceof Constant(double a, var unit)) {
            return a == -1 ? offset : a == 1 ? negate(offset) : divide(negate(offset), slope);
        }
        return divide(negate(offset), slope);
    }

    /// Splits an expression, or gives nothing where it is not linear in the variable.
    static Optional<LinearForm> of(Expression expression, Predicate<Expression> isVariable) {
        if (isVariable.test(expression)) {
            return Optional.of(new LinearForm(ONE, ZERO));
        }
        if (!contains(expression, isVariable)) {
            return Optional.of(new LinearForm(ZERO, expression));
        }
        return switch (expression) {
            case Apply(Operator operator, List<Expression> arguments) -> ofApply(operator, arguments, isVariable);
            case Piecewise p -> ofPiecewise(p, isVariable);
            default -> Optional.empty();
        };
    }

    private static Optional<LinearForm> ofApply(
            Operator operator, List<Expression> arguments, Predicate<Expression> isVariable) {
        List<LinearForm> forms = new ArrayList<>();
        for (Expression argument : arguments) {
            Optional<LinearForm> form = of(argument, isVariable);
            if (form.isEmpty()) {
                return Optional.empty();
            }
            forms.add(form.get());
        }
        return switch (operator) {
            case ADD -> {
                Expression slope = ZERO;
                Expression offset = ZERO;
                for (LinearForm f : forms) {
                    slope = add(slope, f.slope);
                    offset = add(offset, f.offset);
                }
                yield Optional.of(new LinearForm(slope, offset));
            }
            case SUBTRACT ->
                Optional.of(new LinearForm(
                        add(forms.get(0).slope, negate(forms.get(1).slope)),
                        add(forms.get(0).offset, negate(forms.get(1).offset))));
            case NEGATE -> Optional.of(new LinearForm(negate(forms.get(0).slope), negate(forms.get(0).offset)));
            case MULTIPLY -> {
                LinearForm product = new LinearForm(ZERO, ONE);
                for (LinearForm f : forms) {
                    if (!product.isConstant() && !f.isConstant()) {
                        yield Optional.empty();
                    }
                    LinearForm linear = product.isConstant() ? f : product;
                    Expression factor = product.isConstant() ? product.offset : f.offset;
                    product = new LinearForm(multiply(linear.slope, factor), multiply(linear.offset, factor));
                }
                yield Optional.of(product);
            }
            case DIVIDE ->
                forms.get(1).isConstant()
                        ? Optional.of(new LinearForm(
                                divide(forms.get(0).slope, forms.get(1).offset),
                                divide(forms.get(0).offset, forms.get(1).offset)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<LinearForm> ofPiecewise(Piecewise p, Predicate<Expression> isVariable) {
        List<Piece> slopes = new ArrayList<>();
        List<Piece> offsets = new ArrayList<>();
        for (Piece piece : p.pieces()) {
            Optional<LinearForm> form = of(piece.value(), isVariable);
            if (form.isEmpty() || contains(piece.condition(), isVariable)) {
                return Optional.empty();
            }
            slopes.add(new Piece(form.get().slope, piece.condition()));
            offsets.add(new Piece(form.get().offset, piece.condition()));
        }
        return of(p.otherwise(), isVariable)
                .map(o -> new LinearForm(new Piecewise(slopes, o.slope), new Piecewise(offsets, o.offset)));
    }

    static boolean contains(Expression expression, Predicate<Expression> sought) {
        boolean[] found = {false};
        Rewriting.visit(expression, e -> found[0] |= sought.test(e));
        return found[0];
    }

    static boolean isZero(Expression e) {
        return e instanceof Constant(double value, var unit) && value == 0;
    }

    private static boolean isOne(Expression e) {
        return e instanceof Constant(double value, var unit) && value == 1;
    }

    static Expression add(Expression a, Expression b) {
        return isZero(a) ? b : isZero(b) ? a : new Apply(Operator.ADD, a, b);
    }

    static Expression negate(Expression a) {
        return a instanceof Constant(double value, var unit)
                ? new Constant(0.0 - value)
                : new Apply(Operator.NEGATE, a);
    }

    static Expression multiply(Expression a, Expression b) {
        return isZero(a) || isZero(b) ? ZERO : isOne(a) ? b : isOne(b) ? a : new Apply(Operator.MULTIPLY, a, b);
    }

    static Expression divide(Expression a, Expression b) {
        return isZero(a) ? ZERO : isOne(b) ? a : new Apply(Operator.DIVIDE, a, b);
    }
}
