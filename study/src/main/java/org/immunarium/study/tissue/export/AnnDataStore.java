package org.immunarium.study.tissue.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.results.Damage;
import org.immunarium.results.zarr.ZarrArrayWriter;
import org.immunarium.results.zarr.ZarrAttributes;
import org.immunarium.results.zarr.ZarrGroup;
import org.immunarium.results.zarr.ZarrType;
import org.immunarium.study.tissue.frame.Field;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.picture.TissueColours;

/// All frames as one AnnData in Zarr, for Python (anndata, scanpy, squidpy) and R.
///
/// An observation is a cell at a time. `X` has its quantities and the concentration of each
/// substance where it is; `obs` says which cell it is, when, of which type and fate;
/// `obsm["spatial"]` where. Frames follow each other, and `obs["frame"]` tells them apart, as
/// samples of one study are in one AnnData.
///
/// Source: the on-disk format of anndata,
/// <https://anndata.readthedocs.io/en/stable/fileformat-prose.html>, encoding versions of 0.8.
final class AnnDataStore {

    private final List<Frame> frames;
    private final List<Frame.Quantity> quantities;
    private final List<Frame.Quantity> others;
    private final List<Frame.Quantity> substances;
    private final List<String> variables = new ArrayList<>();
    private final int axes;
    private final long cells;

    AnnDataStore(List<Frame> frames) {
        this.frames = frames;
        Frame first = frames.getFirst();
        List<Frame.Quantity> columns = first.columns();
        for (Frame frame : frames) {
            if (!frame.columns().equals(columns)) {
                throw Damage.of(frame.folder(), "the columns of " + first.folder() + " were expected");
            }
        }
        quantities = columns.stream()
                .filter(each -> !each.whole() && !each.array().matches("[xyz]"))
                .toList();
        others = columns.stream()
                .filter(each -> each.whole() && !Set.of("id", "type", "fate").contains(each.array()))
                .toList();
        substances = first.substances();
        Set<String> taken = new HashSet<>();
        quantities.forEach(each -> variables.add(unique(each.name(), taken)));
        substances.forEach(each -> variables.add(unique(each.name(), taken)));
        axes = first.isFlat() ? 2 : 3;
        cells = frames.stream().mapToLong(Frame::count).sum();
    }

    private static String unique(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += " concentration";
        }
        return free;
    }

    void write(Path folder, String title) {
        ZarrGroup root = ZarrGroup.create(folder, encoding("anndata", "0.1.0"));
        for (String empty : List.of("layers", "obsp", "varm", "varp")) {
            dictionary(root, empty);
        }
        var(root);
        uns(dictionary(root, "uns"), title);
        observations(root);
    }

    private static ZarrAttributes encoding(String type, String version) {
        return ZarrAttributes.none().with("encoding-type", type).with("encoding-version", version);
    }

    private static ZarrAttributes array() {
        return encoding("array", "0.2.0");
    }

    private static ZarrAttributes texts() {
        return encoding("string-array", "0.2.0");
    }

    private static ZarrGroup dictionary(ZarrGroup parent, String name) {
        return parent.group(name, encoding("dict", "0.1.0"));
    }

    private static ZarrGroup table(ZarrGroup parent, String name, List<String> columns) {
        return parent.group(
                name, encoding("dataframe", "0.2.0").with("_index", "_index").with("column-order", columns));
    }

    private void var(ZarrGroup root) {
        ZarrGroup table = table(root, "var", List.of("unit", "of"));
        table.texts("_index", variables, texts());
        List<String> units = new ArrayList<>();
        quantities.forEach(each -> units.add(each.unit()));
        substances.forEach(each -> units.add(each.unit()));
        table.texts("unit", units, texts());
        ZarrArrayWriter of = categories(table, "of", List.of("cell", "substance"), variables.size());
        try (of) {
            for (int i = 0; i < variables.size(); i++) {
                of.add(i < quantities.size() ? 0 : 1);
            }
        }
    }

    /// @return takes the numbers of categories
    private static ZarrArrayWriter categories(ZarrGroup table, String name, List<String> categories, long rows) {
        ZarrGroup column = table.group(name, encoding("categorical", "0.2.0").with("ordered", false));
        column.texts("categories", categories, texts());
        return column.array("codes", ZarrType.INT32, array(), rows);
    }

    private void uns(ZarrGroup uns, String title) {
        Frame first = frames.getFirst();
        ZarrAttributes text = encoding("string", "0.2.0");
        uns.text("title", title, text);
        uns.text("time_unit", "min", text);
        uns.text("spatial_unit", "µm", text);
        uns.doubles("domain_lower", first.lower(), array());
        uns.doubles("domain_upper", first.upper(), array());
        List<String> colours = new ArrayList<>();
        for (int type = 0; type < first.types().size(); type++) {
            colours.add(TissueColours.of(type, 0));
        }
        // Where scanpy looks for the colours of obs["cell_type"].
        uns.texts("cell_type_colors", colours, texts());
    }

    private void observations(ZarrGroup root) {
        List<String> order = new ArrayList<>(List.of("cell_type", "fate", "time", "frame", "id"));
        others.forEach(each -> order.add(each.array()));
        ZarrGroup obs = table(root, "obs", order);
        List<String> names = frames.stream()
                .map(each -> each.folder().getFileName().toString())
                .toList();
        Frame first = frames.getFirst();
        try (ZarrArrayWriter index = obs.array("_index", ZarrType.TEXT, texts(), cells);
                ZarrArrayWriter types = categories(obs, "cell_type", first.types(), cells);
                ZarrArrayWriter fates = categories(obs, "fate", first.fates(), cells);
                ZarrArrayWriter times = obs.array("time", ZarrType.FLOAT64, array(), cells);
                ZarrArrayWriter numbers = categories(obs, "frame", names, cells);
                ZarrArrayWriter ids = obs.array("id", ZarrType.INT64, array(), cells);
                ZarrArrayWriter values = root.array("X", ZarrType.FLOAT64, array(), cells, variables.size());
                ZarrArrayWriter places =
                        dictionary(root, "obsm").array("spatial", ZarrType.FLOAT64, array(), cells, axes)) {
            for (int f = 0; f < frames.size(); f++) {
                Frame frame = frames.get(f);
                double[][] at = {frame.doubles("x"), frame.doubles("y"), frame.doubles("z")};
                long[] id = frame.longs("id");
                add(types, frame.longs("type"));
                add(fates, frame.longs("fate"));
                add(ids, id);
                for (int i = 0; i < id.length; i++) {
                    index.add(frame.number() + "-" + id[i]);
                    times.add(frame.time());
                    numbers.add(f);
                    for (int axis = 0; axis < axes; axis++) {
                        places.add(at[axis][i]);
                    }
                }
                matrix(values, frame, at);
            }
        }
        for (Frame.Quantity other : others) {
            try (ZarrArrayWriter column = obs.array(other.array(), ZarrType.INT64, array(), cells)) {
                frames.forEach(frame -> add(column, frame.longs(other.array())));
            }
        }
    }

    private static void add(ZarrArrayWriter array, long[] values) {
        for (long value : values) {
            array.add(value);
        }
    }

    private void matrix(ZarrArrayWriter values, Frame frame, double[][] at) {
        List<double[]> columns =
                quantities.stream().map(each -> frame.doubles(each.array())).toList();
        List<Field> fields = substances.stream().map(frame::field).toList();
        for (int i = 0; i < frame.count(); i++) {
            for (double[] column : columns) {
                values.add(column[i]);
            }
            for (Field field : fields) {
                values.add(field.at(at[0][i], at[1][i], at[2][i]));
            }
        }
    }
}
