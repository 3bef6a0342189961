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

    private static final double HALF_YEAR = 182.5;

    /// For how long all patients of these trials are followed, but who dies or withdraws: 18 months, d.
    private static final double END = 18 * 30.4375;

    private static final String AT_HALF_YEAR = "alive after half a year";
    private static final String AT_END = "alive after 18 months";
    private static final String SEVERE = "severe side effects [%]";
    private static final String COST = "cost [USD]";
    private static final String RATIO = "hazard ratio OS";
    private static final String P = "p OS";

    /// Measures of a trial that is one of many, by how their names begin; the arm's title follows.
    private static final Map<String, String> MEASURES = Map.of(
            "hazard ratio OS ", RATIO,
            "p OS ", P,
            "OS at 18 mo ", AT_END,
            "severe side effects ", SEVERE,
            "cost ", COST);

    /// By arm, as its title in small letters and hyphens, then by measure.
    static Map<String, Map<String, Double>> of(Path tables) throws IOException {
        Map<String, Map<String, Double>> arms = new LinkedHashMap<>();
        for (Map<String, String> row : table(tables.resolve("endpoints.csv"))) {
            if (text(row, "endpoint").equals("OS")) {
                Map<String, Double> arm = arm(arms, text(row, ARM));
                arm.put("patients", number(row, "patients"));
                arm.put(RATIO, number(row, "hazard ratio"));
                arm.put(P, number(row, "log-rank p"));
                arm.put(AT_HALF_YEAR, 1.0);
                arm.put(AT_END, 1.0);
                arm.put("relapses", 0.0);
            }
        }
        for (Map<String, String> row : table(tables.resolve("survival.csv"))) {
            if (text(row, "endpoint").equals("OS")) {
                // Rows are in the order of time: the last stays.
                double time = number(row, "time [d]");
                if (time <= HALF_YEAR) {
                    arm(arms, text(row, ARM)).put(AT_HALF_YEAR, number(row, "survival"));
                }
                if (time <= END) {
                    arm(arms, text(row, ARM)).put(AT_END, number(row, "survival"));
                }
            }
        }
        for (Map<String, String> row : table(tables.resolve("response.csv"))) {
            Map<String, Double> arm = arm(arms, text(row, ARM));
            arm.put("complete responses", number(row, "CR"));
            arm.put("responses", number(row, "CR") + number(row, "PR"));
        }
        for (Map<String, String> row : table(tables.resolve("patients.csv"))) {
            if (text(row, "best response").matches("CR|PR")
                    && !text(row, "progression [d]").isEmpty()) {
                arm(arms, text(row, ARM)).merge("relapses", 1.0, Double::sum);
            }
        }
        for (Map<String, String> row : table(tables.resolve("toxicity.csv"))) {
            if (text(row, "event").equals("any") && text(row, "grade").equals("3+")) {
                arm(arms, text(row, ARM)).put(SEVERE, number(row, "share [%]"));
            }
        }
        for (Map<String, String> row : table(tables.resolve("cost.csv"))) {
            arm(arms, text(row, ARM)).put(COST, number(row, COST));
        }
        return arms;
    }

    /// The same of a trial that is one of many: what its measures tell of it.
    static Map<String, Map<String, Double>> ofMeasures(Map<String, Double> measures) {
        Map<String, Map<String, Double>> arms = new LinkedHashMap<>();
        measures.forEach((name, value) -> MEASURES.forEach((begins, measure) -> {
            if (name.startsWith(begins)) {
                arm(arms, name.substring(begins.length())).put(measure, measure.equals(AT_END) ? value / 100 : value);
            }
        }));
        return arms;
    }

    private static final String ARM = "arm";

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static Map<String, Double> arm(Map<String, Map<String, Double>> arms, String title) {
        return arms.computeIfAbsent(title.toLowerCase(Locale.ROOT).replace(' ', '-'), _ -> new LinkedHashMap<>());
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
