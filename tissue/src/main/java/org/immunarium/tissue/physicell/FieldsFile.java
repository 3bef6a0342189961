package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;

/// Reads a file of concentrations at the start: a header `x,y,z,oxygen,...`, then each voxel once.
public final class FieldsFile {

    /// Beyond, memory is asked for only where the file can fill it.
    private static final int MANY = 1_000_000;

    private final String source;
    private final List<String> substances;
    private final Domain domain;
    private final Findings findings;
    private int line;

    private FieldsFile(String source, List<String> substances, Domain domain, Findings findings) {
        this.source = source;
        this.substances = substances;
        this.domain = domain;
        this.findings = findings;
    }

    /// Reads the concentrations of a model that is no project.
    ///
    /// @param source   how the file is called in problems
    /// @param problems gets what is wrong
    /// @param notices  gets what should be known
    /// @return as [org.immunarium.tissue.model.Beginning#fields]
    public static List<double[]> read(
            String source, String text, TissueModel model, List<Problem> problems, List<String> notices) {
        Findings findings = new Findings();
        findings.reads(source);
        List<double[]> fields =
                read(new ProjectFiles.Text(source, text), Names.of(model).substances(), model.domain(), findings);
        findings.tell(problems, notices);
        return fields;
    }

    /// @return for each substance its concentration in each voxel, x fastest, then y, then z; 0 for substances
    ///     that the
    ///     file does not have; empty where it cannot be read
    static List<double[]> read(ProjectFiles.Text file, List<String> substances, Domain domain, Findings findings) {
        if (!Double.isFinite(domain.lower()[0])) {
            return List.of();
        }
        return new FieldsFile(file.source(), substances, domain, findings)
                .read(file.text().lines().toList());
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
                wrong(header[column], Findings.unknown(header[column], "a substance", substances));
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
                        "\"" + values[column] + "\" was found; " + Range.NOT_NEGATIVE.words + " is expected");
            } else if (columns[column] >= 0) {
                fields.get(columns[column])[voxel] = value.getAsDouble();
            }
        }
    }

    private void wrong(String column, String message) {
        findings.wrong(source, line, column, message);
    }
}
