package org.immunarium.results.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is Zarr, version 2, as its specification has it, and comes back as it was.
final class ZarrTest {

    @TempDir
    private Path folder = Path.of("");

    private ZarrGroup group;

    @BeforeEach
    void aGroup() {
        group = ZarrGroup.create(
                folder.resolve("frame"),
                ZarrAttributes.none().with("time", 60.5).with("types", List.of("tumour", "T-Zelle ß")));
    }

    @Test
    void aColumnIsDescribedAndPackedAsTheSpecificationSays() throws IOException {
        group.doubles(
                "x", new double[] {1.5, Double.NaN, -0.0}, ZarrAttributes.none().with("unit", "µm"));
        JsonNode array = json("x/.zarray");
        assertThat(array.path("zarr_format").asInt()).isEqualTo(2);
        assertThat(array.path("shape").toString()).isEqualTo("[3]");
        assertThat(array.path("chunks").toString()).isEqualTo("[3]");
        assertThat(array.path("dtype").asText()).isEqualTo("<f8");
        assertThat(array.path("order").asText()).isEqualTo("C");
        assertThat(array.path("fill_value").isNumber()).isTrue();
        assertThat(array.path("filters").isNull()).isTrue();
        assertThat(array.path("compressor").path("id").asText()).isEqualTo("zlib");
        assertThat(json("x/.zattrs").path("unit").asText()).isEqualTo("µm");
        ByteBuffer chunk = chunk("x/0");
        assertThat(chunk.getDouble()).isEqualTo(1.5);
        assertThat(chunk.getDouble()).isNaN();
        assertThat(chunk.getLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(chunk.hasRemaining()).isFalse();
        assertThat(json(".zgroup").path("zarr_format").asInt()).isEqualTo(2);
    }

    @Test
    void textIsLengthsAndLetters() throws IOException {
        group.texts("names", List.of("ab", "ß"), ZarrAttributes.none());
        assertThat(json("names/.zarray").path("dtype").asText()).isEqualTo("|O");
        assertThat(json("names/.zarray").path("filters").path(0).path("id").asText())
                .isEqualTo("vlen-utf8");
        ByteBuffer chunk = chunk("names/0");
        assertThat(chunk.getInt()).isEqualTo(2);
        assertThat(text(chunk)).isEqualTo("ab");
        assertThat(text(chunk)).isEqualTo("ß");
        assertThat(chunk.hasRemaining()).isFalse();
        assertThat(group.array("names").texts()).containsExactly("ab", "ß");
    }

    @Test
    void oneTextHasNoAxis() throws IOException {
        group.text("unit", "µm", ZarrAttributes.none());
        assertThat(json("unit/.zarray").path("dtype").asText()).isEqualTo("<U2");
        assertThat(json("unit/.zarray").path("shape").toString()).isEqualTo("[]");
        assertThat(Files.readAllBytes(group("unit/0"))).isEqualTo("µm".getBytes(StandardCharsets.UTF_32LE));
    }

    @Test
    void longArraysAreCutAndComeBackWhole() {
        int rows = 70_000;
        try (ZarrArrayWriter array = group.array("m", ZarrType.INT32, ZarrAttributes.none(), rows, 3)) {
            for (int i = 0; i < 3 * rows; i++) {
                array.add(i);
            }
        }
        assertThat(group("m/0.0")).exists();
        assertThat(group("m/3.0")).exists();
        assertThat(group("m/4.0")).doesNotExist();
        assertThat(group.array("m").shape()).containsExactly(rows, 3);
        assertThat(group.array("m").ints())
                .isEqualTo(IntStream.range(0, 3 * rows).toArray());
        group.texts("t", Collections.nCopies(rows, "x"), ZarrAttributes.none());
        assertThat(group.array("t").texts()).hasSize(rows).containsOnly("x");
    }

    @Test
    void whatHardlyPacksIsKeptAsItIsWithinItsStream() throws IOException {
        int count = 50_000;
        double[] places = new SplittableRandom(1).doubles(count).toArray();
        group.doubles("places", places, ZarrAttributes.none());
        group.doubles("ones", DoubleStream.generate(() -> 1).limit(count).toArray(), ZarrAttributes.none());
        assertThat(Files.size(group("places/0"))).isBetween(8L * count, 8L * count + 64);
        assertThat(Files.size(group("ones/0"))).isLessThan(8L * count / 50);
        assertThat(group.array("places").doubles()).isEqualTo(places);
        assertThat(chunk("places/0").getDouble()).isEqualTo(places[0]);
    }

    @Test
    void allTypesComeBack() {
        try (ZarrArrayWriter array = group.array("b", ZarrType.INT8, ZarrAttributes.none(), 2)) {
            array.add(-3);
            array.add(127);
            assertThatThrownBy(() -> array.add(128)).isInstanceOf(ArithmeticException.class);
        }
        try (ZarrArrayWriter array = group.array("l", ZarrType.INT64, ZarrAttributes.none(), 1)) {
            array.add(1L << 40);
        }
        try (ZarrArrayWriter array = group.array("f", ZarrType.FLOAT32, ZarrAttributes.none(), 1, 2, 1)) {
            array.add(0.5);
            array.add(0.1);
        }
        group.doubles("none", new double[0], ZarrAttributes.none());
        assertThat(group.array("b").ints()).containsExactly(-3, 127);
        assertThat(group.array("l").longs()).containsExactly(1L << 40);
        assertThat(group.array("f").doubles()).containsExactly(0.5, 0.1f);
        assertThat(group.array("none").doubles()).isEmpty();
        assertThat(group.arrays()).containsExactly("b", "f", "l", "none");
    }

    @Test
    void whatIsSaidComesBack() {
        ZarrAttributes about = ZarrGroup.open(folder.resolve("frame")).attributes();
        assertThat(about.number("time")).isEqualTo(60.5);
        assertThat(about.texts("types")).containsExactly("tumour", "T-Zelle ß");
        assertThat(about.text("unit")).isEmpty();
    }

    @Test
    void anArrayThatIsNotFullIsAFault() {
        assertThatThrownBy(() -> {
                    try (ZarrArrayWriter array = group.array("x", ZarrType.FLOAT64, ZarrAttributes.none(), 2)) {
                        array.add(1.0);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 of its 2 values");
    }

    @Test
    void damageIsToldByItsFile() throws IOException {
        group.doubles("x", new double[] {1, 2}, ZarrAttributes.none());
        Files.write(group("x/0"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> group.array("x").doubles())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is damaged: it is not packed by zlib");
        Files.delete(group("x/0"));
        assertThatThrownBy(() -> group.array("x").doubles()).hasMessageContaining("is damaged: it is missing");
        Files.writeString(
                group("x/.zarray"), Files.readString(group("x/.zarray")).replace("<f8", ">f8"));
        assertThatThrownBy(() -> group.array("x")).hasMessageContaining("\"dtype\": \">f8\" is not known");
    }

    @Test
    void whatIsNotReadRightIsRefusedByItsKey() throws IOException {
        try (ZarrArrayWriter array = group.array("m", ZarrType.FLOAT64, ZarrAttributes.none(), 2, 2)) {
            for (int i = 0; i < 4; i++) {
                array.add(i);
            }
        }
        String good = Files.readString(group("m/.zarray")).replaceAll("\\s+", "");
        Map<String, String> bad = Map.of(
                "\"order\":\"C\"", "\"order\":\"F\"",
                "\"filters\":null", "\"filters\":[{\"id\":\"delta\"}]",
                "\"shape\":[2,2]", "\"shape\":[-2,2]",
                "\"chunks\":[2,2]", "\"chunks\":[2.5,2]",
                "\"zarr_format\":2", "\"zarr_format\":3");
        for (Map.Entry<String, String> each : bad.entrySet()) {
            assertThat(good).contains(each.getKey());
            Files.writeString(group("m/.zarray"), good.replace(each.getKey(), each.getValue()));
            assertThatThrownBy(() -> group.array("m"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(each.getKey().split(":", 2)[0])
                    .hasMessageContaining("expected; found");
        }
        Files.writeString(group("m/.zarray"), good.replace("\"shape\":[2,2]", "\"shape\":[2000000000,2]"));
        assertThatThrownBy(() -> group.array("m")).hasMessageContaining("at most 2147483639 values");
        Files.writeString(group("m/.zarray"), good.replace("\"order\"", "\"dimension_separator\":\"/\",\"order\""));
        assertThatThrownBy(() -> group.array("m")).hasMessageContaining("\"dimension_separator\": \".\" was expected");
        Files.writeString(group("m/.zarray"), good);
        assertThat(group.array("m").doubles()).containsExactly(0, 1, 2, 3);
    }

    private Path group(String name) {
        return folder.resolve("frame").resolve(name);
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(group(name).toFile());
    }

    private ByteBuffer chunk(String name) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(Files.readAllBytes(group(name))))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static String text(ByteBuffer chunk) {
        byte[] letters = new byte[chunk.getInt()];
        chunk.get(letters);
        return new String(letters, StandardCharsets.UTF_8);
    }
}
