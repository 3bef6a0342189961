package org.immunarium.study.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads how patients of trials are looked at, within what makes sense.
public final class Amounts {

    private static final String VISITS = "visits";

    /// Every six weeks to twelve weeks is usual; eight.
    private static final double USUAL_VISITS = 56;

    /// Above these numbers a hazard is a slip of the pen: death within hours, a tumour of many metres.
    public static final double MOST_RATE = 1;

    public static final double MOST_MILLIMETRES = 10_000;
    public static final double MOST_EXPONENT = 10;
    public static final double MOST_SPREAD = 5;
    private static final double MOST_DAYS = 36_525;

    private static final Unit DAY = Unit.parse("d");
    private static final Unit PER_DAY = Unit.parse("1/d");
    private static final Unit MILLIMETRE = Unit.parse("mm");

    private Amounts() {}

    /// What stands under `visits`.
    public static Optional<Section> visitsSection(Section file) {
        return file.section(VISITS, List.of("first", "every", "window", "error", "confirmed"));
    }

    /// When patients are looked at, and how well.
    ///
    /// @param file   receives problems
    /// @param visits of [#visitsSection]
    public static VisitPlan visits(Section file, Optional<Section> visits) {
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
        return new VisitPlan(first, every, (int) window, error);
    }

    /// The spread of a frailty; none unless it is given.
    public static double spread(Section section) {
        return within(section, "spread", 0, MOST_SPREAD);
    }

    /// How a hazard follows the size of tumours.
    public static Optional<SizeHazard> hazard(Section section) {
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

    /// A time above 0, in d; empty where there is none or it was wrong, which was noted.
    public static Optional<Double> days(Section section, String key) {
        return section.has(key) ? positive(section, key, DAY, "8 w", MOST_DAYS) : Optional.empty();
    }
}
