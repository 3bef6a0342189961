package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.population.Statistic;
import org.immunarium.study.Measure;

/// What a time course comes to: the final, the lowest and the highest value of each of its
/// columns.
///
/// @param order   places of columns, most telling first; those that the study names stay as it
///     names them
/// @param columns of the time course
record PatientMeasures(PatientRun.Plan plan, List<Column> columns, List<Integer> order) {

    private static final List<Statistic> STATISTICS = List.of(Statistic.FINAL, Statistic.MINIMUM, Statistic.MAXIMUM);

    static PatientMeasures of(PatientRun.Plan plan) {
        List<Column> columns =
                plan.columns().stream().map(plan.model().compiled()::column).toList();
        IntStream places = IntStream.range(0, columns.size());
        return new PatientMeasures(
                plan,
                columns,
                plan.asked().output().columns().isEmpty()
                        ? places.boxed()
                                .sorted(Comparator.comparingInt(i -> Telling.rank(
                                        plan.model(), columns.get(i).quantity())))
                                .toList()
                        : places.boxed().toList());
    }

    List<Measure> all() {
        List<Measure> measures = new ArrayList<>();
        for (Statistic statistic : STATISTICS) {
            for (int column : order) {
                Column of = columns.get(column);
                measures.add(new Measure(
                        statistic.word() + " " + of.label(), plan.model().unit(of)));
            }
        }
        return measures;
    }

    /// In the order of [#all].
    double[] values(Timecourse course) {
        double[] values = new double[STATISTICS.size() * order.size()];
        int k = 0;
        for (Statistic statistic : STATISTICS) {
            for (int column : order) {
                values[k++] = statistic.of(course.values()[column]);
            }
        }
        return values;
    }
}
