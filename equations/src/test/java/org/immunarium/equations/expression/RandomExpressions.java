package org.immunarium.equations.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

/// Random expressions of every shape, for property tests.
public final class RandomExpressions {

    private static final int DEEPEST = 4;

    private RandomExpressions() {}

    /// Anything at all, over symbols of any spelling.
    public static Arbitrary<Expression> anything() {
        Arbitrary<String> names = Arbitraries.of("a", "T_cell", "Tumour.C1", "pi", "time", "max", "odd name", "x2");
        Arbitrary<Expression> leaf = Arbitraries.oneOf(
                names.map(Symbol::new),
                Arbitraries.create(Time::new),
                names.map(RateOf::new),
                constants(),
                Combinators.combine(Arbitraries.doubles(), Arbitraries.of("mg", "per_day"))
                        .as((value, unit) -> new Constant(value, Optional.of(unit))));
        return grow(leaf, DEEPEST, true);
    }

    /// What a kernel computes: constants, time and these symbols, every operator, piecewise.
    public static Arbitrary<Expression> computable(List<String> symbols) {
        Arbitrary<Expression> leaf = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(symbols).map(Symbol::new)),
                net.jqwik.api.Tuple.of(1, Arbitraries.create(Time::new)),
                net.jqwik.api.Tuple.of(2, constants()));
        return grow(leaf, DEEPEST, false);
    }

    private static Arbitrary<Expression> constants() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(-4, 12).map(Integer::doubleValue),
                        Arbitraries.of(0.5, 1.5, -0.5, -0.0, Math.PI, 1e-300, 1e300),
                        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        Arbitraries.doubles().between(-1e3, 1e3))
                .map(Constant::new);
    }

    private static Arbitrary<Expression> grow(Arbitrary<Expression> leaf, int depth, boolean everything) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Expression> part = Arbitraries.lazy(() -> grow(leaf, depth - 1, everything));
        Arbitrary<Expression> apply = Arbitraries.of(Operator.values())
                .flatMap(operator -> part.list()
                        .ofMinSize(fewest(operator))
                        .ofMaxSize(most(operator))
                        .map(arguments -> new Apply(operator, arguments)));
        Arbitrary<Expression> piecewise = Combinators.combine(
                        part.list().ofMinSize(0).ofMaxSize(4), part)
                .as((parts, otherwise) -> new Piecewise(pieces(parts), otherwise));
        if (!everything) {
            return Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(1, leaf),
                    net.jqwik.api.Tuple.of(6, apply),
                    net.jqwik.api.Tuple.of(2, piecewise));
        }
        Arbitrary<Expression> call = Combinators.combine(
                        Arbitraries.of("f", "sin", "piecewise", "log", "hill"),
                        part.list().ofMaxSize(3))
                .as(Call::new);
        Arbitrary<Expression> delay = Combinators.combine(part, part).as(Delay::new);
        Arbitrary<Expression> draw =
                Combinators.combine(part, part).as((a, b) -> new Draw(DistributionFamily.NORMAL, List.of(a, b)));
        return Arbitraries.oneOf(leaf, apply, apply, piecewise, call, delay, draw);
    }

    private static List<Piece> pieces(List<Expression> parts) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pieces.add(new Piece(parts.get(i), parts.get(i + 1)));
        }
        return pieces;
    }

    private static int fewest(Operator operator) {
        int arguments = 0;
        while (!operator.arity(arguments)) {
            arguments++;
        }
        return arguments;
    }

    private static int most(Operator operator) {
        int arguments = fewest(operator);
        while (arguments < 4 && operator.arity(arguments + 1)) {
            arguments++;
        }
        return arguments;
    }
}
