package org.immunarium.tissue.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// Reads concentrations at the start from a table: a header `x,y,z,oxygen,…`, then each voxel
/// once, by any place in it, in µm.
public final class FieldTable {

    /// Beyond, memory is asked for only where the file can fill it.
    private static final int MANY = 1_000_000;

    private final List<String> substances;
    private final Domain domain;
    private final TableProblems problems;
    private int line;

    private FieldTable(TissueModel model, TableProblems problems) {
        substances = model.substances().stream().map(Substance::name).toList();
        domain = model.domain();
        this.problems = problems;
    }

    /// Reads a table, going on after a problem so that all are found.
    ///
    /// @param source   the file, for problems
    /// @param model    whose substances and domain they are
    /// @param problems gets what is wrong, with line and column, the first 50 at most
    /// @return as [org.immunarium.tissue.model.Beginning#fields]: for each substance its
    ///     concentration in each voxel, x fastest, then y, then z; 0 for substances that the table
    ///     does not have; empty where it cannot be read
    public static List<double[]> read(String source, String text, TissueModel model, List<Problem> problems) {
        if (!Double.isFinite(model.domain().lower()[0])) {
            return List.of();
        }
        return new FieldTable(model, new TableProblems(source, problems))
                .read(text.lines().toList());
    }

    private List<double[]> read(List<String> lines) {
        line = 1;
        String[] header = lines.isEmpty() ? new String[0] : split(lines.getFirst());
        if (header.length < 4 || !header[0].equals("x") || !header[1].equals("y") || !header[2].equals("z")) {
            wrong("", "the columns are " + String.join(", ", header) + "; x, y, z and then substances are expected");
            return List.of();
        }
        int[] columns = columns(header);
        int voxels = domain.voxels(0) * domain.voxels(1) * domain.voxels(2);
        if (voxels > MANY && lines.size() <= voxels) {
            wrong("", "there are " + (lines.size() - 1) + " lines for " + voxels + " voxels; one for each is expected");
            return List.of();
        }
        List<double[]> fields = new ArrayList<>();
        substances.forEach(substance -> fields.add(new double[voxels]));
        int[] lineOf = new int[voxels];
        for (String text : lines.subList(1, lines.size())) {
            line++;
            if (!text.isBlank()) {
                row(split(text), header, columns, fields, lineOf);
            }
        }
        long missing = Arrays.stream(lineOf).filter(of -> of == 0).count();
        if (missing > 0) {
            wrong("", missing + " of " + voxels + " voxels have no line; each is expected once");
        }
        return fields;
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
    }

    private int[] columns(String[] header) {
        int[] columns = new int[header.length];
        Set<String> seen = new HashSet<>();
        for (int column = 3; column < header.length; column++) {
            columns[column] = substances.indexOf(header[column]);
            if (columns[column] < 0) {
                wrong(header[column], NearMiss.unknown(header[column], "a substance", substances));
            } else if (!seen.add(header[column])) {
                wrong(header[column], "there are two columns of it");
            }
        }
        return columns;
    }

    private void row(String[] values, String[] header, int[] columns, List<double[]> fields, int[] lineOf) {
        if (values.length != header.length) {
            wrong("", "there are " + values.length + " fields; " + header.length + " are expected");
            return;
        }
        int voxel = 0;
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            OptionalDouble place = Numbers.real(values[axis]);
            double at = place.orElse(Double.NaN);
            double from = (at - domain.lower()[axis]) / domain.spacing()[axis];
            if (!(from >= 0 && from <= domain.voxels(axis))) {
                wrong(
                        header[axis],
                        "\"" + values[axis] + "\" was found; a number in the domain, which is from "
                                + domain.lower()[axis] + " to " + domain.upper()[axis] + ", is expected");
                return;
            }
            voxel += stride * Math.min((int) Math.floor(from), domain.voxels(axis) - 1);
            stride *= domain.voxels(axis);
        }
        if (lineOf[voxel] > 0) {
            wrong("", "the voxel already has line " + lineOf[voxel]);
        }
        lineOf[voxel] = line;
        for (int column = 3; column < values.length; column++) {
            OptionalDouble value = Numbers.real(values[column]);
            if (value.isEmpty() || value.getAsDouble() < 0) {
                wrong(
                        header[column],
                        "\"" + values[column] + "\" was found; " + Range.NOT_NEGATIVE.words() + " is expected");
            } else if (columns[column] >= 0) {
                fields.get(columns[column])[voxel] = value.getAsDouble();
            }
        }
    }

    private void wrong(String column, String message) {
        problems.wrong(line, column, message);
    }
}
