package org.immunarium.study.tissue.treatment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.study.EventsTable;
import org.immunarium.study.file.Placed;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Route;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// A dose, with the line that says it.
record Given(Placed<String> line, Administration dose) {

    private static final Ratio MINUTES_A_DAY = Ratio.of(1440);

    /// Of amounts in words.
    private static final int DIGITS = 6;

    String name() {
        return dose.drug();
    }

    /// When it starts, min.
    double time() {
        return dose.time().times(MINUTES_A_DAY).doubleValue();
    }

    /// How long it runs in, min.
    double duration() {
        return dose.duration().times(MINUTES_A_DAY).doubleValue();
    }

    /// Its beginning and its end, as far as they are before that of the run.
    ///
    /// @param body whom it is given to
    /// @param end  of the run, min
    /// @throws org.immunarium.units.UnitException if the dose goes by a body of which too little is known
    List<EventsTable.Row> events(Body body, double end) {
        Quantity amount = dose.dose().amountFor(body);
        String what = (name() + ": " + Quantity.number(amount.value(), DIGITS) + " " + amount.unit() + " "
                        + dose.route().abbreviation())
                .strip();
        if (dose.isBolus()) {
            return List.of(new EventsTable.Row(time(), EventsTable.DOSE, what));
        }
        return Stream.of(
                        new EventsTable.Row(time(), EventsTable.START, what),
                        new EventsTable.Row(
                                dose.time()
                                        .plus(dose.duration())
                                        .times(MINUTES_A_DAY)
                                        .doubleValue(),
                                EventsTable.END,
                                what))
                .filter(each -> each.time() <= end)
                .toList();
    }

    /// Holds its route to those that are known; one that is not written is.
    ///
    /// @param key where the model says which ways there are: `immunity.vaccines.DC vaccine.route`
    /// @throws InvalidInputException if it is another
    void checkRoute(Set<Route> known, String key) {
        Route route = dose.route();
        if (route != Route.UNSPECIFIED && !known.contains(route)) {
            String others = String.join(
                    " or ", known.stream().map(Route::abbreviation).sorted().toList());
            throw wrong("\"" + name() + "\" " + route.words() + " (" + route.abbreviation() + "): " + others
                    + " was expected, or in the model " + key + ": " + route.abbreviation());
        }
    }

    /// That something is wrong with it, for its line.
    static InvalidInputException wrong(String message) {
        return new InvalidInputException(Problem.of("", message));
    }
}
