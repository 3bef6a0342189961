package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.numerics.random.Beta;
import org.immunarium.numerics.random.Gamma;
import org.immunarium.numerics.random.Normal;
import org.immunarium.trial.economics.Frontier.Status;
import org.immunarium.trial.economics.Frontier.Strategy;
import org.immunarium.trial.economics.ProbabilisticAnalysis.Outcome;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void incrementsSayWhereTheyLie() {
        assertThat(new Increment(100, 2).ratio()).isEqualTo(50);
        assertThat(new Increment(100, 2).netMonetaryBenefit(60)).isEqualTo(20);
        assertThat(new Increment(100, 2).netHealthBenefit(50)).isZero();
        assertThat(new Increment(100, 2).verdict()).isEqualTo(Increment.Verdict.MORE_FOR_MORE);
        assertThat(new Increment(-1, 2).verdict()).isEqualTo(Increment.Verdict.DOMINANT);
        assertThat(new Increment(-1, 0).verdict()).isEqualTo(Increment.Verdict.DOMINANT);
        assertThat(new Increment(1, 0).verdict()).isEqualTo(Increment.Verdict.DOMINATED);
        assertThat(new Increment(-5, -1).verdict()).isEqualTo(Increment.Verdict.LESS_FOR_LESS);
        assertThat(new Increment(0, 0).verdict()).isEqualTo(Increment.Verdict.EQUAL);
        assertThat(new Increment(1, 0).ratio()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Increment(1, 1).netMonetaryBenefit(-1))
                .withMessage("a willingness to pay from 0 on was expected; found -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Increment(Double.NaN, 1));
    }

    /// A is cheap; B is dominated by C; D is dominated by a mixture of C and E.
    @Test
    void theFrontierLeavesOutWhatIsDominatedAndWhatAMixtureDominates() {
        Frontier frontier = Frontier.of(List.of(
                new Strategy("E", 500, 10),
                new Strategy("D", 390, 7),
                new Strategy("A", 100, 3),
                new Strategy("C", 200, 6),
                new Strategy("B", 250, 5)));
        assertThat(frontier.strategies().stream().map(each -> each.strategy().name()))
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(frontier.strategies().stream().map(Frontier.Ranked::status))
                .containsExactly(
                        Status.EFFICIENT,
                        Status.DOMINATED,
                        Status.EFFICIENT,
                        Status.EXTENDEDLY_DOMINATED,
                        Status.EFFICIENT);
        assertThat(frontier.strategies().get(2).beyond().orElseThrow().ratio()).isCloseTo(100.0 / 3, within(1e-12));
        assertThat(frontier.strategies().get(4).beyond().orElseThrow().ratio()).isEqualTo(75);
        assertThat(frontier.strategies().getFirst().beyond()).isEmpty();
    }

    @Test
    void distributionsHaveTheMeanAndTheErrorTheyWereMadeFrom() {
        Beta share =
                (Beta) UncertainValue.share("utility", 0.8, 0.03).distribution().orElseThrow();
        assertThat(share.a() / (share.a() + share.b())).isCloseTo(0.8, within(1e-12));
        double size = share.a() + share.b();
        assertThat(Math.sqrt(0.8 * 0.2 / (size + 1))).isCloseTo(0.03, within(1e-12));
        Gamma amount = (Gamma)
                UncertainValue.amount("cost", 13273, 1532.63).distribution().orElseThrow();
        assertThat(amount.shape()).isCloseTo(75, within(0.01));
        assertThat(amount.scale()).isCloseTo(176.97, within(0.01));
        UncertainValue skewed = UncertainValue.skewed("cost", 100, 50);
        double spread = Math.sqrt(Math.log(1.25));
        assertThat(skewed.high())
                .isCloseTo(100 * Math.exp(1.959963984540054 * spread - spread * spread / 2), within(1e-9));
        UncertainValue ratio = UncertainValue.ratio("hazard ratio", 0.5, 0.25, 1);
        assertThat(ratio.low()).isCloseTo(0.25, within(1e-12));
        assertThat(ratio.high()).isCloseTo(1, within(1e-12));
        assertThat(UncertainValue.amount("price", 7, 0).distribution()).isEmpty();
    }

    /// Alpha and beta that the published model states beside its means and errors: Shao et al. 2023.
    @Test
    void momentsGiveThePublishedParameters() {
        Beta progressed =
                (Beta) UncertainValue.share("u", 0.52, 0.05).distribution().orElseThrow();
        assertThat(progressed.a()).isCloseTo(53.31, within(2.0));
        assertThat(progressed.b()).isCloseTo(49.21, within(2.0));
    }

    @Test
    void valuesThatCannotBeAreTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UncertainValue.share("utility", 0.9, 0.5))
                .withMessageStartingWith(
                        "utility: a standard error of 0.5 is more than a share of 0.9 can have; below 0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UncertainValue.share("utility", 1.2, 0.1))
                .withMessage("utility: a share from 0 to 1 was expected; found 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UncertainValue.amount("visit", -3, 1))
                .withMessage("visit: an amount from 0 on was expected; found -3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> UncertainValue.amount("visit", 3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> UncertainValue.amount("visit", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> UncertainValue.ratio("hazard ratio", 2, 0.25, 1));
    }

    private static final List<UncertainValue> TWO =
            List.of(UncertainValue.difference("cost", 1000, 300), UncertainValue.difference("effect", 0.1, 0.02));

    private static Outcome two(double[] values) {
        return new Outcome(new double[] {0, values[0]}, new double[] {0, values[1]});
    }

    /// With normal costs and effects the net benefit is normal: its probability to be above 0, and what perfect
    /// information is worth, have closed forms.
    @Test
    void acceptabilityAndTheValueOfInformationAreThoseOfANormalNetBenefit() {
        Samples samples = ProbabilisticAnalysis.run(7, 20_000, TWO, DecisionTest::two);
        double[] willingness = {0, 5000, 10_000, 15_000, 30_000};
        Acceptability found = Acceptability.of(samples, willingness);
        Normal normal = new Normal(0, 1);
        for (int w = 0; w < willingness.length; w++) {
            double mean = willingness[w] * 0.1 - 1000;
            double spread = Math.sqrt(Math.pow(willingness[w] * 0.02, 2) + 300 * 300);
            assertThat(found.probability()[1][w]).isCloseTo(normal.atMost(mean / spread), within(0.012));
            assertThat(found.probability()[0][w] + found.probability()[1][w]).isCloseTo(1, within(1e-9));
            double z = Math.abs(mean) / spread;
            double loss = spread * (Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) - z * normal.above(z));
            assertThat(found.information()[w]).isCloseTo(loss, within(8.0));
        }
        assertThat(found.best()).startsWith(0, 0).endsWith(1, 1);
        assertThat(found.frontier()[0]).isEqualTo(found.probability()[0][0]);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndMoreDrawsBeginAlike() {
        Samples once = ProbabilisticAnalysis.run(7, 50, TWO, DecisionTest::two);
        Samples again = ProbabilisticAnalysis.run(7, 80, TWO, DecisionTest::two);
        for (int draw = 0; draw < 50; draw++) {
            assertThat(again.costs()[1][draw]).isEqualTo(once.costs()[1][draw]);
            assertThat(again.effects()[1][draw]).isEqualTo(once.effects()[1][draw]);
        }
        assertThat(ProbabilisticAnalysis.run(8, 50, TWO, DecisionTest::two).costs()[1])
                .isNotEqualTo(once.costs()[1]);
    }

    @Test
    void strategiesThatAreEquallyGoodShareTheProbability() {
        Samples samples = new Samples(new double[][] {{1}, {1}}, new double[][] {{1}, {1}});
        assertThat(Acceptability.of(samples, new double[] {10}).probability())
                .isDeepEqualTo(new double[][] {{0.5}, {0.5}});
    }

    @Test
    void aTornadoHasTheWidestBarFirstAndNoneOfWhatIsKnown() {
        Tornado tornado = Tornado.of(
                List.of(
                        UncertainValue.difference("little", 1, 0.1),
                        UncertainValue.fixed("known", 5),
                        UncertainValue.difference("much", 2, 1)),
                values -> values[0] + values[1] - values[2]);
        assertThat(tornado.base()).isEqualTo(4);
        assertThat(tornado.bars().stream().map(Tornado.Bar::name)).containsExactly("much", "little");
        assertThat(tornado.bars().getFirst().atLow()).isCloseTo(4 + 1.959963984540054, within(1e-12));
        assertThat(tornado.bars().getFirst().width()).isCloseTo(2 * 1.959963984540054, within(1e-12));
    }
}
