package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.NewLesions;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.trial.observation.StopRule;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads a study file of kind `trial`: keys of a study of patients, and of its own `arms`, `control`, `visits`,
/// `accrual`, `drop-out`, `death`, `new lesions`, `eligibility` and `strata`.
public final class TrialStudyReader {

    private static final String ARMS = "arms";
    private static final String CONTROL = "control";
    private static final String VISITS = "visits";
    private static final String ACCRUAL = "accrual";
    private static final String DROP_OUT = "drop-out";
    private static final String DEATH = "death";
    private static final String NEW_LESIONS = "new lesions";
    private static final String ELIGIBILITY = "eligibility";
    private static final String STRATA = "strata";

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
            CONTROL,
            VISITS,
            ACCRUAL,
            DROP_OUT,
            DEATH,
            NEW_LESIONS,
            ELIGIBILITY,
            STRATA);

    /// Groups are the product of what tells them apart, so that few questions make many.
    private static final int MOST_STRATA = 6;

    private static final int MOST_SHARE = 100;

    /// From progression to the first dose of what comes after it, in d: four weeks.
    private static final double USUAL_PAUSE = 28;

    /// Every six weeks to twelve weeks is usual; eight.
    private static final double USUAL_VISITS = 56;

    /// Above these numbers a hazard is a slip of the pen: death within hours, a tumour of many metres.
    private static final double MOST_RATE = 1;

    private static final double MOST_MILLIMETRES = 10_000;
    private static final double MOST_EXPONENT = 10;
    private static final double MOST_SPREAD = 5;
    private static final double MOST_DAYS = 36_525;

    private static final Unit DAY = Unit.parse("d");
    private static final Unit PER_DAY = Unit.parse("1/d");
    private static final Unit MILLIMETRE = Unit.parse("mm");

    private final Section file;

    private TrialStudyReader(Section file) {
        this.file = file;
    }

    /// Reads a study.
    ///
    /// @param file its top level, which expects [#KEYS]
    /// @return empty only where problems were noted in `file`
    public static Optional<? extends Study> read(Section file) {
        return new TrialStudyReader(file).study();
    }

    private Optional<TrialStudy> study() {
        ArmsReader reader = new ArmsReader();
        Optional<PatientStudy> patients = PatientStudyReader.readArms(file, ARMS, reader);
        if (!file.has(ARMS)) {
            file.problem("arms: are missing; two or more were expected, each with a title and a therapy");
        }
        if (!file.has("population")) {
            file.problem("population: is missing; expected, for example, {patients: 600, vary: {…}}");
        }
        if (!file.has("duration")) {
            file.missing("duration", "36 mo");
        }
        List<PlannedArm> arms = reader.arms(patients);
        int control = control(arms);
        Optional<TrialStudy.PlannedObservation> observation = observation();
        List<Placed<Criterion>> eligibility = criteria(ELIGIBILITY);
        List<Placed<Criterion>> strata = criteria(STRATA);
        if (strata.size() > MOST_STRATA) {
            file.problem(STRATA, "strata: at most " + MOST_STRATA + " were expected; found " + strata.size());
        }
        if (patients.isEmpty() || observation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrialStudy(patients.get(), arms, control, observation.get(), eligibility, strata));
    }

    private List<Placed<Criterion>> criteria(String key) {
        List<Placed<Criterion>> criteria = new ArrayList<>();
        for (Placed<String> line : file.lines(key)) {
            Optional<Criterion> criterion = Criterion.parse(line.value());
            if (criterion.isEmpty()) {
                file.problem(
                        line,
                        key + ": a name, one of >= <= > <, and a value were expected, as in C_PDL1_total >= 1e5;"
                                + " found \"" + line.value() + "\"");
            }
            criterion.ifPresent(each -> criteria.add(line.map(_ -> each)));
        }
        return criteria;
    }

    private Optional<TrialStudy.PlannedObservation> observation() {
        Optional<Section> visits = file.section(VISITS, List.of("first", "every", "window", "error", "confirmed"));
        double every = visits.flatMap(section -> days(section, "every")).orElse(USUAL_VISITS);
        double first = visits.flatMap(section -> days(section, "first")).orElse(every);
        double error = visits.map(section -> section.number("error"))
                .orElse(OptionalDouble.empty())
                .orElse(0);
        if (!(error >= 0 && error < 1)) {
            file.problem(
                    VISITS,
                    "visits.error: a share from 0 to below 1 was expected, as in 0.08; found "
                            + Quantity.number(error));
            error = 0;
        }
        double window = visits.filter(section -> section.has("window"))
                .flatMap(section -> days(section, "window"))
                .map(days -> (double) Math.round(days))
                .orElse(0.0);
        if (2 * window >= Math.min(first, every)) {
            file.problem(
                    VISITS,
                    "visits.window: less than half of the time between visits was expected; found "
                            + Quantity.number(window) + " d");
            window = 0;
        }
        VisitPlan plan = new VisitPlan(first, every, (int) window, error);
        boolean confirmed = visits.flatMap(section -> section.flag("confirmed")).orElse(false);
        double coming = days(file, ACCRUAL).orElse(0.0);
        file.quantity("duration")
                .filter(span ->
                        span.value().unit().convertsTo(DAY) && span.value().in(DAY) <= coming)
                .ifPresent(span -> file.problem(
                        ACCRUAL, "accrual: a time shorter than the duration of " + span.value() + " was expected"));
        double dropOut = dropOut();
        Optional<NewLesions> news = newLesions();
        return death().map(death -> new TrialStudy.PlannedObservation(plan, confirmed, coming, dropOut, death, news));
    }

    private int control(List<PlannedArm> arms) {
        List<String> titles = arms.stream().map(PlannedArm::title).toList();
        Optional<Placed<String>> control =
                file.requiredText(CONTROL, titles.isEmpty() ? "Docetaxel" : titles.getLast());
        if (control.isEmpty()) {
            return 0;
        }
        int place = titles.indexOf(control.get().value());
        if (place < 0 && !titles.isEmpty()) {
            file.problem(
                    control.get(),
                    "control: \"" + control.get().value() + "\": one of the arms " + String.join(", ", titles)
                            + " was expected" + NearMiss.hint(control.get().value(), titles));
        }
        return Math.max(0, place);
    }

    /// Reads what arms have besides variants of a study of patients: what comes after progression is one more
    /// variant.
    private final class ArmsReader implements PatientStudyReader.Arms {

        private final List<Read> read = new ArrayList<>();
        private final List<PatientStudy.Variant> next = new ArrayList<>();

        /// @param next its place among the next lines, its share, and the pause before it
        private record Read(
                PatientStudy.Variant variant, int share, StopRule stop, Optional<PlannedArm.NextLine> next) {}

        @Override
        public List<String> keys() {
            return List.of("share", "stop", "next");
        }

        @Override
        public void arm(
                Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
            if (section.has("set")) {
                section.problem("set", "set: arms differ by what is given; values of all patients stand beside arms");
            }
            int share = (int) section.wholeNumber("share", 1, MOST_SHARE).orElse(1);
            List<String> words =
                    Arrays.stream(StopRule.values()).map(StopRule::words).toList();
            StopRule stop = section.choice("stop", words)
                    .map(word -> StopRule.values()[words.indexOf(word)])
                    .orElse(StopRule.PROGRESSION);
            Optional<PlannedArm.NextLine> line = section.section("next", List.of("therapy", "share", "after"))
                    .map(each -> next(each, variant, therapy));
            if (line.isPresent() && stop == StopRule.NEVER) {
                section.problem("next", "next: is never given where stop: never says that treatment goes on");
            }
            read.add(new Read(variant, share, stop, line));
        }

        private PlannedArm.NextLine next(
                Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
            if (!section.has("therapy")) {
                section.missing("therapy", "[docetaxel 75 mg/m2 IV q3w x 4]");
            }
            double share = section.number("share").orElse(1);
            if (!(share > 0 && share <= 1)) {
                section.problem(
                        "share",
                        "next.share: a share of patients above 0 up to 1 was expected, as in 0.5; found "
                                + Quantity.number(share));
            }
            double after = days(section, "after").orElse(USUAL_PAUSE);
            next.add(new PatientStudy.Variant(
                    variant.id() + "-next", variant.title() + ", after progression", therapy.apply(section), Map.of()));
            return new PlannedArm.NextLine(next.size() - 1, share, after);
        }

        @Override
        public List<PatientStudy.Variant> more() {
            return next;
        }

        /// The arms, once all are read.
        List<PlannedArm> arms(Optional<PatientStudy> patients) {
            int first = patients.map(each -> each.compare().size()).orElse(0) - next.size();
            return read.stream()
                    .map(each -> new PlannedArm(
                            each.variant().id(),
                            each.variant().title(),
                            each.share(),
                            each.stop(),
                            each.next()
                                    .map(line -> new PlannedArm.NextLine(
                                            first + line.variant(), line.share(), line.after()))))
                    .toList();
        }
    }

    private double dropOut() {
        OptionalDouble share = file.number(DROP_OUT);
        if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() < 1)) {
            file.problem(
                    DROP_OUT,
                    "drop-out: a share of patients a year from 0 to below 1 was expected, as in 0.05; found "
                            + Quantity.number(share.getAsDouble()));
            return 0;
        }
        return FollowUp.rate(share.orElse(0));
    }

    private Optional<DeathHazard> death() {
        Optional<Section> section = file.section(DEATH, List.of("background", "burden", "at", "exponent", "spread"));
        if (section.isEmpty()) {
            if (!file.has(DEATH)) {
                file.problem("death: is missing; expected, for example,"
                        + " {background: 0.02 1/yr, burden: 0.5 1/yr, at: 100 mm, exponent: 1, spread: 0.5}");
            }
            return Optional.empty();
        }
        double spread = within(section.get(), "spread", 0, MOST_SPREAD);
        return hazard(section.get()).map(hazard -> new DeathHazard(hazard, spread));
    }

    private Optional<NewLesions> newLesions() {
        return file.section(NEW_LESIONS, List.of("background", "burden", "at", "exponent"))
                .flatMap(this::hazard)
                .map(NewLesions::new);
    }

    private Optional<SizeHazard> hazard(Section section) {
        Optional<Double> background = rate(section, "background", "0.02 1/yr");
        Optional<Double> burden = rate(section, "burden", "0.5 1/yr");
        Optional<Double> at = positive(section, "at", MILLIMETRE, "100 mm", MOST_MILLIMETRES);
        double exponent = within(section, "exponent", 1, MOST_EXPONENT);
        return Stream.of(background, burden, at).allMatch(Optional::isPresent)
                ? Optional.of(
                        new SizeHazard(background.orElseThrow(), burden.orElseThrow(), at.orElseThrow(), exponent))
                : Optional.empty();
    }

    /// A number from 0 on.
    private static double within(Section section, String key, double otherwise, double most) {
        double number = section.number(key).orElse(otherwise);
        if (!(number >= 0 && number <= most)) {
            section.problem(
                    key,
                    section.name(key) + ": a number from 0 to " + Quantity.number(most) + " was expected; found "
                            + Quantity.number(number));
            return otherwise;
        }
        return number;
    }

    private static Optional<Double> rate(Section section, String key, String example) {
        return positive(section, key, PER_DAY, example, MOST_RATE);
    }

    /// @param most in the unit
    private static Optional<Double> positive(Section section, String key, Unit unit, String example, double most) {
        Optional<Placed<Quantity>> quantity = section.quantity(key);
        if (quantity.isEmpty()) {
            if (!section.has(key)) {
                section.missing(key, example);
            }
            return Optional.empty();
        }
        Quantity value = quantity.get().value();
        if (!value.unit().convertsTo(unit) || !(value.value() > 0) || !(value.in(unit) <= most)) {
            section.problem(
                    quantity.get(),
                    section.name(key) + ": above 0, in " + unit + " or the like and at most " + Quantity.number(most)
                            + " " + unit + " was expected, as in " + example + "; found " + value);
            return Optional.empty();
        }
        return Optional.of(value.in(unit));
    }

    private static Optional<Double> days(Section section, String key) {
        return section.has(key) ? positive(section, key, DAY, "8 w", MOST_DAYS) : Optional.empty();
    }
}
