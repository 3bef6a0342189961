package org.immunarium.study.trial.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.patient.response.Visit;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.study.RunContext;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.study.trial.TreatmentPhase;
import org.immunarium.study.trial.TreatmentPhase.Allocated;
import org.immunarium.study.trial.TreatmentPhase.Told;
import org.immunarium.trial.calibration.Aim;
import org.immunarium.trial.calibration.Calibration;
import org.immunarium.trial.calibration.Hazards;
import org.immunarium.trial.calibration.PlausibleCourse;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.Observation;
import org.immunarium.units.InvalidInputException;

/// Runs a calibration: plausible patients are drawn and diagnosed, each is run under each therapy, and then weights
/// and
/// hazards are searched for. What was run under a therapy is kept at a safe point.
final class CalibrationRun {

    private static final String POINT = "calibration";
    private static final double STEP = 7;
    private static final double MILLIMETRES = 10;

    /// How often each course is looked at.
    private static final int LOOKS = 6;

    /// Of the work, to draw and diagnose patients, and to search, beside that of one therapy.
    private static final double SCREENING = 0.2;

    private static final double SEARCH = 1;

    private final PreparedCalibration calibration;
    private final TreatedPatients patients;
    private final RunContext context;
    private final Checkpoint checkpoint;
    private final List<String> asked;

    CalibrationRun(PreparedCalibration calibration, RunContext context) {
        this.calibration = calibration;
        this.context = context;
        patients = calibration.trial().patients();
        checkpoint = new Checkpoint(context.folder());
        asked = calibration.targets().stream()
                .flatMap(target -> Stream.concat(target.eligibility().stream(), target.shares().stream()))
                .map(Question::id)
                .distinct()
                .toList();
    }

    /// A plausible patient.
    ///
    /// @param values of what is asked of patients
    private record Plausible(Candidate candidate, double[] values) {}

    List<String> run() {
        int wanted = patients.count();
        int therapies = calibration.trial().arms().size();
        try (RunContext.Shown shown = context.screen().show("work", wanted * (SCREENING + therapies + SEARCH), 0, "")) {
            double[] done = {0};
            Runnable screened = () -> {
                context.stop().check("while patients were drawn");
                shown.progress().reached(done[0] += SCREENING);
            };
            List<Plausible> all = drawn(wanted, screened);
            List<List<Optional<PlausibleCourse>>> courses =
                    new ArrayList<>(checkpoint.read(POINT, CalibrationRun::read).orElse(List.of()));
            shown.progress().reached(done[0] = wanted * (SCREENING + courses.size()));
            while (courses.size() < therapies) {
                courses.add(treated(all, courses.size(), () -> {
                    context.stop().check("while patients were treated");
                    shown.progress().reached(++done[0]);
                }));
                checkpoint.save(Map.of(POINT, out -> write(courses, out)));
            }
            int[] ran = IntStream.range(0, all.size())
                    .filter(i -> courses.stream().allMatch(each -> each.get(i).isPresent()))
                    .toArray();
            List<Plausible> kept = Arrays.stream(ran).mapToObj(all::get).toList();
            List<List<PlausibleCourse>> known = courses.stream()
                    .map(each -> Arrays.stream(ran)
                            .mapToObj(i -> each.get(i).orElseThrow())
                            .toList())
                    .toList();
            List<Aim> aims = aims(kept);
            Calibration.Found found = search(known, aims, () -> {
                context.stop().check("during the search");
                shown.progress()
                        .reached(
                                done[0] += wanted * SEARCH / calibration.study().most());
            });
            return new CalibrationTables(
                            calibration,
                            context.folder(),
                            kept.stream().map(each -> each.candidate().number()).toList(),
                            aims,
                            found,
                            numbers(found))
                    .write(all.size() - kept.size());
        }
    }

    private List<Plausible> drawn(int wanted, Runnable step) {
        List<String> columns = asked.isEmpty() ? patients.seen().lesions() : asked;
        List<Plausible> drawn = new ArrayList<>();
        patients.diagnose(
                LongStream.rangeClosed(1, wanted).boxed().iterator(),
                columns,
                context.threads(),
                result -> plausible(result, columns.size()),
                each -> {
                    step.run();
                    each.ifPresent(drawn::add);
                });
        return drawn;
    }

