package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.immunarium.study.InputFiles;
import org.immunarium.study.tissue.model.FilesBeside;
import org.immunarium.study.tissue.model.Notes;
import org.immunarium.study.tissue.model.TissueModelFile;
import org.immunarium.study.tissue.model.WrittenTissue;

/// Models of tissues that are measured, from their files.
final class MeasuredModel {

    private MeasuredModel() {}

    /// The model of a file beside this class.
    static WrittenTissue beside(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(MeasuredModel.class.getResourceAsStream(file), file)) {
            return of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// @param name of the model, for messages
    /// @param text of its file, which has no other files beside it
    static WrittenTissue of(String name, String text) {
        Notes notes = new Notes();
        FilesBeside files = new FilesBeside(InputFiles.in(Path.of("")), name);
        WrittenTissue written = TissueModelFile.read(name, text, files, Optional.empty(), Optional.empty(), notes);
        if (!notes.problems().isEmpty()) {
            throw new IllegalStateException(notes.problems().toString());
        }
        return written;
    }
}
