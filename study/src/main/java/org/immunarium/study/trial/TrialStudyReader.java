package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.study.trial.economics.EconomicsPlan;
import org.immunarium.study.trial.economics.EconomicsReader;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.NewLesions;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads a study file of kind `trial`: keys of a study of patients, and of its own `arms`, `control`, `visits`,
/// `accrual`, `drop-out`, `death`, `new lesions`, `eligibility`, `strata`, `setting`, `surgery` and `looks`.
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
    private static final String SETTING = "setting";
    private static final String SURGERY = "surgery";

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
            STRATA,
            SETTING,
            SURGERY,
            PlannedLooks.KEY,
            EconomicsReader.KEY);

    /// Groups are the product of what tells them apart, so that few questions make many.
    private static final int MOST_STRATA = 6;

    private static final Unit DAY = Unit.parse("d");

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
        Optional<Placed<String>> adjuvant = adjuvant();
        ArmsReader reader = new ArmsReader(adjuvant.map(place -> PlannedSurgery.variant(file, place)));
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
        Optional<PlannedLooks> looks =
                PlannedLooks.read(file, adjuvant.isPresent() ? Setting.ADJUVANT : Setting.ADVANCED);
        Optional<EconomicsPlan> economics = EconomicsReader.read(file);
        if (patients.isEmpty() || observation.isEmpty()) {
            return Optional.empty();
        }
        Optional<PlannedSurgery> surgery = surgery(patients.get(), adjuvant.isPresent());
        return Optional.of(new TrialStudy(
                patients.get(), arms, control, surgery, observation.get(), eligibility, strata, looks, economics));
    }

    /// Where a study says that patients were operated on before; empty of those who were not.
    private Optional<Placed<String>> adjuvant() {
        Optional<String> setting = file.choice(
                SETTING, Arrays.stream(Setting.values()).map(Setting::words).toList());
        return setting.filter(Setting.ADJUVANT.words()::equals).flatMap(_ -> file.text(SETTING));
    }

    private Optional<PlannedSurgery> surgery(PatientStudy patients, boolean adjuvant) {
        Optional<Double> before = Amounts.days(file, SURGERY);
        if (!adjuvant) {
            if (file.has(SURGERY)) {
                file.problem(
                        SURGERY,
                        "surgery: how long before the trial patients were operated on has a meaning only with"
                                + " setting: adjuvant");
            }
            return Optional.empty();
        }
        return Optional.of(new PlannedSurgery(ArmsReader.before(patients), before.orElse(PlannedSurgery.USUAL)));
    }

    private List<Placed<Criterion>> criteria(String key) {
        List<Placed<Criterion>> criteria = new ArrayList<>();
        for (Placed<String> line : file.lines(key)) {
            criterion(file, key, line).ifPresent(criteria::add);
        }
        return criteria;
    }

    /// What is asked of patients; what cannot be read is noted.
    static Optional<Placed<Criterion>> criterion(Section section, String key, Placed<String> line) {
        Optional<Criterion> criterion = Criterion.parse(line.value());
        if (criterion.isEmpty()) {
            section.problem(
                    line,
                    key + ": a name, one of >= <= > <, and a value were expected, as in C_PDL1_total >= 1e5;"
                            + " found \"" + line.value() + "\"");
        }
        return criterion.map(each -> line.map(_ -> each));
    }

    private Optional<TrialStudy.PlannedObservation> observation() {
        Optional<Section> visits = Amounts.visitsSection(file);
        VisitPlan plan = Amounts.visits(file, visits);
        boolean confirmed = visits.flatMap(section -> section.flag("confirmed")).orElse(false);
        double coming = Amounts.days(file, ACCRUAL).orElse(0.0);
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
        double spread = Amounts.spread(section.get());
        return Amounts.hazard(section.get()).map(hazard -> new DeathHazard(hazard, spread));
    }

    private Optional<NewLesions> newLesions() {
        return file.section(NEW_LESIONS, List.of("background", "burden", "at", "exponent"))
                .flatMap(Amounts::hazard)
                .map(NewLesions::new);
    }
}
