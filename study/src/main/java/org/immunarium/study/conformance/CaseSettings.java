package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.simulation.Column;

/// How a case is to be run and judged: its `NNNNN-settings.txt`.
///
/// @param steps          intervals between outputs; there is one more output
/// @param variables      what is compared, in the order of the results' columns
/// @param absolute       the absolute difference allowed
/// @param relative       the difference allowed relative to the expected value
/// @param amounts        species that are given as amounts
/// @param concentrations species that are given as concentrations
/// @param outputs        of a test of chance: what is compared, `X-mean`, `X-sd`, `ln(X)-mean`, `ln(X)-sd`
/// @param meanRange      where the standardised difference of a mean has to lie
/// @param deviationRange where the standardised difference of a variance has to lie
record CaseSettings(
        double start,
        double duration,
        int steps,
        List<String> variables,
        double absolute,
        double relative,
        Set<String> amounts,
        Set<String> concentrations,
        List<String> outputs,
        Range meanRange,
        Range deviationRange) {

    /// An open interval.
    record Range(double low, double high) {

        boolean contains(double x) {
            return low < x && x < high;
        }

        private static Range parse(String text, Range otherwise) {
            List<String> ends = list(text.replaceAll("[()\\[\\]]", " "));
            return ends.size() != 2
                    ? otherwise
                    : new Range(Double.parseDouble(ends.get(0)), Double.parseDouble(ends.get(1)));
        }
    }

    /// Reads `key: value` lines.
    ///
    /// @throws IllegalArgumentException if a number cannot be read
    static CaseSettings parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return new CaseSettings(
                number(values, "start", 0),
                number(values, "duration", 0),
                (int) number(values, "steps", 0),
                list(values.getOrDefault("variables", "")),
                number(values, "absolute", 1e-4),
                number(values, "relative", 1e-4),
                Set.copyOf(list(values.getOrDefault("amount", ""))),
                Set.copyOf(list(values.getOrDefault("concentration", ""))),
                list(values.getOrDefault("output", "")),
                Range.parse(values.getOrDefault("meanrange", ""), new Range(-3, 3)),
                Range.parse(values.getOrDefault("sdrange", ""), new Range(-5, 5)));
    }

    /// The times of output.
    double[] times() {
        double[] times = new double[steps + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = start + i * duration / Math.max(steps, 1);
        }
        return times;
    }

    /// How a variable is to be given.
    Column.Request column(String variable) {
        return new Column.Request(
                variable,
                amounts.contains(variable)
                        ? Column.Meaning.AMOUNT
                        : concentrations.contains(variable) ? Column.Meaning.CONCENTRATION : Column.Meaning.SYMBOL);
    }

    private static double number(Map<String, String> values, String key, double otherwise) {
        String text = values.getOrDefault(key, "");
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    private static List<String> list(String text) {
        List<String> result = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String item = part.trim();
            if (!item.isEmpty() && !result.contains(item)) {
                result.add(item);
            }
        }
        return result;
    }
}
