package org.immunarium.study.tissue.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.therapy.Body;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Cells that a study gives: at once, or evenly over the time that they run in.
final class GivenCells {

    private static final Unit CELLS = Unit.parse("cells");

    private final TissueModel model;
    private final Giving giving;
    private final Body body;
    private final InfluxTimes times;
    private final Room room;
    private final Consumer<Problem> notices;

    /// How many come with the tissue's own cells, at the start.
    private double atStart;

    GivenCells(TissueModel model, Giving giving, Body body, InfluxTimes times, Room room, Consumer<Problem> notices) {
        this.model = model;
        this.giving = giving;
        this.body = body;
        this.times = times;
        this.room = room;
        this.notices = notices;
    }

    /// Those of a dose that come into the tissue, in as many parts as there are phenotype steps while it runs in.
    ///
    /// @throws org.immunarium.units.InvalidInputException if they are given by another way than the model's, or are
    ///     more than there can be or is room for
    List<Treatment.Infusion> of(int type, Given given) {
        String name = model.types().get(type).name();
        Giving.Entry entry = giving.cells().getOrDefault(name, Giving.Entry.ANYWHERE);
        given.checkRoute(entry.routes(), "immunity.infusions." + name + ".route");
        double cells = given.dose().dose().amountFor(body).in(CELLS) * entry.share();
        if (cells > StatedPlacement.MOST_CELLS) {
            throw Given.wrong(Quantity.number(cells) + " cells of \"" + name + "\" would come into the tissue; at most "
                    + Quantity.number(StatedPlacement.MOST_CELLS) + " were expected, or a share: infusions: {" + name
                    + ": {share: 1e-6}}");
        }
        int count = (int) Math.round(cells);
        if (count == 0) {
            notices.accept(given.line()
                    .problem("therapy: \"" + given.name() + "\": of "
                            + given.dose().dose() + " a share of "
                            + Quantity.number(entry.share()) + " comes into the tissue, which is less than half a"
                            + " cell, so none comes"));
            return List.of();
        }
        List<Treatment.Infusion> infusions = parts(type, count, entry, given);
        refuseTooMany(given, infusions);
        noticeLate(given, count, infusions);
        return infusions;
    }

    private List<Treatment.Infusion> parts(int type, int count, Giving.Entry entry, Given given) {
        // None of them later than the end, so that a dose over years is not taken apart in vain.
        double most = Math.ceil(Math.min(given.duration(), times.end()) / times.every()) + 1;
        double all = Math.ceil(given.duration() / times.every());
        List<Treatment.Infusion> infusions = new ArrayList<>();
        int before = 0;
        for (int part = 0; part < Math.max(1, Math.min(all, most)); part++) {
            int until = all <= 1 ? count : (int) Math.round(count * ((part + 1) / all));
            if (until > before) {
                double middle = all <= 1 ? 0 : given.duration() * (part + 0.5) / all;
                infusions.add(new Treatment.Infusion(given.time() + middle, placement(type, until - before, entry)));
            }
            before = until;
        }
        return infusions;
    }

    private static Placement placement(int type, int count, Giving.Entry entry) {
        return entry.around()
                .<Placement>map(each -> new Placement.Around(type, count, each.type(), each.nearest(), each.farthest()))
                .or(() -> entry.region().map(region -> new Placement.Within(type, count, region)))
                .orElseGet(() -> new Placement.Scattered(type, count));
    }

    private void refuseTooMany(Given given, List<Treatment.Infusion> infusions) {
        for (Treatment.Infusion each : infusions) {
            double cells = each.cells().cells(model.domain().flat());
            if (each.time() <= 0) {
                atStart += cells;
                cells = atStart;
            }
            Optional<String> refusal = room.refusal(each.time(), cells);
            if (refusal.isPresent()) {
                throw Given.wrong("\"" + given.name() + "\" has no room: " + refusal.get());
            }
        }
    }

    private void noticeLate(Given given, int count, List<Treatment.Infusion> infusions) {
        int come = infusions.stream()
                .filter(each -> each.time() <= times.last())
                .mapToInt(each -> each.cells().cells(model.domain().flat()))
                .sum();
        infusions.stream()
                .mapToDouble(Treatment.Infusion::time)
                .filter(times::isTooLate)
                .min()
                .ifPresent(first -> notices.accept(given.line()
                        .problem("therapy: \"" + given.name() + "\": " + (count - come) + " of " + count
                                + " cells do not come: what " + times.why(first))));
    }
}
