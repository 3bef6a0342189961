package org.immunarium.equations.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
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
import org.immunarium.equations.expression.Operator;

/// Turns expressions into nodes of a graph: names are looked up in a [Scope], definitions and functions
/// worked in.
final class GraphLowering {

    private final Scope scope;
    private final Algebra algebra;
    private final Map<String, Integer> definitions = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    GraphLowering(Scope scope, Algebra algebra) {
        this.scope = scope;
        this.algebra = algebra;
    }

    /// The node of an expression, as a number.
    ///
    /// @throws IllegalArgumentException if a name has no meaning in the scope, definitions go round
    ///     in a circle, or a part cannot be compiled (delay, rateOf and random draws are replaced
    ///     before)
    int lower(Expression expression) {
        return algebra.number(node(expression, Map.of()));
    }

    /// A node that may be a truth.
    private int node(Expression expression, Map<String, Integer> arguments) {
        return switch (expression) {
            case Constant constant -> algebra.constant(constant.value());
            case Symbol symbol -> symbol(symbol.name(), arguments);
            case Time _ -> algebra.graph.leaf(Operation.TIME, 0);
            case Apply apply -> apply(apply, arguments);
            case Call call -> call(call, arguments);
            case Piecewise piecewise -> piecewise(piecewise, arguments);
            case Delay _, RateOf _, Draw _ ->
                throw new IllegalArgumentException("%s is left in an expression to be compiled"
                        .formatted(expression.getClass().getSimpleName()));
        };
    }

    private int number(Expression expression, Map<String, Integer> arguments) {
        return algebra.number(node(expression, arguments));
    }

    private int condition(Expression expression, Map<String, Integer> arguments) {
        return algebra.condition(node(expression, arguments));
    }

