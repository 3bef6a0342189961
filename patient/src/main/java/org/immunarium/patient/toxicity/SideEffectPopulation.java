package org.immunarium.patient.toxicity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.inference.sampling.SobolSequence;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.population.Distribution;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Many patients of one shipped model, each treated as long as it is, and followed until side effects count no
/// more.
public final class SideEffectPopulation {

    private static final double MONTH = 30.4375;
    private static final double LONGEST = 730;
    private static final double OBSERVED = 90;

    /// After the last dose that activates T cells, in d.
    private static final double FOLLOWED = 35;

    /// Harm that grows over weeks, and that which comes and goes within days.
    private static final double BETWEEN_LOOKS = 7;

    private static final double BETWEEN_CLOSE_LOOKS = 0.5;

    /// What CAR-T cells come after; time zero is that of the first fludarabine.
    private static final String LYMPHODEPLETION = "fludarabine 50 mg IV q1d x 4 + ";

    private static final String AFTER_IT = " from 6 d";
    private static final double RELATIVE_TOLERANCE = 1e-4;
    private static final double ABSOLUTE_TOLERANCE = 1e-6;

    /// Patients are run in groups that end together, at these times in d.
    private static final double[] ENDS = {60, 133, 182, 273, 455, LONGEST + OBSERVED};

    private static final Body BODY = Body.of(Quantity.parse("75 kg"), Quantity.parse("170 cm"));

    private final PublishedModel patient;
    private final Model model;
    private final CompiledModel compiled;
    private final List<Counted> counted;
    private final List<Spread> spreads;
    private final List<String> harms;
    private final Map<String, Double> typical = new HashMap<>();
    private Map<String, Double> set = Map.of();
    private final boolean isAboutCells;
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
        isAboutCells = patient.targets().containsKey("fludarabine");
        harms = counted.stream().map(Counted::harm).distinct().toList();
    }

    /// Patients of a model.
    ///
    /// @param patient one whose harms are counted: `side-effects`
    public static SideEffectPopulation of(PublishedModel patient) {
        return new SideEffectPopulation(patient);
    }

    /// With other values in place of the table's.
    public SideEffectPopulation set(Map<String, Double> values) {
        set = Map.copyOf(values);
        return this;
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
        List<Intervention> doses = doses(cohort.regimen());
        double last = doses.getLast().time();
        Map<Integer, List<Patient>> groups = new TreeMap<>();
        SobolSequence shares = new SobolSequence(spreads.size(), seed);
        for (long number = 1; number <= patients; number++) {
            Map<String, Double> values = values(shares.next(), cohort);
            double treated = values.getOrDefault("t_treatment", LONGEST);
            double end = isAboutCells ? last + FOLLOWED : Math.min(treated, last + BETWEEN_LOOKS) + OBSERVED;
            int group = 0;
            while (ENDS[group] < end) {
                group++;
            }
            List<Intervention> given =
                    doses.stream().filter(dose -> dose.time() < treated).toList();
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(new Patient(number, values, given));
        }
        Course[] courses = new Course[patients];
        Set<String> infused = doses.stream()
                .filter(Intervention.Infusion.class::isInstance)
                .map(Intervention::target)
                .collect(Collectors.toSet());
        groups.forEach((group, members) -> run(ENDS[group], infused, members, courses));
        return List.of(courses);
    }

    private void run(double end, Set<String> infused, List<Patient> members, Course[] courses) {
        compiled.population()
                .columns(harms.stream().map(Column.Request::of).toList())
                .times(looks(end, isAboutCells ? BETWEEN_CLOSE_LOOKS : BETWEEN_LOOKS))
                .relativeTolerance(RELATIVE_TOLERANCE)
                .absoluteTolerance(ABSOLUTE_TOLERANCE)
                .infusions(infused)
                .threads(threads)
                .run(members.iterator(), this::course, course -> courses[(int) course.patient() - 1] = course);
    }

    private static double[] looks(double end, double between) {
        double[] times = new double[(int) (end / between) + 1];
        Arrays.setAll(times, i -> i * between);
        return times;
    }

    private Course course(PatientResult result) {
        result.failure().ifPresent(failure -> {
            throw failure;
        });
        double[] peaks = new double[harms.size()];
        for (int h = 0; h < peaks.length; h++) {
            peaks[h] = Arrays.stream(result.values()[h]).max().orElse(Double.NaN);
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

    private List<Intervention> doses(String regimen) {
        String whole = isAboutCells && regimen.contains("cells") ? LYMPHODEPLETION + regimen + AFTER_IT : regimen;
        return Dosing.interventions(
                model,
                RegimenText.parse(whole).administrations(Ratio.of((int) LONGEST)),
                patient.targets(),
                BODY,
                regimen);
    }

    private Map<String, Double> values(double[] shares, Cohort cohort) {
        Map<String, Double> fixed = new LinkedHashMap<>(cohort.values());
        fixed.putAll(set);
        Map<String, Double> values = new LinkedHashMap<>(fixed);
        for (int i = 0; i < spreads.size(); i++) {
            Spread spread = spreads.get(i);
            double middle = spread.name().equals("t_treatment")
                    ? cohort.months() * MONTH
                    : fixed.getOrDefault(spread.name(), typical.getOrDefault(spread.name(), 1.0));
            double quantile = Distribution.STANDARD.quantile(shares[i]);
            values.put(spread.name(), middle * Exponential.exp(spread.sd() * quantile));
        }
        values.computeIfPresent("t_treatment", (_, time) -> Math.min(time, LONGEST));
        return values;
    }
}
