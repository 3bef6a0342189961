package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.equations.expression.DistributionFamily;
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
import org.immunarium.units.NearMiss;

/// Reads the MathML of SBML (all levels) into expressions.
///
/// What is wrong is reported with its line, and "not a number" stands in its place, so that everything wrong in
/// a file is found in one go.
final class MathReader {

    private static final Expression WRONG = new Constant(Double.NaN);

    private final Diagnostics diagnostics;
    private final String core;

    /// Functions that the model defines.
    private final Set<String> functions = new HashSet<>();
    /// Those whose annotation says that they mean the rate of change of their argument.
    private final Set<String> rates = new HashSet<>();

    /// @param core the namespace of the file's core elements, where `units` of numbers are found
    MathReader(Diagnostics diagnostics, String core) {
        this.diagnostics = diagnostics;
        this.core = core;
    }

    void define(String function) {
        functions.add(function);
    }

    void defineRate(String function) {
        rates.add(function);
    }

    /// A function's arguments and what it says; the body is empty where none is written.
    record Lambda(List<String> arguments, Optional<Expression> body) {}

    /// The expression in the `math` of an element; empty where there is none, or nothing in it.
    Optional<Expression> read(XmlElement holder) {
        return inside(holder).map(this::expression);
    }

    /// The function in the `math` of an element.
    Lambda readLambda(XmlElement holder) {
        Optional<XmlElement> inside = inside(holder);
        if (inside.isEmpty()) {
            return new Lambda(List.of(), Optional.empty());
        }
        XmlElement lambda = inside.get();
        if (!lambda.name.equals("lambda")) {
            diagnostics.problem(lambda, "<" + lambda.name + "> was found where a function needs <lambda>");
            return new Lambda(List.of(), Optional.empty());
        }
        List<String> arguments = new ArrayList<>();
        Optional<Expression> body = Optional.empty();
        for (XmlElement child : lambda.children) {
            if (child.name.equals("bvar")) {
                arguments.add(
                        child.children.isEmpty()
                                ? ""
                                : child.children.getFirst().text.strip());
            } else if (body.isPresent()) {
                diagnostics.problem(child, "a second expression in <lambda>, which holds one");
            } else {
                body = Optional.of(expression(child));
            }
        }
        return new Lambda(List.copyOf(arguments), body);
    }

    private Optional<XmlElement> inside(XmlElement holder) {
        Optional<XmlElement> math = holder.child(MathNames.MATHML, "math");
        if (math.isEmpty()) {
            holder.children.stream()
                    .filter(child -> child.name.equals("math"))
                    .forEach(child -> diagnostics.problem(
                            child,
                            "<math> has namespace \"" + child.namespace + "\", \"" + MathNames.MATHML
                                    + "\" is expected"));
            return Optional.empty();
        }
        List<XmlElement> children = math.get().children;
        if (children.size() > 1) {
            diagnostics.problem(children.get(1), "<math> holds " + children.size() + " expressions, one is expected");
        }
        if (children.isEmpty() && !math.get().text.isBlank()) {
            diagnostics.problem(math.get(), "<math> holds text, an element such as <ci> or <apply> is expected");
        }
        return children.isEmpty() ? Optional.empty() : Optional.of(unwrap(children.getFirst()));
    }

    /// What is inside `semantics`, which only adds annotations.
    private XmlElement unwrap(XmlElement element) {
        return element.name.equals("semantics") && !element.children.isEmpty()
                ? unwrap(element.children.getFirst())
                : element;
    }

    private Expression expression(XmlElement element) {
        return diagnostics.placed(read1(element), element);
    }

    private Expression read1(XmlElement element) {
        return switch (element.name) {
            case "cn" -> number(element);
            case "ci" -> new Symbol(element.text.strip());
            case "csymbol" -> symbol(element);
            case "apply" -> apply(element);
            case "piecewise" -> piecewise(element);
            case "semantics" -> element.children.isEmpty() ? wrong(element) : expression(unwrap(element));
            case "true" -> new Constant(1);
            case "false" -> new Constant(0);
            case "pi" -> new Constant(Math.PI);
            case "exponentiale" -> new Constant(Math.E);
            case "infinity" -> new Constant(Double.POSITIVE_INFINITY);
            case "notanumber" -> new Constant(Double.NaN);
            default -> wrong(element);
        };
    }

    private Expression wrong(XmlElement element) {
        diagnostics.problem(
                element,
                "<" + element.name + "> was found where an expression is expected: <cn>, <ci>, <csymbol>, <apply>,"
                        + " <piecewise> or a constant");
        return WRONG;
    }

