package org.immunarium.benchmarks.patients;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Virtual patients of one model: what differs between them, what they are given, and what is recorded.
///
/// All states are recorded, in the equations' order.
final class Cohort {

    private static final int DAYS_BETWEEN_OUTPUTS = 10;

    /// Of a state's size in the model's own patient: below it accuracy is absolute.
    static final double FLOOR = 1e-3;

    /// Of each parameter: log-normal around the model's value, standard deviation of the logarithm.
    private static final double SPREAD = 0.5;

    private static final long SEED = 2019;

    private final String title;
    private final CompiledModel compiled;
    private final EquationSystem equations;
    private final Set<String> infused = new LinkedHashSet<>();
    private final Map<String, Double> middle;
    private final Map<String, Double> start;
    private final List<Intervention> doses;
    private final int days;
    private final double day;

    /// @param title  in a few words
    /// @param model  whose units are brought together
    /// @param varied parameters that differ between patients, by id
    /// @param start  values in place of the model's own, by id
    /// @param doses  infusions
    /// @param days   how long
    /// @param day    in the model's unit of time
    Cohort(
            String title,
            Model model,
            List<String> varied,
            Map<String, Double> start,
            List<Intervention> doses,
            int days,
            double day) {
        this.title = title;
        this.doses = List.copyOf(doses);
        this.days = days;
        this.day = day;
        this.start = start;
        doses.forEach(dose -> infused.add(dose.target()));
        compiled = CompiledModel.compile(model);
        equations = EquationSystem.of(model, infused);
        middle = new LinkedHashMap<>();
        for (String id : varied) {
            Model.Parameter parameter = model.parameters().stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no parameter " + id));
            middle.put(id, parameter.value());
        }
    }

    /// What it is, for people.
    String title() {
        return title + ", " + equations.states().size() + " states, " + days + " d, " + doses.size() + " doses";
    }

    int varied() {
        return middle.size();
    }

    /// The equations, with a rate of infusion of each drug.
    EquationSystem equations() {
        return equations;
    }

    /// The place of a species among the states.
    int state(String id) {
        for (int i = 0; i < equations.states().size(); i++) {
            if (Names.plain(equations.states().get(i).symbol()).equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException(id + " is no state");
    }

    /// What one patient is given.
    List<Intervention> doses(boolean dosed) {
        return dosed ? doses : List.of();
    }

    /// Times of output, in the model's unit.
    double[] times() {
        double[] times = new double[days / DAYS_BETWEEN_OUTPUTS + 1];
        Arrays.setAll(times, i -> i * DAYS_BETWEEN_OUTPUTS * day);
        return times;
    }

    /// A patient's own values by id; they depend on its number alone.
    Map<String, Double> values(long number) {
        RandomStream stream = new RandomStream(SEED, 0, number, Purpose.PATIENT);
        Map<String, Double> values = new LinkedHashMap<>(start);
        middle.forEach((id, value) -> values.put(id, value * Exponential.exp(SPREAD * stream.nextNormal())));
        return values;
    }

    Patient patient(long number, boolean dosed) {
        return new Patient(number, values(number), doses(dosed));
    }

    /// The patient whom the model's own values describe.
    Patient modelsOwn(boolean dosed) {
        return new Patient(0, start, doses(dosed));
    }

    /// Absolute tolerances that go with a relative one: at [#FLOOR] of what each state reaches in the model's own
    /// patient, dosed or not, both are the same.
    double[] absoluteTolerances(double relative) {
        double[] tolerances = new double[equations.states().size()];
        for (boolean dosed : new boolean[] {false, true}) {
            population().threads(1).run(List.of(modelsOwn(dosed)).iterator(), result -> {
                for (int i = 0; i < tolerances.length; i++) {
                    double peak = Arrays.stream(result.values()[i])
                            .map(Math::abs)
                            .max()
                            .orElse(0);
                    tolerances[i] = Math.max(tolerances[i], relative * FLOOR * peak);
                }
            });
        }
        return tolerances;
    }

    /// A population that records all states, in the equations' order, at [#times].
    PopulationSimulation population() {
        List<Column.Request> columns = equations.states().stream()
                .map(state -> Names.isAmount(state.symbol())
                        ? new Column.Request(Names.plain(state.symbol()), Column.Meaning.AMOUNT)
                        : Column.Request.of(state.symbol()))
                .toList();
        return compiled.population().columns(columns).times(times()).infusions(infused);
    }
}
