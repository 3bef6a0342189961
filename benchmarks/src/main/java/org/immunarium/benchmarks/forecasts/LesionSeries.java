package org.immunarium.benchmarks.forecasts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The longest diameter of one patient's target lesion at each scan.
///
/// @param patient   of the table
/// @param days      since the first scan, ascending
/// @param diameters mm, above 0
record LesionSeries(String patient, List<Integer> days, List<Double> diameters) {

    /// With fewer there is too little to fit, or to compare with.
    static final int FEWEST_SCANS = 6;

    /// The table below the folder of outside data.
    static final String FILE = "tumour-size/laleh2022_target_lesions.csv";

    LesionSeries {
        days = List.copyOf(days);
        diameters = List.copyOf(diameters);
    }

    /// The series of the table that count, in order of study and patient: six scans at least, each on a day of its
    /// own, and at each of them a number above 0. A lesion that could not be measured, or had gone, has no relative
    /// error.
    static List<LesionSeries> read(Path table) throws IOException {
        Map<String, List<String[]>> byPatient = new TreeMap<>();
        List<String> lines = Files.readAllLines(table);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            byPatient.computeIfAbsent(cells[2], _ -> new ArrayList<>()).add(cells);
        }
        List<LesionSeries> all = new ArrayList<>();
        byPatient.forEach((patient, rows) -> {
            Map<Integer, Double> scans = new TreeMap<>();
            for (String[] row : rows) {
                if (!row[4].matches("[0-9.]+") || !(Double.parseDouble(row[4]) > 0)) {
                    return;
                }
                scans.put(Integer.parseInt(row[3]), Double.parseDouble(row[4]));
            }
            if (rows.size() >= FEWEST_SCANS && scans.size() == rows.size()) {
                int first = scans.keySet().iterator().next();
                all.add(new LesionSeries(
                        patient,
                        scans.keySet().stream().map(day -> day - first).toList(),
                        List.copyOf(scans.values())));
            }
        });
        return all;
    }

    /// How many scans come first: two thirds, rounded up.
    int seen() {
        return (2 * days.size() + 2) / 3;
    }

    /// The first two thirds.
    LesionSeries begun() {
        return new LesionSeries(patient, days.subList(0, seen()), diameters.subList(0, seen()));
    }

    /// The median over the last third of the error, relative to what was measured.
    ///
    /// @param predicted of each scan of the last third, mm
    double error(List<Double> predicted) {
        List<Double> errors = new ArrayList<>();
        for (int i = seen(); i < days.size(); i++) {
            errors.add(Math.abs(predicted.get(i - seen()) / diameters.get(i) - 1));
        }
        return Medians.of(errors);
    }
}
