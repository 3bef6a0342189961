package org.immunarium.numerics.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.immunarium.numerics.random.Normal;
import org.junit.jupiter.api.Test;

class GaussianCopulaTest {

    private static final Normal STANDARD = new Normal(0, 1);

    @Test
    void normalScoresAreCorrelatedAndEachCoordinateStaysUniform() {
        GaussianCopula copula = new GaussianCopula(new double[][] {{1, 0.6, 0}, {0.6, 1, -0.3}, {0, -0.3, 1}});
        int count = 1 << 14;
        double[][] points = SobolSequence.points(count, 3, 5);
        double[] products = new double[3];
        int[] low = new int[3];
        for (double[] point : points) {
            double[] correlated = copula.correlated(point);
            assertThat(correlated[0]).isEqualTo(point[0]);
            double[] scores = Arrays.stream(correlated).map(STANDARD::quantile).toArray();
            for (int i = 0; i < 3; i++) {
                products[i] += scores[i] * scores[(i + 1) % 3] / count;
                low[i] += correlated[i] < 0.2 ? 1 : 0;
            }
        }
        assertThat(products[0]).isCloseTo(0.6, within(2e-3));
        assertThat(products[1]).isCloseTo(-0.3, within(2e-3));
        assertThat(products[2]).isCloseTo(0, within(2e-3));
        for (int each : low) {
            assertThat(each / (double) count).isCloseTo(0.2, within(2e-3));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        double[][] correlations = {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}};
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianCopula(correlations));
    }
}
