package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// How many cells a start has of each placement that says it: `start[2].count`, counted from 1 and
/// without initial concentrations, which place no cells. Placements that follow single cells, or a
/// table of them, have no number.
final class StartCounts {

    private StartCounts() {}

    /// All of them, by name.
    static Map<String, Integer> of(Beginning beginning) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int place = 0; place < beginning.placements().size(); place++) {
            Placement placement = beginning.placements().get(place);
            if (placement instanceof Placement.Cell) {
                break;
            }
            if (placement instanceof Placement.Scattered || placement instanceof Placement.Within) {
                counts.put(name(place), placement.cells(false));
            }
        }
        return counts;
    }

    /// The start with other counts, which are taken out of `set`.
    static Beginning take(Map<String, Placed<Quantity>> set, Beginning beginning, List<Problem> problems) {
        Map<String, Integer> own = of(beginning);
        List<Placement> placements = new ArrayList<>(beginning.placements());
        for (int place = 0; place < placements.size(); place++) {
            String name = name(place);
            if (own.containsKey(name) && set.containsKey(name)) {
                Placement placement = placements.get(place);
                Optional<Integer> count =
                        count(name, Optional.ofNullable(set.remove(name)).orElseThrow(), problems);
                placements.set(place, count.map(each -> with(placement, each)).orElse(placement));
            }
        }
        return new Beginning(List.copyOf(placements), beginning.variations(), beginning.fields());
    }

    private static Optional<Integer> count(String name, Placed<Quantity> value, List<Problem> problems) {
        double number = value.value().value();
        boolean right = value.value().unit().equals(Unit.ONE)
                && number == Math.rint(number)
                && number >= 1
                && number <= StatedPlacement.MOST_CELLS;
        if (!right) {
            problems.add(value.problem("set." + name + ": a whole number from 1 to "
                    + Quantity.number(StatedPlacement.MOST_CELLS) + " was expected; found " + value.value()));
        }
        return right ? Optional.of((int) number) : Optional.empty();
    }

    private static Placement with(Placement placement, int count) {
        return placement instanceof Placement.Within within
                ? new Placement.Within(within.type(), count, within.region())
                : new Placement.Scattered(placement.type(), count);
    }

    private static String name(int place) {
        return "start[" + (place + 1) + "].count";
    }
}
