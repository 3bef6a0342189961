package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunarium.results.Table;

/// Curves of the drugs in one tissue, from [TissueTable#DRUGS]; those that are never there have none.
final class DrugFigures {

    private final Map<String, Map<String, List<double[]>>> concentrations = new LinkedHashMap<>();
    private final Map<String, List<double[]>> shares = new LinkedHashMap<>();

    /// @param drugs the table
    DrugFigures(Table drugs) {
        double[] times = drugs.numbers(0);
        double[] blood = drugs.numbers(drugs.column("blood"));
        double[] tissue = drugs.numbers(drugs.column("tissue"));
        double[] share = drugs.numbers(drugs.column("share"));
        int unit = drugs.column("unit");
        int target = drugs.column("target");
        int name = drugs.column("drug");
        // A drug with several targets has a row for each.
        Map<String, TreeMap<Double, double[]>> levels = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (int row = 0; row < times.length; row++) {
            List<String> cells = drugs.rows().get(row);
            units.put(cells.get(name), cells.get(unit));
            levels.computeIfAbsent(cells.get(name), _ -> new TreeMap<>())
                    .put(times[row], new double[] {blood[row], tissue[row]});
            if (!cells.get(target).isEmpty()) {
                shares.computeIfAbsent(cells.get(name) + ": " + cells.get(target), _ -> new ArrayList<>())
                        .add(new double[] {times[row], share[row]});
            }
        }
        levels.forEach((drug, values) -> {
            boolean there = values.values().stream().anyMatch(each -> each[0] != 0 || each[1] != 0);
            if (there) {
                Map<String, List<double[]>> curves =
                        concentrations.computeIfAbsent(units.get(drug), _ -> new LinkedHashMap<>());
                curves.put(drug + " in blood", points(values, 0));
                curves.put(drug + " in the tissue", points(values, 1));
            }
        });
        shares.values().removeIf(points -> points.stream().allMatch(each -> each[1] == 0));
    }

    private static List<double[]> points(TreeMap<Double, double[]> values, int place) {
        List<double[]> points = new ArrayList<>();
        values.forEach((time, each) -> points.add(new double[] {time, each[place]}));
        return points;
    }

    /// Points of time (min) and concentration, of what is unbound in blood plasma and around the cells, by unit and
    /// then by name.
    Map<String, Map<String, List<double[]>>> concentrations() {
        return concentrations;
    }

    /// Points of time (min) and the share of a target that is covered, or of the most that a drug can do, by drug and
    /// target.
    Map<String, List<double[]>> shares() {
        return shares;
    }
}
