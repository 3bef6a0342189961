package org.immunarium.benchmarks.patients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.patient.Dosing;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Virtual patients with the lung tumour of Jafarnejad et al. 2019 (AAPS Journal 21:79), with and without nivolumab.
///
/// The model is the authors' SBML with its units brought together; its own dosing and resection, which are events on
/// time, are left out, and nivolumab comes from therapy text. What stays is the event by which a tumour of fewer than
/// 100 cells is gone. Time is in seconds, as the file has it.
final class JafarnejadCohort {

    private static final String FILE = "reference/jafarnejad2019/jafarnejad2019_dynamic_sbml_l2v4.xml";
    private static final String REGIMEN = "nivolumab 3 mg/kg IV over 60 min q2w";
    private static final int DAYS = 730;
    private static final double DAY = 86400;
    private static final int DAYS_BETWEEN_OUTPUTS = 10;
    private static final long SEED = 2019;

    /// Of a state's size in the model's own patient: below it accuracy is absolute.
    static final double FLOOR = 1e-3;

    /// Of each parameter: log-normal around the authors' value, standard deviation of the logarithm.
    private static final double SPREAD = 0.5;

    /// What differs between patients: growth, death and killing of the tumour, life and traffic of T cells,
    /// antigen presentation, and how the body handles the drug.
    static final List<String> VARIED = List.of(
            "k_C_growth",
            "k_C_death",
            "k_C_death_by_T",
            "k_Teff_death",
            "k_Teff_death_by_C",
            "k_Treg_death",
            "k_APC_mat",
            "k_mAPC_mig",
            "k_aT_prolif",
            "cl_Nivo");

    private final CompiledModel compiled;
    private final EquationSystem equations;
    private final String target;
    private final Map<String, Double> middle = new LinkedHashMap<>();
    private final List<Intervention> doses;

    private JafarnejadCohort(Model model) {
        compiled = CompiledModel.compile(model);
        target = id(model, "Nivo", "Cent");
        equations = EquationSystem.of(model, Set.of(target));
        for (String name : VARIED) {
            Model.Parameter parameter = model.parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no parameter " + name));
            middle.put(parameter.id(), parameter.value());
        }
        List<Problem> problems = new ArrayList<>();
        var given = RegimenText.parse(REGIMEN, "patients", 1, problems::add).administrations(Ratio.of(DAYS));
        Target into = Target.amount("Cent.Nivo")
                .withMolarMass(Quantity.parse("143600 g/mol"))
                .withBioavailability(1 / 0.77378);
        doses = Dosing.interventions(
                model, given, Map.of("nivolumab", into), Body.of(Quantity.parse("80 kg")), "patients");
    }

    /// Reads the model from the folder of outside data.
    ///
    /// @throws IOException if it is not there
    static JafarnejadCohort read() throws IOException {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path file = (named == null ? Path.of("../shared/data") : Path.of(named)).resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException("this benchmark needs " + FILE
                    + ", which is looked for in the folder that IMMUNARIUM_DATA names," + " else in ../shared/data");
        }
        SbmlDocument document = SbmlReader.read(file);
        return new JafarnejadCohort(withoutEventsOnTime(
                UnitConversion.convert(document.model(), document.origin()).model()));
    }

    private static Model withoutEventsOnTime(Model m) {
        List<Model.Event> events = m.events().stream()
                .filter(event -> !mentionsTime(event.trigger()))
                .toList();
        return m.withEvents(events);
    }

    private static boolean mentionsTime(Expression expression) {
        return expression instanceof Expression.Time
                || expression instanceof Expression.Apply apply
                        && apply.arguments().stream().anyMatch(JafarnejadCohort::mentionsTime);
    }

    private static String id(Model model, String species, String compartment) {
        return model.species().stream()
                .filter(s -> s.name().equals(species) && compartment(model, s).equals(compartment))
                .map(Model.Species::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no species " + compartment + "." + species));
    }

    private static String compartment(Model model, Model.Species species) {
        return model.compartments().stream()
                .filter(c -> c.id().equals(species.compartment()))
                .map(Model.Compartment::name)
                .findFirst()
                .orElse("");
    }

    /// The equations, with a rate of infusion of nivolumab.
    EquationSystem equations() {
        return equations;
    }

    /// The parameter that holds that rate.
    String infusion() {
        return Names.infusion(target);
    }

    /// The place of a species among the states.
    int state(String species, String compartment) {
        String id = id(equations.model(), species, compartment);
        for (int i = 0; i < equations.states().size(); i++) {
            String symbol = equations.states().get(i).symbol();
            if (symbol.substring(symbol.indexOf(':') + 1).equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException(species + " is no state");
    }

    int doses() {
        return doses.size();
    }

    /// What one patient is given.
    List<Intervention> doses(boolean dosed) {
        return dosed ? doses : List.of();
    }

    /// Times of output, in s.
    double[] times() {
        double[] times = new double[DAYS / DAYS_BETWEEN_OUTPUTS + 1];
        Arrays.setAll(times, i -> i * DAYS_BETWEEN_OUTPUTS * DAY);
        return times;
    }

    /// A patient's own values by id; they depend on its number alone.
    Map<String, Double> values(long number) {
        RandomStream stream = new RandomStream(SEED, 0, number, Purpose.PATIENT);
        Map<String, Double> values = new LinkedHashMap<>();
        middle.forEach((id, value) -> values.put(id, value * Exponential.exp(SPREAD * stream.nextNormal())));
        return values;
    }

    Patient patient(long number, boolean dosed) {
        return new Patient(number, values(number), doses(dosed));
    }

    /// The patient that the authors' values describe.
    Patient modelsOwn(boolean dosed) {
        return new Patient(0, Map.of(), doses(dosed));
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
        return compiled.population().columns(columns).times(times()).infusions(Set.of(target));
    }
}
