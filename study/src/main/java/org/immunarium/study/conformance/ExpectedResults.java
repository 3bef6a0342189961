package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table that a case's run is compared with: its `NNNNN-results.csv`.
///
/// @param names the columns, the first of which is time
/// @param rows  the values, one row a time
record ExpectedResults(List<String> names, double[][] rows) {

    static ExpectedResults parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> names = split(lines.getFirst());
        double[][] rows = new double[lines.size() - 1][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = split(lines.get(i + 1)).stream()
                    .mapToDouble(ExpectedResults::number)
                    .toArray();
        }
        return new ExpectedResults(names, rows);
    }

    private static List<String> split(String line) {
        List<String> result = new ArrayList<>();
        for (String part : line.split(",", -1)) {
            result.add(part.trim());
        }
        return result;
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