    private Expression number(XmlElement element) {
        String type = element.attribute("type").orElse("real");
        Optional<XmlElement> separator = element.child(MathNames.MATHML, "sep");
        String first = separator.map(s -> element.text.substring(0, s.offset)).orElse(element.text);
        String second = separator.map(s -> element.text.substring(s.offset)).orElse("");
        OptionalDouble value = switch (type) {
            case "integer" -> whole(first);
            case "real", "double" -> XmlNumbers.real(first);
            case "e-notation" -> XmlNumbers.real(first.strip() + "e" + second.strip());
            case "rational" -> {
                OptionalDouble over = whole(first);
                OptionalDouble under = whole(second);
                yield over.isPresent() && under.isPresent()
                        ? OptionalDouble.of(over.getAsDouble() / under.getAsDouble())
                        : OptionalDouble.empty();
            }
            default -> {
                diagnostics.problem(
                        element,
                        "a number of type \"" + type + "\"; integer, real, e-notation or rational are expected");
                yield OptionalDouble.of(Double.NaN);
            }
        };
        if (value.isEmpty()) {
            diagnostics.problem(
                    element,
                    "\"" + element.text.strip() + "\" is not a number of type " + type + ", or is beyond 1.8e308");
        }
        Optional<String> unit = element.attribute(core, "units").filter(u -> !u.isBlank());
        return new Constant(value.orElse(Double.NaN), unit);
    }

    /// A whole number; also with a point, as some tools write it, if its value is whole.
    private static OptionalDouble whole(String text) {
        OptionalDouble value = XmlNumbers.real(text);
        return value.isPresent() && value.getAsDouble() == Math.rint(value.getAsDouble())
                ? value
                : OptionalDouble.empty();
    }

    private static String address(XmlElement csymbol) {
        String url = csymbol.attribute("definitionURL").orElse("").strip();
        return url.startsWith(MathNames.SYMBOLS) ? url.substring(MathNames.SYMBOLS.length()) : url;
    }

    private Expression symbol(XmlElement element) {
        return switch (address(element)) {
            case "time" -> new Time();
            case "avogadro" -> new Constant(MathNames.AVOGADRO);
            case "delay", "rateOf" -> {
                diagnostics.problem(element, "the symbol " + address(element) + " is a function: it needs <apply>");
                yield WRONG;
            }
            default -> {
                diagnostics.problem(
                        element,
                        "the symbol \"" + element.attribute("definitionURL").orElse("")
                                + "\" is not known; time, avogadro, delay, rateOf and the distributions of distrib"
                                + " version 1 are");
                yield WRONG;
            }
        };
    }

    private Expression apply(XmlElement element) {
        if (element.children.isEmpty()) {
            diagnostics.problem(element, "an empty <apply>; an operator and its arguments are expected");
            return WRONG;
        }
        XmlElement head = unwrap(element.children.getFirst());
        List<XmlElement> rest = element.children.subList(1, element.children.size());
        boolean strayDegree = head.name.equals("power")
                && rest.size() == 2
                && rest.getLast().name.equals("degree")
                && rest.getLast().children.size() == 1;
        if (strayDegree) {
            diagnostics.passOver(rest.getLast(), "<degree> in a power: taken as the exponent");
            rest = List.of(rest.getFirst(), rest.getLast().children.getFirst());
        }
        return switch (head.name) {
            case "ci" -> call(head, arguments(rest));
            case "csymbol" -> applySymbol(element, head, arguments(rest));
            case "minus" -> minus(element, arguments(rest));
            case "root" -> withQualifier(element, rest, "degree", new Constant(2), Operator.ROOT);
            case "log" -> withQualifier(element, rest, "logbase", new Constant(10), Operator.LOG);
            default -> {
                Optional<Operator> operator = MathNames.operator(head.name);
                if (operator.isEmpty()) {
                    diagnostics.problem(
                            head,
                            "<" + head.name + "> is not an operator of SBML"
                                    + NearMiss.hint(head.name, MathNames.elements()));
                    yield WRONG;
                }
                yield operator(element, operator.get(), arguments(rest));
            }
        };
    }

    private List<Expression> arguments(List<XmlElement> elements) {
        List<Expression> arguments = new ArrayList<>(elements.size());
        for (XmlElement element : elements) {
            arguments.add(expression(element));
        }
        return arguments;
    }

    private Expression operator(XmlElement element, Operator operator, List<Expression> arguments) {
        if (!operator.arity(arguments.size())) {
            diagnostics.problem(
                    element,
                    "\"" + operator.symbol() + "\" with " + arguments.size() + " arguments" + expected(operator));
            return WRONG;
        }
        return new Apply(operator, arguments);
    }

    private static String expected(Operator operator) {
        for (int count = 0; count < 3; count++) {
            if (operator.arity(count)) {
                return "; it takes " + count + (operator.arity(count + 1) ? " or more" : "");
            }
        }
        return "";
    }

