package org.immunarium.tissue.table;

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
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// Reads where cells are from a table, in either of the forms that PhysiCell has.
///
/// Without a header, each line has a place in µm and the number of a type. With a header,
/// `x,y,z,type,…`, types have their names, and a cell may have a volume (µm³) and behaviours of
/// its own; `skip` or nothing leaves what its type has.
public final class CellTable {

    private static final Set<String> TYPE_COLUMN = Set.of("type", "cell type", "cell_type", "celltype");
    private static final int OTHER = -1;
    private static final int VOLUME = -2;

    private final List<String> types;
    private final Vocabulary<Behaviour> behaviours;
    private final Domain domain;
    private final TableProblems problems;
    private final List<Problem> notices;
    private final List<Placement.Cell> cells = new ArrayList<>();
    private int line;

    private CellTable(TissueModel model, TableProblems problems, List<Problem> notices) {
        types = model.types().stream().map(CellType::name).toList();
        behaviours = model.behaviours();
        domain = model.domain();
        this.problems = problems;
        this.notices = notices;
    }

    /// Reads a table, going on after a problem so that all are found.
    ///
    /// @param source   the file, for problems
    /// @param model    whose cells they are
    /// @param problems gets what is wrong, with line and column, the first 50 at most
    /// @param notices  gets what should be known though it does no harm
    /// @return the cells of the lines that nothing is wrong with
    public static List<Placement.Cell> read(
            String source, String text, TissueModel model, List<Problem> problems, List<Problem> notices) {
        CellTable table = new CellTable(model, new TableProblems(source, problems), notices);
        Iterator<String> lines = text.lines().iterator();
        if (text.startsWith("x") || text.startsWith("X")) {
            table.withHeader(lines);
        } else {
            table.withoutHeader(lines);
        }
        return table.cells;
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
            OptionalDouble number = Numbers.real(fields[3]);
            int type = number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
                    ? (int) number.getAsDouble()
                    : -1;
            if (type < 0 || type >= types.size()) {
                wrong(
                        "type",
                        "\"" + fields[3] + "\" was found; the ID of a cell type, from 0 to " + (types.size() - 1)
                                + ", is expected");
            } else if (place.isPresent()) {
                add(type, place.get(), Double.NaN, Map.of());
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
                notices.add(problems.at(1, header[column], "it is not known, and no cell has a value for it"));
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
            OptionalInt behaviour = behaviours.find(header[column]);
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
        int type = types.indexOf(fields[3]);
        if (type < 0) {
            wrong("type", NearMiss.unknown(fields[3], "a cell type", types));
        }
        double volume = Double.NaN;
        Map<Integer, Double> own = new HashMap<>();
        for (int column = 4; column < fields.length; column++) {
            String field = fields[column];
            if (field.isEmpty() || isSkipped(field)) {
                continue;
            }
            if (columns[column] == OTHER) {
                if (usedUnknown.add(column)) {
                    wrong(
                            header[column],
                            NearMiss.unknown(header[column], "volume or a behaviour", behaviours.names()));
                }
                continue;
            }
            Range range = columns[column] == VOLUME ? Range.POSITIVE : Range.of(behaviours.word(columns[column]));
            OptionalDouble value = Numbers.real(field);
            if (value.isEmpty() || !range.holds(value.getAsDouble())) {
                wrong(header[column], "\"" + field + "\" was found; " + range.words() + " is expected");
            } else if (columns[column] == VOLUME) {
                volume = value.getAsDouble();
            } else {
                own.put(columns[column], value.getAsDouble());
            }
        }
        if (type >= 0 && place.isPresent()) {
            add(type, place.get(), volume, Map.copyOf(own));
        }
    }

    private static boolean isSkipped(String field) {
        return field.charAt(0) == 's' || field.charAt(0) == 'S';
    }

    private void add(int type, double[] place, double volume, Map<Integer, Double> own) {
        cells.add(new Placement.Cell(type, place[0], place[1], place[2], volume, own));
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
        problems.wrong(line, column, message);
    }
}
