package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.KernelCompiler;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.Update;
import org.immunarium.equations.system.Names;
import org.immunarium.equations.system.Quantity;
import org.immunarium.numerics.ode.OdeSettings;

/// What of an equation system is compiled once: the scalar kernels around the steps, and the
/// right-hand side for any number of runs side by side.
///
/// Each kernel around the steps reads the time, the states and the parameters of one run. Kernels
/// belong to one thread; [#copy] makes a set for another, which shares all generated code.
final class Programs {

    final EquationSystem equations;
    final int states;
    final int parameters;
    final boolean[] algebraic;
    final int[] algebraicStates;
    /// Whether the only state is one that stands for nothing.
    final boolean nothingChanges;
    final int[] fastStates;
    /// Place of a symbol: a state `i` as `i`, a parameter `j` as `states + j`.
    final Map<String, Integer> place = new LinkedHashMap<>();

    /// Names in the scalar kernels. Parameters vary between runs, and kernels serve them in turn.
    private final Scope scope;

    final Kernel triggers;
    final Kernel thresholds;
    final Kernel switches;
    final int[] switchSlot;
    final Kernel crossings;
    /// The states that the crossings depend on; all where there are delays.
    final int[] crossingStates;
    final Kernel delayLags;
    final DelayProgram[] delays;
    /// Delays in an order in which each needs only earlier ones, as far as there is one.
    final int[] delayOrder;
    final Kernel[] drawArguments;
    final EventProgram[] events;
    final int firstValueSlot;
    final int fast;
    final int slow;

    /// What copies share: programs to be copied before they run.
    private final Map<Set<String>, StartProgram> startsToCopy;

    private final Map<Integer, RightHandSide> rightHandSides;
    private final Map<Set<String>, StartProgram> starts = new HashMap<>();
    private final Map<String, Course.Updating> boluses = new HashMap<>();

    /// The kernels of one event.
    ///
    /// @param delay    gives the delay, or nothing at all where there is none
    /// @param targets     places of what its updates change
    /// @param draws       random draws that its values use
    /// @param timingDraws random draws that its delay and priority use
    record EventProgram(
            EventEquations equations,
            Kernel delay,
            Kernel priority,
            Kernel values,
            Kernel updates,
            int[] targets,
            int[] draws,
            int[] timingDraws) {

        EventProgram copy() {
            return new EventProgram(
                    equations,
                    delay.copy(),
                    priority.copy(),
                    values.copy(),
                    updates.copy(),
                    targets,
                    draws,
                    timingDraws);
        }
    }

    /// A delayed value.
    ///
    /// @param before its value before the start, in terms of given values
    /// @param needs  other delays that its value needs
    /// @param steady whether the lag depends on parameters alone
    record DelayProgram(int slot, Kernel value, Kernel before, int[] needs, boolean steady) {

        DelayProgram copy() {
            return new DelayProgram(slot, value.copy(), before.copy(), needs, steady);
        }
    }

    /// Initial values: from given values (and draws) to states and stored parameters.
    ///
    /// @param targets places of the outputs
    record StartProgram(Kernel kernel, int[] targets, List<String> given, List<Kernel> drawArguments) {

        StartProgram copy() {
            return new StartProgram(
                    kernel.copy(),
                    targets,
                    given,
                    drawArguments.stream().map(Kernel::copy).toList());
        }
    }

    Programs(EquationSystem equations) {
        this.equations = equations;
        startsToCopy = new ConcurrentHashMap<>();
        rightHandSides = new ConcurrentHashMap<>();
        states = equations.states().size();
        parameters = equations.parameters().size();
        algebraic = new boolean[states];
        for (int i = 0; i < states; i++) {
            algebraic[i] = equations.states().get(i).algebraic();
            place.put(equations.states().get(i).symbol(), i);
        }
        nothingChanges = equations.states().getFirst().symbol().equals("nothing:");
        algebraicStates = IntStream.range(0, states).filter(i -> algebraic[i]).toArray();
        for (int j = 0; j < parameters; j++) {
            place.put(equations.parameters().get(j), states + j);
        }
        fastStates = equations.reactions().stream()
                .filter(EquationSystem.ReactionEquation::fast)
                .flatMap(r -> r.changes().stream())
                .mapToInt(u -> place.getOrDefault(u.symbol(), -1))
                .distinct()
                .sorted()
                .toArray();
        Scope.Builder builder = Scope.builder();
        equations.definitions().forEach(builder::definition);
        place.forEach((symbol, at) -> {
            if (at < states) {
                builder.state(symbol, at);
            } else {
                builder.varying(symbol, at - states);
            }
        });
        scope = builder.build();
        triggers =
                compile(equations.events().stream().map(EventEquations::trigger).toList());
        List<Expression> times = new ArrayList<>();
        equations.switches().forEach(s -> times.add(s.threshold()));
        times.addAll(equations.timed());
        thresholds = compile(times);
        switches = compile(equations.switches().stream()
                .map(EquationSystem.Switch::condition)
                .toList());
        switchSlot = slots(
                equations.switches().stream().map(EquationSystem.Switch::slot).toList());
        crossings = compile(equations.crossings().stream()
                .map(EquationSystem.Crossing::difference)
                .toList());
        crossingStates = crossingStates();
        delayLags = compile(
                equations.delays().stream().map(EquationSystem.DelayTerm::lag).toList());
        delays = IntStream.range(0, equations.delays().size())
                .mapToObj(this::delay)
                .toArray(DelayProgram[]::new);
        delayOrder = orderOfDelays();
        drawArguments =
                equations.draws().stream().map(d -> compile(d.arguments())).toArray(Kernel[]::new);
        events = equations.events().stream().map(this::event).toArray(EventProgram[]::new);
        firstValueSlot = parameter(Names.value(0));
        fast = place.containsKey(EquationSystem.FAST) ? parameter(EquationSystem.FAST) : -1;
        slow = place.containsKey(EquationSystem.SLOW) ? parameter(EquationSystem.SLOW) : -1;
    }

