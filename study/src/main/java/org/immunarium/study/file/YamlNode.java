package org.immunarium.study.file;

import java.util.List;
import java.util.Map;

/// A part of a YAML file, with the line it begins on.
sealed interface YamlNode {

    int line();

    /// What it is, in words for a message.
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "\"" + scalar.text() + "\"";
            case Items _ -> "a list";
            case Mapping _ -> "keys and values";
        };
    }

    /// Text, a number, or nothing (empty text).
    ///
    /// @param literal whether its lines are lines of the file
    record Scalar(int line, String text, boolean literal) implements YamlNode {}

    record Items(int line, List<YamlNode> values) implements YamlNode {}

    /// Keys in the order written.
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

    /// @param line of the key
    record Entry(int line, YamlNode value) {

        /// The line at which a problem of its value is told: that of text, else that of the key.
        int told() {
            return value instanceof Scalar scalar && !scalar.text().isEmpty() ? scalar.line() : line;
        }

        /// Whether nothing stands after the key.
        boolean isEmpty() {
            return value instanceof Scalar scalar && scalar.text().isEmpty();
        }
    }
}
