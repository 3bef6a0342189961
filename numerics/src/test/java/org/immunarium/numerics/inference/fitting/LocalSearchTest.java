package org.immunarium.numerics.inference.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LocalSearchTest {

    private static final LevenbergMarquardt SQUARES = new LevenbergMarquardt(200, 1e-12, 1e-7);
    private static final NelderMead SIMPLEX = new NelderMead(20_000, 1e-14);

    /// Rosenbrock's valley as residuals; least at (1, 1).
    private static final LeastSquares ROSENBROCK =
            new LeastSquares(x -> new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]});

    static Stream<LocalSearch<? super LeastSquares>> searches() {
        return Stream.of(SQUARES, SIMPLEX, new CmaEs(20_000, 1e-14, 0.3, 10));
    }

    private static RandomStream random() {
        return new RandomStream(1, 0, 0, Purpose.SEARCH);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void findsTheEndOfRosenbrocksValley(LocalSearch<? super LeastSquares> search) {
        Minimum minimum = search.minimum(ROSENBROCK, Bounds.cube(2, -3, 3), new double[] {-1.2, 1}, random());
        assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-4));
        assertThat(minimum.value()).isBetween(0.0, 1e-9);
        assertThat(minimum.converged()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("searches")
    void findsAMinimumOnABound(LocalSearch<? super LeastSquares> search) {
        LeastSquares bowl = new LeastSquares(x -> new double[] {x[0] - 5, x[1] + 0.25, 0.5 * (x[0] + x[1])});
        Minimum minimum = search.minimum(bowl, Bounds.cube(2, -1, 2), new double[] {0.3, 0.9}, random());
        // With x0 = 2 the rest is least where (x1 + 1/4) + (2 + x1) / 4 = 0.
        assertThat(minimum.point()).containsExactly(new double[] {2, -0.6}, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void aFixedParameterStays(LocalSearch<? super LeastSquares> search) {
        Bounds bounds = Bounds.cube(2, -3, 3).fixing(0, 0.5);
        Minimum minimum = search.minimum(ROSENBROCK, bounds, new double[] {0.5, 2}, random());
        assertThat(minimum.parameters().getFirst()).isEqualTo(0.5);
        assertThat(minimum.parameters().getLast()).isCloseTo(0.25, within(1e-6));
        Bounds all = bounds.fixing(1, 1);
        assertThat(search.minimum(ROSENBROCK, all, new double[] {0.5, 1}, random())
                        .value())
                .isEqualTo(ROSENBROCK.at(new double[] {0.5, 1}));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void neverAsksOutsideTheBoundsNorAtOtherThanNumbers(LocalSearch<? super LeastSquares> search) {
        Bounds bounds = Bounds.cube(3, 0, 1e-3);
        LeastSquares watched = new LeastSquares(x -> {
            assertThat(bounds.hold(x)).isTrue();
            return new double[] {x[0] - 1, x[1] - 0.0004, x[2] + 1};
        });
        assertThat(search.minimum(watched, bounds, new double[] {0, 0.001, 0.0005}, random())
                        .point())
                .containsExactly(new double[] {1e-3, 4e-4, 0}, within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void goesAroundWhereTheObjectiveIsNotANumber(LocalSearch<? super LeastSquares> search) {
        LeastSquares holed = new LeastSquares(
                x -> new double[] {ElementaryFunctions.log(x[0]) - 0.5, x[1] > 1.9 ? Double.NaN : x[1] - 1});
        Minimum minimum = search.minimum(holed, Bounds.cube(2, -0.5, 2), new double[] {1.5, 0.2}, random());
        assertThat(minimum.point()).containsExactly(new double[] {ElementaryFunctions.exp(0.5), 1}, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void whatIsFiniteNowhereIsInfinite(LocalSearch<? super LeastSquares> search) {
        LeastSquares nowhere = new LeastSquares(_ -> new double[] {Double.NaN});
        Minimum minimum = search.minimum(nowhere, Bounds.cube(2, 0, 1), new double[] {0.5, 0.5}, random());
        assertThat(minimum.value()).isInfinite();
    }

    @Test
    void evolutionGetsOverSmallMinima() {
        // Rastrigin's function: a minimum near each integer, the least at 0.
        Objective rastrigin = x -> Arrays.stream(x)
                .map(each -> each * each + 10 - 10 * ElementaryFunctions.cos(2 * Math.PI * each))
                .sum();
        int found = 0;
        for (int i = 0; i < 10; i++) {
            Minimum minimum = new CmaEs(20_000, 1e-10, 0.3, 40)
                    .minimum(
                            rastrigin,
                            Bounds.cube(2, -5, 5),
                            new double[] {4, -3.5},
                            new RandomStream(7, 0, i, Purpose.SEARCH));
            found += minimum.value() < 1e-6 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(5);
        assertThat(SIMPLEX.minimum(rastrigin, Bounds.cube(2, -5, 5), new double[] {4, -3.5}, random())
                        .value())
                .isGreaterThan(1);
    }

    @Test
    void aSearchThatMayAskNoMoreSaysSo() {
        Minimum minimum =
                new NelderMead(20, 1e-14).minimum(ROSENBROCK, Bounds.cube(2, -3, 3), new double[] {-1.2, 1}, random());
        assertThat(minimum.converged()).isFalse();
        assertThat(minimum.evaluations()).isLessThanOrEqualTo(21);
        assertThat(new LevenbergMarquardt(2, 1e-12, 1e-7)
                        .minimum(ROSENBROCK, Bounds.cube(2, -3, 3), new double[] {-1.2, 1}, random())
                        .converged())
                .isFalse();
    }

    @Test
    void whatTheObjectiveThrowsPassesThrough() {
        assertThatThrownBy(() -> SIMPLEX.minimum(
                        _ -> {
                            throw new IllegalStateException("the model broke");
                        },
                        Bounds.cube(1, 0, 1),
                        new double[] {0.5},
                        random()))
                .hasMessage("the model broke");
        assertThatThrownBy(() -> new Bounds(List.of(2.0), List.of(1.0))).hasMessageContaining("bounds 2.0 and 1.0");
    }
}
