package org.immunarium.study.trial.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.study.trial.Amounts;
import org.immunarium.study.trial.ArmsReader;
import org.immunarium.study.trial.PlannedArm;
import org.immunarium.study.trial.TrialStudy;
import org.immunarium.trial.calibration.Followed;
import org.immunarium.trial.calibration.Target.What;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.trial.observation.VisitPlan;

/// Reads a study file of kind `calibration`: keys of a study of patients, `arms` as those of a trial with
/// `visits` of their own, `groups`, `hazards`, `trials`, `smoothness` and `tries`.
public final class CalibrationStudyReader {

    /// The word after `study:`.
    public static final String KIND = CalibrationStudy.KIND;

    private static final String ARMS = "arms";
    private static final Pattern MONTHS = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");
    private static final int MOST_PATIENTS = 1_000_000;
    private static final String TRIALS = "trials";

    /// What such a file may have at its top level, besides what every study has.
    public static final List<String> KEYS = List.of(
            "title",
            "model",
            "duration",
            "set",
            "patient",
            "tumour",
            "side effects",
            "targets",
            "tolerances",
            "method",
            "non-negative",
            "seed",
            "population",
            ARMS,
            "groups",
            "hazards",
            TRIALS,
            "smoothness",
            "tries");

    private static final String DURATION = "duration";
    private static final String ACCRUAL = "accrual";

