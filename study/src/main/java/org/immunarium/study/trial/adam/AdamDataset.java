package org.immunarium.study.trial.adam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.TableWriter;
import org.immunarium.units.Quantity;

/// A data set: variables with their labels, and records.
final class AdamDataset {

    private final String name;
    private final String label;
    private final Map<String, String> variables;
    private final List<Map<String, String>> records = new ArrayList<>();

    /// @param name      `ADSL`
    /// @param variables labels by names, in the order of columns
    AdamDataset(String name, String label, Map<String, String> variables) {
        this.name = name;
        this.label = label;
        this.variables = new LinkedHashMap<>(variables);
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    Map<String, String> variables() {
        return variables;
    }

    /// Begins a record; what is not put into it stays empty.
    Entry add() {
        Map<String, String> values = new LinkedHashMap<>();
        records.add(values);
        return new Entry(values);
    }

    /// A record.
    final class Entry {

        private final Map<String, String> values;

        private Entry(Map<String, String> values) {
            this.values = values;
        }

        Entry put(String variable, String value) {
            if (!variables.containsKey(variable)) {
                throw new IllegalArgumentException(name + " has no " + variable);
            }
            values.put(variable, value);
            return this;
        }

        /// NaN stays empty.
        Entry put(String variable, double value) {
            return put(variable, Double.isNaN(value) ? "" : Quantity.number(value));
        }

        Entry put(String variable, int value) {
            return put(variable, Integer.toString(value));
        }

        Entry putAll(Map<String, String> all) {
            all.forEach(this::put);
            return this;
        }
    }

    /// Writes it as CSV.
    void write(Path file) {
        try (TableWriter table = TableWriter.create(file, List.copyOf(variables.keySet()))) {
            for (Map<String, String> values : records) {
                variables.keySet().forEach(variable -> table.cell(values.getOrDefault(variable, "")));
                table.endRow();
            }
        }
    }
}
