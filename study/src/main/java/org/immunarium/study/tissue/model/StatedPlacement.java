package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Packing;
import org.immunarium.tissue.model.Region;

/// What a file says of where cells, or substances, are at the start: names in it are not yet looked up.
public sealed interface StatedPlacement {

    /// A region full of cells.
    ///
    /// @param type its name
    record Packed(Placed<String> type, Where region, Packing packing) implements StatedPlacement {}

    /// A number of cells, in a region or anywhere.
    ///
    /// @param type its name
    record Scattered(Placed<String> type, int count, Optional<Where> region) implements StatedPlacement {}

    /// One cell at a place.
    ///
    /// @param type  its name
    /// @param place x, y and z, µm
    record One(Placed<String> type, Placed<double[]> place) implements StatedPlacement {}

    /// A table of cells.
    ///
    /// @param file beside the file that names it
    record Table(Placed<String> file) implements StatedPlacement {}

    /// A table of concentrations.
    ///
    /// @param file beside the file that names it
    record Concentrations(Placed<String> file) implements StatedPlacement {}

    /// A region, with its place in the file.
    ///
    /// @param words     as they are written
    /// @param planeOnly whether it is of a flat domain only: a disc, ring or rectangle
    record Where(Placed<String> words, Region region, boolean planeOnly) {}

    /// What an item of `start` may have.
    List<String> KEYS = List.of("cells", "fill", "packed", "count", "in", "around", "at", "file", "concentrations");

    /// How a region may be packed, in the order of [Packing].
    List<String> PACKED = List.of("closely", "loosely");

    /// What says which kind of item it is.
    List<String> KINDS = List.of("fill", "count", "at", "file", "concentrations");

    /// More cells than any machine has memory for.
    int MOST_CELLS = 100_000_000;

    /// Reads the key `start` of a file; empty where there is none.
    static Optional<List<StatedPlacement>> read(Section file) {
        if (!file.has("start")) {
            return Optional.empty();
        }
        List<StatedPlacement> placements = new ArrayList<>();
        for (Section.Item item : file.items("start", KEYS)) {
            switch (item) {
                case Section.Item.Line(Placed<String> line) ->
                    file.problem(
                            line,
                            "start: keys and values were expected, as in {cells: tumor, fill: disc of 150 µm}; found \""
                                    + line.value() + '"');
                case Section.Item.Part(Section section) -> placement(section).ifPresent(placements::add);
            }
        }
        return Optional.of(placements);
    }

    private static Optional<StatedPlacement> placement(Section section) {
        if (section.count(KINDS) != 1) {
            section.problem(section.words() + ": one of " + String.join(", ", KINDS)
                    + " was expected, as in {cells: tumor, fill: disc of 150 µm}");
            return Optional.empty();
        }
        for (String key : List.of("file", "concentrations")) {
            if (section.has(key)) {
                alone(section, key);
                return section.text(key).map(file -> key.equals("file") ? new Table(file) : new Concentrations(file));
            }
        }
        Optional<Placed<String>> type = section.requiredText("cells", "tumor");
        if (section.has("at")) {
            unwanted(section, List.of("around", "in", "packed"), "at");
            Optional<Placed<double[]>> place = Lengths.place(section, "at");
            return type.isPresent() && place.isPresent()
                    ? Optional.of(new One(type.get(), place.get()))
                    : Optional.empty();
        }
        if (section.has("fill")) {
            unwanted(section, List.of("in"), "fill");
            double[] middle =
                    Lengths.place(section, "around").map(Placed::value).orElse(new double[3]);
            Optional<Where> region =
                    section.text("fill").flatMap(text -> RegionText.read(section, "fill", text, middle));
            Packing packing = section.choice("packed", PACKED)
                    .map(how -> Packing.values()[PACKED.indexOf(how)])
                    .orElse(Packing.CLOSE);
            return type.isPresent() && region.isPresent()
                    ? Optional.of(new Packed(type.get(), region.get(), packing))
                    : Optional.empty();
        }
        unwanted(section, List.of("packed"), "count");
        OptionalLong count = section.wholeNumber("count", 1, MOST_CELLS);
        Optional<Where> region = RegionText.within(section);
        return type.isPresent() && count.isPresent()
                ? Optional.of(new Scattered(type.get(), (int) count.getAsLong(), region))
                : Optional.empty();
    }

    private static void alone(Section section, String key) {
        unwanted(section, KEYS.stream().filter(each -> !each.equals(key)).toList(), key);
    }

    private static void unwanted(Section section, List<String> keys, String with) {
        for (String key : keys) {
            if (section.has(key)) {
                section.problem(key, section.name(key) + ": has no meaning with " + with);
            }
        }
    }
}
