package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.immunarium.tissue.model.Subject;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.Word;

/// The ways in which a sentence may write what it can name at one place.
final class Phrases {

    /// @param plain whether it is a name as the model has it, rather than one with a plural
    private record Phrase(String words, int meaning, boolean plain) {}

    /// What a sentence names.
    ///
    /// @param end      where the name ends
    /// @param meanings the numbers of what it may mean, at least one
    record Match(int end, SortedSet<Integer> meanings) {}

    private final List<Phrase> phrases = new ArrayList<>();

    private Phrases() {}

    /// Cell types: `CD8 T cell` may be written `CD8 T cells`, and `tumor` also `tumors`, `tumor
    /// cell` and `tumor cells`.
    static Phrases ofTypes(List<String> types) {
        Phrases all = new Phrases();
        for (int type = 0; type < types.size(); type++) {
            all.add(types.get(type), type, true);
        }
        return all;
    }

    /// Signals or behaviours; a cell type at their end may be in the plural.
    static <W extends Enum<W> & Word> Phrases of(Vocabulary<W> vocabulary) {
        Phrases all = new Phrases();
        vocabulary.spellings().forEach((words, first) -> {
            SortedSet<Integer> places = vocabulary.ambiguous().getOrDefault(words, new TreeSet<>(List.of(first)));
            for (int place : places) {
                all.add(words, place, vocabulary.word(place).subject() == Subject.TYPE);
            }
        });
        return all;
    }

    private void add(String words, int meaning, boolean type) {
        phrases.add(new Phrase(words, meaning, true));
        if (type) {
            for (String end : List.of("s", " cell", " cells")) {
                phrases.add(new Phrase(words + end, meaning, false));
            }
        }
    }

    /// The longest phrase that stands at a place of a text, capitals aside, with something
    /// after it that fits a pattern. Of phrases of the same length names come before plurals,
    /// and those with the same capitals before others.
    Optional<Match> longest(String text, int at, Pattern next) {
        List<Phrase> found = new ArrayList<>();
        for (Phrase phrase : phrases) {
            int end = at + phrase.words.length();
            if (text.regionMatches(true, at, phrase.words, 0, phrase.words.length())
                    && next.matcher(text).region(end, text.length()).lookingAt()) {
                found.add(phrase);
            }
        }
        Comparator<Phrase> order = Comparator.<Phrase>comparingInt(phrase -> phrase.words.length())
                .thenComparing(phrase -> phrase.plain)
                .thenComparing(phrase -> text.startsWith(phrase.words, at));
        return found.stream().max(order).map(best -> {
            SortedSet<Integer> meanings = new TreeSet<>();
            for (Phrase phrase : found) {
                if (order.compare(phrase, best) == 0) {
                    meanings.add(phrase.meaning);
                }
            }
            return new Match(at + best.words.length(), meanings);
        });
    }
}
