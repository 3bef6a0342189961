package org.immunarium.equations.sbml;

import java.util.List;
import java.util.Optional;
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
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.expression.Operator;

/// Writes expressions as MathML.
final class MathWriter {

    private final XmlText xml;

    MathWriter(XmlText xml) {
        this.xml = xml;
    }

    void math(Expression expression) {
        start(hasUnits(expression));
        write(expression);
        xml.close();
    }

    void lambda(List<String> arguments, Expression body) {
        start(hasUnits(body));
        xml.open("lambda");
        for (String argument : arguments) {
            xml.open("bvar");
            word("ci", argument);
            xml.close();
        }
        write(body);
        xml.close();
        xml.close();
    }

    private void start(boolean units) {
        xml.open("math");
        xml.attribute("xmlns", MathNames.MATHML);
        if (units) {
            xml.attribute("xmlns:sbml", new SbmlLevel(3, 2).namespace());
        }
    }

    private static boolean hasUnits(Expression expression) {
        boolean[] found = new boolean[1];
        Expressions.visit(
                expression,
                part -> found[0] |= part instanceof Constant(double value, Optional<String> unit) && unit.isPresent());
        return found[0];
    }

    private void word(String element, String content) {
        xml.open(element);
        xml.text(content);
        xml.close();
    }

    private void empty(String element) {
        xml.open(element);
        xml.close();
    }

    private void write(Expression expression) {
        switch (expression) {
            case Constant(double value, Optional<String> unit) -> number(value, unit);
            case Symbol(String name) -> word("ci", name);
            case Time() -> csymbol("time", "time");
            case Apply(Operator operator, List<Expression> arguments) -> apply(operator, arguments);
            case Call(String function, List<Expression> arguments) -> {
                xml.open("apply");
                word("ci", function);
                arguments.forEach(this::write);
                xml.close();
            }
            case Piecewise(List<Piece> pieces, Expression otherwise) -> piecewise(pieces, otherwise);
            case Delay(Expression value, Expression lag) -> applySymbol("delay", "delay", List.of(value, lag));
            case RateOf(String symbol) -> applySymbol("rateOf", "rateOf", List.of(new Symbol(symbol)));
            case Draw draw -> {
                String name = MathNames.name(draw.distribution());
                applySymbol("distrib/" + name, name, draw.arguments());
            }
        }
    }

    private void number(double value, Optional<String> unit) {
        if (unit.isEmpty() && value == Math.PI) {
            empty("pi");
        } else if (unit.isEmpty() && value == Math.E) {
            empty("exponentiale");
        } else if (unit.isEmpty() && value == MathNames.AVOGADRO) {
            csymbol("avogadro", "avogadro");
        } else if (Double.isNaN(value)) {
            empty("notanumber");
        } else if (value == Double.POSITIVE_INFINITY) {
            empty("infinity");
        } else if (value == Double.NEGATIVE_INFINITY) {
            apply(Operator.NEGATE, List.of(new Constant(Double.POSITIVE_INFINITY)));
        } else {
            finite(value, unit);
        }
    }

    private void finite(double value, Optional<String> unit) {
        String written = XmlNumbers.write(value);
        int exponent = written.indexOf('e');
        xml.open("cn");
        if (exponent >= 0) {
            xml.attribute("type", "e-notation");
        } else if (written.indexOf('.') < 0 && Math.abs(value) <= Integer.MAX_VALUE) {
            xml.attribute("type", "integer");
        }
        unit.ifPresent(u -> xml.attribute("sbml:units", u));
        if (exponent < 0) {
            xml.text(written);
        } else {
            xml.text(written.substring(0, exponent));
            xml.inline("sep");
            xml.text(written.substring(exponent + 1));
        }
        xml.close();
    }

    private void csymbol(String address, String name) {
        xml.open("csymbol");
        xml.attribute("encoding", "text");
        xml.attribute("definitionURL", MathNames.SYMBOLS + address);
        xml.text(name);
        xml.close();
    }

    private void applySymbol(String address, String name, List<Expression> arguments) {
        xml.open("apply");
        csymbol(address, name);
        arguments.forEach(this::write);
        xml.close();
    }

    private void apply(Operator operator, List<Expression> arguments) {
        xml.open("apply");
        switch (operator) {
            case NEGATE, SUBTRACT -> empty("minus");
            case SQRT -> empty("root");
            case ROOT -> qualified("root", "degree", arguments.getFirst());
            case LOG -> qualified("log", "logbase", arguments.getFirst());
            default -> empty(MathNames.element(operator).orElseThrow());
        }
        boolean first = operator == Operator.ROOT || operator == Operator.LOG;
        (first ? arguments.subList(1, arguments.size()) : arguments).forEach(this::write);
        xml.close();
    }

    private void qualified(String element, String qualifier, Expression value) {
        empty(element);
        xml.open(qualifier);
        write(value);
        xml.close();
    }

    private void piecewise(List<Piece> pieces, Expression otherwise) {
        xml.open("piecewise");
        for (Piece piece : pieces) {
            xml.open("piece");
            write(piece.value());
            write(piece.condition());
            xml.close();
        }
        boolean missing = otherwise instanceof Constant(double value, Optional<String> unit) && Double.isNaN(value);
        if (!missing) {
            xml.open("otherwise");
            write(otherwise);
            xml.close();
        }
        xml.close();
    }
}
