package org.immunarium.study.tissue.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunarium.results.TableWriter;
import org.immunarium.study.tissue.frame.Field;
import org.immunarium.study.tissue.frame.Frame;

/// A table of cells and one of substances for each frame: `cells-000000.csv` and
/// `substances-000000.csv`.
///
/// Columns are as in PhysiCell's own tables of cells (x, y, z, the type's name, volume,
/// behaviours by their names) and substances (x, y, z of a voxel's middle, concentrations), so
/// that a frame can be the start of a project there; it says of columns that it does not know
/// that it passes over them. Units are those of frames: µm, µm³, min.
final class CellTables {

    private static final Set<String> FIRST = Set.of("x", "y", "z", "type", "volume", "id", "fate");

    private CellTables() {}

    static void write(List<Frame> frames, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Frame frame : frames) {
            String number = frame.folder().getFileName().toString().replace("frame", "");
            cells(frame, folder.resolve("cells" + number + ".csv"));
            if (!frame.substances().isEmpty()) {
                substances(frame, folder.resolve("substances" + number + ".csv"));
            }
        }
    }

    private static void cells(Frame frame, Path file) {
        List<Frame.Quantity> others = frame.columns().stream()
                .filter(each -> !FIRST.contains(each.array()))
                .toList();
        List<String> header = new ArrayList<>(List.of("x", "y", "z", "type", "volume", "ID", "fate", "time"));
        others.forEach(each -> header.add(each.name()));
        double[] x = frame.doubles("x");
        double[] y = frame.doubles("y");
        double[] z = frame.doubles("z");
        double[] volume = frame.doubles("volume");
        int[] type = frame.ints("type");
        int[] fate = frame.ints("fate");
        long[] id = frame.longs("id");
        List<String> types = frame.types();
        List<String> fates = frame.fates();
        double time = frame.time();
        List<double[]> values =
                others.stream().map(each -> frame.doubles(each.array())).toList();
        try (TableWriter table = TableWriter.create(file, header)) {
            for (int i = 0; i < id.length; i++) {
                table.cell(x[i]).cell(y[i]).cell(z[i]).cell(types.get(type[i]));
                table.cell(volume[i]).cell(id[i]).cell(fates.get(fate[i]));
                table.cell(time);
                for (double[] each : values) {
                    table.cell(each[i]);
                }
                table.endRow();
            }
        }
    }

    private static void substances(Frame frame, Path file) {
        List<Field> fields = frame.substances().stream().map(frame::field).toList();
        List<String> header = new ArrayList<>(List.of("x", "y", "z"));
        fields.forEach(each -> header.add(each.substance().name()));
        Field grid = fields.getFirst();
        try (TableWriter table = TableWriter.create(file, header)) {
            for (int voxel = 0; voxel < grid.values().length; voxel++) {
                table.cell(middle(grid, 0, voxel % grid.nx()));
                table.cell(middle(grid, 1, voxel / grid.nx() % grid.ny()));
                table.cell(middle(grid, 2, voxel / grid.nx() / grid.ny()));
                for (Field each : fields) {
                    table.cell(each.values()[voxel]);
                }
                table.endRow();
            }
        }
    }

    private static double middle(Field grid, int axis, int place) {
        return grid.lower()[axis] + (place + 0.5) * grid.spacing()[axis];
    }
}