    private Programs(Programs from) {
        equations = from.equations;
        startsToCopy = from.startsToCopy;
        rightHandSides = from.rightHandSides;
        states = from.states;
        parameters = from.parameters;
        algebraic = from.algebraic;
        algebraicStates = from.algebraicStates;
        nothingChanges = from.nothingChanges;
        fastStates = from.fastStates;
        place.putAll(from.place);
        scope = from.scope;
        triggers = from.triggers.copy();
        thresholds = from.thresholds.copy();
        switches = from.switches.copy();
        switchSlot = from.switchSlot;
        crossings = from.crossings.copy();
        crossingStates = from.crossingStates;
        delayLags = from.delayLags.copy();
        delays = Arrays.stream(from.delays).map(DelayProgram::copy).toArray(DelayProgram[]::new);
        delayOrder = from.delayOrder;
        drawArguments = Arrays.stream(from.drawArguments).map(Kernel::copy).toArray(Kernel[]::new);
        events = Arrays.stream(from.events).map(EventProgram::copy).toArray(EventProgram[]::new);
        firstValueSlot = from.firstValueSlot;
        fast = from.fast;
        slow = from.slow;
    }

    /// The same for another thread.
    Programs copy() {
        return new Programs(this);
    }

    /// A kernel over one run, in terms of states, parameters and (exact) definitions.
    Kernel compile(List<Expression> outputs) {
        return KernelCompiler.compile(scope, outputs, 1);
    }

    /// The right-hand side and its Jacobian for this number of runs side by side.
    RightHandSide rightHandSide(int lanes) {
        return rightHandSides.computeIfAbsent(lanes, this::compileRightHandSide);
    }

    /// A kernel over one run whose conditions on time alone are held, as in the right-hand side.
    Kernel compileSmooth(List<Expression> outputs) {
        Scope.Builder smooth = scope.toBuilder();
        equations.smooth().forEach(smooth::definition);
        return KernelCompiler.compile(smooth.build(), outputs, 1);
    }

