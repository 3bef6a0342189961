package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence, and how far it has been read.
final class SentenceCursor {

    /// Words that are not part of a unit.
    private static final Set<String> AFTER_UNITS = Set.of(
            "to",
            "toward",
            "towards",
            "up",
            "down",
            "with",
            "and",
            "at",
            "half",
            "half-max",
            "half-maximum",
            "hill",
            "power",
            "even",
            "also",
            "in",
            "from",
            "rule",
            "when");

    private static final int MOST_SHOWN = 40;

    private final String text;
    private int at;

    /// @param sentence blanks in it are as one, and a full stop at its end is not read
    SentenceCursor(String sentence) {
        text = sentence.strip().replaceAll("\\s+", " ").replaceFirst(" ?\\.$", "");
    }

    String text() {
        return text;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /// Goes on at a place, after blanks.
    void goTo(int place) {
        at = place;
        while (!atEnd() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// Passes over the first of these words that stand here, capitals aside.
    Optional<String> skip(String... options) {
        for (String option : options) {
            int end = at + option.length();
            if (text.regionMatches(true, at, option, 0, option.length())
                    && (end == text.length() || endsWord(option, text.charAt(end)))) {
                goTo(end);
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static boolean endsWord(String word, char next) {
        return !Character.isLetterOrDigit(word.charAt(word.length() - 1))
                || !Character.isLetterOrDigit(next) && next != '-' && next != '_';
    }

    /// What fits a pattern somewhere ahead, if anything does.
    Optional<Matcher> ahead(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(at) ? Optional.of(matcher) : Optional.empty();
    }

    /// What stands between here and another place.
    String until(int place) {
        return text.substring(at, place).strip();
    }

    /// The number that stands here.
    OptionalDouble number() {
        Matcher matcher = StrictNumber.PATTERN.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = StrictNumber.of(matcher.group());
        if (value.isPresent()) {
            goTo(matcher.end());
        }
        return value;
    }

    /// The words up to a comma, the end, or a word that goes on with the sentence: a unit, or
    /// nothing.
    String unit() {
        List<String> words = new ArrayList<>();
        while (!atEnd()) {
            int end = at;
            while (end < text.length() && " ,;".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String word = text.substring(at, end);
            if (word.isEmpty() || AFTER_UNITS.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            }
            goTo(end);
            words.add(word.replaceFirst("\\.$", ""));
            if (word.endsWith(".")) {
                break;
            }
        }
        return String.join(" ", words);
    }

    /// What is found here, for a message.
    String found() {
        String rest = text.substring(at);
        return atEnd()
                ? "the sentence ends"
                : "\"" + (rest.length() > MOST_SHOWN ? rest.substring(0, MOST_SHOWN) + "…" : rest) + "\" is found";
    }
}
