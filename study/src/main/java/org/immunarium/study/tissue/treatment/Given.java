package org.immunarium.study.tissue.treatment;

import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Route;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A dose, with the line that says it.
record Given(Placed<String> line, Administration dose) {

    private static final double MINUTES_A_DAY = 1440;

    String name() {
        return dose.drug();
    }

    /// When it starts, min.
    double time() {
        return dose.days() * MINUTES_A_DAY;
    }

    /// How long it runs in, min.
    double duration() {
        return dose.durationInDays() * MINUTES_A_DAY;
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
