package org.immunarium.numerics.inference.mcmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

final class ConvergenceTest {

    /// Chains in which each draw correlates with the one before.
    private static double[][] chains(int chains, int length, double correlation) {
        double[][] draws = new double[chains][length];
        for (int c = 0; c < chains; c++) {
            RandomStream random = new RandomStream(5, 0, c, Purpose.JUDGEMENT);
            double x = random.nextNormal();
            for (int i = 0; i < length; i++) {
                draws[c][i] = x;
                x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.nextNormal();
            }
        }
        return draws;
    }

    @Test
    void independentDrawsAreWorthThemselves() {
        Convergence convergence = Convergence.of(chains(4, 1000, 0));
        assertThat(convergence.rHat()).isBetween(0.999, 1.005);
        assertThat(convergence.bulkEss()).isBetween(3500.0, 4500.0);
        assertThat(convergence.tailEss()).isBetween(3300.0, 4700.0);
    }

    /// n (1 - r) / (1 + r) of an autoregression.
    @Test
    void correlatedDrawsAreWorthLess() {
        assertThat(Convergence.of(chains(4, 10_000, 0.6)).bulkEss()).isCloseTo(10_000, within(800.0));
        assertThat(Convergence.of(chains(4, 10_000, 0.9)).bulkEss()).isCloseTo(40_000 / 19.0, within(300.0));
        assertThat(Convergence.of(chains(4, 10_000, -0.5)).bulkEss()).isCloseTo(120_000, within(10_000.0));
    }

    @Test
    void aChainElsewhereIsSeen() {
        double[][] draws = chains(4, 500, 0);
        for (int i = 0; i < 500; i++) {
            draws[2][i] += 1;
        }
        assertThat(Convergence.of(draws).rHat()).isGreaterThan(1.05);
    }

    @Test
    void aChainOfAnotherWidthIsSeenThoughItsMeanIsTheSame() {
        double[][] draws = chains(4, 500, 0);
        for (int i = 0; i < 500; i++) {
            draws[2][i] *= 4;
        }
        assertThat(Convergence.of(draws).rHat()).isGreaterThan(1.05);
    }

    @Test
    void aChainThatDriftsIsSeen() {
        double[][] draws = chains(1, 500, 0);
        for (int i = 0; i < 500; i++) {
            draws[0][i] += i * 0.01;
        }
        assertThat(Convergence.of(draws).rHat()).isGreaterThan(1.2);
    }

    @Test
    void heavyTailsAndRisingFunctionsChangeNothing() {
        double[][] draws = chains(2, 301, 0.3);
        double[][] moved = new double[2][301];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < 301; i++) {
                moved[c][i] = ElementaryFunctions.exp(9 * draws[c][i]);
            }
        }
        assertThat(Convergence.of(moved).bulkEss())
                .isEqualTo(Convergence.of(draws).bulkEss());
        assertThat(Convergence.of(moved).tailEss())
                .isEqualTo(Convergence.of(draws).tailEss());
    }

    @Test
    void whatNeverMovesHasNone() {
        assertThat(Convergence.of(new double[3][8]).rHat()).isNaN();
        assertThatThrownBy(() -> Convergence.of(new double[3][3])).hasMessageContaining("at least 4 draws");
    }
}
