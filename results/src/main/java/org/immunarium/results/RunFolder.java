package org.immunarium.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The folder of one run. Making one never touches another: a second run with the same title gets
/// another name.
///
/// @param path    where it is
/// @param variant the folder, within each that holds results, of the variant that is meant; empty where there is
///                only one
public record RunFolder(Path path, String variant) {

    /// The folder within it that has what was measured.
    public static final String TABLES = "tables";

    /// The folder within it that has the cells of a tissue, a folder `frame-000000` for each
    /// time.
    public static final String CELLS = "cells";

    /// The folder within it that has the substances of a tissue, as [#CELLS].
    public static final String FIELDS = "fields";

    private static final Pattern FRAME =
            Pattern.compile("((?:" + CELLS + "|" + FIELDS + ")(?:/[^/]+)?/frame-[0-9]+)/.*");

    /// What there is to say of a folder whose run has no manifest.
    private static final String BEGUN =
            "holds a run of which nothing is saved: it is just beginning, or was ended as it"
                    + " began; in that case remove the folder";

    private static final int LONGEST_TITLE = 48;
    private static final int ATTEMPTS = 100;

    /// The folder of a run.
    public RunFolder(Path path) {
        this(path, "");
    }

    /// What one of several variants has of it: its own tables, cells and fields.
    ///
    /// @param id its name
    public RunFolder variant(String id) {
        return new RunFolder(path, id);
    }

