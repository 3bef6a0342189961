package org.immunarium.patient.toxicity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.immunarium.patient.published.PublishedModel;

/// Simulated rates of side effects beside the targets, row by row.
public final class ToxicityComparison {

    private ToxicityComparison() {}

    /// One row of the targets, and what was simulated.
    ///
    /// @param target   the row
    /// @param patients how many were simulated; 0 where the regimen is not
    /// @param events   how many of them had it
    /// @param onset    median of when it began, in d; NaN where none had it
    public record Row(ToxicityTarget target, int patients, int events, double onset) {

        /// Whether anything was simulated for it.
        public boolean isSimulated() {
            return patients > 0;
        }

        /// Patients who had it, in percent; NaN where none were simulated.
        public double percent() {
            return patients == 0 ? Double.NaN : 100.0 * events / patients;
        }

        /// Whether that is in the target's interval.
        public boolean isInside() {
            return target.holds(percent());
        }
    }

    /// Runs every cohort of the targets that a model is for.
    ///
    /// @param targets  rows to compare with
    /// @param patients in each cohort
    /// @param seed     of the patients
    /// @param threads  to run them on
    /// @param models   by their names
    /// @param consumer is given the rows, cohort by cohort, then those of regimens that are not simulated
    public static void run(
            List<ToxicityTarget> targets,
            int patients,
            long seed,
            int threads,
            Function<String, PublishedModel> models,
            Consumer<Row> consumer) {
        List<ToxicityTarget> left = new ArrayList<>(targets);
        List<Cohort> cohorts = new ArrayList<>(Cohort.shipped());
        Map<String, SideEffectPopulation> populations = new HashMap<>();
        while (!cohorts.isEmpty()) {
            Cohort first = cohorts.getFirst();
            List<Cohort> same =
                    cohorts.stream().filter(each -> each.isTreatedAs(first)).toList();
            cohorts.removeAll(same);
            if (left.stream().noneMatch(target -> same.stream().anyMatch(each -> each.isOf(target)))) {
                continue;
            }
            SideEffectPopulation population = populations.computeIfAbsent(
                    first.patient(),
                    name -> SideEffectPopulation.of(models.apply(name)).threads(threads));
            List<SideEffectPopulation.Course> courses = population.run(first, patients, seed);
            for (Cohort cohort : same) {
                List<ToxicityTarget> rows = left.stream().filter(cohort::isOf).toList();
                rows.forEach(row -> consumer.accept(compared(row, cohort, population.counted(), courses)));
                left.removeAll(rows);
            }
        }
        left.forEach(row -> consumer.accept(new Row(row, 0, 0, Double.NaN)));
    }

    private static Row compared(
            ToxicityTarget target, Cohort cohort, List<Counted> counted, List<SideEffectPopulation.Course> courses) {
        int[] places = IntStream.range(0, counted.size())
                .filter(i -> counted.get(i).isOf(target, cohort.ways()))
                .toArray();
        if (places.length == 0) {
            return new Row(target, 0, 0, Double.NaN);
        }
        double[] onsets = courses.stream()
                .mapToDouble(course -> first(course.onsets(), places))
                .filter(onset -> !Double.isNaN(onset))
                .sorted()
                .toArray();
        double median = onsets.length == 0 ? Double.NaN : onsets[onsets.length / 2];
        return new Row(target, courses.size(), onsets.length, median);
    }

    /// When the first of several began; NaN where none did.
    private static double first(double[] onsets, int[] places) {
        double first = Double.NaN;
        for (int place : places) {
            if (!(onsets[place] >= first)) {
                first = Double.isNaN(onsets[place]) ? first : onsets[place];
            }
        }
        return first;
    }
}
