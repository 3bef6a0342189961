package org.immunarium.trial.economics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.units.Days;

/// How much a patient takes of what a tariff has, discounted, in each of some intervals: what it comes to is
/// then a sum of products, whatever the prices are.
///
/// A side effect counts in the interval in which it came. What happens on the last day of the last interval or
/// later does not count, but a death on that day does.
final class PatientUse {

    /// Days of a year.
    static final double YEAR = Days.YEAR;

    /// Places of a tariff's values.
    static final int ADMINISTRATION = 0;

    static final int FURTHER = 1;
    static final int VISIT = 2;
    static final int PROGRESSION_FREE = 3;
    static final int PROGRESSED = 4;
    static final int END_OF_LIFE = 5;
    static final int UTILITY_PROGRESSION_FREE = 6;
    static final int UTILITY_PROGRESSED = 7;
    static final int EVENTS = 8;

    private final int[] intervals;
    private final int[] values;
    private final double[] amounts;

    /// What is not 0, as most of it is: the bootstrap goes through it a thousand times.
    private PatientUse(int[] intervals, int[] values, double[] amounts) {
        this.intervals = intervals;
        this.values = values;
        this.amounts = amounts;
    }

    /// Counts.
    ///
    /// @param edges of the intervals, in days, ascending from 0
    /// @throws IllegalArgumentException if the tariff lacks a drug or an event of the patient
    static PatientUse of(PatientCourse course, Tariff tariff, double[] edges, Discount costs, Discount effects) {
        Counter counter = new Counter(tariff, edges, costs, effects);
        counter.states(course);
        counter.doses(course.doses());
        course.visits().forEach(time -> counter.once(VISIT, time, 1));
        counter.events(course);
        return counter.gathered();
    }

    /// Adds what is taken, times a weight for each interval: of each of the tariff's values how often or for
    /// how many years, where quality of life that is lost is below 0; and money for drugs behind them.
    ///
    /// @param sums    of each value, and one more
    /// @param weights of each interval
    void addTo(double[] sums, double[] weights) {
        for (int i = 0; i < intervals.length; i++) {
            sums[values[i]] += weights[intervals[i]] * amounts[i];
        }
    }

    /// Counts one patient, in a table of all values and intervals.
    private static final class Counter {

        private final Tariff tariff;
        private final double[] edges;
        private final Discount costs;
        private final Discount effects;
        private final double[] acquisition;
        private final double[][] use;

        Counter(Tariff tariff, double[] edges, Discount costs, Discount effects) {
            this.tariff = tariff;
            this.edges = edges;
            this.costs = costs;
            this.effects = effects;
            acquisition = new double[edges.length - 1];
            use = new double[edges.length - 1][tariff.values().size()];
        }

        PatientUse gathered() {
            int money = tariff.values().size();
            int n = 0;
            int most = use.length * (money + 1);
            int[] where = new int[most];
            int[] which = new int[most];
            double[] amount = new double[most];
            for (int k = 0; k < use.length; k++) {
                for (int value = 0; value <= money; value++) {
                    double each = value < money ? use[k][value] : acquisition[k];
                    if (each != 0) {
                        where[n] = k;
                        which[n] = value;
                        amount[n++] = each;
                    }
                }
            }
            return new PatientUse(Arrays.copyOf(where, n), Arrays.copyOf(which, n), Arrays.copyOf(amount, n));
        }

        private int interval(double time) {
            int found = Arrays.binarySearch(edges, time);
            int place = found >= 0 ? found : -found - 2;
            return place < use.length ? place : -1;
        }

        private void once(int value, double time, double amount) {
            int k = interval(time);
            if (k >= 0) {
                use[k][value] += amount * costs.factor(time / YEAR);
            }
        }

        private void states(PatientCourse course) {
            double progressed = course.progressed().orElse(course.followed());
            for (int k = 0; k < use.length; k++) {
                span(k, 0, progressed, PROGRESSION_FREE, UTILITY_PROGRESSION_FREE);
                span(k, progressed, course.followed(), PROGRESSED, UTILITY_PROGRESSED);
            }
            course.died().ifPresent(time -> {
                boolean last = time == edges[edges.length - 1];
                int k = last ? use.length - 1 : interval(time);
                if (k >= 0) {
                    use[k][END_OF_LIFE] += costs.factor(time / YEAR);
                }
            });
        }

        private void span(int k, double from, double to, int cost, int utility) {
            double start = Math.max(from, edges[k]) / YEAR;
            double end = Math.min(to, edges[k + 1]) / YEAR;
            if (end > start) {
                use[k][cost] += costs.over(start, end);
                use[k][utility] += effects.over(start, end);
            }
        }

        private void doses(List<PatientCourse.Given> doses) {
            Set<Double> days = new HashSet<>();
            for (PatientCourse.Given dose : doses) {
                Acquisition price = tariff.drugs().get(dose.drug());
                if (price == null) {
                    throw new IllegalArgumentException("the tariff has no price of " + dose.drug());
                }
                int k = interval(dose.time());
                if (k >= 0 && dose.amount() > 0) {
                    acquisition[k] += price.cost(dose.amount()) * costs.factor(dose.time() / YEAR);
                    if (dose.infused()) {
                        once(days.add(Math.floor(dose.time())) ? ADMINISTRATION : FURTHER, dose.time(), 1);
                    }
                }
            }
        }

        private void events(PatientCourse course) {
            List<String> names = List.copyOf(tariff.events().keySet());
            List<Tariff.EventValue> known = List.copyOf(tariff.events().values());
            for (PatientCourse.Event event : course.events()) {
                int place = names.indexOf(event.name());
                if (place < 0) {
                    throw new IllegalArgumentException("the tariff has no cost of " + event.name());
                }
                int k = interval(event.time());
                if (k < 0) {
                    continue;
                }
                int value = EVENTS + 2 * place;
                once(value, event.time(), 1);
                double days = known.get(place).days();
                double end = Math.min(event.time() + days, course.died().orElse(Double.POSITIVE_INFINITY));
                use[k][value + 1] -= effects.over(event.time() / YEAR, end / YEAR);
            }
        }
    }
}
