package org.immunarium.study.patient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Occurrence;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.patient.population.PatientPopulation.Measured;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.TableWriter;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Words;

/// Many virtual patients: one row each in `patients.csv`, streamed in the order of their numbers, and
/// `summary.csv`.
///
/// All courses have the same values; a trial gives its patients one or the other, a study of a population the only
/// one.
///
/// All threads run patients, side by side in lanes. Now and then the end of the table becomes a safe point,
/// from which a killed run goes on; it ends with the same bytes.
record PopulationRun(
        PatientRun.Plan plan,
        List<PatientCourse> courses,
        PatientPopulation population,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements PreparedPatient {

    /// Patients from one safe point to the next.
    private static final int BETWEEN_POINTS = 256;

    /// What is kept of an endpoint where one run is one of many, by the words for it.
    private static final Map<String, Double> QUANTILES = quantiles();

    private static Map<String, Double> quantiles() {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        quantiles.put("median", 0.5);
        quantiles.put("p5", 0.05);
        quantiles.put("p95", 0.95);
        return quantiles;
    }

    /// Of what differs between patients.
    private static final int MOST_NAMED = 8;

    static final String FAILED = "failed";

    /// What that column holds of a patient whose numbers did not fail; else it says when and why.
    static final String DID_NOT_FAIL = "no";

    static final String TABLE = "patients.csv";
    private static final String POINT = "population";

    PopulationRun {
        courses = List.copyOf(courses);
    }

    /// The first of its courses, or its only one.
    PatientCourse course() {
        return courses.getFirst();
    }

    @Override
    public Optional<String> reference() {
        List<String> differing =
                population.ids().stream().map(plan.model()::label).toList();
        String named = differing.size() <= MOST_NAMED
                ? String.join(", ", differing)
                : String.join(", ", differing.subList(0, MOST_NAMED)) + " and " + (differing.size() - MOST_NAMED)
                        + " more";
        return Optional.of("The reference patient of this study's "
                + Words.count(population.patients(), "patient", "patients") + ", with nothing drawn"
                + (differing.isEmpty()
                        ? ""
                        : ": what differs between patients (" + named
                                + ") has the value that the study sets, or else the model's own"));
    }

    @Override
    public List<String> run(RunContext context) {
        List<String> header = header();
        Checkpoint checkpoint = new Checkpoint(context.folder());
        Optional<SafePoint> point = checkpoint.read(POINT).map(SafePoint::parse);
        long before = point.map(SafePoint::patients).orElse(0L);
        long[] done = {before};
        try (TableWriter table = point.isPresent()
                        ? TableWriter.resume(
                                context.folder().table(TABLE),
                                header.size(),
                                point.get().table())
                        : TableWriter.create(context.folder().table(TABLE), header);
                RunContext.Shown shown = context.screen().show("patients", population.patients(), before, "")) {
            Runnable save = () -> {
                SafePoint reached = new SafePoint(done[0], table.checkpoint());
                checkpoint.save(Map.of(POINT, out -> out.put(reached.bytes())));
            };
            simulation(context.threads()).run(patients(before, context.stop(), seed()), this::row, row -> {
                write(table, row);
                done[0] = row.patient();
                shown.progress().reached(done[0]);
                if (done[0] % BETWEEN_POINTS == 0) {
                    save.run();
                }
            });
            save.run();
            if (done[0] < population.patients()) {
                context.stop().check("after " + done[0] + " of " + population.patients() + " patients");
            }
        }
        PopulationSummary summary = PopulationSummary.of(context.folder(), population);
        summary.write();
        if (summary.failed() == population.patients()) {
            throw allFailed();
        }
        return summary.findings(telling());
    }

    /// Why the first patient's numbers failed, as those of all others did.
    private NumericalFailure allFailed() {
        List<NumericalFailure> first = new ArrayList<>();
        Iterator<Patient> alone = patients(0, new StopSignal(), seed());
        simulation(1)
                .run(
                        List.of(alone.next()).iterator(),
                        result -> result,
                        result -> result.failure()
                                .ifPresent(failure -> first.add(plan.model().inWords(failure))));
        NumericalFailure failure = first.getFirst();
        return new NumericalFailure(
                failure.quantity(),
                failure.time(),
                plan.timeUnit(),
                failure.reason() + "; so failed the first patient"
                        + (population.patients() == 1 ? "" : ", and all others of " + population.patients() + " failed")
                        + ": nothing was found, and tables/" + TABLE + " says when and why");
    }

    /// Endpoints in the order written; where the study left them open, those of the tumour first.
    private List<Measured> telling() {
        if (population.chosen()) {
            return population.endpoints();
        }
        return population.endpoints().stream()
                .sorted(Comparator.comparingInt(each -> Telling.rank(
                        plan.model(),
                        plan.model()
                                .compiled()
                                .column(Column.Request.of(each.id()))
                                .quantity())))
                .toList();
    }

    /// How each endpoint is spread over the patients whose numbers did not fail.
    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        QUANTILES
                .keySet()
                .forEach(word -> telling().forEach(each -> measures.add(new Measure(word + " " + each.header(), ""))));
        measures.add(new Measure("failed patients", ""));
        return measures;
    }

    @Override
    public double[] measure(int variant, long own, int threads, Heap heap, DoubleConsumer watch) {
        List<double[]> endpoints = new ArrayList<>();
        telling().forEach(_ -> endpoints.add(new double[population.patients()]));
        List<Integer> places =
                telling().stream().map(population.endpoints()::indexOf).toList();
        long[] failed = {0};
        StopSignal never = new StopSignal();
        simulation(threads).seed(own).run(patients(0, never, own), this::row, row -> {
            watch.accept((double) row.patient() / population.patients());
            for (int e = 0; e < places.size(); e++) {
                endpoints.get(e)[(int) row.patient() - 1] = row.endpoints()[places.get(e)];
            }
            failed[0] += row.failed().equals(DID_NOT_FAIL) ? 0 : 1;
        });
        List<SampleSummary> summaries =
                endpoints.stream().map(SampleSummary::taking).toList();
        return DoubleStream.concat(
                        QUANTILES.values().stream()
                                .flatMapToDouble(q -> summaries.stream().mapToDouble(each -> each.quantile(q))),
                        DoubleStream.of(failed[0]))
                .toArray();
    }

    /// The endpoints of all patients.
    @Override
    public double bytes() {
        return Memory.bytes(population.patients(), population.endpoints().size());
    }

    /// Of what tumours consist; a patient in whom it is more than the whole is not run.
    CloneShares shares() {
        return CloneShares.of(plan.model(), plan.asked().tumour());
    }

    PopulationSimulation simulation(int threads) {
        Set<String> infused = new LinkedHashSet<>();
        courses.stream().flatMap(each -> each.doses().stream()).forEach(dose -> {
            if (dose.intervention() instanceof Intervention.Infusion infusion) {
                infused.add(infusion.target());
            }
        });
        PopulationSimulation simulation = plan.model().compiled().population();
        plan.solving().apply(simulation);
        return simulation
                .columns(columns().stream().map(Column.Request::of).toList())
                .until(plan.duration())
                .every(plan.every())
                .alsoAt(population.endpoints().stream()
                        .mapToDouble(Measured::until)
                        .filter(Double::isFinite)
                        .toArray())
                .infusions(infused)
                .typical(course().set())
                .refusing(shares()::wrong)
                .threads(threads);
    }

    /// The patients that are left, until someone wants the run to stop.
    private Iterator<Patient> patients(long done, StopSignal stop, long own) {
        List<Intervention> doses =
                course().doses().stream().map(GivenDose::intervention).toList();
        return LongStream.rangeClosed(done + 1, population.patients())
                .takeWhile(_ -> !stop.isAsked())
                .mapToObj(number -> new Patient(number, values(own, number), doses))
                .iterator();
    }

    private Map<String, Double> values(long ofSeed, long patient) {
        return valuesWith(population.values(ofSeed, patient));
    }

    /// All values of a patient, by id.
    ///
    /// @param own of what differs
    Map<String, Double> valuesWith(double[] own) {
        Map<String, Double> values = new LinkedHashMap<>(course().set());
        for (int i = 0; i < own.length; i++) {
            values.put(population.ids().get(i), own[i]);
        }
        return values;
    }

    /// The ids of what is measured, each once.
    private List<String> columns() {
        return population.endpoints().stream().map(Measured::id).distinct().toList();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("id"));
        header.addAll(population.headers());
        population.endpoints().forEach(each -> header.add(each.header()));
        if (isConstrained()) {
            header.add("constraint");
        }
        header.add(FAILED);
        return header;
    }

    /// Whether the model says when it is valid.
    boolean isConstrained() {
        return !plan.model().model().constraints().isEmpty();
    }

    /// What is written of a patient.
    ///
    /// @param constraint what the model says of the first constraint that did not hold; empty where all did
    /// @param failed    when and why the patient's numbers failed, which is a fact about that patient
    /// @param endpoints not numbers where they failed
    record Row(long patient, String constraint, String failed, double[] endpoints) {}

    Row row(PatientResult result) {
        String constraint = result.occurrences().stream()
                .filter(occurrence -> occurrence.kind() == Occurrence.Kind.CONSTRAINT)
                .map(Occurrence::what)
                .findFirst()
                .orElse("");
        if (result.failure().isPresent()) {
            double[] none = new double[population.endpoints().size()];
            Arrays.fill(none, Double.NaN);
            String failed =
                    String.valueOf(plan.model().inWords(result.failure().get()).getMessage());
            return new Row(result.id(), constraint, failed, none);
        }
        List<String> columns = columns();
        double[] endpoints = population.endpoints().stream()
                .mapToDouble(each -> each.of(result.times(), result.values()[columns.indexOf(each.id())]))
                .toArray();
        return new Row(result.id(), constraint, DID_NOT_FAIL, endpoints);
    }

    private void write(TableWriter table, Row row) {
        table.cell(row.patient());
        for (double value : population.values(plan.solving().seed(), row.patient())) {
            table.cell(value);
        }
        for (double value : row.endpoints()) {
            table.cell(value);
        }
        if (isConstrained()) {
            table.cell(row.constraint());
        }
        table.cell(row.failed()).endRow();
    }

    /// Where a run can go on.
    ///
    /// @param patients those that are done
    /// @param table    their rows
    private record SafePoint(long patients, TableWriter.Point table) {

        byte[] bytes() {
            return (patients + " " + table.bytes() + " " + table.crc32c()).getBytes(StandardCharsets.US_ASCII);
        }

        static SafePoint parse(byte[] bytes) {
            String[] words = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
            return new SafePoint(
                    Long.parseLong(words[0]),
                    new TableWriter.Point(Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
    }
}
