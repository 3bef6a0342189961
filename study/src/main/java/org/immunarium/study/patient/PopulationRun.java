package org.immunarium.study.patient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.NumericalFailure;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.TableWriter;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.patient.PatientPopulation.Measured;
import org.immunarium.study.patient.PatientPopulation.Varied;

/// Many virtual patients: one row each in `patients.csv`, streamed in the order of their numbers,
/// and
/// `summary.csv`.
///
/// Patients are run in chunks by all threads. After each chunk the table's length is a safe
/// point, so
/// a killed run
/// goes on with the chunk it was in and ends with the same bytes.
record PopulationRun(
        PatientRun.Plan plan,
        PatientCourse course,
        PatientPopulation population,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements PreparedStudy {

    private static final int CHUNK = 64;
    private static final String TABLE = "patients.csv";
    private static final String POINT = "population";

    @Override
    public List<String> run(RunContext context) {
        List<String> header = header();
        Checkpoint checkpoint = new Checkpoint(context.folder());
        Optional<long[]> point = checkpoint.read(POINT).map(PopulationRun::parse);
        int done = point.map(p -> (int) p[0]).orElse(0);
        AtomicInteger failed = new AtomicInteger();
        try (TableWriter table = point.isPresent()
                        ? TableWriter.resume(context.folder().table(TABLE), header.size(), point.get()[1])
                        : TableWriter.create(context.folder().table(TABLE), header);
                ExecutorService threads = Executors.newFixedThreadPool(context.threads());
                RunContext.Shown shown = context.screen().show("patients", population.patients(), done, "")) {
            while (done < population.patients()) {
                context.stop().check("after " + done + " of " + population.patients() + " patients");
                int until = Math.min(done + CHUNK * context.threads(), population.patients());
                List<Future<double[]>> chunk = new ArrayList<>();
                for (int patient = done + 1; patient <= until; patient++) {
                    int number = patient;
                    chunk.add(threads.submit(() -> endpoints(number)));
                }
                for (int i = 0; i < chunk.size(); i++) {
                    write(table, done + i + 1, result(chunk.get(i)), failed);
                    shown.progress().reached(done + i + 1.0);
                }
                done = until;
                checkpoint.save(Map.of(POINT, (done + " " + table.checkpoint()).getBytes(StandardCharsets.US_ASCII)));
            }
        }
        PopulationSummary summary = PopulationSummary.of(context.folder(), population);
        summary.write();
        return summary.findings();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("id"));
        population.varied().forEach(each -> header.add(each.label()));
        population.endpoints().forEach(each -> header.add(name(each)));
        header.add("failed");
        return header;
    }

    static String name(Measured endpoint) {
        return endpoint.statistic().word() + " " + endpoint.label();
    }

    private void write(TableWriter table, int patient, double[] endpoints, AtomicInteger failed) {
        table.cell(patient);
        for (double value : population.values(plan.solving().seed(), patient)) {
            table.cell(value);
        }
        boolean numbersFailed = endpoints.length == 0;
        for (int i = 0; i < population.endpoints().size(); i++) {
            table.cell(numbersFailed ? Double.NaN : endpoints[i]);
        }
        table.cell(numbersFailed ? "yes" : "no").endRow();
        if (numbersFailed) {
            failed.incrementAndGet();
        }
    }

    /// The endpoints of one patient; none where its numbers fail, which is a fact about that
    /// patient.
    private double[] endpoints(int patient) {
        Set<String> ids = new LinkedHashSet<>();
        population.endpoints().forEach(each -> ids.add(each.id()));
        List<String> columns = new ArrayList<>(ids);
        Simulation simulation = plan.simulation(course);
        double[] values = population.values(plan.solving().seed(), patient);
        List<Varied> varied = population.varied();
        for (int i = 0; i < values.length; i++) {
            simulation.set(varied.get(i).id(), values[i]);
        }
        simulation.columns(columns.stream().map(Column.Request::of).toList());
        Timecourse timecourse;
        try {
            timecourse = simulation.run();
        } catch (NumericalFailure failure) {
            return new double[0];
        }
        double[] endpoints = new double[population.endpoints().size()];
        for (int i = 0; i < endpoints.length; i++) {
            Measured measured = population.endpoints().get(i);
            endpoints[i] = measured.statistic().of(timecourse.values()[columns.indexOf(measured.id())]);
        }
        return endpoints;
    }

    private static double[] result(Future<double[]> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while patients were running", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long[] parse(byte[] point) {
        String[] words = new String(point, StandardCharsets.US_ASCII).split(" ", -1);
        return new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])};
    }
}
