package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunarium.results.Manifest.Setting;
import org.immunarium.results.Manifest.Status;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        Files.writeString(run.table("timecourse.csv"), "time [d]\n0\n");
        Manifest manifest = example()
                .ended(
                        Status.DONE,
                        Instant.parse("2026-11-24T10:00:02Z"),
                        Map.of("run", 1.25),
                        List.of("units were mixed"),
                        run.outputs());
        manifest.write(run);
        assertThat(Manifest.read(run)).isEqualTo(manifest);
    }

    @Test
    void theResearchObjectNamesEveryOutput() throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        Files.writeString(run.table("timecourse.csv"), "time [d]\n0\n");
        example()
                .ended(Status.DONE, Instant.EPOCH, Map.of(), List.of(), run.outputs())
                .write(run);
        ObjectNode crate = Json.read(run.file(RoCrate.FILE));
        List<String> ids = crate.path("@graph")
                .valueStream()
                .map(entity -> entity.path("@id").asText())
                .toList();
        assertThat(ids).contains("ro-crate-metadata.json", "./", "manifest.json", "tables/timecourse.csv", "#input-1");
        JsonNode descriptor = crate.path("@graph").path(0);
        assertThat(descriptor.path("about").path("@id").asText()).isEqualTo("./");
    }

    @Test
    void theResearchObjectSaysWhatKindOfFileEachIs() throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        Files.writeString(run.table("timecourse.csv"), "time [d]\n0\n");
        Path frame = Files.createDirectories(run.path().resolve("cells/slow/frame-000000"));
        Files.writeString(frame.resolve(".zgroup"), "{}");
        Manifest done = example().ended(Status.DONE, Instant.EPOCH, Map.of(), List.of(), run.outputs());
        done.write(run);
        Map<String, String> kinds = Json.read(run.file(RoCrate.FILE))
                .path("@graph")
                .valueStream()
                .filter(entity -> entity.has("encodingFormat"))
                .collect(Collectors.toMap(
                        entity -> entity.path("@id").asText(),
                        entity -> entity.path("encodingFormat").asText()));
        assertThat(kinds)
                .containsEntry("tables/timecourse.csv", "text/csv")
                .containsEntry("cells/slow/frame-000000/", "application/vnd.zarr")
                .containsEntry("#input-1", "application/yaml");
    }

    @Test
    void theResearchObjectNamesTheCode() {
        RunFolder run = RunFolder.createAt(folder);
        example().write(run);
        assertThat(Json.read(run.file(RoCrate.FILE)).path("@graph").valueStream())
                .anySatisfy(entity -> {
                    assertThat(entity.path("@type").asText()).isEqualTo("SoftwareApplication");
                    assertThat(entity.path("softwareVersion").asText())
                            .isEqualTo("0.1.0 (commit 0123456789ab-dirty, code 3f2a9c0d1e2f)");
                    assertThat(entity.path("identifier").asText()).isEqualTo("sha256:3f2a9c0d1e2f4a5b");
                });
    }

    @Test
    void anotherFormatIsRefusedByName() throws IOException {
        RunFolder run = RunFolder.createAt(folder);
        Files.writeString(run.file(Manifest.FILE), "{\"format\": 7}");
        assertThatThrownBy(() -> Manifest.read(run))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("format 7 is not known; this version reads 1");
    }

    private static Manifest example() {
        return new Manifest(
                "A title",
                "patient",
                Status.RUNNING,
                new Build("0.1.0", "0123456789ab-dirty", "3f2a9c0d1e2f4a5b"),
                List.of("run", "x.yaml"),
                Map.of("seed", "7"),
                7,
                2,
                Machine.here(),
                Instant.parse("2026-11-24T10:00:00Z"),
                Optional.empty(),
                Map.of(),
                Map.of("solver", "stiff"),
                List.of(
                        new Setting("k", 0.5, "1/d", "study"),
                        new Setting("never", Double.POSITIVE_INFINITY, "", "model")),
                List.of(),
                List.of(Fingerprint.of("x.yaml", new byte[] {1, 2})),
                List.of());
    }
}