    private RightHandSide compileRightHandSide(int lanes) {
        Scope.Builder scope = Scope.builder();
        equations.smooth().forEach(scope::definition);
        List<Expression> rates = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            scope.state(equations.states().get(i).symbol(), i);
            rates.add(equations.states().get(i).equation());
        }
        for (int j = 0; j < parameters; j++) {
            String symbol = equations.parameters().get(j);
            if (symbol.startsWith("delay:")) {
                scope.varying(symbol, j);
            } else {
                scope.parameter(symbol, j);
            }
        }
        return RightHandSide.compile(scope.build(), rates, lanes);
    }

    /// Settings that do not step over changes of triggers where no state keeps steps short.
    OdeSettings watchful(OdeSettings settings, double span) {
        return nothingChanges && !equations.crossings().isEmpty() ? settings.withMaximumStep(span / 1000) : settings;
    }

    /// How boluses into these change states and parameters.
    List<Course.Updating> boluses(Set<String> targets) {
        List<Course.Updating> result = new ArrayList<>();
        for (String target : targets) {
            result.add(boluses.computeIfAbsent(target, this::bolus));
        }
        return result;
    }

    private Course.Updating bolus(String target) {
        Update update = equations.dose(target);
        return new Course.Updating(compile(List.of(update.value())), place.getOrDefault(update.symbol(), -1));
    }

    int[] infusionSlots(Set<String> targets) {
        return targets.stream().mapToInt(t -> parameter(Names.infusion(t))).toArray();
    }

    /// Given values with some set by the user.
    double[] given(StartProgram start, Map<String, Double> set) {
        double[] values = new double[start.given().size()];
        for (int k = 0; k < values.length; k++) {
            String id = start.given().get(k);
            Double own = set.get(id);
            values[k] = own != null ? own : equations.start().given().getOrDefault(id, Double.NaN);
        }
        return values;
    }

    /// The values of columns.
    Kernel observables(List<Column> columns) {
        return compile(columns.stream().map(Programs::expression).toList());
    }

    private static Expression expression(Column c) {
        boolean species = c.quantity().kind() == Quantity.Kind.SPECIES;
        return new Symbol(
                switch (species ? c.meaning() : Column.Meaning.SYMBOL) {
                    case SYMBOL -> c.id();
                    case AMOUNT -> Names.amount(c.id());
                    case CONCENTRATION -> Names.concentration(c.id());
                });
    }

    /// The state that holds a quantity, its amount where it is held as that; -1 where none does.
    int stateOf(String id) {
        int at = place.getOrDefault(Names.amount(id), place.getOrDefault(id, -1));
        return at < states ? at : -1;
    }

    /// For each state, whether it holds one of these quantities.
    boolean[] statesOf(Set<String> ids) {
        boolean[] result = new boolean[states];
        for (String id : ids) {
            int state = stateOf(id);
            if (state >= 0) {
                result[state] = true;
            }
        }
        return result;
    }

    int parameter(String symbol) {
        return place.getOrDefault(symbol, -1) - states;
    }

    private int[] slots(List<String> symbols) {
        return symbols.stream().mapToInt(this::parameter).toArray();
    }

    private EventProgram event(EventEquations e) {
        return new EventProgram(
                e,
                compile(e.delay().map(List::of).orElse(List.of())),
                compile(e.priority().map(List::of).orElse(List.of())),
                compile(e.values()),
                compile(e.updates().stream().map(Update::value).toList()),
                targets(e.updates()),
                drawsIn(e.values()),
                drawsIn(Stream.concat(e.delay().stream(), e.priority().stream()).toList()));
    }

    private int[] crossingStates() {
        if (!equations.delays().isEmpty()) {
            return IntStream.range(0, states).toArray();
        }
        Set<String> symbols = new TreeSet<>();
        equations.crossings().forEach(c -> symbols.addAll(equations.dependencies(c.difference())));
        return IntStream.range(0, states)
                .filter(i -> symbols.contains(equations.states().get(i).symbol()))
                .toArray();
    }

    private int[] drawsIn(List<Expression> expressions) {
        if (equations.draws().isEmpty()) {
            return new int[0];
        }
        Set<String> symbols = new TreeSet<>();
        expressions.forEach(e -> symbols.addAll(equations.dependencies(e)));
        return IntStream.range(0, equations.draws().size())
                .filter(k -> symbols.contains(equations.draws().get(k).slot()))
                .toArray();
    }

    private DelayProgram delay(int k) {
        EquationSystem.DelayTerm d = equations.delays().get(k);
        return new DelayProgram(
                parameter(d.slot()),
                compile(List.of(d.value())),
                KernelCompiler.compile(
                        startScope(equations.start().definitions()),
                        List.of(equations.start().past().get(k)),
                        1),
                delaysIn(d.value()),
                equations.isSteady(d.lag()));
    }

    private int[] delaysIn(Expression e) {
        Set<String> symbols = equations.dependencies(e);
        return IntStream.range(0, equations.delays().size())
                .filter(k -> symbols.contains(equations.delays().get(k).slot()))
                .toArray();
    }

    private int[] orderOfDelays() {
        Set<Integer> order = new LinkedHashSet<>();
        for (int k = 0; k < delays.length; k++) {
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

    private int[] targets(List<Update> updates) {
        return updates.stream()
                .mapToInt(u -> place.getOrDefault(u.symbol(), -1))
                .toArray();
    }

    /// The program that gives initial values when these quantities are set by the user.
    StartProgram start(Set<String> set) {
        return starts.computeIfAbsent(
                Set.copyOf(set),
                key -> startsToCopy.computeIfAbsent(key, this::compileStart).copy());
    }

    /// Names in the programs of initial values: definitions over given values and draws.
    private Scope startScope(Map<String, Expression> definitions) {
        Scope.Builder builder = Scope.builder();
        definitions.forEach(builder::definition);
        int inputs = 0;
        for (String id : equations.start().given().keySet()) {
            builder.varying(Names.given(id), inputs++);
        }
        for (EquationSystem.DrawTerm d : equations.draws()) {
            builder.varying(d.slot(), inputs++);
        }
        return builder.build();
    }

    private StartProgram compileStart(Set<String> set) {
        Map<String, Expression> definitions = equations.start().definitions(set);
        List<String> given = new ArrayList<>(equations.start().given().keySet());
        List<Expression> outputs = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        place.forEach((symbol, at) -> {
            if (definitions.containsKey(symbol)) {
                outputs.add(new Symbol(symbol));
                targets.add(at);
            }
        });
        List<Kernel> arguments = new ArrayList<>();
        Scope initial = startScope(definitions);
        equations.draws().forEach(d -> arguments.add(KernelCompiler.compile(initial, d.arguments(), 1)));
        return new StartProgram(
                KernelCompiler.compile(initial, outputs, 1),
                targets.stream().mapToInt(Integer::intValue).toArray(),
                given,
                arguments);
    }
}