    private int symbol(String name, Map<String, Integer> arguments) {
        Integer argument = arguments.get(name);
        if (argument != null) {
            return argument;
        }
        Scope.Binding binding = scope.find(name)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" has no meaning here".formatted(name)));
        return switch (binding) {
            case Scope.State(int index) -> algebra.graph.leaf(Operation.STATE, index);
            case Scope.Parameter(int index) -> algebra.graph.leaf(Operation.PARAMETER, index);
            case Scope.Varying(int index) -> algebra.graph.leaf(Operation.VARYING, index);
            case Scope.Definition(Expression value) -> definition(name, value);
        };
    }

    private int definition(String name, Expression value) {
        Integer known = definitions.get(name);
        if (known != null) {
            return known;
        }
        enter(name);
        int node = node(value, Map.of());
        underWay.remove(name);
        definitions.put(name, node);
        return node;
    }

    private int call(Call call, Map<String, Integer> arguments) {
        String name = call.function();
        Scope.Function function = scope.function(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no function \"%s\"".formatted(name)));
        if (function.arguments().size() != call.arguments().size()) {
            throw new IllegalArgumentException("function \"%s\" takes %d arguments, not %d"
                    .formatted(
                            name, function.arguments().size(), call.arguments().size()));
        }
        Map<String, Integer> inner = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            inner.put(function.arguments().get(i), node(call.arguments().get(i), arguments));
        }
        enter(name + "()");
        int node = node(function.body(), inner);
        underWay.remove(name + "()");
        return node;
    }

    private void enter(String name) {
        if (!underWay.add(name)) {
            String circle = underWay.stream().dropWhile(n -> !n.equals(name)).collect(Collectors.joining(" -> "));
            throw new IllegalArgumentException("\"%s\" is defined by itself: %s -> %s".formatted(name, circle, name));
        }
    }

    private int piecewise(Piecewise piecewise, Map<String, Integer> arguments) {
        int result = number(piecewise.otherwise(), arguments);
        List<Piece> pieces = piecewise.pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            int condition = condition(pieces.get(i).condition(), arguments);
            result = algebra.select(condition, number(pieces.get(i).value(), arguments), result);
        }
        return result;
    }

    private int apply(Apply apply, Map<String, Integer> arguments) {
        Operator operator = apply.operator();
        List<Expression> operands = apply.arguments();
        return switch (operator) {
            case ADD -> numbers(operands, arguments, 0, algebra::add);
            case MULTIPLY -> numbers(operands, arguments, 1, algebra::multiply);
            case MIN -> numbers(operands, arguments, Double.NaN, (a, b) -> algebra.fold(Operation.MIN, a, b));
            case MAX -> numbers(operands, arguments, Double.NaN, (a, b) -> algebra.fold(Operation.MAX, a, b));
            case AND -> truths(operands, arguments, true, algebra::and);
            case OR -> truths(operands, arguments, false, algebra::or);
            case XOR -> truths(operands, arguments, false, algebra::xor);
            case NOT -> algebra.not(condition(operands.getFirst(), arguments));
            case IMPLIES ->
                algebra.or(algebra.not(condition(operands.get(0), arguments)), condition(operands.get(1), arguments));
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                comparison(
                        operator,
                        operands.stream().mapToInt(o -> number(o, arguments)).toArray());
            default ->
                operands.size() == 1
                        ? function(operator, number(operands.getFirst(), arguments))
                        : function(operator, number(operands.get(0), arguments), number(operands.get(1), arguments));
        };
    }

    private int numbers(
            List<Expression> operands, Map<String, Integer> arguments, double ofNone, IntBinaryOperator combine) {
        return operands.stream()
                .mapToInt(o -> number(o, arguments))
                .reduce(combine)
                .orElseGet(() -> algebra.constant(ofNone));
    }

    private int truths(
            List<Expression> operands, Map<String, Integer> arguments, boolean ofNone, IntBinaryOperator combine) {
        return operands.stream()
                .mapToInt(o -> condition(o, arguments))
                .reduce(combine)
                .orElseGet(() -> algebra.truth(ofNone));
    }

    private int comparison(Operator operator, int[] operands) {
        int holds = algebra.truth(true);
        for (int i = 0; i + 1 < operands.length; i++) {
            int a = operands[i];
            int b = operands[i + 1];
            holds = algebra.and(
                    holds,
                    switch (operator) {
                        case EQUAL -> algebra.compare(Operation.EQUAL, a, b);
                        case NOT_EQUAL -> algebra.compare(Operation.NOT_EQUAL, a, b);
                        case LESS -> algebra.compare(Operation.LESS, a, b);
                        case LESS_OR_EQUAL -> algebra.compare(Operation.LESS_OR_EQUAL, a, b);
                        case GREATER -> algebra.compare(Operation.LESS, b, a);
                        case GREATER_OR_EQUAL -> algebra.compare(Operation.LESS_OR_EQUAL, b, a);
                        default -> throw new IllegalStateException(operator.toString());
                    });
        }
        return holds;
    }

    private int function(Operator operator, int a) {
        return switch (operator) {
            case NEGATE -> algebra.negate(a);
            case ABS -> algebra.abs(a);
            case SQRT -> algebra.power(a, algebra.constant(0.5));
            case LN -> algebra.fold(Operation.LOG, a);
            case CEILING -> algebra.fold(Operation.CEIL, a);
            default -> algebra.fold(Operation.valueOf(operator.name()), a);
        };
    }

    private int function(Operator operator, int a, int b) {
        return switch (operator) {
            case SUBTRACT -> algebra.subtract(a, b);
            case DIVIDE -> algebra.divide(a, b);
            case POWER -> algebra.power(a, b);
            case ROOT ->
                algebra.graph.isConstant(a, 2)
                        ? algebra.power(b, algebra.constant(0.5))
                        : algebra.fold(Operation.ROOT, a, b);
            case LOG ->
                algebra.graph.isConstant(a, 10)
                        ? algebra.fold(Operation.LOG10, b)
                        : algebra.fold(Operation.LOG_TO_BASE, a, b);
            case QUOTIENT -> algebra.fold(Operation.QUOTIENT, a, b);
            case REMAINDER -> algebra.fold(Operation.REMAINDER, a, b);
            default -> throw new IllegalStateException(operator + " does not take two numbers");
        };
    }
}
