package org.immunarium.study.patient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.units.Quantity;

/// What a run found, in a few plain lines.
final class Findings {

    private static final int MOST_COLUMNS = 6;
    private static final MathContext DIGITS = new MathContext(3);

    private Findings() {}

    record Found(String title, Timecourse course) {}

    /// The model's most telling quantity for each variant; of one course, the first quantities that change.
    static List<String> of(PatientRun.Plan plan, List<Found> found) {
        List<String> lines = new ArrayList<>();
        if (found.size() == 1) {
            Timecourse course = found.getFirst().course();
            for (int i = 0; i < course.columns().size() && lines.size() < MOST_COLUMNS; i++) {
                double[] values = course.values()[i];
                if (values[0] != values[values.length - 1]) {
                    lines.add(line(course.columns().get(i).label(), course, i, plan));
                }
            }
            return lines;
        }
        int width = found.stream().mapToInt(f -> f.title().length()).max().orElse(0);
        for (Found each : found) {
            int column = telling(plan, each.course());
            lines.add(line(each.title() + " ".repeat(width - each.title().length()), each.course(), column, plan));
        }
        return lines;
    }

    private static int telling(PatientRun.Plan plan, Timecourse course) {
        String tumour = plan.model().published().map(PublishedModel::tumour).orElse("");
        for (int i = 0; i < course.columns().size(); i++) {
            if (course.columns().get(i).id().equals(tumour)) {
                return i;
            }
        }
        return 0;
    }

    private static String line(String what, Timecourse course, int column, PatientRun.Plan plan) {
        double[] values = course.values()[column];
        int last = values.length - 1;
        String unit = PatientTables.unit(plan.model(), course.columns().get(column));
        StringBuilder line = new StringBuilder(what).append("   ");
        line.append(number(values[0])).append(" → ").append(number(values[last]));
        line.append(unit.isEmpty() ? "" : " " + unit);
        int lowest = 0;
        for (int i = 1; i <= last; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
        }
        if (values[lowest] == 0 && values[0] > 0) {
            int gone = 0;
            while (values[gone] > 0) {
                gone++;
            }
            line.append("   gone by ").append(time(course.times()[gone], plan));
        } else if (lowest > 0 && lowest < last && values[lowest] < values[last] / 2) {
            line.append("   lowest ").append(number(values[lowest])).append(" at ");
            line.append(time(course.times()[lowest], plan));
        }
        return line.toString();
    }

    private static String time(double value, PatientRun.Plan plan) {
        String unit = plan.timeUnit();
        return unit.equals("d") ? "day " + number(value) : number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? Quantity.number(new BigDecimal(value).round(DIGITS).doubleValue())
                : Double.toString(value);
    }
}
