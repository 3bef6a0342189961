package org.immunarium.study.trial.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.study.RunContext;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.study.trial.calibration.CalibrationSite.Plausible;
import org.immunarium.trial.calibration.Aim;
import org.immunarium.trial.calibration.Calibration;
import org.immunarium.trial.calibration.Hazards;
import org.immunarium.trial.calibration.PlausibleCourse;
import org.immunarium.trial.calibration.PlausibleLives;
import org.immunarium.trial.calibration.Target;
import org.immunarium.units.InvalidInputException;

/// Runs a calibration: plausible patients are drawn and diagnosed, each is run under each therapy, and then
/// weights and hazards are searched for. What was run under a therapy is kept at a safe point.
final class CalibrationRun {

    private static final String POINT = "calibration";

    /// Of the work, to draw and diagnose patients, and to search, beside that of one therapy.
    private static final double SCREENING = 0.2;

    private static final double SEARCH = 1;

    private final PreparedCalibration calibration;
    private final RunContext context;
    private final Checkpoint checkpoint;
    private final CalibrationSite site;
    private final List<String> asked;

    CalibrationRun(PreparedCalibration calibration, RunContext context) {
        this.calibration = calibration;
        this.context = context;
        site = CalibrationSite.of(calibration, context);
        checkpoint = new Checkpoint(context.folder());
        asked = calibration.asked();
    }

    List<String> run() {
        int wanted = calibration.trial().patients().count();
        int lives = calibration.lives();
        int therapies = calibration.trial().arms().size();
        double work = wanted * (SCREENING + therapies * lives + SEARCH);
        try (RunContext.Shown shown = context.screen().show("work", work, 0, "")) {
            double[] done = {0};
            Runnable screened = () -> {
                context.stop().check("while patients were drawn");
                shown.progress().reached(done[0] += SCREENING);
            };
            List<Plausible> all = drawn(wanted, screened);
            List<Candidate> living = living(all, wanted, lives);
            List<List<Optional<PlausibleCourse>>> courses =
                    new ArrayList<>(checkpoint.read(POINT, CalibrationRun::read).orElse(List.of()));
            shown.progress().reached(done[0] = wanted * (SCREENING + lives * courses.size()));
            while (courses.size() < therapies) {
                courses.add(treated(living, courses.size(), () -> {
                    context.stop().check("while patients were treated");
                    shown.progress().reached(++done[0]);
                }));
                checkpoint.save(Map.of(POINT, out -> write(courses, out)));
            }
            int[] ran = IntStream.range(0, all.size())
                    .filter(i -> courses.stream()
                            .allMatch(each -> IntStream.range(0, lives)
                                    .allMatch(life ->
                                            each.get(life * all.size() + i).isPresent())))
                    .toArray();
            List<Plausible> kept = Arrays.stream(ran).mapToObj(all::get).toList();
            List<List<PlausibleLives>> known = courses.stream()
                    .map(each -> Arrays.stream(ran)
                            .mapToObj(i -> new PlausibleLives(IntStream.range(0, lives)
                                    .mapToObj(life ->
                                            each.get(life * all.size() + i).orElseThrow())
                                    .toList()))
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
        List<Plausible> drawn = new ArrayList<>();
        site.draw(1, wanted, each -> {
            step.run();
            each.ifPresent(drawn::add);
        });
        return drawn;
    }

    /// All in their first life, then all in their second, and so on: each time as prone to side effects as one who
    /// is never drawn.
    private List<Candidate> living(List<Plausible> all, int wanted, int lives) {
        List<Candidate> first = all.stream().map(Plausible::candidate).toList();
        List<Candidate> living = new ArrayList<>(first);
        List<Long> numbers = first.stream().map(Candidate::number).toList();
        for (int life = 1; life < lives; life++) {
            long later = (long) life * wanted;
            List<Long> others = numbers.stream().map(number -> number + later).toList();
            List<Snapshot> from = calibration
                    .trial()
                    .patients()
                    .asProneAs(first.stream().map(Candidate::from).toList(), numbers, others);
            for (int i = 0; i < first.size(); i++) {
                living.add(new Candidate(
                        others.get(i), first.get(i).stratum(), first.get(i).marker(), from.get(i)));
            }
        }
        return living;
    }

    private List<Optional<PlausibleCourse>> treated(List<Candidate> all, int therapy, Runnable step) {
        List<Optional<PlausibleCourse>> courses = new ArrayList<>();
        site.treat(all, therapy, course -> {
            step.run();
            courses.add(course);
        });
        return courses;
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
            aims.add(new Aim(
                    target.name(),
                    target.arm(),
                    target.setting(),
                    target.groups(),
                    eligible,
                    target.asked().followed(),
                    targets));
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

    private Calibration.Found search(List<List<PlausibleLives>> courses, List<Aim> aims, Runnable step) {
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
                CourseCode.putIfAny(course, out);
            }
        }
    }

    private static List<List<Optional<PlausibleCourse>>> read(BlockInput in) throws IOException {
        List<List<Optional<PlausibleCourse>>> courses = new ArrayList<>();
        for (int therapies = in.takeInt(); therapies > 0; therapies--) {
            List<Optional<PlausibleCourse>> therapy = new ArrayList<>();
            for (int left = in.takeInt(); left > 0; left--) {
                therapy.add(CourseCode.takeIfAny(in));
            }
            courses.add(therapy);
        }
        return courses;
    }
}
