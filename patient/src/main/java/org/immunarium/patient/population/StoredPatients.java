package org.immunarium.patient.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// A population that was made before: virtual patients, one a row, with the values that are theirs and how
/// often each is met in each group of patients.
///
/// Is a table, of commas or Parquet: columns `k_growth [1/d]`, each a parameter of the model, and `weight GROUP`,
/// one a group.
///
/// @param names   of the columns of values
/// @param headers of these, with units
/// @param rows    `[patient][column]`
/// @param weights by group, from 0 on, one a patient
public record StoredPatients(List<String> names, List<String> headers, double[][] rows, Map<String, double[]> weights) {

    private static final String WEIGHT = "weight ";
    private static final String ID = "id";
    private static final String FOLDER = "/evidence/populations/";

    /// Of weights that were rounded where they were written down.
    private static final double ROUNDING = 1e-6;

    public StoredPatients {
        names = List.copyOf(names);
        headers = List.copyOf(headers);
        weights = new LinkedHashMap<>(weights);
    }

    private static boolean isMeasure(double[] weights) {
        double all = Arrays.stream(weights).sum();
        return Arrays.stream(weights).allMatch(w -> w >= 0) && all > 0 && all < Double.POSITIVE_INFINITY;
    }

    /// The text of one that comes along; empty if there is none of this name.
    public static Optional<String> shipped(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (InputStream in = StoredPatients.class.getResourceAsStream(FOLDER + name + ".csv")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one.
    ///
    /// @param text   of a table of commas
    /// @param source as the user named it
    /// @throws InvalidInputException with everything that is wrong
    public static StoredPatients parse(String text, String source) {
        List<List<String>> lines = text.stripTrailing()
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        return of(
                lines.isEmpty() ? List.of() : lines.getFirst(),
                lines.stream().skip(1).toList(),
                source);
    }

    /// Takes one from a table.
    ///
    /// @param header its columns
    /// @param lines  its rows, counted from 2 where one is wrong, as after the line of a header
    /// @param source as the user named it
    /// @throws InvalidInputException with everything that is wrong
    public static StoredPatients of(List<String> header, List<List<String>> lines, String source) {
        List<Problem> problems = new ArrayList<>();
        if (lines.isEmpty()) {
            throw new InvalidInputException(Problem.of(source, "a header and at least one patient were expected"));
        }
        List<String> columns = header.stream().map(String::strip).toList();
        double[][] cells = cells(lines, columns.size(), source, problems);
        List<Integer> values = new ArrayList<>();
        Map<String, double[]> weights = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            String column = columns.get(c);
            int place = c;
            if (column.startsWith(WEIGHT)) {
                double[] weight =
                        Arrays.stream(cells).mapToDouble(row -> row[place]).toArray();
                if (!isMeasure(weight)) {
                    problems.add(
                            Problem.at(
                                    source,
                                    1,
                                    "column \"" + column
                                            + "\": weights from 0 on, not all of them 0, whose sum is a number, were expected"));
                }
                weights.put(column.substring(WEIGHT.length()), weight);
            } else if (!column.equals(ID)) {
                values.add(c);
            }
        }
        List<String> names = columns.stream().map(StoredPatients::name).toList();
        names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .distinct()
                .forEach(name -> problems.add(
                        Problem.at(source, 1, "column \"" + name + "\" is there twice; one was expected")));
        if (weights.isEmpty()) {
            problems.add(
                    Problem.at(source, 1, "no column of weights, as in \"weight all\": how often each patient is met"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        double[][] rows = Arrays.stream(cells)
                .map(row -> values.stream().mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
        return new StoredPatients(
                values.stream().map(c -> name(columns.get(c))).toList(),
                values.stream().map(columns::get).toList(),
                rows,
                weights);
    }

    /// A column's name without its unit.
    private static String name(String column) {
        return column.split(" \\[", 2)[0];
    }

    private static double[][] cells(List<List<String>> lines, int width, String source, List<Problem> problems) {
        double[][] cells = new double[lines.size()][width];
        for (int i = 0; i < cells.length; i++) {
            List<String> words = lines.get(i);
            if (words.size() != width) {
                problems.add(Problem.at(
                        source, i + 2, width + " cells, as the header has, were expected; found " + words.size()));
                continue;
            }
            for (int c = 0; c < width; c++) {
                try {
                    cells[i][c] = Double.parseDouble(words.get(c));
                } catch (NumberFormatException e) {
                    cells[i][c] = Double.NaN;
                }
                if (!Double.isFinite(cells[i][c])) {
                    problems.add(Problem.at(source, i + 2, "a number was expected; found \"" + words.get(c) + "\""));
                }
            }
        }
        return cells;
    }

    /// What is wrong with shares of groups; empty if nothing is.
    public Optional<String> refusal(Map<String, Double> shares) {
        if (shares.isEmpty()) {
            return weights.size() == 1
                    ? Optional.empty()
                    : Optional.of("groups: the share of each was expected, of " + String.join(", ", weights.keySet()));
        }
        for (String group : shares.keySet()) {
            if (!weights.containsKey(group)) {
                return Optional.of("groups: \"" + group + "\": one of " + String.join(", ", weights.keySet())
                        + " was expected" + NearMiss.hint(group, weights.keySet()));
            }
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        return shares.values().stream().allMatch(share -> share >= 0) && Math.abs(sum - 1) < ROUNDING
                ? Optional.empty()
                : Optional.of("groups: shares from 0 on that add up to 1 were expected; found " + shares.values());
    }

    /// The sum of weights up to each patient, of groups by their shares; the last is 1.
    ///
    /// @param shares that [#refusal] takes
    public double[] cumulative(Map<String, Double> shares) {
        Map<String, Double> mix =
                shares.isEmpty() ? Map.of(weights.keySet().iterator().next(), 1.0) : new LinkedHashMap<>(shares);
        double[] cumulative = new double[rows.length];
        for (Map.Entry<String, double[]> group : weights.entrySet()) {
            double share = mix.getOrDefault(group.getKey(), 0.0);
            double all = Arrays.stream(group.getValue()).sum();
            for (int i = 0; i < cumulative.length; i++) {
                cumulative[i] += share * group.getValue()[i] / all;
            }
        }
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += cumulative[i];
            cumulative[i] = sum;
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
        return cumulative;
    }
}
