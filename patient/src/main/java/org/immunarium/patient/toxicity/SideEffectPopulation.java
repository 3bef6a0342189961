package org.immunarium.patient.toxicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.inference.sampling.SobolSequence;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.population.Distribution;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Days;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Many patients of one shipped model, each treated as long as it is, and followed until side effects count no
/// more.
public final class SideEffectPopulation {

    private static final double LONGEST = 730;

    /// Doses are laid out beyond the longest treatment, so that a regimen without an end does not seem to end with
    /// the last dose before it, in d.
    private static final int LAID_OUT = 800;

    /// From the last dose of a regimen until treatment has ended, in d.
    private static final double AFTER_LAST_DOSE = 7;

    private static final double RELATIVE_TOLERANCE = 1e-4;
    private static final double ABSOLUTE_TOLERANCE = 1e-6;

    /// Of what is counted in moles, of which antibodies hold half of their receptors at billionths of a mole a
    /// litre.
    private static final double MOLAR_TOLERANCE = 1e-13;

    private static final Optional<String> MOLE = Optional.of("mol");

    /// Patients whose side effects cease to count within the same span of this length, in d, are run together
    /// until its end. What comes after a patient's own end is not looked at.
    private static final double SPAN = 91;

    private static final String TREATMENT = "t_treatment";
    private static final String OBSERVED = "t_observed";

    private static final Body BODY = Body.of(Quantity.parse("75 kg"), Quantity.parse("170 cm"));

    private final PublishedModel patient;
    private final Model model;
    private final CompiledModel compiled;
    private final List<Counted> counted;
    private final List<Spread> spreads;
    private final List<String> harms;
    private final Map<String, Double> typical = new HashMap<>();
    private int threads = Runtime.getRuntime().availableProcessors();

    private SideEffectPopulation(PublishedModel patient) {
        this.patient = patient;
        model = patient.model();
        compiled = CompiledModel.compile(model);
        Set<String> quantities = new HashSet<>();
        model.species().forEach(each -> quantities.add(each.id()));
        for (Model.Parameter parameter : model.parameters()) {
            typical.put(parameter.id(), parameter.value());
            quantities.add(parameter.id());
        }
        counted = Counted.shipped().stream()
                .filter(each -> quantities.contains(each.harm()))
                .toList();
        spreads = Spread.of(patient.name());
        List<String> unknown = spreads.stream()
                .map(Spread::name)
                .filter(name -> !typical.containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(patient.name() + " has no value " + String.join(", ", unknown));
        }
        harms = counted.stream().map(Counted::harm).distinct().toList();
    }

    /// Patients of a model.
    ///
    /// @param patient one whose harms are counted: `side-effects`
    /// @throws IllegalArgumentException if something is to differ between patients that the model lacks
    public static SideEffectPopulation of(PublishedModel patient) {
        return new SideEffectPopulation(patient);
    }

    /// The number of threads; all processors unless set.
    public SideEffectPopulation threads(int count) {
        threads = count;
        return this;
    }

    /// What one patient had.
    ///
    /// @param peaks  the worst of each harm, in the order of [#harms]
    /// @param onsets when each of the side effects that are counted began, in d; NaN of those that did not
    public record Course(long patient, double[] peaks, double[] onsets) {}

    /// The harms that are looked at.
    public List<String> harms() {
        return harms;
    }

    /// What is counted, in the order of [Course#onsets].
    public List<Counted> counted() {
        return counted;
    }