    /// Empty of a patient whose tumour is not found in time.
    private static Optional<Plausible> plausible(PatientResult result, int columns) {
        return result.end()
                .map(end -> new Plausible(
                        new Candidate(result.id(), 0, end),
                        IntStream.range(0, columns)
                                .mapToDouble(c -> result.values()[c][0])
                                .toArray()));
    }

    private List<Optional<PlausibleCourse>> treated(List<Plausible> all, int therapy, Runnable step) {
        Observation trial = calibration.trial().observation();
        Observation observation = new Observation(
                trial.seed(),
                calibration.study().visits().get(therapy),
                new FollowUp(0, patients.duration(), 0),
                trial.death(),
                Optional.empty());
        List<Optional<PlausibleCourse>> courses = new ArrayList<>();
        new TreatmentPhase(calibration.trial(), observation)
                .follow(
                        all.stream()
                                .map(each -> new Allocated(each.candidate(), therapy))
                                .toList(),
                        context.threads(),
                        told -> course(told, observation),
                        course -> {
                            step.run();
                            courses.add(course);
                        });
        return courses;
    }

    private PlausibleCourse course(Told told, Observation observation) {
        double[][] lesions = Arrays.stream(told.result().values())
                .limit(patients.seen().lesions().size())
                .map(row -> Arrays.stream(row).map(each -> MILLIMETRES * each).toArray())
                .toArray(double[][]::new);
        float[] sums = new float[1 + (int) Math.floor(patients.duration() / STEP)];
        for (int i = 0; i < sums.length; i++) {
            double sum = 0;
            for (double[] lesion : lesions) {
                sum += lesion[i];
            }
            sums[i] = (float) sum;
        }
        return new PlausibleCourse(
                sums,
                STEP,
                LongStream.range(0, LOOKS)
                        .mapToObj(look ->
                                look(observation, LOOKS * told.who().patient().number() + look, lesions))
                        .toList());
    }

    /// What visits with luck of their own show of the same course.
    ///
    /// @param lucky a number that luck follows from
    private PlausibleCourse.Look look(Observation observation, long lucky, double[][] lesions) {
        double[] visits = observation.visits().times(observation.seed(), lucky, patients.duration());
        double[] scanned = new double[1 + visits.length];
        System.arraycopy(visits, 0, scanned, 1, visits.length);
        double[][] diameters = Arrays.stream(lesions)
                .map(lesion ->
                        Arrays.stream(scanned).map(time -> at(lesion, time)).toArray())
                .toArray(double[][]::new);
        List<Visit> seen = observation.visits().visits(observation.seed(), lucky, scanned, diameters);
        Outcome outcome = Outcome.of(seen, Double.POSITIVE_INFINITY, patients.duration(), true);
        double progressed = outcome.progressed().orElse(Double.POSITIVE_INFINITY);
        return new PlausibleCourse.Look(
                progressed,
                outcome.responded().orElse(Double.POSITIVE_INFINITY),
                Arrays.stream(visits).filter(time -> time <= progressed).toArray());
    }

    private static double at(double[] weekly, double time) {
        int week = Math.min((int) (time / STEP), weekly.length - 1);
        double before = weekly[week];
        double after = weekly[Math.min(week + 1, weekly.length - 1)];
        return before + (time / STEP - week) * (after - before);
    }

    private List<Aim> aims(List<Plausible> kept) {
        List<Aim> aims = new ArrayList<>();
        for (PreparedTarget target : calibration.targets()) {
            List<Target> targets = new ArrayList<>(target.targets());
            for (int i = 0; i < target.shares().size(); i++) {
                PlannedTarget.Counted counted = target.asked().shares().get(i).counted();
                targets.add(Target.ofPresence(
                        counted.had(),
                        counted.of(),
                        who(kept, List.of(target.shares().get(i)))));
            }
            boolean[] eligible = who(kept, target.eligibility());
            if (IntStream.range(0, eligible.length).noneMatch(i -> eligible[i])) {
                throw new InvalidInputException(target.asked()
                        .arm()
                        .problem("trials.eligibility: none of " + kept.size() + " plausible patients has what "
                                + target.name()
                                + " asks; more of them, or such as differ more, were expected"));
            }
            aims.add(new Aim(target.name(), target.arm(), target.setting(), target.groups(), eligible, targets));
        }
        return aims;
    }

