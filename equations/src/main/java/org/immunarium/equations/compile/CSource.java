package org.immunarium.equations.compile;

import java.util.List;
import java.util.Locale;

/// The same equations as C functions, for independent integrators and for comparison.
///
/// The source implements `model.h` of the benchmarks: derivatives, Jacobian entries, root functions and
/// events. It is plain C99 without state; elementary functions are libm's, so results agree with a
/// [Kernel]'s to rounding, not to the last bit. Each operation is one statement, common subexpressions
/// computed once.
public final class CSource {

    private static final String HEAD = """
            /* Written by Immunarium from a model's equations. */
            #include <math.h>
            #include "model.h"

            static inline double least(double a, double b) { return a < b || a != a ? a : b; }
            static inline double greatest(double a, double b) { return a > b || a != a ? a : b; }
            static inline double nth_root(double n, double x) {
              return x < 0 && fabs(fmod(n, 2)) == 1 ? -pow(-x, 1 / n) : pow(x, 1 / n);
            }

            """;

    /// What an event assigns to.
    ///
    /// @param isState whether it is a state rather than a parameter
    /// @param index   its place among the states or parameters
    public record Target(boolean isState, int index) {}

    /// An event: when its root function turns from negative to positive, each target gets its value,
    /// all values being computed before any is assigned.
    public record Event(List<Target> targets, Equations values) {
        public Event {
            targets = List.copyOf(targets);
        }
    }

    private final StringBuilder text = new StringBuilder(HEAD);

    private CSource() {}

    /// The source of a model.
    ///
    /// @param derivatives one output a state
    /// @param parameters  the length of the parameter array
    /// @param roots       the root function of each event, in order
    public static String model(
            Equations derivatives, Jacobian jacobian, int parameters, Equations roots, List<Event> events) {
        CSource source = new CSource();
        source.number("model_states", derivatives.size());
        source.number("model_parameters", parameters);
        source.number("model_entries", jacobian.pattern().entries());
        source.number("model_roots", roots.size());
        source.table("model_row_start", jacobian.pattern().rowStart());
        source.table("model_column", jacobian.pattern().column());
        source.function("model_derivatives", derivatives, "f");
        source.function("model_jacobian", jacobian.entries(), "entries");
        source.function("model_root_values", roots, "g");
        for (int i = 0; i < events.size(); i++) {
            source.event(i, events.get(i));
        }
        source.dispatch(events.size());
        return source.text.toString();
    }

    private void number(String name, int value) {
        text.append("const int ").append(name).append(" = ").append(value).append(";\n");
    }

    private void table(String name, int[] values) {
        text.append("const int ").append(name).append("[] = {");
        for (int i = 0; i < values.length; i++) {
            text.append(i % 20 == 0 ? "\n  " : " ").append(values[i]).append(',');
        }
        text.append(values.length == 0 ? "0};\n" : "\n};\n");
    }

    private void function(String name, Equations equations, String out) {
        text.append("\nvoid ").append(name);
        text.append("(double t, const double *y, const double *p, double *")
                .append(out)
                .append(") {\n");
        text.append("  (void)t, (void)y, (void)p, (void)").append(out).append(";\n");
        statements(equations.schedule());
        assignments(equations.schedule(), out);
        text.append("}\n");
    }

    private void event(int number, Event event) {
        EvaluationSchedule schedule = event.values.schedule();
        text.append("\nstatic void fire_").append(number).append("(double t, double *y, double *p) {\n");
        text.append("  (void)t, (void)y, (void)p;\n");
        text.append("  double value[").append(Math.max(1, event.values.size())).append("];\n");
        statements(schedule);
        assignments(schedule, "value");
        for (int i = 0; i < event.targets.size(); i++) {
            Target target = event.targets.get(i);
            text.append("  ").append(target.isState ? 'y' : 'p').append('[').append(target.index);
            text.append("] = value[").append(i).append("];\n");
        }
        text.append("}\n");
    }

