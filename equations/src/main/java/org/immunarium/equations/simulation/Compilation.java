package org.immunarium.equations.simulation;

import java.util.*;
import org.immunarium.equations.expression.*;
import org.immunarium.equations.expression.Expression.*;

/// INTERIM interpreter.
final class Compilation {
    static Kernel compile(
            List<String> states, List<String> parameters, Map<String, Expression> definitions,
            List<Expression> outputs, int lanes) {
        Map<String, Integer> si = new HashMap<>(), pi = new HashMap<>();
        for (int i = 0; i < states.size(); i++) si.put(states.get(i), i);
        for (int i = 0; i < parameters.size(); i++) pi.put(parameters.get(i), i);
        return (time, state, parameter, out) -> {
            for (int l = 0; l < lanes; l++) {
                Map<String, Double> memo = new HashMap<>();
                for (int k = 0; k < outputs.size(); k++) {
                    out[k * lanes + l] = eval(outputs.get(k), si, pi, definitions, memo, time, state, parameter, l, lanes);
                }
            }
        };
    }

    static double eval(Expression e, Map<String, Integer> si, Map<String, Integer> pi, Map<String, Expression> d,
            Map<String, Double> memo, double[] t, double[] y, double[] p, int l, int n) {
        return switch (e) {
            case Constant c -> c.value();
            case Time x -> t[l];
            case Symbol(String s) -> {
                Integer i = si.get(s);
                if (i != null) yield y[i * n + l];
                i = pi.get(s);
                if (i != null) yield p[i * n + l];
                Double v = memo.get(s);
                if (v == null) {
                    if (d.get(s) == null) throw new IllegalStateException("unknown " + s);
                    v = eval(d.get(s), si, pi, d, memo, t, y, p, l, n);
                    memo.put(s, v);
                }
                yield v;
            }
            case Piecewise w -> {
                for (Piece q : w.pieces()) {
                    if (eval(q.condition(), si, pi, d, memo, t, y, p, l, n) != 0)
                        yield eval(q.value(), si, pi, d, memo, t, y, p, l, n);
                }
                yield eval(w.otherwise(), si, pi, d, memo, t, y, p, l, n);
            }
            case Apply a -> {
                double[] x = new double[a.arguments().size()];
                for (int i = 0; i < x.length; i++) x[i] = eval(a.arguments().get(i), si, pi, d, memo, t, y, p, l, n);
                yield apply(a.operator(), x);
            }
            default -> throw new IllegalStateException("" + e);
        };
    }

    static double b(boolean x) { return x ? 1 : 0; }

    static double apply(Operator o, double[] x) {
        switch (o) {
            case ADD: { double s = 0; for (double v : x) s += v; return s; }
            case MULTIPLY: { double s = 1; for (double v : x) s *= v; return s; }
            case SUBTRACT: return x[0] - x[1];
            case NEGATE: return -x[0];
            case DIVIDE: return x[0] / x[1];
            case POWER: return Math.pow(x[0], x[1]);
            case ROOT: return x[0] == 2 ? Math.sqrt(x[1]) : Math.pow(x[1], 1 / x[0]);
            case SQRT: return Math.sqrt(x[0]);
            case ABS: return Math.abs(x[0]);
            case EXP: return Math.exp(x[0]);
            case LN: return Math.log(x[0]);
            case LOG: return Math.log(x[1]) / Math.log(x[0]);
            case FLOOR: return Math.floor(x[0]);
            case CEILING: return Math.ceil(x[0]);
            case FACTORIAL: { double s = 1; for (int i = 2; i <= x[0]; i++) s *= i; return s; }
            case QUOTIENT: { double q = x[0] / x[1]; return q < 0 ? Math.ceil(q) : Math.floor(q); }
            case REMAINDER: return x[0] % x[1];
            case MIN: return Arrays.stream(x).min().getAsDouble();
            case MAX: return Arrays.stream(x).max().getAsDouble();
            case SIN: return Math.sin(x[0]);
            case COS: return Math.cos(x[0]);
            case TAN: return Math.tan(x[0]);
            case SEC: return 1 / Math.cos(x[0]);
            case CSC: return 1 / Math.sin(x[0]);
            case COT: return 1 / Math.tan(x[0]);
            case ASIN: return Math.asin(x[0]);
            case ACOS: return Math.acos(x[0]);
            case ATAN: return Math.atan(x[0]);
            case ASEC: return Math.acos(1 / x[0]);
            case ACSC: return Math.asin(1 / x[0]);
            case ACOT: return Math.atan(1 / x[0]);
            case SINH: return Math.sinh(x[0]);
            case COSH: return Math.cosh(x[0]);
            case TANH: return Math.tanh(x[0]);
            case SECH: return 1 / Math.cosh(x[0]);
            case CSCH: return 1 / Math.sinh(x[0]);
            case COTH: return 1 / Math.tanh(x[0]);
            case ASINH: return Math.log(x[0] + Math.sqrt(x[0] * x[0] + 1));
            case ACOSH: return Math.log(x[0] + Math.sqrt(x[0] * x[0] - 1));
            case ATANH: return 0.5 * Math.log((1 + x[0]) / (1 - x[0]));
            case ASECH: return apply(Operator.ACOSH, new double[] {1 / x[0]});
            case ACSCH: return apply(Operator.ASINH, new double[] {1 / x[0]});
            case ACOTH: return apply(Operator.ATANH, new double[] {1 / x[0]});
            case EQUAL: for (int i = 1; i < x.length; i++) if (!(x[i - 1] == x[i])) return 0; return 1;
            case NOT_EQUAL: return b(x[0] != x[1]);
            case GREATER: for (int i = 1; i < x.length; i++) if (!(x[i - 1] > x[i])) return 0; return 1;
            case LESS: for (int i = 1; i < x.length; i++) if (!(x[i - 1] < x[i])) return 0; return 1;
            case GREATER_OR_EQUAL: for (int i = 1; i < x.length; i++) if (!(x[i - 1] >= x[i])) return 0; return 1;
            case LESS_OR_EQUAL: for (int i = 1; i < x.length; i++) if (!(x[i - 1] <= x[i])) return 0; return 1;
            case AND: for (double v : x) if (v == 0) return 0; return 1;
            case OR: for (double v : x) if (v != 0) return 1; return 0;
            case XOR: { boolean r = false; for (double v : x) r ^= v != 0; return b(r); }
            case NOT: return b(x[0] == 0);
            case IMPLIES: return b(x[0] == 0 || x[1] != 0);
        }
        throw new IllegalStateException();
    }
}
