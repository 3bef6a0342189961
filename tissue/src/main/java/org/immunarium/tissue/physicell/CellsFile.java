package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;

/// Reads a file of cells. Version 1 has a place and the number of a type in each line; version 2 has a header, and may
/// give a cell a volume and behaviours of its own.
public final class CellsFile {

    private static final Set<String> TYPE_COLUMN = Set.of("type", "cell type", "cell_type", "celltype");
    private static final int OTHER = -1;
    private static final int VOLUME = -2;

    private final String source;
    private final Names names;
    private final Domain domain;
    private final Findings findings;
    private final List<Placement.Cell> cells = new ArrayList<>();
    private int line;

    private CellsFile(String source, Names names, Domain domain, Findings findings) {
        this.source = source;
        this.names = names;
        this.domain = domain;
        this.findings = findings;
    }

    /// Reads the cells of a model that is no project.
    ///
    /// @param source   how the file is called in problems
    /// @param problems gets what is wrong
    /// @param notices  gets what should be known
    public static List<Placement.Cell> read(
            String source, String text, TissueModel model, List<Problem> problems, List<String> notices) {
        Findings findings = new Findings();
        findings.reads(source);
        List<Placement.Cell> cells =
                read(new ProjectFiles.Text(source, text), Names.of(model), model.domain(), findings);
        findings.tell(problems, notices);
        return cells;
    }

    static List<Placement.Cell> read(ProjectFiles.Text file, Names names, Domain domain, Findings findings) {
        CellsFile cells = new CellsFile(file.source(), names, domain, findings);
        Iterator<String> lines = file.text().lines().iterator();
        if (file.text().startsWith("x") || file.text().startsWith("X")) {
            cells.withHeader(lines);
        } else {
            cells.withoutHeader(lines);
        }
        return cells.cells;
    }

    private void withoutHeader(Iterator<String> lines) {
        while (lines.hasNext()) {
            String text = lines.next();
            line++;
            if (text.isBlank()) {
                continue;
            }
            String[] fields = text.strip().split("\\s*[,;\\t]\\s*|\\s+");
            if (fields.length != 4) {
                wrong("", "there are " + fields.length + " fields; x, y, z and the number of a cell type are expected");
                continue;
            }
            Optional<double[]> place = place(fields);
            long type = Numbers.real(fields[3]).isPresent()
                            && Numbers.real(fields[3]).getAsDouble()
                                    == Math.rint(Numbers.real(fields[3]).getAsDouble())
                    ? (long) Numbers.real(fields[3]).getAsDouble()
                    : -1;
            if (type < 0 || type >= names.types().size()) {
                wrong(
                        "type",
                        "\"" + fields[3] + "\" was found; the ID of a cell type, from 0 to "
                                + (names.types().size() - 1) + ", is expected");
            } else if (place.isPresent()) {
                add((int) type, place.get(), Double.NaN, Map.of());
            }
        }
    }

    private void withHeader(Iterator<String> lines) {
        line++;
        String[] header = split(lines.next());
        if (header.length < 4
                || !header[0].equalsIgnoreCase("x")
                || !header[1].equalsIgnoreCase("y")
                || !header[2].equalsIgnoreCase("z")
                || !TYPE_COLUMN.contains(header[3].toLowerCase(Locale.ROOT))) {
            wrong("", "the columns are " + String.join(", ", header) + "; x, y, z, type are expected first");
            return;
        }
        int[] columns = columns(header);
        Set<Integer> usedUnknown = new HashSet<>();
        while (lines.hasNext()) {
            String text = lines.next();
            line++;
            if (!text.isBlank()) {
                row(split(text), header, columns, usedUnknown);
            }
        }
        for (int column = 4; column < columns.length; column++) {
            if (columns[column] == OTHER && !usedUnknown.contains(column)) {
                findings.notice(source, 1, header[column], "it is not known, and no cell has a value for it");
            }
        }
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
    }

    /// The place of each column in the vocabulary.
    private int[] columns(String[] header) {
        int[] columns = new int[header.length];
        Set<Integer> seen = new HashSet<>();
        for (int column = 4; column < header.length; column++) {
            OptionalInt behaviour = names.behaviours().find(header[column]);
            columns[column] = header[column].equals("volume") ? VOLUME : behaviour.orElse(OTHER);
            if (columns[column] != OTHER && !seen.add(columns[column])) {
                wrong(header[column], "there are two columns of it");
            }
        }
        return columns;
    }

    private void row(String[] fields, String[] header, int[] columns, Set<Integer> usedUnknown) {
        if (fields.length < 4 || fields.length > header.length) {
            wrong(
                    "",
                    "there are " + fields.length + " fields; " + (header.length == 4 ? "4" : "4 to " + header.length)
                            + " are expected");
            return;
        }
        Optional<double[]> place = place(fields);
        int type = names.types().indexOf(fields[3]);
        if (type < 0) {
            wrong("type", Findings.unknown(fields[3], "a cell type", names.types()));
        }
        double volume = Double.NaN;
        Map<Integer, Double> behaviours = new HashMap<>();
        for (int column = 4; column < fields.length; column++) {
            String field = fields[column];
            if (field.isEmpty() || isSkipped(field)) {
                continue;
            }
            if (columns[column] == OTHER) {
                if (usedUnknown.add(column)) {
                    wrong(
                            header[column],
                            Findings.unknown(
                                    header[column],
                                    "volume or a behaviour",
                                    names.behaviours().names()));
                }
                continue;
            }
            Range range = columns[column] == VOLUME
                    ? Range.POSITIVE
                    : Range.of(names.behaviours().word(columns[column]));
            OptionalDouble value = Numbers.real(field);
            if (value.isEmpty() || !range.holds(value.getAsDouble())) {
                wrong(header[column], "\"" + field + "\" was found; " + range.words + " is expected");
            } else if (columns[column] == VOLUME) {
                volume = value.getAsDouble();
            } else {
                behaviours.put(columns[column], value.getAsDouble());
            }
        }
        if (type >= 0 && place.isPresent()) {
            add(type, place.get(), volume, Map.copyOf(behaviours));
        }
    }

    private static boolean isSkipped(String field) {
        return field.charAt(0) == 's' || field.charAt(0) == 'S';
    }

    private void add(int type, double[] place, double volume, Map<Integer, Double> behaviours) {
        cells.add(new Placement.Cell(type, place[0], place[1], place[2], volume, behaviours));
    }

    private Optional<double[]> place(String[] fields) {
        double[] place = new double[3];
        boolean known = true;
        for (int axis = 0; axis < 3; axis++) {
            String name = String.valueOf("xyz".charAt(axis));
            OptionalDouble value = Numbers.real(fields[axis]);
            place[axis] = value.orElse(Double.NaN);
            if (value.isEmpty()) {
                wrong(name, "\"" + fields[axis] + "\" was found; a number is expected");
                known = false;
            } else if (domain.flat() && axis == 2) {
                if (place[2] != 0) {
                    wrong(name, place[2] + " was found; in a flat domain it is 0");
                    known = false;
                }
            } else if (!(place[axis] >= domain.lower()[axis] && place[axis] <= domain.upper()[axis])) {
                wrong(
                        name,
                        place[axis] + " is outside of the domain, which is from " + domain.lower()[axis] + " to "
                                + domain.upper()[axis]);
                known = false;
            }
        }
        return known ? Optional.of(place) : Optional.empty();
    }

    private void wrong(String column, String message) {
        findings.wrong(source, line, column, message);
    }
}
