package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Rebuilds a published model from its inputs: nivolumab with ipilimumab against ipilimumab in advanced melanoma,
/// Shao et
/// al. 2023, doi 10.1007/s41669-023-00391-5; see `economics/README.md` of the tests' resources.
///
/// Its ways, as its authors' program has them: a cycle is a twelfth of a year; curves are averaged over each cycle,
/// the
/// first cycle counts in full, one cycle more than asked is counted, and the last is not averaged; deaths are those
/// between averaged cycles; discounts are taken off at the end of each year. Two curves are moved by 0.01 at the
/// first
/// time to keep them apart. Two things look like slips and are rebuilt all the same: what the end of life costs
/// under
/// ipilimumab follows deaths under the combination, and quality of life that side effects take is added. The last
/// test
/// says what both are worth.
class CheckMate067ModelTest {

    /// What is allowed, in percent: curves have 7 digits.
    private static final double ALLOWED = 0.001;

    private static final int YEARS_6_5 = 78;
    private static final int YEARS_20 = 240;
    private static final double TO_CYCLE = 30.0 / 21;

    private final Map<String, Double> inputs = new HashMap<>();
    private final double[] times;
    private final Discount discount;

    CheckMate067ModelTest() {
        PublishedInputs.rows("shao2023-inputs.csv").forEach(row -> inputs.put(row[0], Double.valueOf(row[1])));
        times = PublishedInputs.column(PublishedInputs.rows("shao2023-curves.csv"), 0);
        discount = new Discount(in("discount"), Discount.Timing.YEARLY);
    }

    private double in(String name) {
        return Objects.requireNonNull(inputs.get(name), name);
    }

    /// @param cost  of a patient
    /// @param qalys of a patient
    private record Arm(double cost, double qalys) {}

    private static double[] curve(int column, double moved) {
        double[] curve = PublishedInputs.column(PublishedInputs.rows("shao2023-curves.csv"), column);
        curve[1] += moved;
        return curve;
    }

    /// Averaged, one cycle more than asked, and a cohort that is whole before.
    private static double[] edges(double[] curve, int cycles) {
        double[] points = new double[cycles + 2];
        points[0] = 1;
        System.arraycopy(curve, 0, points, 1, cycles);
        points[cycles + 1] = curve[cycles - 1];
        double[] averaged = CycleCounting.HALF_CYCLE.perCycle(points);
        double[] edges = new double[averaged.length + 1];
        edges[0] = 1;
        System.arraycopy(averaged, 0, edges, 1, averaged.length);
        return edges;
    }

    private StateOccupancy states(int overall, double moved, int free, double movedFree, int cycles) {
        double[] grid = new double[cycles + 2];
        Arrays.setAll(grid, i -> i / 12.0);
        return PartitionedSurvival.of(
                grid, edges(curve(free, movedFree), cycles), edges(curve(overall, moved), cycles));
    }

    private CohortTotals totals(StateOccupancy states, int cycles) {
        double[] when = Arrays.copyOf(times, cycles + 1);
        when[cycles] = times[cycles - 1] + times[1];
        return new CohortTotals(states, CycleCounting.END, when);
    }

    /// Money for each cycle without progression: induction, then until two years, until five, and after.
    private static double[] phases(int cycles, double induction, double maintenance, double later) {
        double[] amounts = new double[cycles + 1];
        for (int i = 0; i <= cycles; i++) {
            amounts[i] = i < 3 ? induction : i < 24 ? maintenance : i < 60 ? later : 0;
        }
        return amounts;
    }

    private static double[] always(int cycles, double amount) {
        double[] amounts = new double[cycles + 1];
        Arrays.fill(amounts, amount);
        return amounts;
    }

    private double sideEffects(int first, int second, int what) {
        return PublishedInputs.rows("shao2023-side-effects.csv").stream()
                .mapToDouble(row -> (Double.parseDouble(row[first]) + Double.parseDouble(row[second]))
                        * Double.parseDouble(row[what]))
                .sum();
    }

    private double perCycle(String drugs, double days, String administration) {
        return in(drugs) / days * 30 + in(administration) * TO_CYCLE;
    }

