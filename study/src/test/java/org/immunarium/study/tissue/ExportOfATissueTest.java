package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Frames in other tools' formats have the same cells, as a reader sees them that knows no more
/// than the format.
final class ExportOfATissueTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anAnnDataIsAsItsFormatSays() throws IOException {
        RunFolder run = run("output.frames", "6 min");
        List<Frame> frames = RunFrames.of(run);
        Path root = export(run, Format.ANNDATA, "cells.zarr");
        assertThat(json(root.resolve(".zattrs")).path("encoding-type").asText()).isEqualTo("anndata");
        assertThat(json(root.resolve(".zattrs")).path("encoding-version").asText())
                .isEqualTo("0.1.0");
        for (String part : List.of("obs", "var", "obsm", "varm", "obsp", "varp", "layers", "uns")) {
            assertThat(json(root.resolve(part).resolve(".zgroup"))
                            .path("zarr_format")
                            .asInt())
                    .isEqualTo(2);
        }
        JsonNode obs = json(root.resolve("obs/.zattrs"));
        assertThat(obs.path("encoding-type").asText()).isEqualTo("dataframe");
        assertThat(obs.path("_index").asText()).isEqualTo("_index");
        List<String> columns = new ArrayList<>();
        obs.path("column-order").forEach(each -> columns.add(each.asText()));
        assertThat(columns).contains("cell_type", "fate", "time", "frame", "id", "phase");
        int cells = frames.stream().mapToInt(Frame::count).sum();
        for (String column : columns) {
            Path at = root.resolve("obs").resolve(column);
            boolean category =
                    json(at.resolve(".zattrs")).path("encoding-type").asText().equals("categorical");
            assertThat(shape(category ? at.resolve("codes") : at)).as(column).containsExactly(cells);
        }
        assertThat(texts(root.resolve("obs/cell_type/categories"))).containsExactly("tumour", "killer");
        assertThat(texts(root.resolve("obs/_index"))).startsWith("0-0", "0-1").doesNotHaveDuplicates();
        List<String> variables = texts(root.resolve("var/_index"));
        assertThat(variables).contains("volume", "radius", "oxygen", "cycle entry");
        assertThat(texts(root.resolve("var/unit")).get(variables.indexOf("oxygen")))
                .isEqualTo("mmHg");
        assertThat(shape(root.resolve("X"))).containsExactly(cells, variables.size());
        assertThat(shape(root.resolve("obsm/spatial"))).containsExactly(cells, 2);
        ByteBuffer x = chunk(root.resolve("X/0.0"));
        ByteBuffer spatial = chunk(root.resolve("obsm/spatial/0.0"));
        double[] volume = frames.get(1).doubles("volume");
        double[] y = frames.get(1).doubles("y");
        for (int i = 0; i < volume.length; i++) {
            int row = frames.getFirst().count() + i;
            assertThat(x.getDouble(Double.BYTES * (row * variables.size() + variables.indexOf("volume"))))
                    .isEqualTo(volume[i]);
            assertThat(spatial.getDouble(Double.BYTES * (2 * row + 1))).isEqualTo(y[i]);
        }
        ByteBuffer unit = ByteBuffer.wrap(Files.readAllBytes(root.resolve("uns/spatial_unit/0")));
        assertThat(new String(unit.array(), StandardCharsets.UTF_32LE)).isEqualTo("µm");
    }

    @Test
    void vtkHasPointsAndVoxels() throws Exception {
        RunFolder run = run("output.frames", "6 min");
        Frame frame = RunFrames.of(run).get(1);
        Path root = export(run, Format.VTK, "vtk");
        Document series = xml(root.resolve("cells.pvd"));
        NodeList sets = series.getElementsByTagName("DataSet");
        assertThat(sets.getLength()).isEqualTo(3);
        assertThat(((Element) sets.item(1)).getAttribute("timestep")).isEqualTo("6");
        String name = ((Element) sets.item(1)).getAttribute("file");
        Document cells = xml(root.resolve(name));
        assertThat(cells.getDocumentElement().getAttribute("type")).isEqualTo("PolyData");
        Element piece = (Element) cells.getElementsByTagName("Piece").item(0);
        assertThat(piece.getAttribute("NumberOfPoints")).isEqualTo(Integer.toString(frame.count()));
        double[] places = doubles(cells, "Points");
        assertThat(places).hasSize(3 * frame.count());
        assertThat(places[4]).isEqualTo(frame.doubles("y")[1]);
        assertThat(doubles(cells, "volume [µm^3]")).isEqualTo(frame.doubles("volume"));
        ByteBuffer offsets = data(cells, "offsets");
        assertThat(offsets.getLong(offsets.limit() - Long.BYTES)).isEqualTo(frame.count());
        Document fields = xml(root.resolve(name.replace("cells", "fields").replace(".vtp", ".vti")));
        Element image = (Element) fields.getElementsByTagName("ImageData").item(0);
        assertThat(image.getAttribute("WholeExtent")).isEqualTo("0 10 0 10 0 1");
        assertThat(image.getAttribute("Origin")).isEqualTo("-100 -100 -10");
        assertThat(image.getAttribute("Spacing")).isEqualTo("20 20 20");
        assertThat(doubles(fields, "oxygen [mmHg]"))
                .isEqualTo(frame.field(frame.substances().getFirst()).values());
    }

    @Test
    void simulariumHasSpheresAndCounts() throws IOException {
        RunFolder run = run("output.frames", "6 min");
        List<Frame> frames = RunFrames.of(run);
        JsonNode root = json(export(run, Format.SIMULARIUM, "x.simularium"));
        JsonNode info = root.path("trajectoryInfo");
        assertThat(info.path("version").asInt()).isEqualTo(3);
        assertThat(info.path("totalSteps").asInt()).isEqualTo(3);
        assertThat(info.path("timeStepSize").asDouble()).isEqualTo(6);
        assertThat(info.path("size").path("x").asDouble()).isEqualTo(200);
        assertThat(info.path("typeMapping").path("0").path("name").asText()).isEqualTo("tumour");
        JsonNode bundle = root.path("spatialData").path("bundleData");
        assertThat(bundle.size())
                .isEqualTo(3)
                .isEqualTo(root.path("spatialData").path("bundleSize").asInt());
        for (int f = 0; f < 3; f++) {
            JsonNode data = bundle.path(f).path("data");
            Frame frame = frames.get(f);
            assertThat(bundle.path(f).path("time").asDouble()).isEqualTo(frame.time());
            assertThat(data.size()).isEqualTo(11 * frame.count());
            for (int i = 0; i < frame.count(); i++) {
                assertThat(data.path(11 * i).asInt()).isEqualTo(1000);
                assertThat(data.path(11 * i + 1).asLong()).isEqualTo(frame.longs("id")[i]);
                String type = data.path(11 * i + 2).asText();
                assertThat(info.path("typeMapping").path(type).path("name").asText())
                        .startsWith(frame.types().get(frame.ints("type")[i]));
                assertThat(data.path(11 * i + 3).asDouble()).isEqualTo(frame.doubles("x")[i]);
                assertThat(data.path(11 * i + 9).asDouble()).isEqualTo(frame.doubles("radius")[i]);
                assertThat(data.path(11 * i + 10).asInt()).isZero();
            }
        }
        JsonNode trace = root.path("plotData").path("data").path(0).path("data").path(1);
        assertThat(trace.path("name").asText()).isEqualTo("killer");
        assertThat(trace.path("y").path(0).asInt()).isEqualTo(20);
    }

    @Test
    void tablesHaveACellARow() throws IOException {
        RunFolder run = run("output.frames", "6 min");
        Frame frame = RunFrames.of(run).get(1);
        Path root = export(run, Format.CSV, "csv");
        Table cells = Table.read(root.resolve("cells-000001.csv"));
        assertThat(cells.header())
                .startsWith("x", "y", "z", "type", "volume", "ID", "fate", "time")
                .contains("cycle entry", "radius");
        assertThat(cells.numbers(cells.column("volume"))).isEqualTo(frame.doubles("volume"));
        assertThat(cells.rows().getFirst()).contains("tumour", "alive");
        Table substances = Table.read(root.resolve("substances-000001.csv"));
        assertThat(substances.header()).containsExactly("x", "y", "z", "oxygen");
        assertThat(substances.rows().getFirst()).startsWith("-90", "-90", "0");
        assertThat(substances.numbers(3))
                .isEqualTo(frame.field(frame.substances().getFirst()).values());
    }

    @Test
    void thereIsAPictureOfEachFrame() throws Exception {
        RunFolder run = run("output.frames", "6 min");
        Path png = export(run, Format.PNG, "png");
        assertThat(ImageIO.read(png.resolve("frame-000002.png").toFile()).getWidth())
                .isGreaterThan(1000);
        Path svg = folder.resolve("svg");
        RunExport.write(run, Format.SVG, Optional.empty(), Optional.of("oxygen"), Optional.of(svg));
        assertThat(Files.readString(svg.resolve("frame-000000.svg"))).contains("oxygen [mmHg]");
        assertThat(xml(svg.resolve("frame-000002.svg"))
                        .getElementsByTagName("circle")
                        .getLength())
                .isGreaterThan(40);
        assertThatThrownBy(() -> RunExport.write(
                        run, Format.SVG, Optional.empty(), Optional.of("oxigen"), Optional.of(folder.resolve("no"))))
                .hasMessageContaining("the run has no substance \"oxigen\", did you mean \"oxygen\"?");
        assertThatThrownBy(() -> RunExport.write(
                        run, Format.VTK, Optional.empty(), Optional.of("oxygen"), Optional.of(folder.resolve("no"))))
                .hasMessageContaining("only pictures have one");
    }

    @Test
    void anExportChangesNothingThatIsThere() throws IOException {
        RunFolder run = run("output.frames", "6 min");
        Map<String, String> before = files(run.path());
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("notes.txt"), "x");
        for (Format format : List.of(Format.CSV, Format.ANNDATA, Format.VTK, Format.SVG, Format.PNG)) {
            assertThatThrownBy(() -> export(run, format, "mine"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is there already");
            for (String own : List.of("cells", "fields/new", "cells/frame-000000/more", "tables/x")) {
                assertThatThrownBy(() -> export(run, format, "run/" + own)).isInstanceOf(InvalidInputException.class);
            }
        }
        assertThatThrownBy(() -> export(run, Format.SBML, "x")).hasMessageContaining("a run of a tissue cannot be");
        assertThat(files(mine)).containsOnlyKeys("notes.txt");
        assertThat(files(run.path())).isEqualTo(before);
        Path store = RunExport.write(run, Format.ANNDATA, Optional.empty(), Optional.empty())
                .getFirst();
        assertThat(store).isEqualTo(run.file("anndata.zarr"));
    }

    @Test
    void aRunWithoutFramesSaysWhatToSet() throws IOException {
        RunFolder run = run("output.frames", "0 min");
        assertThatThrownBy(() -> export(run, Format.ANNDATA, "x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no frames to export; run the study again with output.frames");
    }

    @Test
    void eachVariantIsWrittenInEachFormat() throws IOException {
        RunFolder run = comparison();
        for (Format format :
                List.of(Format.CSV, Format.ANNDATA, Format.VTK, Format.SIMULARIUM, Format.SVG, Format.PNG)) {
            assertThat(RunExport.write(run, format, Optional.empty(), Optional.of(folder.resolve(format.word()))))
                    .containsExactly(
                            folder.resolve("slow-" + format.word()), folder.resolve("no-treatment-" + format.word()))
                    .allMatch(Files::exists);
            assertThat(RunExport.write(run, format, Optional.of("slow"), Optional.of(folder.resolve(format.word()))))
                    .containsExactly(folder.resolve(format.word()))
                    .allMatch(Files::exists);
        }
        assertThat(RunExport.write(run, Format.VTK, Optional.of("slow"), Optional.empty()))
                .containsExactly(run.file("slow-vtk"));
        assertThat(files(folder.resolve("csv"))).isEqualTo(files(folder.resolve("slow-csv")));
        assertThat(files(folder.resolve("csv"))).isNotEqualTo(files(folder.resolve("no-treatment-csv")));
        assertThat(Table.read(folder.resolve("slow-csv/cells-000001.csv")).rows())
                .hasSize(RunFrames.of(run.variant("slow")).get(1).count());
        JsonNode slow = json(folder.resolve("simularium"));
        assertThat(slow.path("trajectoryInfo").path("trajectoryTitle").asText()).endsWith(": Slow");
        JsonNode living =
                slow.path("plotData").path("data").path(0).path("data").path(0);
        assertThat(living.path("y").path(0).asDouble())
                .isEqualTo(TissueCounts.read(run.variant("slow")).live().getFirst()[0]);
    }

    @Test
    void variantsThatWereNotRunAreNamedAndTheOthersWritten() throws IOException {
        SmallTissue.in(folder.resolve("project"));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                duration: 12 min
                output: {every: 6 min, frames: 6 min}
                compare:
                  - {title: First}
                  - {title: Second}
                  - {title: Third}
                """);
        RunFolder run = new RunFolder(folder.resolve("run"));
        assertThat(Stopping.run(StudyRun.prepare(study.toString(), Overrides.NONE), run.path(), 1, 18))
                .isNotNull();
        List<String> left = new ArrayList<>();
        assertThat(RunExport.write(
                        run,
                        Format.CSV,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("out")),
                        left::add))
                .extracting(each -> String.valueOf(each.getFileName()))
                .containsExactly("first-out", "second-out");
        assertThat(left)
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .endsWith("variant \"Third\": was not run, so there is nothing to export; `immunarium resume "
                                + run.path() + "` runs it"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RunExport.write(run, Format.CSV, Optional.of("third"), Optional.empty()))
                .withMessageContaining("was not run");
    }

    private RunFolder comparison() throws IOException {
        SmallTissue.in(folder.resolve("project"));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                duration: 12 min
                output: {every: 6 min, frames: 6 min}
                compare:
                  - {title: Slow, set: {killer.migration speed: 0.1 µm/min}}
                  - {title: No treatment}
                """);
        return StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    private RunFolder run(String name, String value) throws IOException {
        Path settings = SmallTissue.in(folder.resolve("project"));
        return StudyRun.prepare(
                        settings.toString(), Overrides.parse(Map.of("duration", "12 min", "set " + name, value)))
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    private Path export(RunFolder run, Format format, String to) {
        return RunExport.write(run, format, Optional.empty(), Optional.of(folder.resolve(to)))
                .getFirst();
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static int[] shape(Path array) throws IOException {
        JsonNode shape = json(array.resolve(".zarray")).path("shape");
        return IntStream.range(0, shape.size()).map(i -> shape.path(i).asInt()).toArray();
    }

    private static ByteBuffer chunk(Path file) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static List<String> texts(Path array) throws IOException {
        ByteBuffer chunk = chunk(array.resolve("0"));
        List<String> texts = new ArrayList<>();
        for (int left = chunk.getInt(); left > 0; left--) {
            byte[] letters = new byte[chunk.getInt()];
            chunk.get(letters);
            texts.add(new String(letters, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static double[] doubles(Document file, String name) {
        ByteBuffer data = data(file, name);
        double[] values = new double[data.remaining() / Double.BYTES];
        data.asDoubleBuffer().get(values);
        return values;
    }

    /// What an array has, without the length that comes first.
    private static ByteBuffer data(Document file, String name) {
        NodeList arrays = file.getElementsByTagName("DataArray");
        Element array = IntStream.range(0, arrays.getLength())
                .mapToObj(i -> (Element) arrays.item(i))
                .filter(each -> each.getAttribute("Name").equals(name))
                .findFirst()
                .orElseThrow();
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(array.getTextContent()))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(all.getLong()).isEqualTo(all.remaining());
        return all.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// All files below a folder with what is in them.
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
