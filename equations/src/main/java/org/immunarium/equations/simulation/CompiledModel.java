package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.KernelCompiler;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.ModelQuantity;

/// A model that is ready to run: lowered to equations, checked, and compiled when first run.
///
/// One compiled model serves any number of simulations, from any thread.
public final class CompiledModel {

    private final Model model;
    private final EquationSystem equations;
    private final Map<String, ModelQuantity> quantities = new LinkedHashMap<>();
    private final Map<String, String> labels;
    private final Map<Set<String>, Programs> programs = new ConcurrentHashMap<>();

    private CompiledModel(Model model) {
        this.model = model;
        equations = EquationSystem.of(model);
        equations.quantities().forEach(q -> quantities.put(q.id(), q));
        labels = Labels.of(equations.quantities());
    }

    /// Compiles a model.
    ///
    /// @throws org.immunarium.units.InvalidInputException naming everything that is wrong with it
    public static CompiledModel compile(Model model) {
        return new CompiledModel(model);
    }

    public Model model() {
        return model;
    }

    /// The model as equations, without administrations.
    public EquationSystem equations() {
        return equations;
    }

    /// A simulation with default settings.
    public Simulation simulation() {
        return new Simulation(this);
    }

    /// Runs in which reactions happen one by one, with default settings.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the model has what that does not know
    public StochasticSimulation stochastic() {
        return new StochasticSimulation(this);
    }

    /// A simulation of many patients with default settings.
    public PopulationSimulation population() {
        return new PopulationSimulation(this);
    }

    /// A simulation that is run again and again with other values, with default settings.
    public RepeatedSimulation repeated() {
        return new RepeatedSimulation(this);
    }

    /// The compiled equations with a rate of administration into each of these; kernels belong to one
    /// thread, so each run has its own, and all share the generated code.
    Programs programs(Set<String> infused) {
        return programs.computeIfAbsent(Set.copyOf(infused), this::compilePrograms)
                .copy();
    }

    private Programs compilePrograms(Set<String> infused) {
        return Programs.compile(infused.isEmpty() ? equations : EquationSystem.of(model, infused));
    }

    /// What quantities are at the start, of those that have a value or a formula there; of none where that is left to
    /// chance.
    ///
    /// @param set values in place of the model's, by id
    /// @param ids of the quantities asked for
    public Map<String, Double> starting(Map<String, Double> set, List<String> ids) {
        if (!equations.draws().isEmpty()) {
            return Map.of();
        }
        Map<String, Expression> definitions = equations.start().definitions(set.keySet());
        List<String> known = ids.stream().filter(definitions::containsKey).toList();
        Kernel kernel = KernelCompiler.compile(
                StartProgram.scope(equations, definitions),
                known.stream().<Expression>map(Expression.Symbol::new).toList(),
                1);
        Map<String, Double> given = equations.start().given();
        double[] inputs = given.entrySet().stream()
                .mapToDouble(each -> set.getOrDefault(each.getKey(), each.getValue()))
                .toArray();
        double[] values = new double[known.size()];
        kernel.evaluate(new double[1], new double[equations.states().size()], inputs, values);
        Map<String, Double> starting = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            starting.put(known.get(i), values[i]);
        }
        return starting;
    }

    /// The column of a request.
    ///
    /// @throws IllegalArgumentException if the model has no such quantity
    public Column column(Column.Request request) {
        ModelQuantity q = quantities.get(request.id());
        if (q == null) {
            throw new IllegalArgumentException("the model has no quantity \"" + request.id() + "\"");
        }
        return new Column(q, request.meaning(), labels.getOrDefault(q.id(), q.id()), Labels.unit(this, q, request));
    }

    /// What is recorded unless something else is asked for: all species, and everything else that
    /// can change.
    public List<Column.Request> defaultColumns() {
        Set<String> changing = new TreeSet<>();
        equations.states().forEach(s -> changing.add(s.symbol()));
        equations.events().forEach(e -> changing.addAll(e.variables()));
        List<Column.Request> result = new ArrayList<>();
        for (ModelQuantity q : equations.quantities()) {
            boolean wanted = switch (q.kind()) {
                case SPECIES -> true;
                case COMPARTMENT, PARAMETER, STOICHIOMETRY ->
                    changing.contains(q.id()) || equations.definitions().containsKey(q.id());
                case REACTION -> false;
            };
            if (wanted) {
                result.add(Column.Request.of(q.id()));
            }
        }
        return result;
    }
}
