package org.immunarium.trial.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// What each arm of a trial costs and gives until a horizon, patient by patient, with those who are not followed so
/// long
/// accounted for by [CensoringWeights].
///
/// Nothing is extrapolated: what comes after the horizon counts in no arm.
public final class TrialEvaluation {

    /// At the horizon at least this share of each arm must be likely to be followed still.
    private static final double FOLLOWED = 0.1;

    private final List<Arm> arms;
    private final Tariff tariff;
    private final double horizon;
    private final List<UncertainValue> values;
    private final List<List<PatientUse>> uses;
    private final double[] edges;

    /// Patients who were treated alike.
    public record Arm(String name, List<PatientCourse> patients) {

        public Arm {
            patients = List.copyOf(patients);
            if (patients.isEmpty()) {
                throw new IllegalArgumentException("arm " + name + " has no patients");
            }
        }

        double[] followed() {
            return patients.stream().mapToDouble(PatientCourse::followed).toArray();
        }

        boolean[] died() {
            boolean[] died = new boolean[patients.size()];
            for (int i = 0; i < died.length; i++) {
                died[i] = patients.get(i).died().isPresent();
            }
            return died;
        }
    }

    /// What a patient of an arm costs and gives on average, discounted.
    ///
    /// @param acquisition    of drugs
    /// @param administration of them, and visits
    /// @param care           in the states of health
    /// @param events         severe side effects
    /// @param endOfLife      of who died
    /// @param lifeYears      discounted as effects are
    /// @param qalys          likewise
    public record Value(
            double acquisition,
            double administration,
            double care,
            double events,
            double endOfLife,
            double lifeYears,
            double qalys) {

        /// All costs.
        public double cost() {
            return acquisition + administration + care + events + endOfLife;
        }
    }

    private TrialEvaluation(
            List<Arm> arms, Tariff tariff, double horizon, double[] edges, List<List<PatientUse>> uses) {
        this.arms = arms;
        this.tariff = tariff;
        this.horizon = horizon;
        this.edges = edges;
        this.uses = uses;
        values = tariff.values();
    }

    /// Counts what patients take.
    ///
    /// @param arms    one or more
    /// @param tariff  with all drugs and events of the patients
    /// @param asked   the horizon that is wanted, in days, above 0; it is shorter where an arm is not followed so
    ///                long
    /// @param cycle   the length of the intervals, in days, above 0; the last may be shorter
    /// @param costs   their discount
    /// @param effects their discount
    public static TrialEvaluation of(
            List<Arm> arms, Tariff tariff, double asked, double cycle, Discount costs, Discount effects) {
        if (arms.isEmpty() || !(asked > 0 && asked < Double.POSITIVE_INFINITY && cycle > 0)) {
            throw new IllegalArgumentException("an arm or more, a horizon and a cycle above 0 were expected; found "
                    + arms.size() + ", " + asked + " and " + cycle);
        }
        double horizon = asked;
        for (Arm arm : arms) {
            horizon = Math.min(horizon, CensoringWeights.horizon(arm.followed(), arm.died(), FOLLOWED));
        }
        if (!(horizon > 0)) {
            throw new IllegalArgumentException("an arm has nobody who is followed");
        }
        double[] edges = edges(horizon, cycle);
        List<List<PatientUse>> uses = new ArrayList<>();
        for (Arm arm : arms) {
            uses.add(arm.patients().stream()
                    .map(patient -> PatientUse.of(patient, tariff, edges, costs, effects))
                    .toList());
        }
        return new TrialEvaluation(List.copyOf(arms), tariff, horizon, edges, uses);
    }

    private static double[] edges(double horizon, double cycle) {
        int whole = (int) Math.ceil(horizon / cycle - 1e-9);
        double[] edges = new double[whole + 1];
        Arrays.setAll(edges, i -> i == whole ? horizon : i * cycle);
        return edges;
    }

    /// Until when is counted, in days.
    public double horizon() {
        return horizon;
    }

    /// What is not known, in the order of [Tariff#values].
    public List<UncertainValue> values() {
        return values;
    }

