package org.immunarium.study.tissue.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Column;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// A number of every cell that frames have.
///
/// @param array  what its array is called
/// @param name   in words
/// @param unit   `1` for a plain number; empty for what is not a quantity
/// @param column its values
record CellColumn(String array, String name, String unit, Column column) {

    private static final String INTERNALIZED = "internalized ";

    /// All that frames of a tissue have, the id first.
    static List<CellColumn> of(Tissue tissue) {
        TissueModel model = tissue.model();
        Vocabulary<Behaviour> behaviours = model.behaviours();
        ArrayNames names = new ArrayNames();
        List<CellColumn> columns = new ArrayList<>();
        for (Column column : tissue.cells().columns()) {
            if (!column.isHidden()) {
                String name = column.name();
                columns.add(new CellColumn(names.of(name), name, unit(column, model, behaviours), column));
            }
        }
        return columns;
    }

    /// Its own unit, or that of what cells do, sense, or have inside: of that the amount, which the signal of
    /// its name divides by the volume.
    private static String unit(Column column, TissueModel model, Vocabulary<Behaviour> behaviours) {
        if (!(column instanceof DoubleColumn) || !column.unit().isEmpty()) {
            return column.unit();
        }
        String name = column.name();
        OptionalInt place = behaviours.find(name);
        if (place.isPresent()) {
            return model.unit(behaviours.word(place.getAsInt()), behaviours.subject(place.getAsInt()));
        }
        Vocabulary<Signal> signals = model.signals();
        OptionalInt sensed = signals.find(name);
        if (sensed.isPresent() && signals.word(sensed.getAsInt()) != Signal.INTERNALIZED) {
            return model.unit(signals.word(sensed.getAsInt()), signals.subject(sensed.getAsInt()));
        }
        return model.substances().stream()
                .filter(substance -> name.equals(INTERNALIZED + substance.name()))
                .map(substance -> substance.unit().equals("1") ? "µm^3" : substance.unit() + " µm^3")
                .findFirst()
                .orElse("1");
    }
}
