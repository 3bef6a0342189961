package org.immunarium.tissue.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that the cells of one model can sense, or all that they can do: each word once, or once for each substance,
/// cell type or variable that it is about. A row of numbers has a place for each, such as the behaviours of a cell
/// type.
///
/// @param <W> [Signal] or [Behaviour]
public final class Vocabulary<W extends Enum<W> & Word> {

    private final int[] first;
    private final List<W> words = new ArrayList<>();
    private final List<Integer> subjects = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final SortedMap<String, SortedSet<Integer>> ambiguous = new TreeMap<>();

    private Vocabulary(W[] all, Map<Subject, List<String>> named) {
        first = new int[all.length];
        for (W word : all) {
            first[word.ordinal()] = names.size();
            if (word.isImmune() && !named.containsKey(Subject.ANTIGEN)) {
                continue;
            }
            List<String> of = named.getOrDefault(word.subject(), List.of(""));
            for (int i = 0; i < of.size(); i++) {
                add(word, i, of.get(i));
            }
        }
    }

    private void add(W word, int subject, String name) {
        int place = names.size();
        words.add(word);
        subjects.add(subject);
        names.add(word.pattern().replace("%", name));
        spell(names.getLast(), place);
        for (String other : word.synonyms()) {
            String numbered = other.replace("#", Integer.toString(subject));
            spell(numbered.replace("%", name), place);
        }
    }

    private void spell(String name, int place) {
        Integer before = places.putIfAbsent(name, place);
        if (before != null && before != place) {
            ambiguous.computeIfAbsent(name, n -> new TreeSet<>(List.of(before))).add(place);
        }
    }

    /// All that cells can sense.
    public static Vocabulary<Signal> ofSignals(
            Collection<String> substances,
            Collection<String> types,
            Collection<String> variables,
            Optional<Immunity> immunity) {
        return new Vocabulary<>(Signal.values(), named(substances, types, variables, immunity));
    }

    /// All that cells can do.
    public static Vocabulary<Behaviour> ofBehaviours(
            Collection<String> substances,
            Collection<String> types,
            Collection<String> variables,
            Optional<Immunity> immunity) {
        return new Vocabulary<>(Behaviour.values(), named(substances, types, variables, immunity));
    }

    private static Map<Subject, List<String>> named(
            Collection<String> substances,
            Collection<String> types,
            Collection<String> variables,
            Optional<Immunity> immunity) {
        Map<Subject, List<String>> named = new EnumMap<>(Subject.class);
        named.put(Subject.SUBSTANCE, List.copyOf(substances));
        named.put(Subject.TYPE, List.copyOf(types));
        named.put(Subject.VARIABLE, List.copyOf(variables));
        immunity.ifPresent(its -> {
            named.put(Subject.ANTIGEN, its.antigens());
            named.put(Subject.DRUG, its.drugs().stream().map(Drug::name).toList());
        });
        return named;
    }

    /// How many places there are.
    public int size() {
        return names.size();
    }

    /// The place of a word about the cell itself, or of the first of its subjects. Where the model has no such
    /// subject, or no immunity for a word that is of it, nothing is at that place.
    public int place(W word) {
        return first[word.ordinal()];
    }

    /// The place of a word about a substance, type or variable.
    ///
    /// @param subject its number in the model
    public int place(W word, int subject) {
        return first[word.ordinal()] + subject;
    }

    /// The place of a name or one of its synonyms, capitals as they are; empty where there is none. The first place of
    /// an ambiguous one.
    public OptionalInt find(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// How a place is written.
    public String name(int place) {
        return names.get(place);
    }

    /// All names, in order of their places.
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /// All names and synonyms, with their places.
    public Map<String, Integer> spellings() {
        return Collections.unmodifiableMap(places);
    }

    /// Names and synonyms that mean more than one thing, with their places: `pressure` where a substance is called
    /// that.
    public SortedMap<String, SortedSet<Integer>> ambiguous() {
        return Collections.unmodifiableSortedMap(ambiguous);
    }

    /// The word at a place.
    public W word(int place) {
        return words.get(place);
    }

    /// The number of the substance, type or variable that a place is about; 0 where it is about the cell.
    public int subject(int place) {
        return subjects.get(place);
    }
}
