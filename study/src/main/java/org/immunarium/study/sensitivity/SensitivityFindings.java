package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.sensitivity.Estimate;
import org.immunarium.study.Trend;

/// What an analysis of sensitivity found, in a few plain lines.
///
/// @param measured `[measure][sample]`
record SensitivityFindings(SensitivityTable table, double[][] measured) {

    private static final int MOST_MEASURES = 5;
    private static final int MOST_PARAMETERS = 4;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> measures = table.measures();
        String index = table.indices().getFirst();
        for (int m = 0; m < Math.min(MOST_MEASURES, measures.size()); m++) {
            Map<String, Estimate> ranked = table.ranked(measures.get(m));
            boolean told = ranked.values().stream().anyMatch(each -> !Double.isNaN(each.value()));
            lines.add(measures.get(m) + "   "
                    + (told
                            ? index + " "
                                    + ranked.entrySet().stream()
                                            .limit(MOST_PARAMETERS)
                                            .map(each -> name(each.getKey()) + " " + inWords(each.getValue()))
                                            .collect(Collectors.joining(", "))
                            : "does not differ between samples, or in too few, so nothing can be told")
                    + undefined(m));
        }
        if (measures.size() > MOST_MEASURES) {
            lines.add("and " + (measures.size() - MOST_MEASURES) + " more measures, in the report");
        }
        lines.add(ended());
        return lines;
    }

    /// Samples that have no value of a measure, such as a change from nothing, but one of another.
    private String undefined(int m) {
        long without = Arrays.stream(measured[m]).filter(Double::isNaN).count() - failed();
        return without == 0 ? "" : "; " + without + " samples have no such value and were left out";
    }

    /// Samples that have no value of anything.
    private long failed() {
        return IntStream.range(0, measured[0].length)
                .filter(i -> Arrays.stream(measured).allMatch(values -> Double.isNaN(values[i])))
                .count();
    }

    private String ended() {
        int samples = measured[0].length;
        return failed() == 0
                ? "of " + samples + " samples none failed"
                : failed() + " of " + samples + " samples failed and were left out; samples.csv says when and why";
    }

    /// Without the unit.
    private static String name(String header) {
        return header.replaceFirst(" \\[[^]]*]$", "");
    }

    private static String inWords(Estimate estimate) {
        return Double.isNaN(estimate.value())
                ? "unknown"
                : Trend.number(estimate.value()) + " (" + Trend.number(estimate.low()) + " to "
                        + Trend.number(estimate.high()) + ")";
    }
}
