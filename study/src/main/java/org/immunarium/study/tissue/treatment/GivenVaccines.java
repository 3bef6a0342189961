package org.immunarium.study.tissue.treatment;

import java.util.function.Consumer;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.therapy.Body;
import org.immunarium.tissue.behaviour.LymphNode;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Vaccines that a study gives, each at once.
final class GivenVaccines {

    private final TissueModel model;
    private final Body body;
    private final InfluxTimes times;
    private final Consumer<Problem> notices;

    GivenVaccines(TissueModel model, Body body, InfluxTimes times, Consumer<Problem> notices) {
        this.model = model;
        this.body = body;
        this.times = times;
        this.notices = notices;
    }

    /// @throws org.immunarium.units.InvalidInputException if it is given by another way than the model's, runs in, or
    ///     comes to more cells than there can be
    Treatment.Vaccination of(Giving.Vaccine vaccine, Given given) {
        given.checkRoute(vaccine.routes(), "immunity.vaccines." + given.name() + ".route");
        if (!given.dose().isBolus()) {
            throw Given.wrong("\"" + given.name() + "\" over " + Quantity.number(given.duration())
                    + " min: a vaccine is given at once, so no duration was expected");
        }
        double doses = given.dose().dose().amountFor(body).in(vaccine.dose().unit())
                / vaccine.dose().value();
        double dendritic = doses * vaccine.dendritic();
        if (!(dendritic <= StatedPlacement.MOST_CELLS)) {
            throw Given.wrong("\"" + given.name() + "\" would bring " + Quantity.number(dendritic, 3)
                    + " dendritic cells; at most " + Quantity.number(StatedPlacement.MOST_CELLS) + " were expected");
        }
        double called = dendritic * calledByOne(vaccine);
        if (!(called <= LymphNode.MOST)) {
            throw Given.wrong("\"" + given.name() + "\" would call " + Quantity.number(called, 3)
                    + " T cells from the lymph node; at most " + Quantity.number(LymphNode.MOST) + " were expected");
        }
        if (times.isTooLate(given.time())) {
            notices.accept(given.line()
                    .problem("therapy: \"" + given.name() + "\" does not come: it " + times.why(given.time())));
        }
        return new Treatment.Vaccination(given.time(), vaccine.antigen(), dendritic, vaccine.cargo());
    }

    /// How many T cells one of its dendritic cells primes where nothing holds it back.
    private double calledByOne(Giving.Vaccine vaccine) {
        return model.immunity().orElse(Immunity.BARE).priming().stream()
                .filter(each -> each.antigen() == vaccine.antigen())
                .mapToDouble(each -> each.cells() * vaccine.cargo() / (vaccine.cargo() + each.halfCargo()))
                .sum();
    }
}
