package org.immunarium.study.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.immunarium.study.file.YamlNode.Entry;
import org.immunarium.study.file.YamlNode.Items;
import org.immunarium.study.file.YamlNode.Mapping;
import org.immunarium.study.file.YamlNode.Scalar;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Keys and values of a study file, being read.
///
/// A section is opened with the keys that it may have. Others are problems as soon as it is; where one is near
/// to a key that is missing, its value is read as that key's, so that it is judged as well. Nothing here throws
/// for a wrong value; the problem is noted, the value is absent, and reading goes on.
public final class Section {

    private final String source;
    private final String path;
    private final int line;
    private final Mapping node;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /// The key as it was written, by the key that was probably meant.
    private final Map<String, String> mistyped = new HashMap<>();

    /// @param line of the key that it stands under
    private Section(String source, String path, int line, Mapping node, List<Problem> problems) {
        this.source = source;
        this.path = path;
        this.line = line;
        this.node = node;
        this.problems = problems;
    }

    /// What a file of this kind says, which is at most a megabyte of text.
    ///
    /// @throws org.immunarium.units.InvalidInputException as [TextFile#read]
    public static String text(String source, Path file) {
        return TextFile.read(source, file, YamlFile.LARGEST_BYTES);
    }

    /// The top level of a file.
    ///
    /// @param source   the file as the user named it
    /// @param text     what is in it
    /// @param problems receives what is wrong
    /// @throws org.immunarium.units.InvalidInputException if it is not YAML
    public static Section parse(String source, String text, List<Problem> problems) {
        Mapping top = YamlFile.parse(source, text, problems);
        return new Section(source, "", top.line(), top, problems);
    }

