package org.immunarium.equations.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.immunarium.equations.expression.FormulaLexer.Kind;
import org.immunarium.equations.expression.FormulaLexer.Token;

/// Reads [Formula] by recursive descent, one method a level of precedence, loosest first.
final class FormulaParser {

    /// How deep brackets and signs may nest: deeper ones would overflow the stack here or in who works
    /// on the tree.
    private static final int DEEPEST = 200;

    private static final String OPERAND = "a number, a name, \"(\", \"-\" or \"!\"";

    private final String formula;
    private final List<Token> tokens;
    private int at;
    private int depth;

    FormulaParser(String formula) {
        this.formula = formula;
        this.tokens = new FormulaLexer(formula).tokens();
    }

    Expression parse() {
        Expression expression = or();
        if (peek().kind() != Kind.END) {
            throw error(peek(), "an operator or the end");
        }
        return expression;
    }

    private Expression or() {
        Expression first = and();
        return peek().is("||") ? chain(Operator.OR, first, this::and) : first;
    }

    private Expression and() {
        Expression first = comparison();
        return peek().is("&&") ? chain(Operator.AND, first, this::comparison) : first;
    }

    private Expression comparison() {
        Expression first = sum();
        Optional<Operator> operator = comparisonAt(peek());
        if (operator.isEmpty()) {
            return first;
        }
        Expression compared = chain(operator.get(), first, this::sum);
        Token next = peek();
        if (comparisonAt(next).isPresent()) {
            throw error(next, "brackets or \"&&\" between different comparisons, as in (a < b) && (b <= c)");
        }
        return compared;
    }

    private static Optional<Operator> comparisonAt(Token token) {
        if (token.kind() != Kind.MARK) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (token.text()) {
                    case "==" -> Operator.EQUAL;
                    case "!=" -> Operator.NOT_EQUAL;
                    case "<" -> Operator.LESS;
                    case ">" -> Operator.GREATER;
                    case "<=" -> Operator.LESS_OR_EQUAL;
                    case ">=" -> Operator.GREATER_OR_EQUAL;
                    default -> null;
                });
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (peek().is("+")) {
                left = chain(Operator.ADD, left, this::product);
            } else if (peek().is("-")) {
                next();
                left = new Apply(Operator.SUBTRACT, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (peek().is("*")) {
                left = chain(Operator.MULTIPLY, left, this::signed);
            } else if (peek().is("/") || peek().is("%")) {
                Operator operator = next().is("/") ? Operator.DIVIDE : Operator.REMAINDER;
                left = new Apply(operator, left, signed());
            } else {
                return left;
            }
        }
    }

    /// `first op operand op operand …` as one application, as far as the same mark follows.
    private Expression chain(Operator operator, Expression first, Supplier<Expression> operand) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(first);
        while (peek().is(operator.symbol())) {
            Token mark = next();
            arguments.add(operand.get());
            if (!operator.arity(arguments.size())) {
                throw error(mark, "brackets: %s takes two operands".formatted(operator.symbol()));
            }
        }
        return new Apply(operator, arguments);
    }

    private Expression signed() {
        Token token = peek();
        if (token.is("+")) {
            next();
            return deeper(token, this::signed);
        }
        if (token.is("!")) {
            next();
            return new Apply(Operator.NOT, deeper(token, this::signed));
        }
        if (token.is("-")) {
            next();
            boolean plainNumber = peek().kind() == Kind.NUMBER || isNumberName(peek());
            Expression operand = deeper(token, this::signed);
            if (plainNumber && operand instanceof Constant(double value, Optional<String> unit)) {
                return new Constant(-value, unit);
            }
            return new Apply(Operator.NEGATE, operand);
        }
        return power();
    }

    private static boolean isNumberName(Token token) {
        return token.kind() == Kind.NAME
                && (token.text().equals("inf") || token.text().equals("infinity"));
    }

    private Expression power() {
        Expression base = operand();
        if (!peek().is("^")) {
            return base;
        }
        Token mark = next();
        return new Apply(Operator.POWER, base, deeper(mark, this::signed));
    }

    private Expression operand() {
        Token token = next();
        if (token.kind() == Kind.NUMBER) {
            if (Double.isInfinite(token.value())) {
                throw error(token, "a number within 1.8e308");
            }
            boolean hasUnit = peek().kind() == Kind.NAME || peek().kind() == Kind.QUOTED_NAME;
            return new Constant(token.value(), hasUnit ? Optional.of(next().text()) : Optional.empty());
        }
        if (token.is("(")) {
            Expression inner = deeper(token, this::or);
            expect(")", "an operator or \")\"");
            return inner;
        }
        if (token.kind() == Kind.QUOTED_NAME) {
            return peek().is("(") ? new Expression.Call(token.text(), arguments()) : new Symbol(token.text());
        }
        if (token.kind() == Kind.NAME) {
            return peek().is("(") ? FormulaCalls.call(formula, token, arguments()) : named(token.text());
        }
        throw error(token, OPERAND);
    }

    private static Expression named(String name) {
        if (FormulaNames.isTime(name)) {
            return new Time();
        }
        return FormulaNames.constant(name).<Expression>map(Constant::new).orElseGet(() -> new Symbol(name));
    }

    private List<Expression> arguments() {
        Token open = next();
        List<Expression> arguments = new ArrayList<>();
        if (peek().is(")")) {
            next();
            return arguments;
        }
        while (true) {
            arguments.add(deeper(open, this::or));
            if (peek().is(")")) {
                next();
                return arguments;
            }
            expect(",", "\",\" or \")\"");
        }
    }

    private Expression deeper(Token token, Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw error(token, "brackets and signs at most %d deep".formatted(DEEPEST));
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private void expect(String mark, String expected) {
        if (!peek().is(mark)) {
            throw error(peek(), expected);
        }
        next();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private FormulaException error(Token token, String expected) {
        return new FormulaException(formula, token.position(), token.found(), expected);
    }
}
