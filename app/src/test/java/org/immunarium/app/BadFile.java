package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file with which nothing can run.
///
/// @param name what is wrong with it
/// @param says each must be in the message
record BadFile(String name, String file, String content, List<String> says) {

    @Override
    public String toString() {
        return name;
    }

    /// Neither checking nor running it goes on, both say why, and nothing is left behind.
    void assertTold(Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve(file), content);
        for (String command : List.of("check", "run")) {
            Path out = folder.resolve("out");
            Said said = command.equals("run")
                    ? Said.by("run", path.toString(), "--out", out.toString())
                    : Said.by("check", path.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(3);
            assertThat(said.err()).contains(says);
            said.assertHelps();
            assertThat(out).as("nothing has run").doesNotExist();
        }
    }
}