    /// An arm at the means of all values.
    public Value value(int arm) {
        return value(sums(arm, everyone(arm)), ProbabilisticAnalysis.means(values));
    }

    /// Each arm at the means of all values.
    public List<Frontier.Strategy> strategies() {
        List<Frontier.Strategy> strategies = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            Value value = value(arm);
            strategies.add(new Frontier.Strategy(arms.get(arm).name(), value.cost(), value.qalys()));
        }
        return strategies;
    }

    /// What values alone do to the net benefit of one arm beyond another.
    ///
    /// @param willingness to pay for a QALY
    public Tornado tornado(int arm, int other, double willingness) {
        double[] one = sums(arm, everyone(arm));
        double[] two = sums(other, everyone(other));
        return Tornado.of(values, drawn -> {
            Value a = value(one, drawn);
            Value b = value(two, drawn);
            return new Increment(a.cost() - b.cost(), a.qalys() - b.qalys()).netMonetaryBenefit(willingness);
        });
    }

    /// Draws values, and with them patients of each arm with replacement (the bootstrap), so that both how little
    /// is
    /// known of prices and how few patients there were are in what comes out.
    ///
    /// @param seed  from which all follows
    /// @param draws how many, at least 1
    public Samples sample(long seed, int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException("a draw or more was expected; found " + draws);
        }
        double[][] costs = new double[arms.size()][draws];
        double[][] effects = new double[arms.size()][draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] drawn = ProbabilisticAnalysis.values(seed, draw, values);
            for (int arm = 0; arm < arms.size(); arm++) {
                int n = arms.get(arm).patients().size();
                RandomStream random = new RandomStream(seed, draw, arm, Purpose.RESAMPLING);
                int[] who = new int[n];
                for (int i = 0; i < n; i++) {
                    who[i] = random.nextInt(n);
                }
                Value value = value(sums(arm, who), drawn);
                costs[arm][draw] = value.cost();
                effects[arm][draw] = value.qalys();
            }
        }
        return new Samples(costs, effects);
    }

    private int[] everyone(int arm) {
        int[] who = new int[arms.get(arm).patients().size()];
        Arrays.setAll(who, i -> i);
        return who;
    }

    /// Weighted sums over patients and intervals of what they take: of each value, and of money for drugs at the
    /// end.
    private double[] sums(int arm, int[] who) {
        double[] followed = new double[who.length];
        boolean[] died = new boolean[who.length];
        for (int i = 0; i < who.length; i++) {
            PatientCourse patient = arms.get(arm).patients().get(who[i]);
            followed[i] = patient.followed();
            died[i] = patient.died().isPresent();
        }
        double[][] weights = CensoringWeights.of(followed, died, edges).weights();
        double[] sums = new double[values.size() + 1];
        for (int i = 0; i < who.length; i++) {
            uses.get(arm).get(who[i]).addTo(sums, weights[i]);
        }
        return sums;
    }

    private Value value(double[] sums, double[] prices) {
        double events = 0;
        double qalys = of(sums, prices, PatientUse.UTILITY_PROGRESSION_FREE, PatientUse.UTILITY_PROGRESSED);
        for (int i = 0; i < tariff.events().size(); i++) {
            int place = PatientUse.EVENTS + 2 * i;
            events += sums[place] * prices[place];
            qalys += sums[place + 1] * prices[place + 1];
        }
        return new Value(
                sums[values.size()],
                of(sums, prices, PatientUse.ADMINISTRATION, PatientUse.FURTHER, PatientUse.VISIT),
                of(sums, prices, PatientUse.PROGRESSION_FREE, PatientUse.PROGRESSED),
                events,
                of(sums, prices, PatientUse.END_OF_LIFE),
                sums[PatientUse.UTILITY_PROGRESSION_FREE] + sums[PatientUse.UTILITY_PROGRESSED],
                qalys);
    }

    private static double of(double[] sums, double[] prices, int... places) {
        double sum = 0;
        for (int place : places) {
            sum += sums[place] * prices[place];
        }
        return sum;
    }
}
