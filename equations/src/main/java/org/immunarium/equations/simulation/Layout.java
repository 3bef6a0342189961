package org.immunarium.equations.simulation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.EquationSystem.Update;
import org.immunarium.equations.system.Names;

/// Where the symbols of an equation system stand among the numbers of a run.
///
/// The *place* of a symbol is `i` for state `i` and `states + j` for parameter `j`; a *slot* is a
/// parameter's `j`. The same for all threads.
final class Layout {

    final EquationSystem equations;
    final int states;
    final int parameters;
    final boolean[] algebraic;
    final int[] algebraicStates;
    /// The states that fast reactions change.
    final int[] fastStates;
    /// The slots of conditions on time that are held in a step.
    final int[] switchSlots;
    /// The states that crossings of triggers and constraints depend on; all where there are delays.
    final int[] crossingStates;
    /// The delays in an order in which each needs only earlier ones, as far as there is one.
    final int[] delayOrder;
    /// The slot of what the first assignment of an event evaluates to; the others follow.
    final int firstValueSlot;
    /// The slot of the factor of fast reactions, or -1.
    final int fast;
    /// The slot of the factor of everything else, or -1.
    final int slow;

    /// Places of symbols, in order.
    private final Map<String, Integer> places = new LinkedHashMap<>();

    Layout(EquationSystem equations) {
        this.equations = equations;
        states = equations.states().size();
        parameters = equations.parameters().size();
        algebraic = new boolean[states];
        for (int i = 0; i < states; i++) {
            algebraic[i] = equations.states().get(i).algebraic();
            places.put(equations.states().get(i).symbol(), i);
        }
        for (int j = 0; j < parameters; j++) {
            places.put(equations.parameters().get(j), states + j);
        }
        algebraicStates = IntStream.range(0, states).filter(i -> algebraic[i]).toArray();
        fastStates = equations.reactions().stream()
                .filter(ReactionEquation::fast)
                .flatMap(r -> r.changes().stream())
                .mapToInt(u -> place(u.symbol()))
                .distinct()
                .sorted()
                .toArray();
        switchSlots =
                equations.switches().stream().mapToInt(s -> slot(s.slot())).toArray();
        crossingStates = statesThatCrossingsNeed();
        delayOrder = orderOfDelays();
        firstValueSlot = slot(Names.value(0));
        fast = places.containsKey(Names.FAST) ? slot(Names.FAST) : -1;
        slow = places.containsKey(Names.SLOW) ? slot(Names.SLOW) : -1;
    }

    /// The longest step that does not step over changes of triggers and constraints where no state keeps steps
    /// short: a thousandth of the whole run where no state but [Names#NOTHING] or [Names#HAZARD] is there.
    double longestStep(double span) {
        boolean onlyTimePasses =
                states == 1 && Names.isNoQuantity(equations.states().getFirst().symbol());
        return onlyTimePasses && crossings().findAny().isPresent() ? span / 1000 : Double.POSITIVE_INFINITY;
    }

    /// The differences whose change of sign can change a trigger or a constraint.
    private Stream<Expression> crossings() {
        return Stream.concat(
                equations.crossings().stream(), equations.constraints().stream().flatMap(c -> c.crossings().stream()));
    }

    /// All places by symbol, states first.
    Map<String, Integer> places() {
        return places;
    }

    /// The place of a symbol; -1 where it is neither a state nor a parameter.
    int place(String symbol) {
        return places.getOrDefault(symbol, -1);
    }

    /// The places of what updates change, in order.
    int[] places(List<Update> updates) {
        return updates.stream().mapToInt(u -> place(u.symbol())).toArray();
    }

    /// The slot of a parameter.
    int slot(String parameter) {
        return place(parameter) - states;
    }

    /// The slot of the rate of infusion into this.
    ///
    /// @throws IllegalArgumentException if the equations have none
    int infusionSlot(DosePlan.Dosed dosed) {
        int slot = slot(
                switch (dosed.measure()) {
                    case AMOUNT -> Names.infusion(dosed.target());
                    case CONCENTRATION -> Names.concentrationInfusion(dosed.target());
                });
        if (slot < 0) {
            throw new IllegalArgumentException("\"" + dosed.target() + "\" has no concentration to infuse");
        }
        return slot;
    }

    /// The state that holds a quantity, its amount where it is held as that; -1 where none does.
    int stateOf(String quantity) {
        int at = places.getOrDefault(Names.amount(quantity), place(quantity));
        return at < states ? at : -1;
    }

    /// For each state, whether it holds one of these quantities.
    boolean[] statesOf(Set<String> quantities) {
        boolean[] result = new boolean[states];
        for (String id : quantities) {
            int state = stateOf(id);
            if (state >= 0) {
                result[state] = true;
            }
        }
        return result;
    }

    /// The random draws that expressions use.
    int[] drawsIn(List<Expression> expressions) {
        if (equations.draws().isEmpty()) {
            return new int[0];
        }
        Set<String> symbols = new TreeSet<>();
        expressions.forEach(e -> symbols.addAll(equations.dependencies(e)));
        return IntStream.range(0, equations.draws().size())
                .filter(k -> symbols.contains(equations.draws().get(k).slot()))
                .toArray();
    }

    /// The delayed values that an expression uses.
    int[] delaysIn(Expression e) {
        Set<String> symbols = equations.dependencies(e);
        return IntStream.range(0, equations.delays().size())
                .filter(k -> symbols.contains(equations.delays().get(k).slot()))
                .toArray();
    }

    private int[] statesThatCrossingsNeed() {
        if (!equations.delays().isEmpty()) {
            return IntStream.range(0, states).toArray();
        }
        Set<String> symbols = new TreeSet<>();
        crossings().forEach(difference -> symbols.addAll(equations.dependencies(difference)));
        return IntStream.range(0, states)
                .filter(i -> symbols.contains(equations.states().get(i).symbol()))
                .toArray();
    }

    private int[] orderOfDelays() {
        Set<Integer> order = new LinkedHashSet<>();
        for (int k = 0; k < equations.delays().size(); k++) {
            orderDelay(k, order, new TreeSet<>());
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void orderDelay(int k, Set<Integer> order, Set<Integer> within) {
        if (within.add(k)) {
            for (int j : delaysIn(equations.delays().get(k).lag())) {
                orderDelay(j, order, within);
            }
            order.add(k);
        }
    }
}
