package org.immunarium.study.tissue.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;

/// The frames of a run.
public final class RunFrames {

    private static final String NAME = "frame-[0-9]{6,9}";

    private RunFrames() {}

    /// All frames, in order of time. Nothing but what is said about them is read.
    ///
    /// @throws org.immunarium.units.InvalidInputException if one is damaged
    public static List<Frame> of(RunFolder run) {
        return folders(run.results(RunFolder.CELLS), 0).stream()
                .map(cells -> new Frame(
                        number(cells), cells, run.results(RunFolder.FIELDS).resolve(cells.getFileName())))
                .toList();
    }

    /// A frame.
    ///
    /// @param number from 0, in order of time
    /// @throws org.immunarium.units.InvalidInputException if it is missing or damaged
    public static Frame of(RunFolder run, int number) {
        String name = String.format(Locale.ROOT, "frame-%06d", number);
        return new Frame(
                number,
                run.results(RunFolder.CELLS).resolve(name),
                run.results(RunFolder.FIELDS).resolve(name));
    }

    /// The folders of frames from a number on, in order.
    static List<Path> folders(Path root, int from) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> within = Files.list(root)) {
            return within.filter(each -> each.getFileName().toString().matches(NAME) && number(each) >= from)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(root, e);
        }
    }

    private static int number(Path frame) {
        return Integer.parseInt(frame.getFileName().toString().substring("frame-".length()));
    }

    /// All files below a folder, in order.
    static List<Path> tree(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder, e);
        } catch (UncheckedIOException onTheWay) {
            throw StorageException.ofReading(folder, Objects.requireNonNull(onTheWay.getCause()));
        }
    }
}
