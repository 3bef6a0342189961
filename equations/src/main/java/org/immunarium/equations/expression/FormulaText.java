package org.immunarium.equations.expression;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

/// Writes expressions as [Formula] reads them: what is written reads back as an equal expression.
///
/// Brackets are written where the tree needs them, and where a reader might be unsure, as in `-(a^2)`.
public final class FormulaText {

    /// How tightly a piece of text binds; an operand with less than its place asks for goes into
    /// brackets.
    private enum Binding {
        OR,
        AND,
        COMPARISON,
        SUM,
        PRODUCT,
        SIGN,
        POWER,
        OPERAND
    }

    private final StringBuilder text = new StringBuilder();

    private FormulaText() {}

    /// The expression as a formula.
    public static String print(Expression expression) {
        FormulaText writer = new FormulaText();
        writer.write(expression);
        return writer.text.toString();
    }

    private void write(Expression expression) {
        switch (expression) {
            case Constant(double value, Optional<String> unit) -> {
                text.append(number(value));
                unit.ifPresent(u -> text.append(' ').append(symbol(u)));
            }
            case Symbol(String name) -> text.append(symbol(name));
            case Time() -> text.append("time");
            case Apply apply -> writeApply(apply);
            case Call(String function, List<Expression> arguments) ->
                writeCall(FormulaNames.isReservedFunction(function) ? quoted(function) : symbol(function), arguments);
            case Piecewise(List<Piece> pieces, Expression otherwise) -> writePiecewise(pieces, otherwise);
            case Delay(Expression value, Expression lag) -> writeCall("delay", List.of(value, lag));
            case RateOf(String name) -> writeCall("rateOf", List.of(new Symbol(name)));
            case Draw(DistributionFamily distribution, List<Expression> arguments) ->
                writeCall(FormulaNames.functionName(distribution), arguments);
        }
    }

    private void writeApply(Apply apply) {
        Operator operator = apply.operator();
        List<Expression> arguments = apply.arguments();
        switch (operator) {
            case NEGATE, NOT -> {
                text.append(operator.symbol());
                Expression operand = arguments.getFirst();
                boolean number = operand instanceof Constant;
                writeOperand(operand, operator == Operator.NEGATE || number ? Binding.OPERAND : Binding.SIGN, number);
            }
            case POWER -> {
                writeOperand(arguments.get(0), Binding.OPERAND, false);
                text.append('^');
                writeOperand(arguments.get(1), Binding.SIGN, false);
            }
            case LOG -> {
                if (arguments.getFirst().equals(new Constant(10))) {
                    writeCall("log10", arguments.subList(1, 2));
                } else {
                    writeCall("log", arguments);
                }
            }
            default -> {
                if (binding(apply) == Binding.OPERAND) {
                    writeCall(FormulaNames.functionName(operator), arguments);
                } else {
                    writeInfix(operator, arguments);
                }
            }
        }
    }

    private void writeInfix(Operator operator, List<Expression> arguments) {
        String mark = operator == Operator.REMAINDER ? "%" : operator.symbol();
        Binding binding = infix(operator);
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            if (i == 0) {
                // a + b - c reads as (a + b) - c; only the same n-ary mark would run together
                boolean runsTogether = argument instanceof Apply first
                        && first.operator() == operator
                        && operator.arity(3)
                        && binding(first) == binding;
                boolean leftGrouping = binding == Binding.SUM || binding == Binding.PRODUCT;
                writeOperand(argument, leftGrouping ? binding : next(binding), runsTogether);
            } else {
                text.append(' ').append(mark).append(' ');
                writeOperand(argument, next(binding), false);
            }
        }
    }

    private static Binding next(Binding binding) {
        return Binding.values()[binding.ordinal() + 1];
    }

    private void writeOperand(Expression operand, Binding least, boolean brackets) {
        if (brackets || binding(operand).compareTo(least) < 0) {
            text.append('(');
            write(operand);
            text.append(')');
        } else {
            write(operand);
        }
    }

    private void writeCall(String name, List<Expression> arguments) {
        text.append(name).append('(');
        Iterator<Expression> rest = arguments.iterator();
        while (rest.hasNext()) {
            write(rest.next());
            if (rest.hasNext()) {
                text.append(", ");
            }
        }
        text.append(')');
    }

    private void writePiecewise(List<Piece> pieces, Expression otherwise) {
        text.append("piecewise(");
        for (Piece piece : pieces) {
            write(piece.value());
            text.append(", ");
            write(piece.condition());
            text.append(", ");
        }
        write(otherwise);
        text.append(')');
    }

    private static Binding binding(Expression expression) {
        return switch (expression) {
            case Apply apply ->
                switch (apply.operator()) {
                    case NEGATE, NOT -> Binding.SIGN;
                    case POWER -> Binding.POWER;
                    default -> apply.arguments().size() < 2 ? Binding.OPERAND : infix(apply.operator());
                };
            case Constant(double value, Optional<String> unit) ->
                isNegative(value) || unit.isPresent() ? Binding.SIGN : Binding.OPERAND;
            default -> Binding.OPERAND;
        };
    }

    /// How tightly an operator with a mark between its operands binds; OPERAND for one that has none.
    private static Binding infix(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> Binding.SUM;
            case MULTIPLY, DIVIDE, REMAINDER -> Binding.PRODUCT;
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> Binding.COMPARISON;
            case AND -> Binding.AND;
            case OR -> Binding.OR;
            default -> Binding.OPERAND;
        };
    }

    private static boolean isNegative(double value) {
        return value < 0 || 1 / value < 0;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    private static String symbol(String name) {
        return FormulaNames.isReserved(name) || !isPlainName(name) ? quoted(name) : name;
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private static boolean isPlainName(String name) {
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty() || !FormulaLexer.startsName(part.charAt(0))) {
                return false;
            }
            for (int i = 1; i < part.length(); i++) {
                char c = part.charAt(i);
                if (!FormulaLexer.startsName(c) && (c < '0' || c > '9')) {
                    return false;
                }
            }
        }
        return true;
    }
}
