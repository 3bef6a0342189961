package org.immunarium.study.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Table;

/// A model as SimBiology prints it: its fluxes, rules, stoichiometry, and values with units.
///
/// Inside, all is in days, decimetres, moles and cells; that molecules are parts of a mole is by
/// Avogadro's number of the International System, where SimBiology has an older one, 2e-7 larger.
final class SimBiologyEquations {

    private static final double MOLECULE = 1 / 6.02214076e23;

    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("dimensionless", 1.0),
            Map.entry("cell", 1.0),
            Map.entry("molecule", MOLECULE),
            Map.entry("nanomole", 1e-9),
            Map.entry("day", 1.0),
            Map.entry("hour", 1.0 / 24),
            Map.entry("minute", 1.0 / 1440),
            Map.entry("second", 1.0 / 86400),
            Map.entry("liter", 1.0),
            Map.entry("litre", 1.0),
            Map.entry("mole", 1.0),
            Map.entry("milliliter", 1e-3),
            Map.entry("microliter", 1e-6),
            Map.entry("millimeter", 1e-2),
            Map.entry("centimeter", 0.1),
            Map.entry("micrometer", 1e-5),
            Map.entry("nanometer", 1e-8),
            Map.entry("molarity", 1.0),
            Map.entry("micromolarity", 1e-6),
            Map.entry("nanomolarity", 1e-9));

    private final Map<String, String> formulas = new HashMap<>();
    private final Map<String, Double> constants = new HashMap<>();
    private final Map<String, Double> species = new LinkedHashMap<>();
    private final Map<String, Double> units = new HashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Map<String, Map<String, Double>> stoichiometry = new HashMap<>();

    private SimBiologyEquations() {}

    /// Reads the tables in a folder.
    static SimBiologyEquations read(Path folder) throws IOException {
        SimBiologyEquations equations = new SimBiologyEquations();
        for (Map<String, String> row : rows(folder, "compartments.csv")) {
            equations.constant(row, "capacity");
        }
        for (Map<String, String> row : rows(folder, "parameters.csv")) {
            equations.constant(row, "value");
        }
        for (Map<String, String> row : rows(folder, "species.csv")) {
            String name = value(row, "identifier");
            double unit = unit(value(row, "units"));
            equations.units.put(name, unit);
            equations.species.put(name, Double.parseDouble(value(row, "initial_amount")));
            // a name alone is enough where no other compartment has the same
            equations.fullNames.merge(value(row, "name"), name, (one, other) -> "");
        }
        for (Map<String, String> row : rows(folder, "rules.csv")) {
            if (value(row, "type").equals("repeatedAssignment")) {
                equations.formulas.put(value(row, "target"), value(row, "expression"));
            } else {
                equations.constants.put(value(row, "target"), equations.value(value(row, "expression"), Map.of()));
            }
        }
        for (String line : Files.readAllLines(folder.resolve("equations.txt"))) {
            if (line.matches("Reaction_\\d+ = .*")) {
                String[] sides = line.split(" = ", 2);
                equations.formulas.put(sides[0], sides[1]);
            }
        }
        for (Map<String, String> row : rows(folder, "stoichiometry.csv")) {
            equations
                    .stoichiometry
                    .computeIfAbsent(value(row, "species"), each -> new LinkedHashMap<>())
                    .put(value(row, "reaction"), Double.valueOf(value(row, "stoichiometry")));
        }
        return equations;
    }

    private static List<Map<String, String>> rows(Path folder, String name) throws IOException {
        Table table = Table.read(folder.resolve(name));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.header().get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private void constant(Map<String, String> row, String column) {
        String name = value(row, "name");
        constants.put(name, Double.parseDouble(value(row, column)) * unit(value(row, "units")));
    }

    private static double unit(String text) {
        return Arithmetic.value(text, name -> UNITS.getOrDefault(name, Double.NaN));
    }

    /// What all species are at the start, in their units, but for what initial rules say: `V_T.C1`.
    Map<String, Double> species() {
        Map<String, Double> start = new LinkedHashMap<>(species);
        start.replaceAll((name, value) ->
                constants.containsKey(name) ? constants.get(name) / units.getOrDefault(name, Double.NaN) : value);
        return start;
    }

    /// The size of a compartment in its state, in litres or in square micrometres.
    double size(String compartment, Map<String, Double> state) {
        double size = value(compartment, state);
        return isArea(compartment) ? size / unit("micrometer^2") : size;
    }

    private static boolean isArea(String name) {
        return name.startsWith("syn") || name.startsWith("A_");
    }

    /// How a species' amount changes a day, in cells, mol or molecules.
    ///
    /// @param rate     gained less lost
    /// @param turnover gained and lost
    record Change(double rate, double turnover) {}

    Change change(String name, Map<String, Double> state) {
        double rate = 0;
        double turnover = 0;
        for (Map.Entry<String, Double> each :
                stoichiometry.getOrDefault(name, Map.of()).entrySet()) {
            double flux = each.getValue() * value(each.getKey(), state);
            rate += flux;
            turnover += Math.abs(flux);
        }
        double unit = isArea(name) ? MOLECULE : 1;
        return new Change(rate / unit, turnover / unit);
    }

    private double value(String formula, Map<String, Double> state) {
        return Arithmetic.value(formula, name -> lookUp(name, state));
    }

    private double lookUp(String name, Map<String, Double> state) {
        if (formulas.containsKey(name)) {
            return value(formulas.get(name), state);
        }
        String full = state.containsKey(name) ? name : fullNames.getOrDefault(name, name);
        if (state.containsKey(full)) {
            return state.get(full) * units.getOrDefault(full, Double.NaN);
        }
        if (constants.containsKey(name)) {
            return constants.get(name);
        }
        throw new IllegalArgumentException("nothing is called " + name);
    }
}
