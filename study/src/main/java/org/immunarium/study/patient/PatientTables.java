package org.immunarium.study.patient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Occurrence;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.GivenDose;
import org.immunarium.results.TableWriter;
import org.immunarium.study.EventsTable;
import org.immunarium.units.Quantity;

/// The tables of one time course: `timecourse.csv`, `columns.csv`, `events.csv`.
final class PatientTables {

    private static final double PERCENT = 100;

    private final PatientRun.Plan plan;
    private final Path folder;

    PatientTables(PatientRun.Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /// @param end the time that was reached: later doses were not given
    void write(Timecourse course, List<GivenDose> doses, double end) {
        write(course, doses, end, _ -> 1);
    }

    /// @param end      the time that was reached: later doses were not given
    /// @param given    what share of a dose that was due was given, from 0 to 1
    void write(Timecourse course, List<GivenDose> doses, double end, ToDoubleFunction<GivenDose> given) {
        writeColumns(course.columns());
        writeTimecourse(course);
        writeEvents(course.occurrences(), doses, end, given);
    }

    String timeHeader() {
        return header("time", plan.timeUnit());
    }

    /// The heading of a column: `T [cells]`.
    static String header(String name, String unit) {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }

    /// The standard deviations of replicates, with the columns of `timecourse.csv`, which then has
    /// their means.
    void writeDeviations(Timecourse deviations) {
        write(CourseTables.DEVIATIONS, deviations);
    }

    private void writeTimecourse(Timecourse course) {
        write(CourseTables.VALUES, course);
    }

    private void write(String name, Timecourse course) {
        List<String> header = new ArrayList<>(List.of(timeHeader()));
        for (Column column : course.columns()) {
            header.add(header(column.label(), plan.model().unit(column)));
        }
        try (TableWriter table = TableWriter.create(folder.resolve(name), header)) {
            for (int i = 0; i < course.times().length; i++) {
                table.cell(course.times()[i]);
                for (double[] values : course.values()) {
                    table.cell(values[i]);
                }
                table.endRow();
            }
        }
    }

    private void writeColumns(List<Column> columns) {
        List<String> header = List.of("column", "id", "name", "compartment", "unit", "kind");
        try (TableWriter table = TableWriter.create(folder.resolve(CourseTables.DESCRIPTIONS), header)) {
            for (Column column : columns) {
                ModelQuantity quantity = column.quantity();
                table.cell(column.label()).cell(column.id()).cell(quantity.name());
                table.cell(quantity.compartment()
                        .map(plan.model()::compartmentName)
                        .orElse(""));
                table.cell(plan.model().unit(column));
                table.cell(quantity.kind().name().toLowerCase(Locale.ROOT)).endRow();
            }
        }
    }

    /// Doses as they were asked for, and what the model itself did; at one time doses come first.
    private void writeEvents(
            List<Occurrence> occurrences, List<GivenDose> doses, double end, ToDoubleFunction<GivenDose> given) {
        List<EventsTable.Row> rows = new ArrayList<>();
        for (GivenDose dose : doses) {
            double share = given.applyAsDouble(dose);
            if (share == 0) {
                rows.add(new EventsTable.Row(dose.intervention().time(), EventsTable.WITHHELD, dose.what()));
                continue;
            }
            String what =
                    dose.what() + (share < 1 ? ", of which " + Quantity.number(PERCENT * share) + " % is given" : "");
            switch (dose.intervention()) {
                case Intervention.Bolus bolus -> rows.add(new EventsTable.Row(bolus.time(), EventsTable.DOSE, what));
                case Intervention.Infusion infusion -> {
                    rows.add(new EventsTable.Row(infusion.start(), EventsTable.START, what));
                    rows.add(new EventsTable.Row(infusion.start() + infusion.duration(), EventsTable.END, what));
                }
            }
        }
        for (Occurrence occurrence : occurrences) {
            switch (occurrence.kind()) {
                case EVENT ->
                    rows.add(new EventsTable.Row(
                            occurrence.time(), "event", plan.model().event(occurrence.what())));
                case CONSTRAINT -> rows.add(new EventsTable.Row(occurrence.time(), "constraint", occurrence.what()));
                case BOLUS, INFUSION_START, INFUSION_END -> {
                    // Told above, in the words of the therapy.
                }
            }
        }
        rows.removeIf(row -> row.time() > end);
        rows.sort(Comparator.comparingDouble(EventsTable.Row::time));
        List<String> header = EventsTable.columns(timeHeader());
        try (TableWriter table = TableWriter.create(folder.resolve(EventsTable.FILE), header)) {
            rows.forEach(row -> row.write(table));
        }
    }
}
