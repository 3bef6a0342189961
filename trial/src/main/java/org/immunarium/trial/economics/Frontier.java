package org.immunarium.trial.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of several strategies are worth choosing at some willingness to pay, and what each costs beyond the one
/// before it.
///
/// *Source*: Drummond et al. 2015, *Methods for the Economic Evaluation of Health Care Programmes*, 4th edition,
/// chapter 4.
///
/// @param strategies by effect, ascending, of equal ones the cheaper first
public record Frontier(List<Ranked> strategies) {

    public Frontier {
        strategies = List.copyOf(strategies);
    }

    /// One that could be chosen.
    ///
    /// @param cost   of a patient
    /// @param effect of a patient, as a rule in QALYs
    public record Strategy(String name, double cost, double effect) {

        public Strategy {
            if (!Double.isFinite(cost) || !Double.isFinite(effect)) {
                throw new IllegalArgumentException(
                        "a finite cost and effect were expected of " + name + "; found " + cost + " and " + effect);
            }
        }

        /// What it costs and gives beyond another.
        public Increment minus(Strategy other) {
            return new Increment(cost - other.cost, effect - other.effect);
        }
    }

    /// How one stands among the others.
    public enum Status {
        /// The best at some willingness to pay.
        EFFICIENT("on the frontier"),
        /// Another gives as much or more for less, or more for as much.
        DOMINATED("dominated"),
        /// Some patients with one and some with another strategy get more for less.
        EXTENDEDLY_DOMINATED("dominated by a mixture of others");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    /// A strategy and how it stands.
    ///
    /// @param strategy which
    /// @param status   how it stands
    /// @param beyond   the one before it on the frontier: empty of the first, and of those that are not on it
    public record Ranked(Strategy strategy, Status status, Optional<Increment> beyond) {}

    /// Ranks some.
    ///
    /// @param strategies at least one
    public static Frontier of(List<Strategy> strategies) {
        List<Strategy> order = new ArrayList<>(strategies);
        order.sort(Comparator.comparingDouble(Strategy::effect).thenComparingDouble(Strategy::cost));
        List<Strategy> undominated = new ArrayList<>();
        for (Strategy each : order) {
            boolean repeated = undominated.stream()
                    .anyMatch(other -> other.effect() == each.effect() && other.cost() == each.cost());
            if (!repeated && order.stream().noneMatch(other -> dominates(other, each))) {
                undominated.add(each);
            }
        }
        List<Strategy> hull = new ArrayList<>();
        for (Strategy each : undominated) {
            while (hull.size() > 1
                    && each.minus(hull.getLast()).ratio()
                            <= hull.getLast().minus(hull.get(hull.size() - 2)).ratio()) {
                hull.removeLast();
            }
            hull.add(each);
        }
        return new Frontier(
                order.stream().map(each -> ranked(each, undominated, hull)).toList());
    }

    private static boolean dominates(Strategy one, Strategy other) {
        return one.cost() <= other.cost()
                && one.effect() >= other.effect()
                && (one.cost() < other.cost() || one.effect() > other.effect());
    }

    private static Ranked ranked(Strategy each, List<Strategy> undominated, List<Strategy> hull) {
        int place = hull.indexOf(each);
        if (place >= 0) {
            return new Ranked(
                    each,
                    Status.EFFICIENT,
                    place == 0 ? Optional.empty() : Optional.of(each.minus(hull.get(place - 1))));
        }
        return new Ranked(
                each, undominated.contains(each) ? Status.EXTENDEDLY_DOMINATED : Status.DOMINATED, Optional.empty());
    }
}