    /// Runs patients of a cohort, the same for the same seed whatever the cohort. They are spread evenly, by a
    /// scrambled Sobol sequence, so that rates owe less to chance than those of patients drawn one by one.
    ///
    /// @param patients how many
    /// @return one for each, in order
    /// @throws NumericalFailure if one of them fails
    public List<Course> run(Cohort cohort, int patients, long seed) {
        List<Intervention> doses = doses(cohort.given());
        double last = doses.getLast().time();
        double[] ends = new double[patients];
        Map<Double, List<Patient>> groups = new TreeMap<>();
        SobolSequence shares = new SobolSequence(spreads.size(), seed);
        for (long number = 1; number <= patients; number++) {
            Map<String, Double> values = values(shares.next(), cohort);
            double treated = values.getOrDefault(TREATMENT, LONGEST);
            double end = Math.min(
                    Math.min(treated, last + AFTER_LAST_DOSE) + cohort.daysCounted(), cohort.followed() * Days.MONTH);
            ends[(int) number - 1] = end;
            List<Intervention> given =
                    doses.stream().filter(dose -> dose.time() < treated).toList();
            groups.computeIfAbsent(SPAN * Math.ceil(end / SPAN), _ -> new ArrayList<>())
                    .add(new Patient(number, values, given));
        }
        Course[] courses = new Course[patients];
        Set<String> infused = doses.stream()
                .filter(Intervention.Infusion.class::isInstance)
                .map(Intervention::target)
                .collect(Collectors.toSet());
        groups.forEach((until, members) -> population()
                .columns(harms.stream().map(Column.Request::of).toList())
                .times(looks(until, cohort.betweenLooks()))
                .infusions(infused)
                .threads(threads)
                .run(
                        members.iterator(),
                        result -> course(result, ends[(int) result.id() - 1]),
                        course -> courses[(int) course.patient() - 1] = course));
        return List.of(courses);
    }

    private PopulationSimulation population() {
        PopulationSimulation population =
                compiled.population().relativeTolerance(RELATIVE_TOLERANCE).absoluteTolerance(ABSOLUTE_TOLERANCE);
        model.species().stream()
                .filter(each -> each.substanceUnit().equals(MOLE))
                .forEach(each -> population.absoluteTolerance(each.id(), MOLAR_TOLERANCE));
        return population;
    }

    private static double[] looks(double until, double between) {
        double[] times = new double[(int) (until / between) + 1];
        Arrays.setAll(times, i -> i * between);
        return times;
    }

    private Course course(PatientResult result, double end) {
        result.failure().ifPresent(failure -> {
            throw failure;
        });
        long looks = Arrays.stream(result.times()).filter(time -> time <= end).count();
        double[] peaks = new double[harms.size()];
        for (int h = 0; h < peaks.length; h++) {
            peaks[h] = Arrays.stream(result.values()[h]).limit(looks).max().orElse(Double.NaN);
        }
        double[] onsets = new double[counted.size()];
        for (int e = 0; e < onsets.length; e++) {
            Counted event = counted.get(e);
            int h = harms.indexOf(event.harm());
            onsets[e] = peaks[h] < event.level() ? Double.NaN : onset(result, h, event.level());
        }
        return new Course(result.id(), peaks, onsets);
    }

    private static double onset(PatientResult result, int harm, double level) {
        double[] values = result.values()[harm];
        int i = 0;
        while (values[i] < level) {
            i++;
        }
        return result.times()[i];
    }

    private List<Intervention> doses(String given) {
        return Dosing.interventions(
                model, RegimenText.parse(given).administrations(Ratio.of(LAID_OUT)), patient.targets(), BODY, given);
    }

    private Map<String, Double> values(double[] shares, Cohort cohort) {
        Map<String, Double> fixed = new LinkedHashMap<>();
        if (typical.containsKey(OBSERVED)) {
            fixed.put(OBSERVED, cohort.daysCounted());
        }
        fixed.putAll(cohort.values());
        Map<String, Double> values = new LinkedHashMap<>(fixed);
        for (int i = 0; i < spreads.size(); i++) {
            Spread spread = spreads.get(i);
            double middle = spread.name().equals(TREATMENT)
                    ? cohort.months() * Days.MONTH
                    : fixed.getOrDefault(spread.name(), Objects.requireNonNull(typical.get(spread.name())));
            double quantile = Distribution.STANDARD.quantile(shares[i]);
            values.put(spread.name(), middle * Exponential.exp(spread.sd() * quantile));
        }
        values.computeIfPresent(TREATMENT, (_, time) -> Math.min(time, LONGEST));
        return values;
    }
}
