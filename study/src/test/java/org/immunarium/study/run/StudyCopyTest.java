package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.UnfitWorkplace;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a run's study is unpacked in a folder, which goes again.
class StudyCopyTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    private Path folder;

    private Map<String, byte[]> files = Map.of();

    @BeforeEach
    void copyARun() {
        Path run = folder.resolve("run");
        StudyRun.prepare("pd-1-dose-response", Overrides.NONE.withSweep(List.of("k_C1_growth=0.01:0.02:2"), 1))
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        files = new TreeMap<>(
                StudyCopy.read(StudyCopy.of(RunFolder.open(run)).bytes()).files());
    }

    /// Others may unpack theirs in the same place meanwhile.
    private static Set<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.list(TEMPORARY)) {
            return new HashSet<>(
                    all.filter(each -> each.getFileName().toString().contains("immunarium-study"))
                            .toList());
        }
    }

    @Test
    void itsFolderIsRemovedWithIt() {
        UnpackedStudy unpacked = new StudyCopy(files).unpack();
        assertThat(unpacked.folder().resolve(InputFiles.STUDY)).exists();
        unpacked.close();
        assertThat(unpacked.folder()).doesNotExist();
    }

    @Test
    void nothingIsLeftWhereItCannotBePrepared() throws IOException {
        Set<Path> before = unpacked();
        files.put(InputFiles.STUDY, "format: 1\nstudy: patient\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new StudyCopy(files).unpack()).isInstanceOf(InvalidInputException.class);
        assertThat(unpacked()).isSubsetOf(before);
    }

    @Test
    void anotherBuildIsAFaultOfThePlace() throws IOException {
        Set<Path> before = unpacked();
        String manifest = new String(files.get(Manifest.FILE), StandardCharsets.UTF_8);
        files.put(
                Manifest.FILE,
                manifest.replaceFirst("\"version\" *: *\"[^\"]*\"", "\"version\" : \"0.0.1\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new StudyCopy(files).unpack())
                .isInstanceOf(UnfitWorkplace.class)
                .hasMessageContaining("0.0.1");
        assertThat(unpacked()).isSubsetOf(before);
    }
}
