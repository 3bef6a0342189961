package org.immunarium.numerics.inference.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

    private static final LimitedMemoryBfgs SEARCH = new LimitedMemoryBfgs(500, 1e-12);

    /// Rosenbrock's valley, in a hundred dimensions.
    private static double valley(double[] x, double[] gradient) {
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (int i = 0; i + 1 < x.length; i += 2) {
            double along = 1 - x[i];
            double off = x[i + 1] - x[i] * x[i];
            sum += along * along + 100 * off * off;
            gradient[i] = -2 * along - 400 * x[i] * off;
            gradient[i + 1] = 200 * off;
        }
        return sum;
    }

    @Test
    void theValleyIsFollowedToItsEnd() {
        double[] start = new double[100];
        for (int i = 0; i < 100; i += 2) {
            start[i] = -1.2;
            start[i + 1] = 1;
        }
        Minimum found = SEARCH.minimum(LimitedMemoryBfgsTest::valley, start);
        assertThat(found.value()).isLessThan(1e-9);
        assertThat(found.converged()).isTrue();
        assertThat(found.point()[7]).isCloseTo(1, within(1e-4));
    }

    @Test
    void aMinimumStaysWhereItIs() {
        double[] ones = new double[4];
        Arrays.fill(ones, 1);
        Minimum found = SEARCH.minimum(LimitedMemoryBfgsTest::valley, ones);
        assertThat(found.point()).containsExactly(1, 1, 1, 1);
        assertThat(found.converged()).isTrue();
    }

    @Test
    void whoHasTooFewStepsSaysSo() {
        double[] start = {-1.2, 1};
        assertThat(new LimitedMemoryBfgs(2, 1e-12)
                        .minimum(LimitedMemoryBfgsTest::valley, start)
                        .converged())
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitedMemoryBfgs(0, 1e-6));
    }

    @Test
    void whereNoStepFallsItHasNotConverged() {
        Minimum found = SEARCH.minimum(
                (x, gradient) -> {
                    gradient[0] = -1;
                    return x[0] * x[0];
                },
                new double[1]);
        assertThat(found.point()).containsExactly(0);
        assertThat(found.converged()).isFalse();
    }
}
