package org.immunarium.study.tissue.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Column;
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

    /// Of the cells' own columns: name in words and unit, by name in
    /// [org.immunarium.tissue.cell.Cells].
    private static final Map<String, Words> KNOWN = known();

    /// What is remembered from one step to the next, or follows from others.
    private static final Set<String> LEFT_OUT = Set.of(
            "previous vx",
            "previous vy",
            "previous vz",
            "motion x",
            "motion y",
            "motion z",
            "reach",
            "span",
            "listed x",
            "listed y",
            "listed z",
            "listed span",
            "repulsion root",
            "adhesion root",
            "nuclear solid",
            "cytoplasmic solid",
            "target nuclear solid",
            "rupture volume",
            "volume type",
            "activity so far",
            "antigen seen so far");

    private record Words(String name, String unit) {}

    private static Map<String, Words> known() {
        Map<String, Words> known = new LinkedHashMap<>();
        known.put("id", new Words("id", ""));
        known.put("type", new Words("type", ""));
        known.put("fate", new Words("fate", ""));
        known.put("target", new Words("attacked cell", ""));
        known.put("attacker", new Words("type of the last attacker", ""));
        known.put("phase", new Words("phase", ""));
        known.put("outside", new Words("outside", ""));
        known.put("nuclear", new Words("nuclear volume", "µm^3"));
        known.put("fluid", new Words("fluid volume", "µm^3"));
        known.put("volume", new Words("volume", "µm^3"));
        known.put("calcified", new Words("calcified fraction", "1"));
        known.put("phase time", new Words("phase time", "min"));
        known.put("attack time", new Words("attack time", "min"));
        for (String length : List.of("x", "y", "z", "radius")) {
            known.put(length, new Words(length, "µm"));
        }
        for (String velocity : List.of("vx", "vy", "vz")) {
            known.put(velocity, new Words(velocity, "µm/min"));
        }
        for (String number : List.of("pressure", "damage", "damage delivered")) {
            known.put(number, new Words(number, "1"));
        }
        return known;
    }

    /// All that frames of a tissue have, the id first.
    static List<CellColumn> of(Tissue tissue) {
        TissueModel model = tissue.model();
        Vocabulary<Behaviour> behaviours = model.behaviours();
        ArrayNames names = new ArrayNames();
        List<CellColumn> columns = new ArrayList<>();
        for (Column column : tissue.cells().columns()) {
            if (!LEFT_OUT.contains(column.name())) {
                Words words = KNOWN.getOrDefault(
                        column.name(), new Words(column.name(), unit(column.name(), model, behaviours)));
                columns.add(new CellColumn(names.of(words.name()), words.name(), words.unit(), column));
            }
        }
        return columns;
    }

    /// The unit of what cells do, sense, or have inside: of that the amount, which the signal of
    /// its name divides by the volume.
    private static String unit(String name, TissueModel model, Vocabulary<Behaviour> behaviours) {
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
                .map(substance -> substance.unit().isBlank() || substance.unit().equals("dimensionless")
                        ? "µm^3"
                        : substance.unit() + " µm^3")
                .findFirst()
                .orElse("1");
    }
}