    private Arm arm(
            CohortTotals totals, CohortTotals deaths, double[] free, double progressed, double events, double lost) {
        int cycles = free.length - 1;
        double cost = totals.ofState(PartitionedSurvival.PROGRESSION_FREE, free, discount)
                + totals.ofState(PartitionedSurvival.PROGRESSED, always(cycles, progressed), discount)
                + deaths.ofArrival(PartitionedSurvival.DEAD, in("end of life"), discount)
                + events;
        double qalys = totals.qualityAdjustedLifeYears(
                new double[] {in("utility progression-free"), in("utility progressed"), 0}, discount);
        return new Arm(cost, qalys + lost / 12);
    }

    private Increment increment(int cycles, boolean asPublished) {
        CohortTotals both = totals(states(1, 0.01, 2, 0, cycles), cycles);
        CohortTotals one = totals(states(3, 0, 4, -0.01, cycles), cycles);
        double sign = asPublished ? 1 : -1;
        double dacarbazine = perCycle("dacarbazine drug", 21, "dacarbazine administration");
        double chemotherapy = perCycle("chemotherapy drugs", 21, "chemotherapy administration");
        double nivolumab = 1.5 * perCycle("nivolumab drug", 42, "nivolumab administration");
        Arm combination = arm(
                both,
                both,
                phases(
                        cycles,
                        perCycle("combination drugs", 42, "combination administration"),
                        nivolumab,
                        chemotherapy),
                mixed("treated after combination", chemotherapy, dacarbazine),
                sideEffects(2, 5, 6),
                sign * sideEffects(2, 5, 7));
        Arm ipilimumab = arm(
                one,
                asPublished ? both : one,
                phases(cycles, perCycle("ipilimumab drugs", 21, "ipilimumab administration"), 0, 0),
                mixed("treated after ipilimumab", nivolumab, dacarbazine),
                sideEffects(3, 4, 6),
                sign * sideEffects(3, 4, 7));
        return new Increment(combination.cost() - ipilimumab.cost(), combination.qalys() - ipilimumab.qalys());
    }

    private double mixed(String share, double one, double other) {
        return in(share) * one + (1 - in(share)) * other;
    }

    @Test
    void costsQalysAndTheRatioAfterSixAndAHalfYearsAreThosePublished() {
        Increment found = increment(YEARS_6_5, true);
        assertThat(found.cost()).isCloseTo(62154.190866078, withinPercentage(ALLOWED));
        assertThat(found.effect()).isCloseTo(1.07510829464655, withinPercentage(ALLOWED));
        assertThat(found.ratio()).isCloseTo(57812.0280306384, withinPercentage(ALLOWED));
        assertThat(found.netMonetaryBenefit(64000)).isCloseTo(6652.739991301, withinPercentage(ALLOWED));
        assertThat(found.verdict()).isEqualTo(Increment.Verdict.MORE_FOR_MORE);
    }

    @Test
    void costsQalysAndTheRatioAfterTwentyYearsAreThosePublished() {
        Increment found = increment(YEARS_20, true);
        assertThat(found.cost()).isCloseTo(-51636.9465527245, withinPercentage(ALLOWED));
        assertThat(found.effect()).isCloseTo(3.1964081677947, withinPercentage(ALLOWED));
        assertThat(found.ratio()).isCloseTo(-16154.6785773453, withinPercentage(ALLOWED));
        assertThat(found.netMonetaryBenefit(64000)).isCloseTo(256207.069291586, withinPercentage(ALLOWED));
        assertThat(found.verdict()).isEqualTo(Increment.Verdict.DOMINANT);
    }

    @Test
    void withDeathsOfItsOwnArmAndQualityOfLifeThatIsLostTheRatioIsSixPercentLower() {
        assertThat(increment(YEARS_6_5, false).ratio()).isCloseTo(54362.7, withinPercentage(0.01));
    }

    @Test
    void theCombinationIsOnTheFrontierOnItsOwnWhereItSaves() {
        Increment late = increment(YEARS_20, true);
        Frontier frontier = Frontier.of(List.of(
                new Frontier.Strategy("ipilimumab", 100, 1),
                new Frontier.Strategy("combination", 100 + late.cost(), 1 + late.effect())));
        assertThat(frontier.strategies().getFirst().status()).isEqualTo(Frontier.Status.DOMINATED);
    }
}
