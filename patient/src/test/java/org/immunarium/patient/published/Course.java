package org.immunarium.patient.published;

import java.util.Map;
import java.util.function.DoublePredicate;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.Dosing;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Ratio;

/// One run of a shipped model, and what tests ask of its curves.
public final class Course {

    private static final double EVERY = 0.05;

    private final Timecourse course;

    private Course(Timecourse course) {
        this.course = course;
    }

    /// A run under a therapy, with some values of its own.
    ///
    /// @param therapy as text; empty for none
    /// @param days    how long
    /// @param values  in the model's units, by id
    public static Course of(PublishedModel published, String therapy, int days, Map<String, Double> values) {
        Model model = published.model();
        CompiledModel compiled = CompiledModel.compile(model);
        Simulation simulation = compiled.simulation().until(days).every(EVERY).columns(compiled.defaultColumns());
        values.forEach(simulation::set);
        Dosing.interventions(
                        model,
                        RegimenText.parse(therapy).administrations(Ratio.of(days)),
                        published.targets(),
                        Body.UNKNOWN,
                        "test")
                .forEach(simulation::intervention);
        return new Course(simulation.run());
    }

    /// A curve, or the sum of several.
    public Curve curve(String... ids) {
        double[] sum = new double[course.times().length];
        for (String id : ids) {
            double[] values = course.column(id);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return new Curve(course.times(), sum);
    }

    /// Values over time, in days.
    public record Curve(double[] times, double[] values) {

        /// The largest value after a time.
        public double peakAfter(double time) {
            return values[peakIndex(time)];
        }

        public double peak() {
            return peakAfter(0);
        }

        /// When it is largest, of what comes after a time.
        public double timeOfPeakAfter(double time) {
            return times[peakIndex(time)];
        }

        public double timeOfPeak() {
            return timeOfPeakAfter(0);
        }

        public double at(double time) {
            return values[index(time)];
        }

        /// The time in which it halves, on average between two times; negative where it grows.
        public double halfLife(double from, double to) {
            return (to - from) * Math.log(2) / Math.log(at(from) / at(to));
        }

        /// The first time after another at which a condition holds; infinite if it never does.
        public double firstAfter(double time, DoublePredicate condition) {
            for (int i = index(time); i < times.length; i++) {
                if (condition.test(values[i])) {
                    return times[i];
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        private int index(double time) {
            return (int) Math.round(time / EVERY);
        }

        private int peakIndex(double after) {
            int best = index(after);
            for (int i = best; i < values.length; i++) {
                best = values[i] > values[best] ? i : best;
            }
            return best;
        }
    }
}
