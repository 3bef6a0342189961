package org.immunarium.benchmarks.patients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.benchmarks.cvode.CvodeProblem;
import org.immunarium.benchmarks.cvode.CvodeProgram;
import org.immunarium.benchmarks.cvode.CvodeProgram.LinearSolver;
import org.immunarium.benchmarks.cvode.CvodeSolution;
import org.immunarium.benchmarks.cvode.ModelInC;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.system.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./bench patients`: 1,000 virtual patients over 730 days, undosed and with nivolumab every two weeks, by us
/// and by C + CVODE: the same equations, tolerances, threads and outputs, in one run.
///
/// The patients are dealt into [#ROUNDS] blocks. In each round both kinds of CVODE solve that round's block, and we
/// solve all patients once; a ratio is the median of our rates over the rate of CVODE over all its blocks. Of a
/// patient that CVODE fails its time until then counts, so that the ratio is then a lower bound.
/// Errors are against runs with a relative tolerance of 1e-10, at all outputs in all states, relative to the
/// state's size where that is above [#FLOOR] of what the state reaches in the model's own patient.
public final class PatientsBenchmark {

    private static final int ROUNDS = 5;
    private static final double TIGHT = 1e-10;

    private final Figures figures = new Figures(System.out);
    private final Cohort cohort;
    private final int patients;
    private final double relative;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final double[] absolute;
    private final double[] times;
    private final int states;

    private PatientsBenchmark(int patients, Cohort cohort, double relative) {
        this.patients = patients;
        this.cohort = cohort;
        this.relative = relative;
        times = cohort.times();
        states = cohort.equations().states().size();
        absolute = cohort.absoluteTolerances(relative);
    }

    @Command(
            name = "patients",
            description = "virtual patients a second, ours and those of C + CVODE, and the errors of both")
    static void run(
            @Parameters(
                            paramLabel = "PATIENTS",
                            arity = "0..1",
                            description = "how many; 1000 unless given, 40 of the largest")
                    Optional<Integer> patients,
            @Option(
                            names = "--largest",
                            description =
                                    "the largest patient, with three tumours and two drugs, at a tolerance of 1e-5")
                    boolean largest)
            throws IOException, InterruptedException {
        (largest
                        ? new PatientsBenchmark(patients.orElse(40), LargestPatientCohort.of(), 1e-5)
                        : new PatientsBenchmark(patients.orElse(1000), JafarnejadCohort.read(), 1e-6))
                .run();
    }

    private void run() throws IOException, InterruptedException {
        figures.say(cohort.title() + "; " + patients + " patients, " + cohort.varied() + " parameters log-normal, "
                + threads + " threads, relative tolerance " + relative);
        figures.say("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
        Optional<String> missing = CvodeProgram.missing();
        if (missing.isPresent()) {
            figures.say("skipped: comparison with CVODE, since " + missing.get());
            compare(Optional.empty(), true);
            compare(Optional.empty(), false);
        } else {
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                ModelInC model = new ModelInC(cohort.equations());
                CvodeProgram program = CvodeProgram.build(model.source(), folder.path());
                figures.say("gcc " + String.join(" ", CvodeProgram.FLAGS) + "; " + CvodeProgram.version());
                Optional<Peer> peer = Optional.of(new Peer(model, program));
                compare(peer, true);
                compare(peer, false);
            }
        }
        figures.write(Path.of("bench-patients.json"));
    }

    /// The other side.
    private record Peer(ModelInC model, CvodeProgram program) {}

    /// What one kind of CVODE has done so far.
    private final class Work {
        final LinearSolver solver;
        final double[][] states = new double[patients][];
        double seconds;
        long steps;
        int failed;

        Work(LinearSolver solver) {
            this.solver = solver;
        }

        String name() {
            return "cvode_" + solver.name().toLowerCase(Locale.ROOT);
        }
    }

    private void compare(Optional<Peer> peer, boolean dosed) throws IOException, InterruptedException {
        String kind = dosed ? "dosed" : "undosed";
        double[][] ours = new double[patients][];
        double cold = solve(dosed, relative, absolute, ours);
        figures.tell(kind + "_first_run", patients / cold, "patients/s");
        double[] rates = new double[ROUNDS];
        List<Work> theirs = peer.isPresent()
                ? Arrays.stream(LinearSolver.values()).map(Work::new).toList()
                : List.of();
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = patients / solve(dosed, relative, absolute, ours);
            for (Work work : theirs) {
                solve(peer.orElseThrow(), work, dosed, relative, absolute, round);
            }
        }
        Arrays.sort(rates);
        double rate = rates[ROUNDS / 2];
        figures.tell(kind + "_rate", rate, "patients/s");
        figures.tell(kind + "_rate_per_thread", rate / threads, "patients/s");
        figures.tell(kind + "_rate_lowest", rates[0], "patients/s");
        figures.tell(kind + "_rate_highest", rates[ROUNDS - 1], "patients/s");
        // The default tolerances are far smaller: what users get who set none.
        figures.tell(
                kind + "_rate_default_tolerances",
                patients / solve(dosed, relative, new double[0], new double[patients][]),
                "patients/s");
        double[][] exact = reference(peer, dosed);
        tellErrors(kind + "_error_immunarium", ours, exact);
        for (Work work : theirs) {
            double theirRate = patients / work.seconds;
            figures.tell(kind + "_rate_" + work.name(), theirRate, "patients/s");
            figures.tell(kind + "_steps_" + work.name(), (double) work.steps / patients, "steps/patient");
            tellErrors(kind + "_error_" + work.name(), work.states, exact);
            if (work.failed > 0) {
                figures.say(
                        work.failed + " patients failed there; their time until then counts: the ratio is at least");
            }
            figures.tell(kind + "_ratio_" + work.solver.name().toLowerCase(Locale.ROOT), rate / theirRate, "x");
        }
    }

    /// Runs all patients; returns wall seconds.
    private double solve(boolean dosed, double relative, double[] tolerances, double[][] into) {
        List<PatientResult> failed = new ArrayList<>();
        long begun = System.nanoTime();
        cohort.population()
                .relativeTolerance(relative)
                .absoluteTolerances(tolerances)
                .threads(threads)
                .run(
                        LongStream.range(0, patients)
                                .mapToObj(number -> cohort.patient(number, dosed))
                                .iterator(),
                        result -> {
                            into[(int) result.id()] = timeByTime(result.values());
                            if (result.failure().isPresent()) {
                                failed.add(result);
                            }
                        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!failed.isEmpty()) {
            figures.say(failed.size() + " of our patients failed: "
                    + failed.getFirst().failure().orElseThrow().getMessage());
        }
        return seconds;
    }

    /// `[column][time]` as `[time * states + state]`.
    private double[] timeByTime(double[][] values) {
        double[] result = new double[times.length * states];
        Arrays.fill(result, Double.NaN);
        for (int i = 0; i < states; i++) {
            for (int t = 0; t < values[i].length; t++) {
                result[t * states + i] = values[i][t];
            }
        }
        return result;
    }

    /// Runs one block of patients by CVODE, those whose number is `round` modulo [#ROUNDS].
    private void solve(Peer peer, Work work, boolean dosed, double relative, double[] tolerances, int round)
            throws IOException, InterruptedException {
        int[] numbers = IntStream.range(0, patients)
                .filter(number -> number % ROUNDS == round)
                .toArray();
        if (numbers.length == 0) {
            return;
        }
        double[][] parameters = new double[numbers.length][];
        double[][] initial = new double[numbers.length][];
        for (int k = 0; k < numbers.length; k++) {
            ModelInC.Beginning beginning = peer.model().beginning(cohort.values(numbers[k]));
            parameters[k] = beginning.parameter();
            initial[k] = beginning.state();
        }
        CvodeProblem problem =
                new CvodeProblem(relative, tolerances, times, changes(peer.model(), dosed), parameters, initial);
        CvodeSolution solution = peer.program().solve(problem, work.solver, threads);
        for (CvodeSolution.Failure failure : solution.failures()) {
            figures.say(work.name() + " failed patient " + numbers[failure.patient()] + " at "
                    + failure.time() / times[times.length - 1] + " of the time: " + failure.reason());
        }
        for (int k = 0; k < numbers.length; k++) {
            work.states[numbers[k]] = solution.states()[k];
        }
        work.seconds += solution.seconds();
        work.steps += solution.steps();
        work.failed += solution.failures().size();
    }

    private List<CvodeProblem.Change> changes(ModelInC model, boolean dosed) {
        return cohort.doses(dosed).stream()
                .map(Intervention.Infusion.class::cast)
                .flatMap(infusion -> {
                    int rate = model.parameter(Names.infusion(infusion.target()));
                    return Stream.of(
                            new CvodeProblem.Change(
                                    infusion.start(), CvodeProblem.Kind.PARAMETER, rate, infusion.rate()),
                            new CvodeProblem.Change(
                                    infusion.start() + infusion.duration(),
                                    CvodeProblem.Kind.PARAMETER,
                                    rate,
                                    -infusion.rate()));
                })
                .sorted(Comparator.comparingDouble(CvodeProblem.Change::time))
                .toList();
    }

    /// All patients at [#TIGHT], by CVODE where it is there, checked against our own; else by us.
    private double[][] reference(Optional<Peer> peer, boolean dosed) throws IOException, InterruptedException {
        double[] tight = Arrays.stream(absolute).map(a -> a * TIGHT / relative).toArray();
        double[][] ours = new double[patients][];
        solve(dosed, TIGHT, tight, ours);
        if (peer.isEmpty()) {
            return ours;
        }
        Work theirs = new Work(LinearSolver.KLU);
        for (int round = 0; round < ROUNDS; round++) {
            solve(peer.get(), theirs, dosed, TIGHT, tight, round);
        }
        tellErrors((dosed ? "dosed" : "undosed") + "_references_differ", ours, theirs.states);
        return theirs.states;
    }

    /// The median and the 99th percentile over patients of each one's largest error.
    private void tellErrors(String name, double[][] found, double[][] exact) {
        double[] errors = new double[patients];
        for (int k = 0; k < patients; k++) {
            errors[k] = error(found[k], exact[k]);
        }
        Arrays.sort(errors);
        figures.tell(name + "_median", errors[patients / 2], "relative");
        figures.tell(name + "_99", errors[(int) Math.ceil(0.99 * patients) - 1], "relative");
    }

    private double error(double[] found, double[] exact) {
        double largest = 0;
        for (int k = 0; k < exact.length; k++) {
            double floor = absolute[k % states] / relative;
            double error = Math.abs(found[k] - exact[k]) / (Math.abs(exact[k]) + floor);
            if (!(error <= largest)) {
                largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
        }
        return largest;
    }
}