    /// Of whom all holds.
    private boolean[] who(List<Plausible> all, List<Question> questions) {
        boolean[] who = new boolean[all.size()];
        for (int i = 0; i < who.length; i++) {
            double[] values = all.get(i).values();
            who[i] = questions.stream().allMatch(each -> each.holds(values[asked.indexOf(each.id())]));
        }
        return who;
    }

    private List<SearchedNumber> all() {
        return calibration.study().hazards().stream()
                .flatMap(each -> each.numbers().stream())
                .toList();
    }

    /// All numbers of hazards; those that are searched for are so in their logarithms.
    private double[] numbers(double[] searched) {
        List<SearchedNumber> all = all();
        double[] numbers = new double[all.size()];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = all.get(i).isSearched()
                    ? Exponential.exp(searched[next++])
                    : all.get(i).lower();
        }
        return numbers;
    }

    private double[] numbers(Calibration.Found found) {
        return numbers(found.numbers());
    }

    private List<Hazards> hazards(double[] searched) {
        double[] numbers = numbers(searched);
        List<Hazards> hazards = new ArrayList<>();
        int from = 0;
        for (PlannedHazards each : calibration.study().hazards()) {
            hazards.add(PlannedHazards.of(numbers, from));
            from += each.numbers().size();
        }
        return hazards;
    }

    private Calibration.Found search(List<List<PlausibleCourse>> courses, List<Aim> aims, Runnable step) {
        List<SearchedNumber> searched =
                all().stream().filter(SearchedNumber::isSearched).toList();
        List<Double> lower =
                searched.stream().map(each -> Exponential.log(each.lower())).toList();
        List<Double> upper =
                searched.stream().map(each -> Exponential.log(each.upper())).toList();
        double[] middle = IntStream.range(0, searched.size())
                .mapToDouble(i -> (lower.get(i) + upper.get(i)) / 2)
                .toArray();
        return new Calibration(
                        courses,
                        aims,
                        calibration.study().groups().size(),
                        calibration.study().smoothness(),
                        this::hazards)
                .fitted(
                        new Bounds(lower, upper),
                        middle,
                        calibration.study().most(),
                        calibration.seed(),
                        _ -> step.run());
    }

    private static void write(List<List<Optional<PlausibleCourse>>> courses, BlockOutput out) throws IOException {
        out.put(courses.size());
        for (List<Optional<PlausibleCourse>> therapy : courses) {
            out.put(therapy.size());
            for (Optional<PlausibleCourse> course : therapy) {
                out.put(course.isPresent());
                if (course.isPresent()) {
                    write(course.get(), out);
                }
            }
        }
    }

    private static void write(PlausibleCourse course, BlockOutput out) throws IOException {
        out.put(course.step());
        out.put(course.looks().size());
        for (PlausibleCourse.Look look : course.looks()) {
            out.put(look.progressed());
            out.put(look.responded());
            out.put(look.scans().length);
            out.put(look.scans(), look.scans().length);
        }
        out.put(course.sums().length);
        double[] sums = new double[course.sums().length];
        Arrays.setAll(sums, i -> course.sums()[i]);
        out.put(sums, sums.length);
    }

    private static List<List<Optional<PlausibleCourse>>> read(BlockInput in) throws IOException {
        List<List<Optional<PlausibleCourse>>> courses = new ArrayList<>();
        for (int therapies = in.takeInt(); therapies > 0; therapies--) {
            List<Optional<PlausibleCourse>> therapy = new ArrayList<>();
            for (int left = in.takeInt(); left > 0; left--) {
                therapy.add(in.takeBoolean() ? Optional.of(course(in)) : Optional.empty());
            }
            courses.add(therapy);
        }
        return courses;
    }

    private static PlausibleCourse course(BlockInput in) throws IOException {
        double step = in.takeDouble();
        List<PlausibleCourse.Look> looks = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            double progressed = in.takeDouble();
            double responded = in.takeDouble();
            double[] scans = new double[in.takeInt()];
            in.take(scans, scans.length);
            looks.add(new PlausibleCourse.Look(progressed, responded, scans));
        }
        double[] sums = new double[in.takeInt()];
        in.take(sums, sums.length);
        float[] small = new float[sums.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (float) sums[i];
        }
        return new PlausibleCourse(small, step, looks);
    }
}
