package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Quantity;

/// Where cells and substances are at the start, in words.
final class StartInWords {

    private final TissueModel model;
    private final boolean flat;

    private StartInWords(TissueModel model) {
        this.model = model;
        flat = model.domain().flat();
    }

    /// A line for each placement; of single cells, for each type.
    static List<String> of(TissueModel model, Beginning beginning) {
        StartInWords words = new StartInWords(model);
        List<String> lines = new ArrayList<>();
        Map<Integer, Integer> single = new LinkedHashMap<>();
        for (Placement placement : beginning.placements()) {
            if (placement instanceof Placement.Cell) {
                single.merge(placement.type(), 1, Integer::sum);
            } else {
                lines.add(words.placement(placement));
            }
        }
        single.forEach((type, cells) -> lines.add(words.cells(type, cells) + ", each at its place"));
        if (!beginning.fields().isEmpty()) {
            lines.add("substances as a table has them");
        }
        return lines;
    }

    private String placement(Placement placement) {
        String cells = cells(placement.type(), placement.cells(flat));
        return switch (placement) {
            case Placement.Cell _ -> cells;
            case Placement.Scattered _ -> cells + ", anywhere";
            case Placement.Within within -> cells + ", anywhere in " + region(within.region());
            case Placement.Packed packed -> cells + ", which fill " + region(packed.region());
            case Placement.Around around ->
                cells + ", around " + model.types().get(around.around()).name();
        };
    }

    private String cells(int type, int count) {
        return count + " " + model.types().get(type).name();
    }

    private String region(Region region) {
        String shape = switch (region) {
            case Region.Ball ball -> (flat ? "a disc of " : "a sphere of ") + length(ball.radius());
            case Region.Shell shell ->
                (flat ? "a ring from " : "a shell from ") + length(shell.inner()) + " to " + length(shell.outer());
            case Region.Box box ->
                (flat ? "a rectangle of " : "a box of ")
                        + Quantity.number(box.width()) + " x " + Quantity.number(box.height())
                        + (flat ? "" : " x " + Quantity.number(box.depth())) + " µm";
        };
        boolean middle = region.x() == 0 && region.y() == 0 && (flat || region.z() == 0);
        return middle
                ? shape
                : shape + " around " + Quantity.number(region.x()) + ", " + Quantity.number(region.y())
                        + (flat ? "" : ", " + Quantity.number(region.z())) + " µm";
    }

    private static String length(double micrometres) {
        return Quantity.number(micrometres) + " µm";
    }
}
