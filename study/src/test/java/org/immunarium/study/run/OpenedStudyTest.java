package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes along runs as it is, whatever lies in the working directory.
final class OpenedStudyTest {

    @TempDir
    private Path folder = Path.of("");

    private PreparedStudy prepared(String argument) {
        OpenedStudy opened = OpenedStudy.open(folder, argument);
        return opened.study().read(opened.files()).with(Overrides.NONE);
    }

    @Test
    void aFolderThatIsCalledAsAShippedStudyOrItsModelIsNotTakenForIt() throws IOException {
        Files.createDirectories(folder.resolve("antibody/tables"));
        Files.createDirectories(folder.resolve("lymphoma/tables"));
        Files.createDirectories(folder.resolve("kuznetsov1994/tables"));
        assertThat(prepared("antibody").variants()).isNotEmpty();
        assertThat(prepared("lymphoma").title()).isNotEmpty();
        assertThat(prepared("kuznetsov1994").title()).isNotEmpty();
        // Named as a folder, it is one.
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> prepared("./antibody"))
                .withMessageContaining("PhysiCell");
    }

    @Test
    void aShippedStudyTakesNoFileOfTheWorkingDirectory() throws IOException {
        Files.writeString(folder.resolve("lymphoma"), "format: 1\ntissue: Mine\ncells: {}\n");
        assertThat(prepared("antibody").variants()).isNotEmpty();
        assertThat(OpenedStudy.open(folder, "antibody").files().find("lymphoma"))
                .isEmpty();
    }

    @Test
    void aStudyOfOnesOwnTakesAShippedModelBesideARunOfTheSameName() throws IOException {
        Files.createDirectories(folder.resolve("lymphoma/tables"));
        Files.createDirectories(folder.resolve("kuznetsov1994/tables"));
        for (String each : new String[] {"tissue\nmodel: lymphoma", "patient\nmodel: kuznetsov1994"}) {
            Files.writeString(folder.resolve("mine.yaml"), "format: 1\nstudy: " + each + "\n");
            assertThat(prepared("mine.yaml").title()).isNotEmpty();
        }
    }
}
