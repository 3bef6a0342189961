package org.immunarium.numerics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

/// Systems whose distribution is known in closed form.
class DirectMethodTest {

    private static final int REPLICATES = 20_000;

    /// Births at `birth` a head, deaths at `death` a head, arrivals at `arrival`.
    record BirthAndDeath(double birth, double death, double arrival) implements ReactionNetwork {

        @Override
        public int reactions() {
            return 3;
        }

        @Override
        public void propensities(double[] state, double[] propensity) {
            propensity[0] = birth * state[0];
            propensity[1] = death * state[0];
            propensity[2] = arrival;
        }

        @Override
        public void fire(int reaction, double[] state) {
            state[0] += reaction == 1 ? -1 : 1;
        }
    }

    /// A ring of `size` places between which particles hop; each hop changes two propensities only.
    record Ring(int size) implements ReactionNetwork {

        @Override
        public int reactions() {
            return size;
        }

        @Override
        public void propensities(double[] state, double[] propensity) {
            System.arraycopy(state, 0, propensity, 0, size);
        }

        @Override
        public int update(int reaction, double[] state, double[] propensity, int[] changed) {
            changed[0] = reaction;
            changed[1] = (reaction + 1) % size;
            propensity[changed[0]] = state[changed[0]];
            propensity[changed[1]] = state[changed[1]];
            return 2;
        }

        @Override
        public void fire(int reaction, double[] state) {
            state[reaction]--;
            state[(reaction + 1) % size]++;
        }
    }

    private static void advance(DirectMethod method, double[] state, double until) {
        method.refresh(state);
        double time = method.nextTime(0);
        while (time < until) {
            method.fire(state);
            time = method.nextTime(time);
        }
    }

    @Test
    void birthAndDeathHasTheMeanAndVarianceOfTheMasterEquation() {
        double birth = 0.1;
        double death = 0.11;
        double t = 10;
        Moments moments = Ensemble.run(
                REPLICATES,
                new Moments(1),
                1,
                () -> (replicate, values) -> {
                    RandomStream random = new RandomStream(1, replicate, 0, Purpose.REACTION);
                    double[] state = {100};
                    advance(new DirectMethod(new BirthAndDeath(birth, death, 0), random), state, t);
                    values[0] = state[0];
                },
                done -> {});
        double growth = Math.exp((birth - death) * t);
        double variance = 100 * (birth + death) / (birth - death) * growth * (growth - 1);
        assertThat(moments.mean(0)).isCloseTo(100 * growth, within(4 * Math.sqrt(variance / REPLICATES)));
        assertThat(moments.variance(0)).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / REPLICATES)));
    }

    @Test
    void arrivalAndDeathBecomesPoisson() {
        // The probabilities of 7, 10 and 14 arrivals where 10 are expected.
        int[] counts = {7, 10, 14};
        double[] probability = {0.0900792, 0.1251100, 0.0520771};
        Moments moments = Ensemble.run(
                REPLICATES,
                new Moments(4),
                2,
                () -> (replicate, values) -> {
                    RandomStream random = new RandomStream(2, replicate, 0, Purpose.REACTION);
                    double[] state = {0};
                    advance(new DirectMethod(new BirthAndDeath(0, 0.5, 5), random), state, 40);
                    values[0] = state[0];
                    for (int i = 0; i < counts.length; i++) {
                        values[i + 1] = state[0] == counts[i] ? 1 : 0;
                    }
                },
                done -> {});
        assertThat(moments.mean(0)).isCloseTo(10, within(4 * Math.sqrt(10.0 / REPLICATES)));
        assertThat(moments.variance(0)).isCloseTo(10, within(40 * Math.sqrt(2.0 / REPLICATES)));
        for (int i = 0; i < counts.length; i++) {
            double spread = Math.sqrt(probability[i] * (1 - probability[i]) / REPLICATES);
            assertThat(moments.mean(i + 1)).isCloseTo(probability[i], within(4 * spread));
        }
    }

    @Test
    void manyReactionsWithKnownDependenciesKeepTheirParticles() {
        int size = 1000;
        double[] state = new double[size];
        state[0] = 5 * size;
        RandomStream random = new RandomStream(3, 0, 0, Purpose.REACTION);
        advance(new DirectMethod(new Ring(size), random), state, 200);
        double sum = 0;
        for (double s : state) {
            assertThat(s).isNotNegative();
            sum += s;
        }
        assertThat(sum).isEqualTo(5.0 * size);
        // After 200 units of time a particle has hopped 200 times on average, with the variance of Poisson.
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += i * state[i] / sum;
        }
        assertThat(mean).isCloseTo(200, within(4 * Math.sqrt(200 / sum)));
    }

    @Test
    void aNegativePropensityIsRefusedByItsReaction() {
        DirectMethod method =
                new DirectMethod(new BirthAndDeath(1, -2, 0), new RandomStream(1, 0, 0, Purpose.REACTION));
        assertThatExceptionOfType(PropensityException.class)
                .isThrownBy(() -> method.refresh(new double[] {3}))
                .satisfies(e -> assertThat(e.reaction()).isEqualTo(1))
                .satisfies(e -> assertThat(e.propensity()).isEqualTo(-6));
    }

    @Test
    void nothingHappensWhereNothingCan() {
        DirectMethod method = new DirectMethod(new BirthAndDeath(1, 1, 0), new RandomStream(1, 0, 0, Purpose.REACTION));
        method.refresh(new double[] {0});
        assertThat(method.nextTime(7)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