    /// Makes `RUNS/2026-11-24-title-7f3a`.
    ///
    /// @param runs  the folder that holds runs; made where it is missing
    /// @param title what the run is about, in any words
    /// @param date  the day in the name
    /// @throws InvalidInputException if the folder cannot be made or written to
    public static RunFolder create(Path runs, String title, LocalDate date) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // The name carries no result: it only has to differ from the others.
            String suffix = HexFormat.of()
                    .toHexDigits((short) ThreadLocalRandom.current().nextInt());
            Path path = runs.resolve(date + "-" + slug(title) + "-" + suffix);
            try {
                Files.createDirectories(runs);
                Files.createDirectory(path);
                return prepared(path);
            } catch (FileAlreadyExistsException taken) {
                if (!Files.isDirectory(runs)) {
                    throw notAFolder(runs);
                }
            } catch (IOException e) {
                throw unwritable(runs, e);
            }
        }
        throw new InvalidInputException(Problem.of(runs.toString(), "holds too many runs of this title and day"));
    }

    /// Makes the folder that holds runs where it is missing, and tries whether it can be written to.
    ///
    /// @throws InvalidInputException if it cannot
    public static void checkHolds(Path runs) {
        try {
            Files.createDirectories(runs);
        } catch (FileAlreadyExistsException e) {
            throw notAFolder(runs);
        } catch (IOException e) {
            throw unwritable(runs, e);
        }
        checkWritable(runs);
    }

    /// Makes a folder of the user's choice the run's own.
    ///
    /// @throws InvalidInputException if it holds something already, or cannot be made or written
    ///     to
    public static RunFolder createAt(Path path) {
        try {
            Files.createDirectories(path);
            if (isBegun(path)) {
                throw new InvalidInputException(Problem.of(path.toString(), BEGUN + ", or name a new one"));
            }
            try (DirectoryStream<Path> content = Files.newDirectoryStream(path)) {
                if (content.iterator().hasNext()) {
                    throw new InvalidInputException(Problem.of(
                            path.toString(), "is not empty, and a run overwrites nothing; name a new folder"));
                }
            }
            return prepared(path);
        } catch (FileAlreadyExistsException e) {
            throw notAFolder(path);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /// The folder of a run made before.
    ///
    /// @throws InvalidInputException if there is none, or it is not a run's
    public static RunFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new InvalidInputException(Problem.of(path.toString(), "there is no such folder; a run was expected"));
        }
        if (!Files.isRegularFile(path.resolve(Manifest.FILE))) {
            throw new InvalidInputException(Problem.of(
                    path.toString(),
                    isBegun(path) ? BEGUN + " and run the study again" : "is not a run: it has no " + Manifest.FILE));
        }
        return new RunFolder(path);
    }

    /// Whether a run has taken the folder and come no further. One with results, whose manifest somebody removed,
    /// is none of these.
    private static boolean isBegun(Path path) {
        Path tables = path.resolve(TABLES);
        if (!Files.exists(path.resolve(RunLock.FILE)) || Files.exists(path.resolve(Manifest.FILE))) {
            return false;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(tables)) {
            return !content.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    /// Tries whether files can be made in the run's folder, before work is done whose result
    /// could not be kept.
    ///
    /// @throws InvalidInputException if they cannot
    /// @throws StorageException if the disk is full
    public void checkWritable() {
        checkWritable(path);
    }

    /// As [#checkWritable()], of any folder.
    public static void checkWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".probe", ""));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /// What to throw where nothing can be written into a folder: a full disk stops what can be
    /// gone on with later.
    static RuntimeException notWritable(Path folder, IOException e) {
        String reason = StorageException.reason(e);
        return StorageException.isFullDisk(reason)
                ? new StorageException(folder, e)
                : new InvalidInputException(
                        Problem.of(folder.toString(), "nothing can be written into this folder: " + reason));
    }

    public Path tables() {
        return results(TABLES);
    }

    /// A folder of results, of the variant that is meant.
    ///
    /// @param kind [#TABLES], [#CELLS] or [#FIELDS]
    public Path results(String kind) {
        return variant.isEmpty() ? path.resolve(kind) : path.resolve(kind).resolve(variant);
    }

    public Path table(String name) {
        return tables().resolve(name);
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /// What the run wrote, in the order of names: every file but its manifest, log, checkpoint
    /// and what is half-written. A frame is one of them, with a name that ends in `/`, see
    /// [Fingerprint#ofFolder].
    public List<Fingerprint> outputs() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .map(RunFolder::withinFrame)
                    .filter(RunFolder::isOutput)
                    .distinct()
                    .sorted()
                    .map(name -> name.endsWith("/")
                            ? Fingerprint.ofFolder(name, path.resolve(name))
                            : Fingerprint.of(name, path.resolve(name)))
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(path, e);
        } catch (UncheckedIOException onTheWay) {
            throw StorageException.ofReading(path, Objects.requireNonNull(onTheWay.getCause()));
        }
    }

    /// A file's name, or that of the frame which it is part of.
    private static String withinFrame(String name) {
        Matcher frame = FRAME.matcher(name);
        return frame.matches() ? frame.group(1) + "/" : name;
    }

    private static boolean isOutput(String name) {
        return !name.equals(Manifest.FILE)
                && !name.equals(RoCrate.FILE)
                && !name.equals(RunLog.FILE)
                && !name.startsWith(Checkpoint.FOLDER + "/")
                && !("/" + name).contains("/.");
    }

    /// A title as part of a file name: `Nivolumab, q2w` becomes `nivolumab-q2w`. At most 48
    /// characters of `a-z0-9-`, never empty; different titles may have one slug.
    public static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST_TITLE ? plain.substring(0, LONGEST_TITLE) : plain;
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "run" : slug;
    }

    /// Permissions lie (as root, on network disks), so writing is tried.
    private static RunFolder prepared(Path path) throws IOException {
        Files.createDirectories(path.resolve(TABLES));
        Path probe = path.resolve(".probe");
        Files.writeString(probe, "x");
        Files.delete(probe);
        return new RunFolder(path);
    }

    private static InvalidInputException notAFolder(Path path) {
        return new InvalidInputException(Problem.of(path.toString(), "is a file; a folder for the run was expected"));
    }

    private static InvalidInputException unwritable(Path path, IOException e) {
        Path above = path.toAbsolutePath().normalize().getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        // Some file systems, such as /proc, answer so to whoever wants to make something.
        String reason = e instanceof NoSuchFileException ? above + " takes no new folders" : StorageException.reason(e);
        return new InvalidInputException(
                Problem.of(path.toString(), "a folder for the run cannot be made here: " + reason));
    }
}