    private void dispatch(int events) {
        text.append("\nvoid model_fire(int event, double t, double *y, double *p) {\n  switch (event) {\n");
        for (int i = 0; i < events; i++) {
            text.append("    case %d: fire_%d(t, y, p); break;\n".formatted(i, i));
        }
        text.append("    default: (void)t, (void)y, (void)p;\n  }\n}\n");
    }

    private void statements(EvaluationSchedule schedule) {
        for (int[] nodes : new int[][] {schedule.steady, schedule.changing}) {
            for (int node : nodes) {
                text.append("  const double v").append(node).append(" = ");
                text.append(operation(schedule.graph, node)).append(";\n");
            }
        }
    }

    private void assignments(EvaluationSchedule schedule, String out) {
        for (int i = 0; i < schedule.roots.length; i++) {
            text.append("  ").append(out).append('[').append(i).append("] = ");
            text.append(operand(schedule.graph, schedule.roots[i])).append(";\n");
        }
    }

    private static String operation(Graph graph, int node) {
        Operation operation = graph.operation(node);
        String a = operand(graph, graph.operand(node, 0));
        String b = operation.operands() > 1 ? operand(graph, graph.operand(node, 1)) : "";
        String pair = a + ", " + b;
        return switch (operation) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + b;
            case MULTIPLY -> a + " * " + b;
            case DIVIDE -> a + " / " + b;
            case NEGATE -> "-" + a;
            case LESS -> a + " < " + b;
            case LESS_OR_EQUAL -> a + " <= " + b;
            case EQUAL, XOR -> operation == Operation.EQUAL ? a + " == " + b : a + " != " + b;
            case NOT_EQUAL -> a + " != " + b;
            case AND -> a + " && " + b;
            case OR -> a + " || " + b;
            case NOT -> "!" + a;
            case SELECT -> a + " ? " + b + " : " + operand(graph, graph.operand(node, 2));
            case MIN -> "least(" + pair + ")";
            case MAX -> "greatest(" + pair + ")";
            case ABS -> "fabs(" + a + ")";
            case POW -> "pow(" + pair + ")";
            case ROOT -> "nth_root(" + pair + ")";
            case LOG_TO_BASE -> "log(" + b + ") / log(" + a + ")";
            case QUOTIENT -> "trunc(" + a + " / " + b + ")";
            case REMAINDER -> "fmod(" + pair + ")";
            case FACTORIAL -> "tgamma(" + a + " + 1)";
            case SEC, CSC, COT, SECH, CSCH, COTH -> "1 / " + reciprocal(operation) + "(" + a + ")";
            case ASEC, ACSC, ACOT, ASECH, ACSCH, ACOTH -> "a" + inverse(operation) + "(1 / " + a + ")";
            default -> operation.name().toLowerCase(Locale.ROOT) + "(" + a + ")";
        };
    }

    private static String reciprocal(Operation operation) {
        return switch (operation) {
            case SEC -> "cos";
            case CSC -> "sin";
            case COT -> "tan";
            case SECH -> "cosh";
            case CSCH -> "sinh";
            default -> "tanh";
        };
    }

    private static String inverse(Operation operation) {
        return reciprocal(Operation.valueOf(operation.name().substring(1)));
    }

    private static String operand(Graph graph, int node) {
        return switch (graph.operation(node)) {
            case CONSTANT -> constant(graph.value(node));
            case TRUE -> "1";
            case FALSE -> "0";
            case TIME -> "t";
            case STATE -> "y[" + graph.operand(node, 0) + "]";
            case PARAMETER, VARYING -> "p[" + graph.operand(node, 0) + "]";
            default -> "v" + node;
        };
    }

    private static String constant(double value) {
        if (Double.isNaN(value)) {
            return "NAN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "INFINITY" : "(-INFINITY)";
        }
        return value < 0 || 1 / value < 0 ? "(" + value + ")" : Double.toString(value);
    }
}
