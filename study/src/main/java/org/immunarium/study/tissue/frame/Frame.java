package org.immunarium.study.tissue.frame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Damage;
import org.immunarium.results.zarr.ZarrArray;
import org.immunarium.results.zarr.ZarrAttributes;
import org.immunarium.results.zarr.ZarrGroup;

/// All cells and substances at one time, in a run's folder. Each call reads anew from the disk.
public final class Frame {

    /// Between the phases of a cycle, which a frame has in one line for each type.
    static final String BETWEEN_PHASES = ", ";

    private final int number;
    private final Path folder;
    private final ZarrGroup cells;
    private final Optional<ZarrGroup> fields;

    Frame(int number, Path cells, Path fields) {
        this.number = number;
        this.folder = cells;
        this.cells = ZarrGroup.open(cells);
        this.fields = Files.isDirectory(fields) ? Optional.of(ZarrGroup.open(fields)) : Optional.empty();
        if (Double.isNaN(time()) || types().isEmpty() || lower().length != 3 || upper().length != 3) {
            throw Damage.of(cells, "a frame of cells was expected, with its time, its types and its domain");
        }
    }

    /// A number of each cell, or a substance.
    ///
    /// @param array what its array is called
    /// @param name  in words
    /// @param unit  `1` for a plain number; empty for what is not a quantity
    /// @param whole whether its numbers are whole
    public record Quantity(String array, String name, String unit, boolean whole) {}

    /// From 0, in order of time.
    public int number() {
        return number;
    }

    /// Where its cells are.
    public Path folder() {
        return folder;
    }

    private ZarrAttributes about() {
        return cells.attributes();
    }

    /// Since the start, min.
    public double time() {
        return about().number("time");
    }

    /// How many cells there are, living and dead.
    public int count() {
        return (int) about().number("cells");
    }

    /// The names of cell types, by number.
    public List<String> types() {
        return about().texts("types");
    }

    /// What has become of cells, by number: `alive` first.
    public List<String> fates() {
        return about().texts("fates");
    }

    /// The phases of a type's cycle, by number; none where the frame does not tell.
    ///
    /// @param type its number
    public List<String> phases(int type) {
        List<String> lines = about().texts("phases");
        return type < lines.size() ? List.of(lines.get(type).split(BETWEEN_PHASES, -1)) : List.of();
    }

    /// The domain's corner with the lowest coordinates, µm.
    public double[] lower() {
        return about().numbers("lower");
    }

    /// The opposite corner, µm.
    public double[] upper() {
        return about().numbers("upper");
    }

    /// Whether cells keep to the plane z = 0.
    public boolean isFlat() {
        return about().is("flat");
    }

    /// Whether the report shows it.
    public boolean isPicture() {
        return about().is("picture");
    }

    /// The substance that pictures of it show behind the cells, by name.
    public Optional<String> background() {
        return about().text("background");
    }

    /// What is known of each cell, in the order of arrays' names.
    public List<Quantity> columns() {
        return quantities(cells);
    }

    /// A number of each cell, in the order of their ids.
    ///
    /// @param array what its array is called, such as `x` or `attack_tumour`
    public double[] doubles(String array) {
        return checked(array, cells.array(array)).doubles();
    }

    /// As [#doubles], of one that is whole.
    public int[] ints(String array) {
        return checked(array, cells.array(array)).ints();
    }

    /// As [#doubles], of one that is whole and may be large, such as `id`.
    public long[] longs(String array) {
        return checked(array, cells.array(array)).longs();
    }

    private ZarrArray checked(String array, ZarrArray found) {
        int[] shape = found.shape();
        if (shape.length != 1 || shape[0] != count()) {
            throw Damage.of(folder.resolve(array), count() + " cells were expected");
        }
        return found;
    }

    /// All substances.
    public List<Quantity> substances() {
        return fields.map(Frame::quantities).orElse(List.of()).stream()
                .filter(each -> !each.name().isEmpty())
                .toList();
    }

    /// The concentrations of a substance in each voxel, x fastest, then y, then z.
    public Field field(Quantity substance) {
        ZarrGroup group = fields.orElseThrow();
        ZarrArray array = group.array(substance.array());
        int[] shape = array.shape();
        double[] lower = group.attributes().numbers("lower");
        double[] spacing = group.attributes().numbers("spacing");
        if (shape.length != 3 || lower.length != 3 || spacing.length != 3) {
            throw Damage.of(folder, "a substance has voxels along three axes");
        }
        return new Field(substance, shape[2], shape[1], shape[0], lower, spacing, array.doubles());
    }

    private static List<Quantity> quantities(ZarrGroup group) {
        List<Quantity> quantities = new ArrayList<>();
        for (String name : group.arrays()) {
            ZarrArray array = group.array(name);
            ZarrAttributes about = array.attributes();
            quantities.add(new Quantity(
                    name, about.text("name").orElse(""), about.text("unit").orElse(""), array.isWhole()));
        }
        return quantities;
    }
}
