package org.immunarium.study.patient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.OutputTimes;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.Recist;
import org.immunarium.patient.response.Scans;
import org.immunarium.patient.response.Visit;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.TableWriter;
import org.immunarium.units.Quantity;

/// What a clinic sees of a patient, beside the columns that a study asks for: response at visits, side effects
/// by grade, doses that were withheld.
///
/// Side effects are looked at every day, responses every eight weeks, whatever is written down.
public final class Outcomes {

    /// The table of visits.
    public static final String RESPONSE = "response.csv";
    /// The table of side effects.
    public static final String TOXICITY = "toxicity.csv";

    /// From one visit to the next, in days: every eight weeks, as in most trials.
    private static final double VISITS = 56;

    private static final double MILLIMETRES = 10;

    private final PatientRun.Plan plan;
    private final List<String> lesions;
    private final List<AdverseEvent> events;
    private final Map<String, String> given;
    private final List<String> looked;
    private final double day;

    private Outcomes(
            PatientRun.Plan plan,
            List<String> lesions,
            List<AdverseEvent> events,
            Map<String, String> given,
            double day) {
        this.plan = plan;
        this.lesions = lesions;
        this.events = events;
        this.given = given;
        this.day = day;
        looked = Stream.of(
                        lesions.stream(),
                        events.stream().flatMap(event -> event.harms().stream()),
                        given.values().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /// Of a model in which there is something to see; empty for any other.
    static Optional<Outcomes> of(PatientRun.Plan plan) {
        PatientModel model = plan.model();
        Optional<PublishedModel> shipped = model.published();
        if (shipped.isEmpty() || model.units().time().isEmpty()) {
            return Optional.empty();
        }
        Set<String> quantities = model.compiled().equations().quantities().stream()
                .map(ModelQuantity::id)
                .collect(Collectors.toSet());
        List<String> lesions = shipped.get().seen().lesions();
        List<AdverseEvent> events = AdverseEvent.of(quantities);
        if (lesions.isEmpty() && events.isEmpty()) {
            return Optional.empty();
        }
        double day = Quantity.parse("1 d").in(model.units().time().get());
        return Optional.of(
                new Outcomes(plan, lesions, events, shipped.get().seen().given(), day));
    }

    /// Has a simulation record what is needed, after the study's own columns.
    void record(Simulation simulation, List<GivenDose> doses) {
        List<Column.Request> all = new ArrayList<>(plan.columns());
        looked.forEach(id -> all.add(Column.Request.of(id)));
        simulation.columns(all).times(times(doses));
    }

    private double[] output() {
        return OutputTimes.every(0, plan.duration(), plan.every());
    }

    /// When something is looked at: the study's own times, every day, and when doses are due.
    private double[] times(List<GivenDose> doses) {
        DoubleStream due =
                doses.stream().mapToDouble(dose -> dose.intervention().time());
        DoubleStream daily = events.isEmpty() ? DoubleStream.empty() : Arrays.stream(every(1));
        return Stream.of(Arrays.stream(output()), daily, Arrays.stream(every(VISITS)), due)
                .flatMapToDouble(each -> each)
                .filter(time -> time >= 0 && time <= plan.duration())
                .sorted()
                .distinct()
                .toArray();
    }

    /// Whole numbers of so many days; the run's end is no visit.
    private double[] every(double days) {
        int last = (int) Math.floor(plan.duration() / (days * day) * (1 + 1e-12));
        return IntStream.rangeClosed(0, last).mapToDouble(i -> i * days * day).toArray();
    }

    /// The course with the study's own columns and times alone.
    Timecourse asked(Timecourse all) {
        int columns = plan.columns().size();
        int[] rows = rows(all.times(), output());
        double[] times =
                Arrays.stream(rows).mapToDouble(row -> all.times()[row]).toArray();
        double[][] values = new double[columns][];
        for (int i = 0; i < columns; i++) {
            double[] column = all.values()[i];
            values[i] = Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
        }
        return new Timecourse(all.columns().subList(0, columns), times, values, all.occurrences());
    }

    /// Where the wanted times are, as far as the course goes.
    private static int[] rows(double[] times, double[] wanted) {
        return Arrays.stream(wanted)
                .mapToInt(time -> Arrays.binarySearch(times, time))
                .filter(row -> row >= 0)
                .toArray();
    }

    private double[] values(Timecourse all, String id) {
        return all.values()[plan.columns().size() + looked.indexOf(id)];
    }

    /// What share of a dose was given, from 0 to 1.
    double given(GivenDose dose, Timecourse all) {
        String share = given.get(dose.intervention().target());
        if (share == null) {
            return 1;
        }
        int row = Arrays.binarySearch(all.times(), dose.intervention().time());
        return row >= 0 ? values(all, share)[row] : 1;
    }

    /// Writes the tables.
    void write(Path folder, Timecourse all, String timeHeader) {
        if (!lesions.isEmpty()) {
            writeResponse(folder.resolve(RESPONSE), all, timeHeader);
        }
        if (!events.isEmpty()) {
            writeToxicity(folder.resolve(TOXICITY), all, timeHeader);
        }
    }

    private void writeResponse(Path file, Timecourse all, String timeHeader) {
        int[] rows = rows(all.times(), every(VISITS));
        List<String> header =
                List.of(timeHeader, "sum of diameters [mm]", "change [%]", "target lesions", "new", "response");
        try (TableWriter table = TableWriter.create(file, header)) {
            if (rows.length == 0) {
                return;
            }
            double[] times =
                    Arrays.stream(rows).mapToDouble(row -> all.times()[row]).toArray();
            double[][] diameters = lesions.stream()
                    .map(lesion -> Arrays.stream(rows)
                            .mapToDouble(row -> MILLIMETRES * values(all, lesion)[row])
                            .toArray())
                    .toArray(double[][]::new);
            List<Visit> visits = Scans.visits(times, diameters);
            table.cell(times[0])
                    .cell(visits.getFirst().sum())
                    .cell(0.0)
                    .cell("")
                    .cell("")
                    .cell("");
            table.endRow();
            for (Assessment each : Recist.assess(visits)) {
                table.cell(each.visit().time()).cell(each.visit().sum()).cell(100 * each.change());
                table.cell(each.target().code()).cell(each.visit().newLesion() ? "yes" : "no");
                table.cell(each.overall().code()).endRow();
            }
        }
    }

    /// One row for each time that a patient had an event of a grade, without a break.
    private void writeToxicity(Path file, Timecourse all, String timeHeader) {
        String unit = timeHeader.replaceFirst("^time", "");
        List<String> header = List.of("event", "organ", "grade", "from" + unit, "to" + unit);
        try (TableWriter table = TableWriter.create(file, header)) {
            int[] days = rows(all.times(), every(1));
            for (AdverseEvent event : events) {
                Grade before = Grade.NONE;
                double since = 0;
                for (int row : days) {
                    Grade now = event.grade(harms(event, all, row));
                    if (now != before) {
                        write(table, event, before, since, all.times()[row]);
                        before = now;
                        since = all.times()[row];
                    }
                }
                write(table, event, before, since, days.length == 0 ? 0 : all.times()[days[days.length - 1]]);
            }
        }
    }

    private Map<String, Double> harms(AdverseEvent event, Timecourse all, int row) {
        Map<String, Double> harms = new HashMap<>();
        for (String harm : new LinkedHashSet<>(event.harms())) {
            harms.put(harm, values(all, harm)[row]);
        }
        return harms;
    }

    private void write(TableWriter table, AdverseEvent event, Grade grade, double from, double until) {
        double to = event.isMoment() ? Math.min(until, from + day) : until;
        if (grade != Grade.NONE) {
            table.cell(event.name())
                    .cell(event.organ())
                    .cell(grade.words())
                    .cell(from)
                    .cell(to);
            table.endRow();
        }
    }
}
