package org.immunarium.study.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.Quantity;

/// Reads how a value differs: `{log-normal: 0.5}`, `{normal: 3 1/d, min: 0}`, `{uniform: [0.1, 0.2]}`.
public final class VariationReader {

    private static final List<String> SPREADS = List.of("log-normal", "normal", "uniform", "log-uniform");

    /// What such a section may have.
    public static final List<String> KEYS =
            Stream.concat(SPREADS.stream(), Stream.of("min", "max")).toList();

    private VariationReader() {}

    /// Reads a section, which expects [#KEYS].
    ///
    /// @return empty only where problems were noted
    public static Optional<Placed<Variation>> read(Section section) {
        List<Spread> spreads = new ArrayList<>();
        OptionalDouble logNormal = section.number("log-normal");
        logNormal.ifPresent(sd -> spreads.add(new Spread.LogNormal(sd)));
        Optional<Placed<Quantity>> normal = section.quantity("normal");
        normal.ifPresent(sd -> spreads.add(new Spread.Normal(sd)));
        ends(section, "uniform", Spread.Uniform::new).ifPresent(spreads::add);
        ends(section, "log-uniform", Spread.LogUniform::new).ifPresent(spreads::add);
        Optional<Placed<Quantity>> least = section.quantity("min");
        Optional<Placed<Quantity>> most = section.quantity("max");
        int given = section.count(SPREADS);
        if (given != 1) {
            section.problem(section.words()
                    + ": one of log-normal, normal, uniform and log-uniform was expected, as in {log-normal: 0.5}");
        }
        if (given != 1 || spreads.isEmpty()) {
            return Optional.empty();
        }
        double sd = logNormal.orElse(normal.map(each -> each.value().value()).orElse(0.0));
        if (sd < 0) {
            section.problem(
                    logNormal.isPresent() ? "log-normal" : "normal",
                    section.words() + ": a standard deviation of at least 0 was expected; found "
                            + Quantity.number(sd));
            return Optional.empty();
        }
        if ((section.has("uniform") || section.has("log-uniform")) && (least.isPresent() || most.isPresent())) {
            section.problem(section.words()
                    + ": uniform and log-uniform have their own ends; min and max are for normal and log-normal");
        }
        return Optional.of(section.placed(new Variation(spreads.getFirst(), least, most)));
    }

    private static Optional<Spread> ends(
            Section section, String key, BiFunction<Placed<Quantity>, Placed<Quantity>, Spread> between) {
        List<Placed<String>> bounds = section.lines(key);
        if (!section.has(key)) {
            return Optional.empty();
        }
        if (bounds.size() != 2) {
            section.problem(key, section.name(key) + ": two values, the lower first, were expected, as in [0.5, 2]");
            return Optional.empty();
        }
        List<Placed<Quantity>> ends = new ArrayList<>();
        for (Placed<String> bound : bounds) {
            section.quantity(section.name(key), bound).ifPresent(ends::add);
        }
        return ends.size() == 2 ? Optional.of(between.apply(ends.getFirst(), ends.getLast())) : Optional.empty();
    }
}
