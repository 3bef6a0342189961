package org.immunarium.study.tissue.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads the numbers of a model: each is a quantity, or one with its source, `{value: 10 1/min,
/// source: …}`. A plain number is in the unit asked for.
final class Values {

    static final Unit MINUTES = Unit.parse("min");
    static final Unit PER_MINUTE = Unit.parse("1/min");
    static final Unit MICROMETRES = Unit.parse("µm");
    static final Unit CUBIC_MICROMETRES = Unit.parse("µm^3");
    static final Unit DIFFUSION = Unit.parse("µm^2/min");

    private static final List<String> KEYS = List.of("value", "source");

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Set<String> said = new LinkedHashSet<>();

    /// Where values are from, by their names.
    Map<String, String> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /// The names of all values that were read.
    Set<String> said() {
        return Collections.unmodifiableSet(said);
    }

    /// Notes where what a section says is from, if it says so.
    ///
    /// @param name of the value
    void source(Section section, String name) {
        section.text("source").ifPresent(source -> sources.put(name, source.value()));
    }

    /// As [#source], for a section of a type that replaces what the type may have from another.
    void sourceOfPart(Section section, String name) {
        forget(name);
        source(section, name);
    }

    /// Notes where a value is from that a file need not say.
    void usual(String name, String source) {
        sources.put(name, source);
    }

    /// Takes back where a value, and all that belongs to it, is from.
    void forget(String name) {
        sources.keySet().removeIf(each -> each.equals(name) || each.startsWith(name + "."));
    }

    /// Lets values be from where those of another are from, each by itself.
    ///
    /// @param from the other
    /// @param to   which has the same values
    void inherit(String from, String to) {
        String prefix = from + ".";
        Set<String> names = new LinkedHashSet<>(said);
        names.addAll(sources.keySet());
        for (String name : names) {
            if (name.startsWith(prefix)) {
                String own = to + "." + name.substring(prefix.length());
                nearest(name, from).ifPresent(source -> sources.put(own, source));
                if (said.contains(name)) {
                    said.add(own);
                }
            }
        }
    }

    private Optional<String> nearest(String name, String of) {
        for (String part = name; part.length() > of.length(); part = part.substring(0, part.lastIndexOf('.'))) {
            if (sources.containsKey(part)) {
                return Optional.of(sources.get(part));
            }
        }
        return Optional.ofNullable(sources.get(of));
    }

    /// The number under a key; what is wrong with it is noted.
    ///
    /// @param name of the value, for its source
    OptionalDouble read(Section in, String key, Unit unit, Bounds bounds, String name) {
        Optional<Section.Item> item = in.item(key, KEYS);
        if (item.isEmpty()) {
            return OptionalDouble.empty();
        }
        said.add(name);
        sources.remove(name);
        return switch (item.get()) {
            case Section.Item.Line(Placed<String> text) -> number(in, in.name(key), text, unit, bounds);
            case Section.Item.Part(Section part) -> {
                source(part, name);
                yield part.requiredText("value", bounds == Bounds.FRACTION ? "0.75" : "10 " + unit)
                        .map(text -> number(part, part.name("value"), text, unit, bounds))
                        .orElse(OptionalDouble.empty());
            }
        };
    }

    /// The number that a text says; what is wrong with it is noted.
    ///
    /// @param what for problems
    static OptionalDouble number(Section in, String what, Placed<String> text, Unit unit, Bounds bounds) {
        Optional<Placed<Quantity>> quantity = in.quantity(what, text);
        return quantity.isEmpty() ? OptionalDouble.empty() : bounds.number(what, quantity.get(), unit, in::problem);
    }
}
