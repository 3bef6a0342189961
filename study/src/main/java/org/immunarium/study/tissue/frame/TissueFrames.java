package org.immunarium.study.tissue.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Damage;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;
import org.immunarium.tissue.Tissue;

/// The frames of a run, while it goes on.
public final class TissueFrames {

    private final RunFolder folder;
    private final FramePlan plan;
    private final FrameWriter writer;
    private final List<Long> checksums;

    private TissueFrames(RunFolder folder, FramePlan plan, FrameWriter writer, List<Long> checksums) {
        this.folder = folder;
        this.plan = plan;
        this.writer = writer;
        this.checksums = checksums;
    }

    /// How far the frames of a run are.
    ///
    /// @param checksums a CRC-32C of each, by which a change in any of its bytes is seen
    public record Point(List<Long> checksums) {

        /// Before there are frames.
        public static final Point NONE = new Point(List.of());

        /// Writes it into a safe point.
        public void write(BlockOutput out) throws IOException {
            out.put(checksums.size());
            for (long checksum : checksums) {
                out.put(checksum);
            }
        }

        /// Reads what [#write] wrote.
        public static Point read(BlockInput in) throws IOException {
            List<Long> checksums = new ArrayList<>();
            for (int left = in.takeInt(); left > 0; left--) {
                checksums.add(in.takeLong());
            }
            return new Point(checksums);
        }
    }

    /// No frames yet, or those of a run that goes on: the ones after the safe point are removed,
    /// to be made again.
    ///
    /// @throws org.immunarium.units.InvalidInputException if one before the safe point is not as
    ///     it was written
    /// @throws StorageException if those after it cannot be removed
    public static TissueFrames open(RunFolder folder, FramePlan plan, Point point) {
        for (int number = 0; number < point.checksums().size(); number++) {
            if (checksum(folder, number) != point.checksums().get(number)) {
                throw Damage.of(
                        folder.results(RunFolder.CELLS).resolve(FrameWriter.name(number)),
                        "it, or the frame of its name in " + RunFolder.FIELDS + ", is not as it was written");
            }
        }
        Map<String, String> about =
                plan.background().map(name -> Map.of("background", name)).orElse(Map.of());
        FrameWriter writer = new FrameWriter(folder, about);
        writer.removeFrom(point.checksums().size());
        return new TissueFrames(folder, plan, writer, new ArrayList<>(point.checksums()));
    }

    /// Writes a frame, where there is one at this step.
    ///
    /// @throws StorageException if it cannot be written
    public void reached(long step, Tissue tissue) {
        int number = plan.number(step);
        if (number >= 0) {
            writer.write(number, tissue, plan.pictures().contains(step));
            checksums.add(checksum(folder, number));
        }
    }

    /// How far they are.
    public Point point() {
        return new Point(List.copyOf(checksums));
    }

    private static long checksum(RunFolder folder, int number) {
        CRC32C checksum = new CRC32C();
        for (Path file : FrameWriter.files(folder, number)) {
            checksum.update(folder.path().relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            try {
                checksum.update(Files.readAllBytes(file));
            } catch (IOException e) {
                throw StorageException.ofReading(file, e);
            }
        }
        return checksum.getValue();
    }
}