    private static final List<String> TARGET_KEYS = List.of(
            "trial",
            "arm",
            "hazards",
            "groups",
            "eligibility",
            DURATION,
            ACCRUAL,
            "overall survival",
            "progression-free survival",
            "responses",
            "shares");

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6}) of (\\d{1,6})");
    private static final double USUAL_SMOOTHNESS = 5;
    private static final int USUAL_TRIES = 200;
    private static final int MOST_TRIES = 100_000;

    private final Section file;

    private CalibrationStudyReader(Section file) {
        this.file = file;
    }

    /// Reads a study.
    ///
    /// @param file its top level, which expects [#KEYS]
    /// @return empty only where problems were noted in `file`
    public static Optional<? extends Study> read(Section file) {
        return new CalibrationStudyReader(file).study();
    }

    /// Arms whose patients are looked at by plans of their own.
    private static final class CourseArms extends ArmsReader {

        private final List<VisitPlan> visits = new ArrayList<>();

        @Override
        public List<String> keys() {
            // Every patient is given every therapy, so that shares mean nothing.
            return List.of("stop", "next", "visits");
        }

        @Override
        public void arm(
                Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
            super.arm(section, variant, therapy);
            Optional<Section> planned = Amounts.visitsSection(section);
            planned.filter(each -> each.has("confirmed"))
                    .ifPresent(each -> each.problem(
                            "confirmed", "visits.confirmed: responses count here where they are seen twice"));
            visits.add(Amounts.visits(section, planned));
        }
    }

    private Optional<CalibrationStudy> study() {
        CourseArms reader = new CourseArms();
        Optional<PatientStudy> patients = PatientStudyReader.readArms(file, ARMS, reader);
        for (String key : List.of(ARMS, "population", "duration", "hazards", TRIALS)) {
            if (!file.has(key)) {
                file.problem(key + ": is missing");
            }
        }
        List<PlannedArm> arms = reader.arms(patients);
        List<String> groups = file.lines("groups").stream().map(Placed::value).toList();
        List<PlannedHazards> hazards = new ArrayList<>();
        file.sections("hazards", List.of("death", "new lesions"))
                .forEach((name, section) -> PlannedHazards.read(name, section).ifPresent(hazards::add));
        if (hazards.isEmpty() && file.has("hazards")) {
            file.problem(
                    "hazards", "hazards: a setting was expected, as in {second line: {death: {…}, new lesions: {…}}}");
        }
        List<PlannedTarget> targets = new ArrayList<>();
        for (Section.Item item : file.items(TRIALS, TARGET_KEYS)) {
            switch (item) {
                case Section.Item.Line line ->
                    file.problem(line.text(), TRIALS + ": keys and values were expected, as in {trial: OAK, …}");
                case Section.Item.Part part -> target(part.section()).ifPresent(targets::add);
            }
        }
        double smoothness = file.number("smoothness").orElse(USUAL_SMOOTHNESS);
        if (!(smoothness > 0)) {
            file.problem("smoothness", "smoothness: a number above 0 was expected");
        }
        int tries = (int) file.wholeNumber("tries", 1, MOST_TRIES).orElse(USUAL_TRIES);
        return patients.map(each -> new CalibrationStudy(
                trial(each, arms, reader.visits),
                reader.visits,
                groups.isEmpty() ? List.of("all") : groups,
                hazards,
                targets,
                smoothness,
                tries));
    }

    /// Nobody dies or leaves: that is counted on top.
    private static TrialStudy trial(PatientStudy patients, List<PlannedArm> arms, List<VisitPlan> visits) {
        DeathHazard never = new DeathHazard(new SizeHazard(0, 0, 1, 0), 0);
        VisitPlan first = visits.isEmpty() ? new VisitPlan(1, 1, 0, 0) : visits.getFirst();
        return new TrialStudy(
                patients,
                arms,
                0,
                Optional.empty(),
                new TrialStudy.PlannedObservation(first, true, 0, 0, never, Optional.empty()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<PlannedTarget> target(Section section) {
        Optional<Placed<String>> trial = section.requiredText("trial", "CheckMate-057");
        Optional<Placed<String>> arm = section.requiredText("arm", "nivolumab");
        Optional<Placed<String>> setting = section.requiredText("hazards", "second line");
        Map<String, Double> groups = new LinkedHashMap<>();
        section.section("groups")
                .ifPresent(shares -> shares.keys()
                        .forEach(group -> shares.number(group).ifPresent(share -> groups.put(group, share))));
        List<Placed<Criterion>> eligibility = new ArrayList<>();
        for (Placed<String> line : section.lines("eligibility")) {
            criterion(section, line).ifPresent(eligibility::add);
        }
        List<PlannedTarget.Curve> curves = new ArrayList<>();
        List<PlannedTarget.Points> points = new ArrayList<>();
        survival(section, "overall survival", What.OVERALL_SURVIVAL, curves, points);
        survival(section, "progression-free survival", What.PROGRESSION_FREE_SURVIVAL, curves, points);
        List<PlannedTarget.Counted> responses =
                counted(section, "responses").stream().toList();
        List<PlannedTarget.Share> shares = new ArrayList<>();
        for (Section.Item item : section.items("shares", List.of("of", "are"))) {
            if (item instanceof Section.Item.Part(Section share)) {
                Optional<Placed<Criterion>> what =
                        share.requiredText("of", "PDL1_TPS >= 50").flatMap(text -> criterion(share, text));
                Optional<PlannedTarget.Counted> are = counted(share, "are");
                if (what.isPresent() && are.isPresent()) {
                    shares.add(new PlannedTarget.Share(what.get(), are.get()));
                }
            } else {
                section.problem(
                        "shares", "shares: keys and values were expected, as in {of: PDL1_TPS >= 50, are: 30 of 100}");
            }
        }
        if (curves.isEmpty() && points.isEmpty() && responses.isEmpty() && shares.isEmpty()) {
            section.problem(
                    "a target of a trial: overall survival, progression-free survival, responses or shares were expected");
        }
        return trial.isPresent() && arm.isPresent() && setting.isPresent()
                ? Optional.of(new PlannedTarget(
                        trial.get().value(),
                        arm.get(),
                        setting.get(),
                        groups,
                        eligibility,
                        followed(section),
                        curves,
                        points,
                        responses,
                        shares))
                : Optional.empty();
    }

    /// Between when the last patient came and when the first did, until the trial's cut-off.
    private static Followed followed(Section section) {
        if (!section.has(DURATION) && !section.has(ACCRUAL)) {
            return Followed.FOREVER;
        }
        Optional<Double> duration = Amounts.days(section, DURATION);
        double coming = Amounts.days(section, ACCRUAL).orElse(0.0);
        if (duration.isPresent() && coming < duration.get()) {
            return new Followed(duration.get() - coming, duration.get());
        }
        section.problem(
                section.has(DURATION) ? DURATION : ACCRUAL,
                "a duration, and an accrual shorter than it, were expected, as in duration: 20 mo and accrual: 13 mo");
        return Followed.FOREVER;
    }

    private static Optional<Placed<Criterion>> criterion(Section section, Placed<String> text) {
        Optional<Criterion> criterion = Criterion.parse(text.value());
        if (criterion.isEmpty()) {
            section.problem(
                    text,
                    "\"" + text.value()
                            + "\": a name, one of >= <= > <, and a value were expected, as in PDL1_TPS >= 50");
        }
        return criterion.map(each -> text.map(_ -> each));
    }

    /// Some of all, as in `27 of 135`; empty where there is nothing, or it was wrong, which was noted.
    private static Optional<PlannedTarget.Counted> counted(Section section, String key) {
        Optional<Placed<String>> text = section.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = COUNTED.matcher(text.get().value());
        if (matcher.matches()
                && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2))
                && Integer.parseInt(matcher.group(2)) > 0) {
            return Optional.of(
                    new PlannedTarget.Counted(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        }
        section.problem(text.get(), key + ": some of all patients were expected, as in 27 of 135");
        return Optional.empty();
    }

    /// A file of times, or points that are known.
    private static void survival(
            Section section,
            String key,
            What what,
            List<PlannedTarget.Curve> curves,
            List<PlannedTarget.Points> points) {
        Optional<Section> found = section.section(key, List.of("file", "arm", "months", "patients"));
        if (found.isEmpty()) {
            return;
        }
        Section survival = found.get();
        if (survival.has("months") && !survival.has("file")) {
            points(survival, key, what).ifPresent(points::add);
            return;
        }
        Optional<Placed<String>> file = survival.requiredText("file", "checkmate-057-os.csv");
        Optional<Placed<String>> arm = survival.requiredText("arm", "nivolumab");
        if (file.isPresent() && arm.isPresent()) {
            curves.add(new PlannedTarget.Curve(what, file.get(), arm.get().value()));
        }
    }

    private static Optional<PlannedTarget.Points> points(Section survival, String key, What what) {
        Optional<Placed<String>> place = survival.text("patients").map(text -> text.map(_ -> key));
        OptionalLong patients = survival.wholeNumber("patients", 1, MOST_PATIENTS);
        Optional<Section> months = survival.section("months");
        if (place.isEmpty() || patients.isEmpty() || months.isEmpty()) {
            survival.problem(
                    survival.name("months") + ": months with the share without an event, and of how many patients, were"
                            + " expected, as in {months: {5.1: 0.5}, patients: 210}");
            return Optional.empty();
        }
        SortedMap<Double, Double> shares = new TreeMap<>();
        for (String month : months.get().keys()) {
            OptionalDouble share = months.get().number(month);
            double time = MONTHS.matcher(month).matches() ? Double.parseDouble(month) : 0;
            if (!(time > 0) || share.isEmpty() || !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
                months.get()
                        .problem(
                                month,
                                months.get().name(month)
                                        + ": a month above 0 and a share from 0 to 1 were expected, as in 5.1: 0.5");
                return Optional.empty();
            }
            shares.put(time, share.getAsDouble());
        }
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedTarget.Points(what, place.get(), shares, (int) patients.getAsLong()));
    }
}
