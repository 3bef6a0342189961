package org.immunarium.study.tissue.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.picture.TissuePicture;
import org.immunarium.study.tissue.picture.TissuePictures;

/// A picture of each frame: `frame-000000.svg` or `.png`, with one scale of colours for all.
final class PictureFiles {

    /// Pixels for each unit: about a thousand along a panel's side.
    private static final double FINE = 2;

    private PictureFiles() {}

    static void write(List<Frame> frames, Optional<String> background, String title, boolean pixels, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        TissuePictures pictures = new TissuePictures(frames, background);
        for (Frame frame : frames) {
            TissuePicture picture = TissuePicture.whole(pictures.of(frame), title);
            Path file = folder.resolve(frame.folder().getFileName() + (pixels ? ".png" : ".svg"));
            if (pixels) {
                Files.write(file, picture.png(FINE));
            } else {
                Files.writeString(file, picture.svg(TissuePicture.MOST_DISCS));
            }
        }
    }
}
