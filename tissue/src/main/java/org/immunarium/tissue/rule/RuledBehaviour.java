package org.immunarium.tissue.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Rule;
import org.immunarium.units.Quantity;

/// A behaviour of cells of one type, and all rules that change it there.
///
/// The signals that increase it share the largest of their saturations, and those that decrease
/// it the smallest; where there are both, neither lies on the wrong side of the type's own
/// value.
final class RuledBehaviour {

    private final int place;
    private final int column;
    private final double base;
    private final double lowest;
    private final double highest;
    private final double most;
    private final double least;
    private final HillTerm[] increasing;
    private final HillTerm[] decreasing;
    private final boolean appliesToDead;

    /// @param rules   of one type and behaviour, at least one
    /// @param terms   theirs, in the same order
    /// @param place   of the behaviour in the vocabulary
    /// @param column  where its value goes in the row that [#apply] gets
    /// @param base    its value in the type
    RuledBehaviour(List<Rule> rules, List<HillTerm> terms, Behaviour word, int place, int column, double base) {
        this.place = place;
        this.column = column;
        this.base = base;
        lowest = word.lowest();
        highest = word.highest();
        increasing = terms(rules, terms, Rule.Response.INCREASES);
        decreasing = terms(rules, terms, Rule.Response.DECREASES);
        most = extreme(rules, Rule.Response.INCREASES, base);
        least = extreme(rules, Rule.Response.DECREASES, base);
        // Dead cells have no cycle.
        appliesToDead = word.exitPhase().isEmpty() && rules.stream().anyMatch(Rule::appliesToDead);
    }

    private static HillTerm[] terms(List<Rule> rules, List<HillTerm> terms, Rule.Response response) {
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).response() == response)
                .mapToObj(terms::get)
                .toArray(HillTerm[]::new);
    }

    /// The saturation that all rules of one direction share; the type's own value where there
    /// are none.
    static double extreme(List<Rule> rules, Rule.Response response, double base) {
        boolean up = response == Rule.Response.INCREASES;
        boolean opposed = rules.stream().anyMatch(rule -> rule.response() != response);
        double extreme = opposed ? base : up ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (Rule rule : rules) {
            if (rule.response() == response) {
                extreme = up ? Math.max(extreme, rule.saturation()) : Math.min(extreme, rule.saturation());
            }
        }
        return extreme;
    }

    int place() {
        return place;
    }

    int column() {
        return column;
    }

    /// Whether its value is set at all in such a cell.
    boolean appliesTo(boolean dead) {
        return !dead || appliesToDead;
    }

    /// What is wrong with a value, if it is none that the behaviour may have: signals below 0 lead there.
    Optional<String> wrong(double value) {
        if (!Double.isFinite(value)) {
            return Optional.of("");
        }
        if (value < lowest) {
            return Optional.of(", below " + Quantity.number(lowest));
        }
        return value > highest ? Optional.of(", above " + Quantity.number(highest)) : Optional.empty();
    }

    double value(double[] signals, boolean dead) {
        double raised = base + (most - base) * hill(increasing, signals, dead);
        return raised + (least - raised) * hill(decreasing, signals, dead);
    }

    private static double hill(HillTerm[] terms, double[] signals, boolean dead) {
        double sum = 0;
        for (HillTerm term : terms) {
            sum += term.of(signals, dead);
        }
        return sum > Double.MAX_VALUE ? 1 : sum / (1 + sum);
    }
}
