package org.immunarium.benchmarks.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;

/// A reaction network of the size and kind of a published tumour-immune model: 50 states, 90 reactions
/// by mass action, saturation and Hill terms, two volumes.
final class SyntheticNetwork {

    static final int STATES = 50;
    static final int PARAMETERS = 2 * 90 + 2;

    private static final int REACTIONS = 90;

    private SyntheticNetwork() {}

    static Equations equations() {
        Scope.Builder scope = Scope.builder().parameter("V0", 2 * REACTIONS).parameter("V1", 2 * REACTIONS + 1);
        List<List<String>> terms = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            scope.state("x" + i, i);
            terms.add(new ArrayList<>());
        }
        for (int r = 0; r < REACTIONS; r++) {
            int from = 7 * r % STATES;
            int to = (11 * r + 3) % STATES;
            int by = (13 * r + 5) % STATES;
            scope.parameter("k" + r, r).parameter("K" + r, REACTIONS + r);
            scope.definition("v" + r, Formula.parse(rate(r).formatted(r, from, to, by)));
            terms.get(from).add("-v" + r);
            terms.get(to).add("v" + r);
        }
        List<Expression> derivatives = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            String sum = terms.get(i).isEmpty() ? "0" : terms.get(i).stream().collect(Collectors.joining(" + "));
            derivatives.add(Formula.parse("(%s) / V%d".formatted(sum, i % 2)));
        }
        return new Equations(scope.build(), derivatives);
    }

    /// The rate of reaction %1 from %2 to %3, which %4 drives.
    private static String rate(int reaction) {
        return switch (reaction % 6) {
            case 0, 1 -> "k%1$d * x%2$d";
            case 2 -> "k%1$d * x%2$d * x%4$d - K%1$d * x%3$d";
            case 3 -> "k%1$d * x%2$d * x%4$d / (K%1$d + x%4$d)";
            case 4 -> "k%1$d * x%2$d * x%4$d^2 / (K%1$d^2 + x%4$d^2) * V0";
            default ->
                reaction % 12 == 5
                        ? "k%1$d * x%2$d * x%4$d^K%1$d / (1 + x%4$d^K%1$d)"
                        : "k%1$d * x%2$d * (1 - x%4$d / (x%4$d + K%1$d * x%3$d + 1))";
        };
    }
}
