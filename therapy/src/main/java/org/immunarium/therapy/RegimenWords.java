package org.immunarium.therapy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a regimen, and how far it has been read.
final class RegimenWords {

    private final String text;
    private int at;

    RegimenWords(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int position() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    /// Reads up to the next white space; empty at the end.
    String word() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Reads the next word after white space; empty at the end.
    String next() {
        skipSpaces();
        return word();
    }

    String peek() {
        int mark = at;
        String word = word();
        at = mark;
        return word;
    }

    void toEnd() {
        at = text.length();
    }

    void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /// Passes over the next word if it is one of these, whatever its capitals.
    boolean skip(String... options) {
        int mark = at;
        String word = next().replaceAll("[,.]$", "");
        for (String option : options) {
            if (option.equalsIgnoreCase(word)) {
                return true;
            }
        }
        at = mark;
        return false;
    }

    /// Reads what fits a pattern right here, after white space.
    Optional<Matcher> read(Pattern pattern) {
        skipSpaces();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    boolean startsWith(String next) {
        return text.startsWith(next, at);
    }

    boolean startsNumber() {
        return startsNumber(text.substring(at));
    }

    static boolean startsAsciiNumber(String text) {
        return text.matches("(?s)\\.?[0-9].*");
    }

    static boolean startsNumber(String text) {
        return !text.isEmpty()
                && (Character.isDigit(text.charAt(0))
                        || text.length() > 1 && text.charAt(0) == '.' && Character.isDigit(text.charAt(1)));
    }
}
