package org.immunarium.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two cases of 20 bytes a file, as a folder and as a zip.
final class TestSuiteTest {

    @TempDir
    Path temporary = Path.of("");

    private static Map<String, byte[]> twoCases() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String id : new String[] {"00001", "00002"}) {
            files.put(id + "/" + id + "-model.m", text("synopsis: " + id + "    \n"));
            files.put(id + "/" + id + "-results.csv", text("time,S\n0,1\n1,2.3456\n"));
        }
        files.put("00002/picture.png", new byte[4096]);
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path suite(String form, Map<String, byte[]> files) throws IOException {
        Path path = temporary.resolve(form);
        if (form.equals("folder")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = path.resolve("cases").resolve(file.getKey());
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, file.getValue());
            }
            return path;
        }
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("cases/" + file.getKey()));
                zip.write(file.getValue());
            }
        }
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "zip"})
    void filesAsLongAsTheyMayBeAreRead(String form) throws IOException {
        assertThat(TestSuite.read(suite(form, twoCases()), 20, 80))
                .extracting(SuiteCase::id, SuiteCase::synopsis)
                .containsExactly(tuple("00001", "00001"), tuple("00002", "00002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "zip"})
    void aLongerFileIsRefusedByName(String form) throws IOException {
        Map<String, byte[]> files = twoCases();
        files.put("00002/00002-results.csv", new byte[21]);
        Path suite = suite(form, files);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TestSuite.read(suite, 20, 1000))
                .withMessageContaining("00002-results.csv, which is longer than the 20 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "zip"})
    void moreThanAllCasesMayHaveIsRefused(String form) throws IOException {
        Path suite = suite(form, twoCases());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TestSuite.read(suite, 64, 79))
                .withMessageContaining("more than the 79 bytes")
                .withMessageContaining("00002-results.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "zip"})
    void whatIsNoTextIsRefusedByName(String form) throws IOException {
        Map<String, byte[]> files = twoCases();
        files.put("00001/00001-model.m", new byte[] {'a', (byte) 0xff});
        Path suite = suite(form, files);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TestSuite.read(suite))
                .withMessageContaining("00001-model.m, which is not text in UTF-8");
    }
}