    /// The top level of what is no file: its places have no lines.
    ///
    /// @param source what stands for it in messages
    /// @param values text by key
    public static Section of(String source, Map<String, String> values, List<Problem> problems) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((key, text) -> entries.put(key, new Entry(0, new Scalar(0, text, false))));
        return new Section(source, "", 0, new Mapping(0, entries), problems);
    }

    /// Says which keys may be here, besides those said before.
    public void expect(Collection<String> keys) {
        known.addAll(keys);
        for (String key : node.entries().keySet()) {
            if (!known.contains(key)) {
                NearMiss.only(key, known)
                        .filter(near -> !node.entries().containsKey(near))
                        .ifPresent(near -> mistyped.putIfAbsent(near, key));
            }
        }
    }

    /// Says which keys may be here, besides those said before, and notes every other.
    public void expectOnly(Collection<String> keys) {
        expect(keys);
        node.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(Problem.at(
                        source,
                        entry.line(),
                        "unknown key \"" + path + key + "\""
                                + NearMiss.of(key, known)
                                        .map(near -> "; did you mean \"" + near + "\"?")
                                        .orElse("; known here: " + String.join(", ", known))));
            }
        });
    }

    /// This place, with something that stands for it.
    public <T> Placed<T> placed(T value) {
        return new Placed<>(value, source, line);
    }

    /// The place of a key's value, with something that stands for it; where there is none, this place.
    public <T> Placed<T> placed(String key, T value) {
        Entry entry = entry(key);
        return new Placed<>(value, source, entry == null ? line : entry.told());
    }

    /// Notes a problem at the line where this section begins.
    public void problem(String message) {
        problems.add(Problem.at(source, line, message));
    }

    /// Notes a problem of what a key has, at its line.
    public void problem(String key, String message) {
        problems.add(placed(key, message).problem(message));
    }

    /// Notes a problem at the line of something read from here.
    public void problem(Placed<?> at, String message) {
        problems.add(at.problem(message));
    }

    /// Notes a problem that others found in something read from here.
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /// Text, or a number as it was written.
    public Optional<Placed<String>> text(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(new Placed<>(scalar.text(), source, scalar.line()));
        }
        problems.add(Problem.at(
                source,
                entry.line(),
                name(key) + ": text was expected; found " + entry.value().kind()));
        return Optional.empty();
    }

    /// Text that must be there.
    public Optional<Placed<String>> requiredText(String key, String example) {
        Entry entry = entry(key);
        if (entry == null || entry.isEmpty()) {
            problem(key, name(key) + ": is missing; expected, for example, " + example);
            return Optional.empty();
        }
        return text(key);
    }

    /// One of a few words; where it is mistyped, the nearest, so that reading goes on as it was meant.
    public Optional<String> choice(String key, List<String> words) {
        return choice(key, text(key), words);
    }

    /// One of a few words, which must be there.
    public Optional<String> requiredChoice(String key, List<String> words) {
        return choice(key, requiredText(key, words.getFirst()), words);
    }

    private Optional<String> choice(String key, Optional<Placed<String>> text, List<String> words) {
        if (text.isPresent() && !words.contains(text.get().value())) {
            String found = text.get().value();
            problems.add(text.get()
                    .problem(name(key) + ": \"" + found + "\" is not known; expected " + String.join(" or ", words)
                            + NearMiss.hint(found, words)));
            return NearMiss.of(found, words);
        }
        return text.map(Placed::value);
    }

    /// A number with its unit.
    public Optional<Placed<Quantity>> quantity(String key) {
        return text(key).flatMap(text -> quantity(name(key), text));
    }

    /// A number without unit, finite.
    public OptionalDouble number(String key) {
        Optional<Placed<String>> text = text(key);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get().value());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as for NaN and infinities.
        }
        problems.add(text.get()
                .problem(name(key) + ": a number was expected; found \""
                        + text.get().value() + "\""));
        return OptionalDouble.empty();
    }

    /// A whole number from `least` to `most`.
    public OptionalLong wholeNumber(String key, long least, long most) {
        Optional<Placed<String>> text = text(key);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text.get().value().replace("_", ""));
            if (value >= least && value <= most) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as for one out of range.
        }
        problems.add(text.get()
                .problem(name(key) + ": a whole number from " + least + " to " + most + " was expected; found \""
                        + text.get().value() + "\""));
        return OptionalLong.empty();
    }

    /// Keys and values under a key.
    ///
    /// @param keys that may be there
    public Optional<Section> section(String key, List<String> keys) {
        Optional<Section> section = section(key);
        section.ifPresent(each -> each.expectOnly(keys));
        return section;
    }

    /// Keys and values under a key, of which the user chooses the keys: see [#keys].
    public Optional<Section> section(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Mapping mapping) {
            return Optional.of(new Section(source, path + key + ".", entry.line(), mapping, problems));
        }
        problems.add(Problem.at(
                source,
                entry.line(),
                name(key) + ": keys and values were expected; found "
                        + entry.value().kind()));
        return Optional.empty();
    }

    /// What stands under a key: text, or keys and values.
    ///
    /// @param keys that may be there
    public Optional<Item> item(String key, List<String> keys) {
        Entry entry = entry(key);
        return entry != null && entry.value() instanceof Mapping
                ? section(key, keys).map(Item.Part::new)
                : text(key).map(Item.Line::new);
    }

    /// Yes or no.
    public Optional<Boolean> flag(String key) {
        return text(key).flatMap(text -> switch (text.value().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> {
                problem(text, name(key) + ": yes or no was expected; found \"" + text.value() + '"');
                yield Optional.empty();
            }
        });
    }

    /// All keys, in the order written.
    public List<String> keys() {
        return List.copyOf(node.entries().keySet());
    }

    /// Keys that the user chooses, each with text: `set:`.
    public Map<String, Placed<String>> texts(String key) {
        Map<String, Placed<String>> texts = new LinkedHashMap<>();
        section(key).ifPresent(section -> {
            for (String each : section.node.entries().keySet()) {
                section.text(each).ifPresent(text -> texts.put(each, text));
            }
        });
        return texts;
    }

    /// Keys that the user chooses, each with keys and values of its own: `targets:`.
    ///
    /// @param keys that each may have
    public Map<String, Section> sections(String key, List<String> keys) {
        Map<String, Section> sections = new LinkedHashMap<>();
        section(key).ifPresent(section -> {
            for (String each : section.node.entries().keySet()) {
                section.section(each, keys).ifPresent(value -> sections.put(each, value));
            }
        });
        return sections;
    }

    /// What a list holds: text or sections, in order. One text alone counts as a list of its lines.
    ///
    /// @param keys that a section of it may have
    public List<Item> items(String key, List<String> keys) {
        List<Item> items = items(key);
        for (Item item : items) {
            if (item instanceof Item.Part(Section section)) {
                section.expectOnly(keys);
            }
        }
        return items;
    }

    private List<Item> items(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        switch (entry.value()) {
            case Scalar scalar -> {
                int at = scalar.line();
                for (String each : scalar.text().lines().toList()) {
                    if (!each.isBlank()) {
                        items.add(new Item.Line(new Placed<>(each.strip(), source, at)));
                    }
                    at += scalar.literal() ? 1 : 0;
                }
            }
            case Mapping mapping ->
                items.add(new Item.Part(new Section(source, path + key + ".", entry.line(), mapping, problems)));
            case Items list -> {
                for (YamlNode value : list.values()) {
                    switch (value) {
                        case Scalar scalar
                        when !scalar.text().isEmpty() ->
                            items.add(new Item.Line(new Placed<>(scalar.text(), source, scalar.line())));
                        case Mapping mapping ->
                            items.add(new Item.Part(new Section(
                                    source,
                                    path + key + "[" + (items.size() + 1) + "].",
                                    mapping.line(),
                                    mapping,
                                    problems)));
                        default ->
                            problems.add(Problem.at(
                                    source, value.line(), name(key) + ": an item cannot be " + value.kind()));
                    }
                }
            }
        }
        return items;
    }

    /// A list of text; anything else in it is a problem.
    public List<Placed<String>> lines(String key) {
        List<Placed<String>> lines = new ArrayList<>();
        for (Item item : items(key)) {
            switch (item) {
                case Item.Line line -> lines.add(line.text());
                case Item.Part part -> part.section().problem(name(key) + ": text was expected; found keys and values");
            }
        }
        return lines;
    }

    /// One of a list.
    public sealed interface Item {
        record Line(Placed<String> text) implements Item {}

        record Part(Section section) implements Item {}
    }

    /// Whether the key is there.
    public boolean has(String key) {
        return entry(key) != null;
    }

    /// How many keys are there.
    public int size() {
        return node.entries().size();
    }

    /// How many of these keys are there.
    public int count(Collection<String> keys) {
        return (int) keys.stream().filter(this::has).count();
    }

    /// Notes that a key is missing.
    public void missing(String key, String example) {
        problems.add(Problem.at(source, line, name(key) + ": is missing; expected, for example, " + example));
    }

    /// Reads a quantity, noting what is wrong with it.
    public Optional<Placed<Quantity>> quantity(String what, Placed<String> text) {
        try {
            return Optional.of(text.map(Quantity::parse));
        } catch (UnitException e) {
            problems.add(text.problem(what + ": " + e.reason()));
            return Optional.empty();
        }
    }

    /// A key with those above it: `population.patients`.
    public String name(String key) {
        return path + key;
    }

    /// The key that this section stands under, with those above it: `population.vary.k`.
    public String words() {
        return path.isEmpty() ? path : path.substring(0, path.length() - 1);
    }

    private @org.jspecify.annotations.Nullable Entry entry(String key) {
        return node.entries().get(mistyped.getOrDefault(key, key));
    }
}
