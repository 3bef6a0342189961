package org.immunarium.results.zarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.results.Damage;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;

/// A folder of arrays and of further groups.
///
/// What is written here is not synced: whoever makes a group makes it within an
/// [org.immunarium.results.AtomicFolder].
public final class ZarrGroup {

    static final String ATTRIBUTES = ".zattrs";
    private static final String FILE = ".zgroup";
    private static final int FORMAT = 2;

    private final Path folder;
    private final ZarrAttributes attributes;

    private ZarrGroup(Path folder, ZarrAttributes attributes) {
        this.folder = folder;
        this.attributes = attributes;
    }

    /// Makes a group.
    ///
    /// @param folder made where it is missing
    /// @throws StorageException if it cannot be written
    public static ZarrGroup create(Path folder, ZarrAttributes attributes) {
        try {
            Files.createDirectories(folder);
            ObjectNode group = Json.object().put("zarr_format", FORMAT);
            Files.writeString(folder.resolve(FILE), Json.ascii(group));
            write(folder, attributes);
            return new ZarrGroup(folder, attributes);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    static void write(Path folder, ZarrAttributes attributes) throws IOException {
        if (!attributes.isEmpty()) {
            Files.writeString(folder.resolve(ATTRIBUTES), attributes.json());
        }
    }

    /// A group made before.
    ///
    /// @throws org.immunarium.units.InvalidInputException if there is none, or it is damaged
    public static ZarrGroup open(Path folder) {
        Path file = folder.resolve(FILE);
        int format = Json.read(file).path("zarr_format").asInt();
        if (format != FORMAT) {
            throw Damage.of(file, "\"zarr_format\": " + FORMAT + " was expected; found " + format);
        }
        return new ZarrGroup(folder, attributes(folder));
    }

    /// Whether a folder is a group.
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    static ZarrAttributes attributes(Path folder) {
        Path file = folder.resolve(ATTRIBUTES);
        return Files.exists(file) ? ZarrAttributes.of(Json.read(file)) : ZarrAttributes.none();
    }

    /// What is said about it.
    public ZarrAttributes attributes() {
        return attributes;
    }

    /// Makes a group within.
    public ZarrGroup group(String name, ZarrAttributes about) {
        return create(folder.resolve(name), about);
    }

    /// Makes an array of numbers, to be filled.
    ///
    /// @param shape may have no axis, which is one number
    public ZarrArrayWriter array(String name, ZarrType type, ZarrAttributes about, long... shape) {
        return ZarrArrayWriter.create(folder.resolve(name), type, about, shape);
    }

    /// Writes a column of numbers.
    public void doubles(String name, double[] values, ZarrAttributes about) {
        try (ZarrArrayWriter array = array(name, ZarrType.FLOAT64, about, values.length)) {
            for (double value : values) {
                array.add(value);
            }
        }
    }

    /// Writes a column of text.
    public void texts(String name, Collection<String> values, ZarrAttributes about) {
        try (ZarrArrayWriter array = array(name, ZarrType.TEXT, about, values.size())) {
            values.forEach(array::add);
        }
    }

    /// Writes one text, as an array without axes of NumPy's `U`: text of one length, in UTF-32.
    public void text(String name, String value, ZarrAttributes about) {
        Path at = folder.resolve(name);
        byte[] letters = value.getBytes(StandardCharsets.UTF_32LE);
        byte[] content = letters.length == 0 ? new byte[Integer.BYTES] : letters;
        try {
            Files.createDirectories(at);
            ObjectNode array =
                    ZarrArrayWriter.describe("<U" + content.length / Integer.BYTES, new long[0], new long[0], false);
            array.put("fill_value", "");
            array.putNull("compressor");
            Files.writeString(at.resolve(ZarrArray.FILE), Json.ascii(array));
            write(at, about);
            Files.write(at.resolve("0"), content);
        } catch (IOException e) {
            throw new StorageException(at, e);
        }
    }

    /// A group within.
    ///
    /// @throws org.immunarium.units.InvalidInputException if there is none, or it is damaged
    public ZarrGroup group(String name) {
        return open(folder.resolve(name));
    }

    /// An array within.
    ///
    /// @throws org.immunarium.units.InvalidInputException if there is none, or it is damaged
    public ZarrArray array(String name) {
        return ZarrArray.open(folder.resolve(name));
    }

    /// The names of all arrays within, in order.
    public List<String> arrays() {
        return having(ZarrArray.FILE);
    }

    /// The names of all groups within, in order.
    public List<String> groups() {
        return having(FILE);
    }

    private List<String> having(String file) {
        try (Stream<Path> within = Files.list(folder)) {
            return within.filter(each -> Files.isRegularFile(each.resolve(file)))
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder, e);
        }
    }
}
