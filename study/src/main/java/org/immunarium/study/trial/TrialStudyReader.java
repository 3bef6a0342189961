package org.immunarium.study.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads a study file of kind `trial`: keys of a study of patients, and of its own `arms`, `control`, `visits`,
/// `accrual`, `drop-out` and `death`.
public final class TrialStudyReader {

    private static final String ARMS = "arms";
    private static final String CONTROL = "control";
    private static final String VISITS = "visits";
    private static final String ACCRUAL = "accrual";
    private static final String DROP_OUT = "drop-out";
    private static final String DEATH = "death";

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
            DEATH);

    /// Every six weeks to twelve weeks is usual; eight.
    private static final double USUAL_VISITS = 56;

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
        Optional<PatientStudy> patients = PatientStudyReader.readArms(file, ARMS);
        if (!file.has(ARMS)) {
            file.problem("arms: are missing; two or more were expected, each with a title and a therapy");
        }
        if (!file.has("population")) {
            file.problem("population: is missing; expected, for example, {patients: 600, vary: {…}}");
        }
        Optional<Placed<Quantity>> duration = file.quantity("duration");
        if (duration.isEmpty() && !file.has("duration")) {
            file.missing("duration", "36 mo");
        }
        int control = control(patients);
        Optional<Section> visits = file.section(VISITS, List.of("every", "error", "confirmed"));
        double every = visits.flatMap(section -> days(section, "every")).orElse(USUAL_VISITS);
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
        boolean confirmed = visits.flatMap(section -> section.flag("confirmed")).orElse(false);
        double coming = days(file, ACCRUAL).orElse(0.0);
        duration.filter(span ->
                        span.value().unit().convertsTo(DAY) && span.value().in(DAY) <= coming)
                .ifPresent(span -> file.problem(
                        ACCRUAL, "accrual: a time shorter than the duration of " + span.value() + " was expected"));
        double dropOut = dropOut();
        Optional<DeathHazard> death = death();
        if (patients.isEmpty() || death.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrialStudy(
                patients.get(), control, new VisitPlan(every, error), confirmed, coming, dropOut, death.get()));
    }

    private int control(Optional<PatientStudy> patients) {
        List<PatientStudy.Variant> arms = patients.map(PatientStudy::compare).orElse(List.of());
        List<String> titles = arms.stream().map(PatientStudy.Variant::title).toList();
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
        Optional<Double> background = positive(section.get(), "background", PER_DAY, "0.02 1/yr");
        Optional<Double> burden = positive(section.get(), "burden", PER_DAY, "0.5 1/yr");
        Optional<Double> at = positive(section.get(), "at", MILLIMETRE, "100 mm");
        double exponent = section.get().number("exponent").orElse(1);
        double spread = section.get().number("spread").orElse(0);
        if (!(exponent >= 0) || !(spread >= 0)) {
            section.get().problem("death.exponent and death.spread: numbers from 0 on were expected");
            return Optional.empty();
        }
        if (!(exponent <= 10)
                || !(spread <= 5)
                || isAbove(background, "10 1/yr", PER_DAY)
                || isAbove(burden, "100 1/yr", PER_DAY)
                || isAbove(at, "10 m", MILLIMETRE)) {
            section.get()
                    .problem("death: a background up to 10 1/yr, a burden up to 100 1/yr, at up to 10 m, an exponent"
                            + " up to 10 and a spread up to 5 were expected");
            return Optional.empty();
        }
        return Stream.of(background, burden, at).allMatch(Optional::isPresent)
                ? Optional.of(new DeathHazard(
                        background.orElseThrow(), burden.orElseThrow(), at.orElseThrow(), exponent, spread))
                : Optional.empty();
    }

    private static boolean isAbove(Optional<Double> value, String most, Unit unit) {
        return value.isPresent() && value.get() > Quantity.parse(most).in(unit);
    }

    private static Optional<Double> positive(Section section, String key, Unit unit, String example) {
        Optional<Placed<Quantity>> quantity = section.quantity(key);
        if (quantity.isEmpty()) {
            if (!section.has(key)) {
                section.missing(key, example);
            }
            return Optional.empty();
        }
        Quantity value = quantity.get().value();
        if (!value.unit().convertsTo(unit) || !(value.value() > 0)) {
            section.problem(
                    quantity.get(),
                    section.name(key) + ": above 0 and in " + unit + " or the like was expected, as in " + example
                            + "; found " + value);
            return Optional.empty();
        }
        return Optional.of(value.in(unit));
    }

    private static Optional<Double> days(Section section, String key) {
        return section.has(key) ? positive(section, key, DAY, "8 w") : Optional.empty();
    }
}
