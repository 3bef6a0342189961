package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOneThatRunsIsKnown() {
        Build here = Build.here();
        assertThat(here).isEqualTo(Build.here());
        assertThat(here.version()).startsWith("0.");
        assertThat(here.code()).matches("[0-9a-f]{64}");
        assertThat(here.inWords()).startsWith(here.version() + " (").endsWith("code " + here.shortCode() + ")");
    }

    @Test
    void theCodeIsKnownByItsContentAlone() throws IOException {
        Map<String, String> content = Map.of("org/immunarium/a/A.class", "one", "org/immunarium/a/B.class", "two");
        String code = Build.code(jar("x.jar", content).toString());
        Map<String, String> packed = new LinkedHashMap<>(content);
        packed.put("META-INF/MANIFEST.MF", "Created-By: another");
        assertThat(Build.code(jar("y.jar", packed).toString())).isEqualTo(code);
        assertThat(Build.code(unpacked("z", content).toString())).isEqualTo(code);
        Path a = jar("a.jar", Map.of("org/immunarium/a/A.class", "one"));
        Path b = jar(
                "b.jar",
                Map.of("org/immunarium/a/B.class", "two", "org/immunarium/a/A.class", "hidden by the one before"));
        assertThat(Build.code(a + File.pathSeparator + b)).isEqualTo(code);
    }

    @Test
    void aChangeOfAClassOrALibraryChangesTheCode() throws IOException {
        Path ours = unpacked("ours", Map.of("org/immunarium/a/A.class", "one", "org/immunarium/a/model.csv", "1,2"));
        Path library = jar("library.jar", Map.of("org/hipparchus/b/B.class", "two"));
        String code = Build.code(ours + File.pathSeparator + library);
        assertThat(Build.code(ours.toString())).isNotEqualTo(code);
        Files.writeString(ours.resolve("org/immunarium/a/model.csv"), "1,3");
        assertThat(Build.code(ours + File.pathSeparator + library)).isNotEqualTo(code);
        Files.writeString(ours.resolve("org/immunarium/a/model.csv"), "1,2");
        assertThat(Build.code(ours + File.pathSeparator + library)).isEqualTo(code);
        jar("library.jar", Map.of("org/hipparchus/b/B.class", "owt"));
        assertThat(Build.code(ours + File.pathSeparator + library)).isNotEqualTo(code);
    }

    /// A run that began on a cluster goes on without it.
    @Test
    void whatRunsAroundItDoesNotMatter() throws IOException {
        Path ours = jar("ours.jar", Map.of("org/immunarium/a/A.class", "one", "evidence/drugs.csv", "1,2"));
        Path cluster = jar("cluster.jar", Map.of("org/immunarium/cluster/C.class", "three", "org/apache/S.class", "x"));
        String code = Build.code(ours.toString());
        assertThat(Build.code(ours + File.pathSeparator + cluster)).isEqualTo(code);
        assertThat(Build.code(cluster + File.pathSeparator + ours)).isEqualTo(code);
    }

    private Path unpacked(String name, Map<String, String> content) throws IOException {
        Path place = folder.resolve(name);
        for (Map.Entry<String, String> file : content.entrySet()) {
            Path path = place.resolve(file.getKey());
            Files.createDirectories(path.resolve(".."));
            Files.writeString(path, file.getValue());
        }
        return place;
    }

    private Path jar(String name, Map<String, String> content) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }
}
