package org.immunarium.app.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the page Learn reads of a trial's tables, as its module `read.js` does.
final class TrialNumbers {

    private TrialNumbers() {}

    /// By arm, as its title in small letters and hyphens, then by measure.
    static Map<String, Map<String, Double>> of(Path tables) throws IOException {
        Map<String, Map<String, Double>> arms = new LinkedHashMap<>();
        for (Map<String, String> row : table(tables.resolve("endpoints.csv"))) {
            if (row.getOrDefault("endpoint", "").equals("OS")) {
                Map<String, Double> arm = arm(arms, row);
                arm.put("patients", number(row.getOrDefault("patients", "")));
                arm.put("median OS [d]", number(row.getOrDefault("median [d]", "")));
                arm.put("mean OS [d]", number(row.getOrDefault("restricted mean [d]", "")));
                arm.put("hazard ratio OS", number(row.getOrDefault("hazard ratio", "")));
                arm.put("p OS", number(row.getOrDefault("log-rank p", "")));
            }
        }
        for (Map<String, String> row : table(tables.resolve("survival.csv"))) {
            if (row.getOrDefault("endpoint", "").equals("OS")) {
                // Rows are in the order of time: the last stays.
                arm(arms, row).put("alive at the end", number(row.getOrDefault("survival", "")));
                if (number(row.getOrDefault("time [d]", "")) <= HALF_YEAR) {
                    arm(arms, row).put("alive after half a year", number(row.getOrDefault("survival", "")));
                }
            }
        }
        for (Map<String, String> row : table(tables.resolve("response.csv"))) {
            arm(arms, row).put("complete responses", number(row.getOrDefault("CR", "")));
            arm(arms, row).put("responses", number(row.getOrDefault("CR", "")) + number(row.getOrDefault("PR", "")));
        }
        for (Map<String, String> row : table(tables.resolve("toxicity.csv"))) {
            if (row.getOrDefault("event", "").equals("any")
                    && row.getOrDefault("grade", "").equals("3+")) {
                arm(arms, row).put("severe side effects", number(row.getOrDefault("patients", "")));
            }
        }
        for (Map<String, String> row : table(tables.resolve("cost.csv"))) {
            arm(arms, row).put("cost [USD]", number(row.getOrDefault("cost [USD]", "")));
        }
        return arms;
    }

    private static final double HALF_YEAR = 182.5;

    private static Map<String, Double> arm(Map<String, Map<String, Double>> arms, Map<String, String> row) {
        String id = row.getOrDefault("arm", "").toLowerCase(Locale.ROOT).replace(' ', '-');
        return arms.computeIfAbsent(id, _ -> new LinkedHashMap<>());
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// Rows by column. The columns that are read here come before any that quotes a comma.
    private static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), cells[i]);
                    }
                    return row;
                })
                .toList();
    }
}
