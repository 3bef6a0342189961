package org.immunarium.study;

import java.util.List;
import java.util.function.Function;

/// Text for people, line by line.
public final class Words {

    private final StringBuilder text = new StringBuilder();

    /// Adds a line.
    public Words line(String words) {
        text.append(words).append('\n');
        return this;
    }

    /// Adds text that has lines of its own.
    public Words add(String lines) {
        text.append(lines);
        return this;
    }

    /// Adds a title with the parts of a list, each in a line; nothing where the list is empty.
    ///
    /// @param words what is said of a part
    public <T> Words list(String title, List<T> parts, Function<T, String> words) {
        if (!parts.isEmpty()) {
            line("").line(title);
            parts.forEach(part -> line("  " + words.apply(part)));
        }
        return this;
    }

    /// Adds what should be known; nothing where there is nothing.
    public Words notes(List<String> notes) {
        if (!notes.isEmpty()) {
            line("");
            notes.forEach(note -> line("Note: " + note + (note.endsWith("?") ? "" : ".")));
        }
        return this;
    }

    /// A number of things: `1 dose`, `3 doses`.
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