    private Expression minus(XmlElement element, List<Expression> arguments) {
        return arguments.size() == 1
                ? new Apply(Operator.NEGATE, arguments)
                : operator(element, Operator.SUBTRACT, arguments);
    }

    /// `root` and `log`, whose degree and base may be written or not.
    private Expression withQualifier(
            XmlElement element, List<XmlElement> rest, String qualifier, Expression usual, Operator operator) {
        Expression first = usual;
        List<XmlElement> others = rest;
        if (!rest.isEmpty() && rest.getFirst().name.equals(qualifier)) {
            XmlElement written = rest.getFirst();
            others = rest.subList(1, rest.size());
            if (written.children.size() == 1) {
                first = expression(written.children.getFirst());
            } else {
                diagnostics.problem(written, "<" + qualifier + "> needs one expression");
            }
        } else if (operator == Operator.ROOT && others.size() == 1) {
            return new Apply(Operator.SQRT, arguments(others));
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(first);
        arguments.addAll(arguments(others));
        return operator(element, operator, arguments);
    }

    private Expression call(XmlElement head, List<Expression> arguments) {
        String function = head.text.strip();
        if (rates.contains(function)) {
            return rateOf(head, arguments);
        }
        if (!functions.contains(function)) {
            Optional<Expression> known = matlab(function, arguments);
            if (known.isPresent()) {
                diagnostics.passOver(
                        head, "the function " + function + " is not defined in the file: taken as MATLAB means it");
                return known.get();
            }
        }
        return new Call(function, arguments);
    }

    private static Optional<Expression> matlab(String function, List<Expression> arguments) {
        if (arguments.size() == 1 && (function.equals("log2") || function.equals("log10"))) {
            double base = function.equals("log2") ? 2 : 10;
            return Optional.of(new Apply(Operator.LOG, new Constant(base), arguments.getFirst()));
        }
        return MathNames.matlab(function)
                .filter(operator -> operator.arity(arguments.size()))
                .map(operator -> new Apply(operator, arguments));
    }

    private Expression applySymbol(XmlElement element, XmlElement head, List<Expression> arguments) {
        String address = address(head);
        if (address.equals("delay")) {
            if (arguments.size() == 2) {
                return new Delay(arguments.get(0), arguments.get(1));
            }
            diagnostics.problem(element, "delay with " + arguments.size() + " arguments; it takes a value and a lag");
            return WRONG;
        }
        if (address.equals("rateOf")) {
            return rateOf(element, arguments);
        }
        if (address.startsWith("distrib/")) {
            return draw(element, address.substring("distrib/".length()), arguments);
        }
        if (address.equals("time") || address.equals("avogadro")) {
            diagnostics.problem(element, "the symbol " + address + " is not a function");
            return WRONG;
        }
        return symbol(head);
    }

    private Expression rateOf(XmlElement element, List<Expression> arguments) {
        if (arguments.size() == 1 && arguments.getFirst() instanceof Symbol(String name)) {
            return new RateOf(name);
        }
        diagnostics.problem(element, "rateOf takes one symbol");
        return WRONG;
    }

    private Expression draw(XmlElement element, String name, List<Expression> arguments) {
        Optional<DistributionFamily> distribution = MathNames.distribution(name);
        if (distribution.isEmpty()) {
            diagnostics.problem(element, "the distribution \"" + name + "\" is not one of distrib version 1");
            return WRONG;
        }
        if (!MathNames.arity(distribution.get(), arguments.size())) {
            int plain = MathNames.arguments(distribution.get());
            diagnostics.problem(
                    element,
                    "the distribution " + name + " with " + arguments.size() + " arguments; it takes " + plain
                            + (MathNames.arity(distribution.get(), plain + 2)
                                    ? ", or " + (plain + 2) + " with bounds"
                                    : ""));
            return WRONG;
        }
        if (arguments.size() < MathNames.arguments(distribution.get())) {
            return new Draw(distribution.get(), List.of(new Constant(0), arguments.getFirst()));
        }
        return new Draw(distribution.get(), arguments);
    }

    private Expression piecewise(XmlElement element) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Expression> otherwise = Optional.empty();
        for (XmlElement child : element.children) {
            if (child.name.equals("piece") && child.children.size() == 2) {
                pieces.add(new Piece(expression(child.children.get(0)), expression(child.children.get(1))));
            } else if (child.name.equals("otherwise") && child.children.size() == 1 && otherwise.isEmpty()) {
                otherwise = Optional.of(expression(child.children.getFirst()));
            } else {
                diagnostics.problem(
                        child,
                        "<" + child.name + "> with " + child.children.size() + " expressions in <piecewise>;"
                                + " <piece> with a value and a condition, or one <otherwise>, is expected");
            }
        }
        return new Piecewise(pieces, otherwise.orElse(new Constant(Double.NaN)));
    }
}
