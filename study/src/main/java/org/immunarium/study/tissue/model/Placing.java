package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Packing;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.table.CellTable;
import org.immunarium.tissue.table.FieldTable;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Looks up what a file says of the start in a model, and holds it to the model's domain.
public final class Placing {

    /// Where more are expected, they are not counted one by one beforehand.
    private static final double COUNTED = 1e6;

    private final TissueModel model;
    private final Domain domain;
    private final Room room;
    private final FilesBeside files;
    private final Notes notes;
    private final List<Placement> placements = new ArrayList<>();
    private List<double[]> fields = List.of();
    private double cells;

    /// @param files beside the file that says it
    public Placing(TissueModel model, FilesBeside files, Notes notes) {
        this.model = model;
        this.files = files;
        this.notes = notes;
        domain = model.domain();
        room = new Room(domain, "start", notes);
    }

    /// The beginning; what is wrong is noted.
    public Beginning beginning(List<StatedPlacement> stated, List<Variation> variations) {
        for (StatedPlacement each : stated) {
            switch (each) {
                case StatedPlacement.Packed(var type, var region, Packing packing) -> pack(type, region, packing);
                case StatedPlacement.Scattered(var type, int count, var region) -> scatter(type, count, region);
                case StatedPlacement.One(var type, var place) -> one(type, place);
                case StatedPlacement.Table(var file) -> table(file);
                case StatedPlacement.Concentrations(var file) -> concentrations(file);
            }
        }
        return new Beginning(List.copyOf(placements), variations, fields);
    }

    private Optional<Integer> type(Placed<String> name) {
        List<String> names = model.types().stream().map(CellType::name).toList();
        int type = names.indexOf(name.value());
        if (type < 0) {
            notes.wrong(
                    name,
                    "start: \"" + name.value() + "\" is no cell type of the model"
                            + NearMiss.hint(name.value(), names));
        }
        return type < 0 ? Optional.empty() : Optional.of(type);
    }

    private void pack(Placed<String> name, StatedPlacement.Where where, Packing packing) {
        Optional<Integer> type = type(name);
        if (!room.fits(where) || type.isEmpty()) {
            return;
        }
        CellType of = model.types().get(type.get());
        double spacing = packing.closeness() * 2 * of.volume().radius();
        double expected = packing.estimate(where.region(), spacing, domain.flat());
        if (count(where.words(), expected)) {
            Placement.Packed packed = new Placement.Packed(type.get(), where.region(), packing, spacing);
            if (expected < COUNTED && packed.cells(domain.flat()) == 0) {
                notes.wrong(
                        where.words(),
                        "start: \"" + where.words().value() + "\" has no room for a cell of "
                                + Quantity.number(2 * of.volume().radius(), 3) + " µm");
                return;
            }
            placements.add(packed);
        }
    }

    private void scatter(Placed<String> name, int count, Optional<StatedPlacement.Where> where) {
        Optional<Integer> type = type(name);
        if (where.map(room::fits).orElse(true) && type.isPresent() && count(name, count)) {
            placements.add(
                    where.isPresent()
                            ? new Placement.Within(
                                    type.get(), count, where.get().region())
                            : new Placement.Scattered(type.get(), count));
        }
    }

    private boolean count(Placed<?> at, double more) {
        boolean many = cells + more > StatedPlacement.MOST_CELLS;
        if (many) {
            notes.wrong(
                    at,
                    "start: there would be about " + Quantity.number(cells + more, 3) + " cells; at most "
                            + Quantity.number(StatedPlacement.MOST_CELLS) + " were expected");
        }
        cells += more;
        return !many;
    }

    private void one(Placed<String> name, Placed<double[]> at) {
        Optional<Integer> type = type(name);
        double[] place = at.value();
        if (room.fits(at, "the place", new Region.Box(place[0], place[1], place[2], 0, 0, 0)) && type.isPresent()) {
            placements.add(new Placement.Cell(type.get(), place[0], place[1], place[2], Double.NaN, Map.of()));
        }
    }

    private void table(Placed<String> file) {
        List<Problem> toKnow = new ArrayList<>();
        files.text(file, notes)
                .ifPresent(text ->
                        placements.addAll(CellTable.read(text.source(), text.text(), model, notes.problems(), toKnow)));
        toKnow.forEach(notice -> notes.notices().add(notice.toString()));
    }

    private void concentrations(Placed<String> file) {
        if (StatedDomain.isAnywhere(domain)) {
            return;
        }
        if (!fields.isEmpty()) {
            notes.wrong(file, "start: concentrations are given twice");
        }
        files.text(file, notes)
                .ifPresent(text -> fields = FieldTable.read(text.source(), text.text(), model, notes.problems()));
    }
}
