package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// All rules of a model, ready to be applied to cells.
///
/// With base b, the type's own value of a behaviour, M the largest saturation of the rules that
/// increase it and m the smallest of those that decrease it, its value in a cell is
///
///     U = b + (M - b) A / (1 + A)        A = the sum of (s / half)^power over increasing signals s
///     value = U + (m - U) B / (1 + B)    B = the same over decreasing signals
///
/// M is no less and m no more than b where there are rules of both directions. In a dead cell,
/// signals of rules that are not for dead cells count as 0; a behaviour without a rule for dead
/// cells, and any rate of the cycle, keeps the value that the dead cell has. This is what
/// PhysiCell 1.14 does (Johnson et al., Cell 2025, doi 10.1016/j.cell.2025.06.048).
///
/// Signals and behaviours are handed over in rows that have a place for those alone that rules
/// use: [#signals] and [#behaviours] say for each column of such a row which place of the
/// vocabulary it is. A set of rules does not change, and threads may share it.
public final class RuleSet {

    private final int[] signals;
    private final int[] behaviours;
    private final int[][] signalsOfType;
    private final RuledBehaviour[][] ruled;
    /// For each behaviour's column the column of the signal that is the same custom variable,
    /// or -1.
    private final int[] echoes;

    private final TissueModel model;
    private final Vocabulary<Signal> signalWords;
    private final Vocabulary<Behaviour> behaviourWords;

    /// What only one rule of a type and behaviour may be about.
    private record About(int signal, Rule.Response response) {}

    /// @throws IllegalArgumentException if two rules are of the same type, behaviour, signal and
    ///     direction
    public RuleSet(TissueModel model) {
        this.model = model;
        signalWords = model.signals();
        behaviourWords = model.behaviours();
        List<Rule> rules = model.rules();
        signals = rules.stream().mapToInt(Rule::signal).distinct().sorted().toArray();
        behaviours =
                rules.stream().mapToInt(Rule::behaviour).distinct().sorted().toArray();
        echoes = Arrays.stream(behaviours).map(this::echo).toArray();
        int types = model.types().size();
        ruled = new RuledBehaviour[types][];
        signalsOfType = new int[types][];
        for (int type = 0; type < types; type++) {
            int of = type;
            List<Rule> its = rules.stream().filter(rule -> rule.type() == of).toList();
            ruled[type] = ruled(model.types().get(type), its);
            signalsOfType[type] = its.stream()
                    .mapToInt(rule -> Arrays.binarySearch(signals, rule.signal()))
                    .distinct()
                    .sorted()
                    .toArray();
        }
    }

    private int echo(int behaviour) {
        if (behaviourWords.word(behaviour) != Behaviour.CUSTOM) {
            return -1;
        }
        int signal = signalWords.place(Signal.CUSTOM, behaviourWords.subject(behaviour));
        return Math.max(-1, Arrays.binarySearch(signals, signal));
    }

    private RuledBehaviour[] ruled(CellType type, List<Rule> rules) {
        Map<Integer, List<Rule>> byBehaviour = new LinkedHashMap<>();
        for (Rule rule : rules) {
            byBehaviour
                    .computeIfAbsent(rule.behaviour(), place -> new ArrayList<>())
                    .add(rule);
        }
        List<RuledBehaviour> all = new ArrayList<>();
        byBehaviour.forEach((place, its) -> {
            Set<About> seen = new HashSet<>();
            List<HillTerm> terms = new ArrayList<>();
            for (Rule rule : its) {
                if (!seen.add(new About(rule.signal(), rule.response()))) {
                    throw new IllegalArgumentException("two rules of \"" + type.name() + "\" say how \""
                            + signalWords.name(rule.signal()) + "\" "
                            + rule.response().word() + " \""
                            + behaviourWords.name(place) + "\"");
                }
                terms.add(new HillTerm(rule, Arrays.binarySearch(signals, rule.signal())));
            }
            all.add(new RuledBehaviour(
                    its,
                    terms,
                    behaviourWords.word(place),
                    place,
                    Arrays.binarySearch(behaviours, place),
                    type.behaviours()[place]));
        });
        return all.toArray(RuledBehaviour[]::new);
    }

    /// The places in the vocabulary of the signals that any rule reads, ascending: the columns
    /// of a row of signals.
    public int[] signals() {
        return signals.clone();
    }

    /// The places in the vocabulary of the behaviours that any rule changes, ascending: the
    /// columns of a row of behaviours.
    public int[] behaviours() {
        return behaviours.clone();
    }

    /// The columns of a row of signals that rules of a type read, ascending; the others need
    /// not be filled.
    ///
    /// @param type its number
    public int[] signalsOf(int type) {
        return signalsOfType[type].clone();
    }

    /// The columns of a row of behaviours that rules of a type change, in the order in which
    /// they are set, which is that of their first rules.
    ///
    /// @param type its number
    public int[] behavioursOf(int type) {
        return Arrays.stream(ruled[type]).mapToInt(RuledBehaviour::column).toArray();
    }

    /// Whether rules change a behaviour of cells of a type.
    ///
    /// @param type      its number
    /// @param behaviour its place in the vocabulary
    public boolean rules(int type, int behaviour) {
        for (RuledBehaviour each : ruled[type]) {
            if (each.place() == behaviour) {
                return true;
            }
        }
        return false;
    }

    /// Sets what rules change in one cell. Custom variables that rules change are also set in
    /// the row of signals, where it has them: the rules after them see the new value.
    ///
    /// @param type       the number of the cell's type
    /// @param signals    what the cell senses, a column for each of [#signals]
    /// @param behaviours what it does, a column for each of [#behaviours]; those without a rule
    ///     that applies are left
    /// @throws ArithmeticException if a value comes out that is not finite or out of its
    ///     behaviour's range, naming it and the signals it is from
    public void apply(int type, boolean dead, double[] signals, double[] behaviours) {
        for (RuledBehaviour each : ruled[type]) {
            if (!each.appliesTo(dead)) {
                continue;
            }
            double value = each.value(signals, dead);
            Optional<String> wrong = each.wrong(value);
            if (wrong.isPresent()) {
                throw new ArithmeticException(failure(type, each, signals, value + wrong.get()));
            }
            int column = each.column();
            behaviours[column] = value;
            int echo = echoes[column];
            if (echo >= 0) {
                signals[echo] = value;
            }
        }
    }

    private String failure(int type, RuledBehaviour of, double[] row, String value) {
        StringBuilder text = new StringBuilder("\"" + behaviourWords.name(of.place()) + "\" of \""
                + model.types().get(type).name() + "\" is " + value + " by its rules, from");
        String mark = " ";
        for (Rule rule : model.rules()) {
            if (rule.type() == type && rule.behaviour() == of.place()) {
                int column = Arrays.binarySearch(signals, rule.signal());
                text.append(mark)
                        .append(signalWords.name(rule.signal()))
                        .append(" = ")
                        .append(row[column]);
                mark = ", ";
            }
        }
        return text.toString();
    }
}
