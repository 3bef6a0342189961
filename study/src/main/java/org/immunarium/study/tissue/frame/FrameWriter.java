package org.immunarium.study.tissue.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.numerics.field.Grid;
import org.immunarium.results.AtomicFolder;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;
import org.immunarium.results.zarr.ZarrArrayWriter;
import org.immunarium.results.zarr.ZarrAttributes;
import org.immunarium.results.zarr.ZarrGroup;
import org.immunarium.results.zarr.ZarrType;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.LongColumn;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;

/// Writes frames: `cells/frame-000003` and `fields/frame-000003`.
///
/// Cells are in the order of their ids, so that a frame is the same bytes on any number of
/// threads. A frame is there once its cells are: its substances come first, each of both whole.
final class FrameWriter {

    private static final int FORMAT = 1;

    /// What xarray calls an array's axes by.
    private static final String AXES = "_ARRAY_DIMENSIONS";

    private final RunFolder folder;
    private final Map<String, String> about;

    /// @param about said of each frame besides what is in it, by name
    FrameWriter(RunFolder folder, Map<String, String> about) {
        this.folder = folder;
        this.about = about;
    }

    /// Writes a frame in place of one of its number.
    ///
    /// @param picture whether the report shows it
    /// @throws StorageException if it cannot be written
    void write(int number, Tissue tissue, boolean picture) {
        Path cells = root(RunFolder.CELLS).resolve(name(number));
        if (!tissue.model().substances().isEmpty()) {
            Path fields = root(RunFolder.FIELDS).resolve(name(number));
            AtomicFolder.write(fields, partial -> writeFields(partial, tissue));
        }
        AtomicFolder.write(cells, partial -> writeCells(partial, tissue, picture));
    }

    static String name(int number) {
        return String.format(Locale.ROOT, "frame-%06d", number);
    }

    /// A folder of frames, which is a group, too.
    private Path root(String name) {
        Path root = folder.results(name);
        if (!ZarrGroup.isAt(root)) {
            ZarrGroup.create(root, ZarrAttributes.none());
        }
        return root;
    }

    private static ZarrAttributes attributes(Tissue tissue) {
        return ZarrAttributes.none()
                .with("format", FORMAT)
                .with("time", tissue.time())
                .with("time unit", "min")
                .with("length unit", "µm");
    }

    private void writeCells(Path at, Tissue tissue, boolean picture) {
        TissueModel model = tissue.model();
        Domain domain = model.domain();
        Cells cells = tissue.cells();
        ZarrAttributes attributes = attributes(tissue)
                .with("cells", cells.count())
                .with("types", model.types().stream().map(CellType::name).toList())
                .with("fates", Fate.WORDS)
                .with("phases", model.types().stream().map(FrameWriter::phases).toList())
                .with("lower", domain.lower())
                .with("upper", domain.upper())
                .with("flat", domain.flat())
                .with("picture", picture);
        about.forEach(attributes::with);
        ZarrGroup group = ZarrGroup.create(at, attributes);
        int[] order = byId(cells);
        for (CellColumn column : CellColumn.of(tissue)) {
            ZarrAttributes of = ZarrAttributes.none()
                    .with("name", column.name())
                    .with("unit", column.unit())
                    .with(AXES, List.of("cell"));
            ZarrType type = switch (column.column()) {
                case DoubleColumn _ -> ZarrType.FLOAT64;
                case IntColumn _ -> ZarrType.INT32;
                case LongColumn _ -> ZarrType.INT64;
            };
            try (ZarrArrayWriter array = group.array(column.array(), type, of, order.length)) {
                switch (column.column()) {
                    case DoubleColumn doubles -> Arrays.stream(order).forEach(i -> array.add(doubles.values[i]));
                    case IntColumn ints -> Arrays.stream(order).forEach(i -> array.add(ints.values[i]));
                    case LongColumn longs -> Arrays.stream(order).forEach(i -> array.add(longs.values[i]));
                }
            }
        }
    }

    /// The phases of a type's cycle in one line, in order.
    private static String phases(CellType type) {
        return type.cycle().phases().stream()
                .map(CycleModel.Phase::name)
                .collect(Collectors.joining(Frame.BETWEEN_PHASES));
    }

    /// Where cells are, in the order of their ids.
    private static int[] byId(Cells cells) {
        long[] ids = Arrays.copyOf(cells.id.values, cells.count());
        Arrays.sort(ids);
        IdIndex index = new IdIndex(cells);
        return Arrays.stream(ids).mapToInt(index::of).toArray();
    }

    private static void writeFields(Path at, Tissue tissue) {
        Grid grid = tissue.fields().grid();
        ZarrGroup group = ZarrGroup.create(
                at,
                attributes(tissue)
                        .with("lower", new double[] {grid.x0(), grid.y0(), grid.z0()})
                        .with("spacing", new double[] {grid.dx(), grid.dy(), grid.dz()}));
        ArrayNames names = new ArrayNames();
        axis(group, names.of("x"), grid.nx(), grid.x0(), grid.dx());
        axis(group, names.of("y"), grid.ny(), grid.y0(), grid.dy());
        axis(group, names.of("z"), grid.nz(), grid.z0(), grid.dz());
        List<Substance> substances = tissue.model().substances();
        for (int s = 0; s < substances.size(); s++) {
            ZarrAttributes of = ZarrAttributes.none()
                    .with("name", substances.get(s).name())
                    .with("unit", substances.get(s).unit())
                    .with(AXES, List.of("z", "y", "x"));
            try (ZarrArrayWriter array = group.array(
                    names.of(substances.get(s).name()), ZarrType.FLOAT64, of, grid.nz(), grid.ny(), grid.nx())) {
                for (double each : tissue.fields().concentrations(s)) {
                    array.add(each);
                }
            }
        }
    }

    /// Where the middles of voxels are along an axis.
    private static void axis(ZarrGroup group, String name, int voxels, double lower, double spacing) {
        double[] middles = new double[voxels];
        for (int i = 0; i < voxels; i++) {
            middles[i] = lower + (i + 0.5) * spacing;
        }
        group.doubles(name, middles, ZarrAttributes.none().with("unit", "µm").with(AXES, List.of(name)));
    }

    /// Removes all frames from a number on.
    ///
    /// @throws StorageException if they cannot be removed
    void removeFrom(int number) {
        for (Path cells : RunFrames.folders(folder.results(RunFolder.CELLS), number)) {
            remove(cells);
        }
        for (Path fields : RunFrames.folders(folder.results(RunFolder.FIELDS), number)) {
            remove(fields);
        }
    }

    private static void remove(Path frame) {
        try {
            AtomicFolder.remove(frame);
        } catch (IOException e) {
            throw new StorageException(frame, e);
        }
    }

    /// All files of a frame, in an order.
    static List<Path> files(RunFolder folder, int number) {
        return Stream.of(RunFolder.FIELDS, RunFolder.CELLS)
                .map(root -> folder.results(root).resolve(name(number)))
                .filter(Files::isDirectory)
                .flatMap(frame -> RunFrames.tree(frame).stream())
                .toList();
    }
}
