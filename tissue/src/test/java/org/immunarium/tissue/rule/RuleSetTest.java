package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Rule.Response;
import org.immunarium.tissue.model.TissueModel;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final Response UP = Response.INCREASES;
    private static final Response DOWN = Response.DECREASES;

    private final TissueModel model = SmallTissue.model();
    private final List<Rule> rules = new ArrayList<>();

    private void rule(
            int type, String signal, Response response, String behaviour, double to, double half, double power) {
        rules.add(SmallTissue.rule(model, type, signal, response, behaviour, to, half, power, false));
    }

    private void ruleForDead(
            int type, String signal, Response response, String behaviour, double to, double half, double power) {
        rules.add(SmallTissue.rule(model, type, signal, response, behaviour, to, half, power, true));
    }

    private static final double UNTOUCHED = -77;

    /// The value of a behaviour where rules get these signals.
    private double value(int type, boolean dead, String behaviour, Map<String, Double> sensed) {
        TissueModel ruled = model.withRules(rules);
        RuleSet set = new RuleSet(ruled);
        int[] places = set.signals();
        double[] signals = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            signals[i] = sensed.getOrDefault(ruled.signals().name(places[i]), 0.0);
        }
        double[] behaviours = new double[set.behaviours().length];
        Arrays.fill(behaviours, UNTOUCHED);
        set.apply(type, dead, signals, behaviours);
        int place = ruled.behaviours().find(behaviour).orElseThrow();
        return behaviours[Arrays.binarySearch(set.behaviours(), place)];
    }

    @Test
    void givesTheValuesOfPhysiCell() {
        // docs/physicell.md 12.5: oxygen 10, pressure 0.3 in the tumour of tumor_immune_base
        rule(SmallTissue.TUMOR, "oxygen", UP, "cycle entry", 7.2e-3, 21.5, 4);
        rule(SmallTissue.TUMOR, "pressure", DOWN, "cycle entry", 0, 0.25, 3);
        rule(SmallTissue.TUMOR, "oxygen", DOWN, "necrosis", 0, 3.75, 8);
        Map<String, Double> sensed = Map.of("oxygen", 10.0, "pressure", 0.3);
        assertThat(value(SmallTissue.TUMOR, false, "cycle entry", sensed)).isCloseTo(0.0003701268203, within(0.5e-13));
        assertThat(value(SmallTissue.TUMOR, false, "necrosis", sensed)).isCloseTo(1.094556964e-06, within(0.5e-15));
    }

    @Test
    void isTheBaseWithoutSignalsHalfWayAtTheHalfMaximumAndTheSaturationAtAGreatSignal() {
        rule(SmallTissue.CD8, "oxygen", UP, "attack tumor", 1, 5, 8);
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of())).isEqualTo(0.1);
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 5.0)))
                .isCloseTo(0.55, within(1e-15));
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 1e300)))
                .isEqualTo(1);
    }

    @Test
    void severalIncreasesShareTheLargestSaturation() {
        rule(SmallTissue.CD8, "oxygen", UP, "attack tumor", 1, 5, 1);
        rule(SmallTissue.CD8, "debris", UP, "attack tumor", 3, 2, 2);
        // A = 10/5 + 0 = 2: 0.1 + (3 - 0.1) 2/3
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 10.0)))
                .isCloseTo(0.1 + 2.9 * 2 / 3, within(1e-15));
        // A = 2 + 4 = 6
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 10.0, "debris", 4.0)))
                .isCloseTo(0.1 + 2.9 * 6 / 7, within(1e-15));
    }

    @Test
    void severalDecreasesShareTheSmallestSaturation() {
        rule(SmallTissue.CD8, "oxygen", DOWN, "migration speed", 0.5, 5, 1);
        rule(SmallTissue.CD8, "debris", DOWN, "migration speed", 0.2, 2, 2);
        assertThat(value(SmallTissue.CD8, false, "migration speed", Map.of("oxygen", 10.0)))
                .isCloseTo(1 - 0.8 * 2 / 3, within(1e-15));
    }

    @Test
    void decreasesActOnWhatIncreasesGive() {
        rule(SmallTissue.CD8, "oxygen", UP, "attack tumor", 1.1, 1, 1);
        rule(SmallTissue.CD8, "debris", DOWN, "attack tumor", 0, 1, 1);
        // U = 0.1 + 1 * 3/4 = 0.85, and 3/4 of the way down from there
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 3.0, "debris", 3.0)))
                .isCloseTo(0.85 / 4, within(1e-15));
    }

    @Test
    void withBothDirectionsNoSaturationLiesOnTheWrongSideOfTheBase() {
        rule(SmallTissue.CD8, "oxygen", UP, "attack tumor", 0.05, 1, 1);
        rule(SmallTissue.CD8, "debris", DOWN, "attack tumor", 0.4, 1, 1);
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 9.0)))
                .isEqualTo(0.1);
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("debris", 9.0)))
                .isEqualTo(0.1);
    }

    @Test
    void withOneDirectionTheSaturationMayLieAnywhere() {
        rule(SmallTissue.CD8, "oxygen", UP, "attack tumor", 0, 1, 1);
        assertThat(value(SmallTissue.CD8, false, "attack tumor", Map.of("oxygen", 1.0)))
                .isCloseTo(0.05, within(1e-16));
    }

    @Test
    void deadCellsKeepTheirValueWhereNoRuleIsForThem() {
        rule(SmallTissue.TUMOR, "oxygen", UP, "debris secretion", 1, 1, 1);
        assertThat(value(SmallTissue.TUMOR, true, "debris secretion", Map.of("oxygen", 1.0)))
                .isEqualTo(UNTOUCHED);
    }

    @Test
    void deadCellsFollowRulesForThem() {
        ruleForDead(SmallTissue.TUMOR, "dead", UP, "debris secretion", 0.017, 0.1, 10);
        assertThat(value(SmallTissue.TUMOR, true, "debris secretion", Map.of("dead", 1.0)))
                .isCloseTo(0.017 * 1e10 / (1 + 1e10), within(1e-17));
        assertThat(value(SmallTissue.TUMOR, false, "debris secretion", Map.of()))
                .isEqualTo(0);
    }

    @Test
    void inDeadCellsSignalsOfOtherRulesCountAsNothingButTheirSaturationsCount() {
        ruleForDead(SmallTissue.TUMOR, "dead", UP, "debris secretion", 1, 1, 1);
        rule(SmallTissue.TUMOR, "oxygen", UP, "debris secretion", 4, 1, 1);
        Map<String, Double> sensed = Map.of("dead", 1.0, "oxygen", 100.0);
        // A = 1 + 0, M = 4
        assertThat(value(SmallTissue.TUMOR, true, "debris secretion", sensed)).isEqualTo(2);
    }

    @Test
    void ratesOfTheCycleAreNotSetInDeadCells() {
        ruleForDead(SmallTissue.TUMOR, "oxygen", UP, "cycle entry", 1, 1, 1);
        assertThat(value(SmallTissue.TUMOR, true, "cycle entry", Map.of("oxygen", 1.0)))
                .isEqualTo(UNTOUCHED);
    }

    @Test
    void laterRulesSeeTheCustomVariableThatEarlierOnesSet() {
        rule(SmallTissue.TUMOR, "oxygen", UP, "custom:age", 8, 1, 1);
        rule(SmallTissue.TUMOR, "custom:age", UP, "apoptosis", 1, 4, 1);
        SmallTissue.set(model, SmallTissue.TUMOR, "apoptosis", 0);
        assertThat(value(SmallTissue.TUMOR, false, "apoptosis", Map.of("oxygen", 1.0)))
                .isEqualTo(0.5);
        rules.addFirst(rules.removeLast());
        assertThat(value(SmallTissue.TUMOR, false, "apoptosis", Map.of("oxygen", 1.0)))
                .isEqualTo(0);
    }

    @Test
    void powersNeedNotBeWhole() {
        rule(SmallTissue.CD8, "oxygen", UP, "migration speed", 2, 4, 2.5);
        double a = ElementaryFunctions.pow(0.5, 2.5);
        assertThat(value(SmallTissue.CD8, false, "migration speed", Map.of("oxygen", 2.0)))
                .isCloseTo(1 + a / (1 + a), within(1e-15));
    }

    @Test
    void wholePowersAreThePowers() {
        for (int n = 1; n <= 100; n++) {
            rules.clear();
            rule(SmallTissue.CD8, "oxygen", UP, "migration speed", 2, 4, n);
            double a = ElementaryFunctions.pow(3.9 / 4, n);
            assertThat(value(SmallTissue.CD8, false, "migration speed", Map.of("oxygen", 3.9)))
                    .isCloseTo(1 + a / (1 + a), within(1e-14));
        }
    }

    @Test
    void tellsWhatItReadsAndWhatItChanges() {
        rule(SmallTissue.CD8, "oxygen", UP, "migration speed", 2, 4, 2);
        rule(SmallTissue.CD8, "debris", UP, "attack tumor", 2, 4, 2);
        rule(SmallTissue.TUMOR, "pressure", DOWN, "cycle entry", 0, 1, 2);
        RuleSet set = new RuleSet(model.withRules(rules));
        assertThat(Arrays.stream(set.signals()).mapToObj(model.signals()::name))
                .containsExactly("oxygen", "debris", "pressure");
        assertThat(Arrays.stream(set.behaviours()).mapToObj(model.behaviours()::name))
                .containsExactly("cycle entry", "migration speed", "attack tumor");
        assertThat(set.signalsOf(SmallTissue.CD8)).containsExactly(0, 1);
        assertThat(set.signalsOf(SmallTissue.MACROPHAGE)).isEmpty();
        assertThat(set.behavioursOf(SmallTissue.CD8)).containsExactly(1, 2);
        int speed = model.behaviours().find("migration speed").orElseThrow();
        assertThat(set.rules(SmallTissue.CD8, speed)).isTrue();
        assertThat(set.rules(SmallTissue.TUMOR, speed)).isFalse();
    }

    @Test
    void aSignalThatWorksBothWaysHasItsOwnHalfMaximumAndPowerInEach() {
        rule(SmallTissue.CD8, "oxygen", UP, "migration speed", 3, 1, 4);
        rule(SmallTissue.CD8, "oxygen", DOWN, "migration speed", 0, 9, 2);
        // U = 1 + 2 * 81/82 and B = (3/9)^2 = 1/9, a tenth of the way down
        assertThat(value(SmallTissue.CD8, false, "migration speed", Map.of("oxygen", 3.0)))
                .isCloseTo((1 + 2.0 * 81 / 82) * 0.9, within(1e-15));
    }

    @Test
    void refusesTwoRulesForTheSame() {
        rule(SmallTissue.CD8, "oxygen", DOWN, "migration speed", 2, 4, 2);
        rule(SmallTissue.CD8, "oxygen", DOWN, "migration speed", 0, 4, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(model.withRules(rules)))
                .withMessage("two rules of \"CD8 T cell\" say how \"oxygen\" decreases \"migration speed\"");
    }

    @Test
    void stopsAtAValueThatTheBehaviourMayNotHave() {
        rule(SmallTissue.CD8, "custom:age", UP, "migration speed", 4, 4, 1);
        rule(SmallTissue.CD8, "custom:age", DOWN, "migration bias", 0, 4, 1);
        SmallTissue.set(model, SmallTissue.CD8, "migration bias", 0.9);
        // A = -1/2, A / (1 + A) = -1
        assertThatThrownBy(() -> value(SmallTissue.CD8, false, "migration speed", Map.of("custom:age", -2.0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("\"migration speed\" of \"CD8 T cell\" is -2.0, below 0 by its rules,"
                        + " from custom:age = -2.0");
        rules.removeFirst();
        assertThatThrownBy(() -> value(SmallTissue.CD8, false, "migration bias", Map.of("custom:age", -2.0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("\"migration bias\" of \"CD8 T cell\" is 1.8, above 1 by its rules,"
                        + " from custom:age = -2.0");
    }

    @Test
    void stopsAtAValueThatIsNoNumber() {
        rule(SmallTissue.CD8, "custom:age", UP, "migration speed", 2, 4, 2.5);
        assertThatThrownBy(() -> value(SmallTissue.CD8, false, "migration speed", Map.of("custom:age", -1.0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("\"migration speed\" of \"CD8 T cell\" is NaN by its rules, from custom:age = -1.0");
    }
}
