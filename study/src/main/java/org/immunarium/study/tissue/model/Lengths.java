package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;

/// Reads lengths that belong together, in µm.
final class Lengths {

    private Lengths() {}

    /// Extents: `1000 x 500 x 20 µm`, `1 mm x 500 µm`. A number without unit has that of the last one.
    ///
    /// @param what for problems
    /// @return above 0; empty where problems were noted
    static Optional<double[]> extents(Section in, String what, Placed<String> text) {
        String[] parts = text.value().strip().split("\\s*[x×]\\s*", -1);
        String unit = parts[parts.length - 1].replaceFirst("^[-+0-9.eE]*\\s*", "");
        double[] extents = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].matches("[-+0-9.eE]+") ? parts[i] + " " + unit : parts[i];
            OptionalDouble extent = Values.number(in, what, text.map(_ -> part), Values.MICROMETRES, Bounds.POSITIVE);
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            extents[i] = extent.getAsDouble();
        }
        return Optional.of(extents);
    }

    /// A place: `[100 µm, -50 µm]`, with z where it is not 0.
    ///
    /// @return x, y and z; empty where there is none, or problems were noted
    static Optional<Placed<double[]>> place(Section in, String key) {
        if (!in.has(key)) {
            return Optional.empty();
        }
        List<Placed<String>> texts = in.lines(key);
        List<Double> place = new ArrayList<>();
        for (Placed<String> text : texts) {
            Values.number(in, in.name(key), text, Values.MICROMETRES, Bounds.ANY)
                    .ifPresent(place::add);
        }
        if (texts.size() < 2 || texts.size() > 3) {
            in.problem(
                    key,
                    in.name(key) + ": x and y, and z in space, were expected, as in [100 µm, -50 µm]; found "
                            + texts.size() + (texts.size() == 1 ? " number" : " numbers"));
            return Optional.empty();
        }
        if (place.size() < texts.size()) {
            return Optional.empty();
        }
        double z = place.size() == 3 ? place.getLast() : 0;
        return Optional.of(in.placed(key, new double[] {place.get(0), place.get(1), z}));
    }
}
