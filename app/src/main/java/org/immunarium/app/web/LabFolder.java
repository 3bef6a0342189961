package org.immunarium.app.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLock;
import org.immunarium.results.StorageException;

/// Where runs lie, those of the command line too, and what browsers gave to the lab.
///
/// @param runs the folder of all runs; absolute and normalised, however it is given
record LabFolder(Path runs) {

    /// The folder within it for studies and files from browsers: no run's.
    private static final String OWN = ".lab";

    private static final String PORT = "port";
    private static final int HIGHEST_PORT = 65_535;

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,120}";

    LabFolder {
        runs = runs.toAbsolutePath().normalize();
    }

    /// The names of all runs, the newest first.
    List<String> names() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> within = Files.list(runs)) {
            return within.filter(each -> Files.isRegularFile(each.resolve(Manifest.FILE)))
                    .map(each -> new Named(each.getFileName().toString(), changed(each)))
                    .sorted(Comparator.comparingLong(Named::changed).reversed().thenComparing(Named::name))
                    .map(Named::name)
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(runs, e);
        }
    }

    /// A run and when it last changed, read once: it may change while runs are sorted.
    private record Named(String name, long changed) {}

    private static long changed(Path run) {
        return run.resolve(Manifest.FILE).toFile().lastModified();
    }

    /// Where a run is or will be.
    ///
    /// @throws Refusal if the name is none
    Path path(String run) {
        if (!run.matches(NAME)) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no run of this name");
        }
        return runs.resolve(run);
    }

    /// Whether a run has begun: it has a manifest.
    ///
    /// @throws Refusal if the name is none
    boolean isBegun(String run) {
        return Files.isRegularFile(path(run).resolve(Manifest.FILE));
    }

    /// Removes what a run left that was stopped before it had a manifest, so that it can begin anew. A folder with
    /// anything else in it stays: the run is refused then.
    void clear(String run) {
        Path path = path(run);
        try {
            Files.deleteIfExists(path.resolve(RunFolder.TABLES));
            Files.deleteIfExists(path.resolve(RunLock.FILE));
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // Whoever begins the run says what is in the way.
        }
    }

    /// A run that has begun.
    ///
    /// @throws Refusal if there is none
    RunFolder open(String run) {
        Path path = path(run);
        if (!isBegun(run)) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no run of this name, or it has not begun");
        }
        return new RunFolder(path);
    }

    /// A name that no run has.
    String newName(String title, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        String name;
        do {
            name = today + "-" + RunFolder.slug(title) + "-"
                    + HexFormat.of()
                            .toHexDigits((short) ThreadLocalRandom.current().nextInt());
        } while (Files.exists(runs.resolve(name)));
        return name;
    }

    /// A file for a study that a browser wrote.
    Path study(String run) {
        return studies().resolve(run + ".yaml");
    }

    /// The folder of studies that browsers wrote.
    Path studies() {
        return own("studies");
    }

    /// The folder of files that browsers gave.
    Path uploads() {
        return own("uploads");
    }

    /// The folder of what was given together with a file: of what was uploaded that of the upload, of a study that
    /// a browser wrote that of all of them.
    Path givenWith(Path file) {
        Path uploads = uploads();
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(uploads)
                ? uploads.resolve(uploads.relativize(whole).getName(0))
                : studies();
    }

    /// The folder of notes that people keep beside runs.
    Path notes() {
        return own("notes");
    }

    /// The folder of tasks that wait.
    Path queue() {
        return own("queue");
    }

    /// Makes the lab the only one of these runs until that is closed; empty if another one has them.
    Optional<RunLock> take() {
        own("queue");
        return RunLock.takeIfFree(new RunFolder(own()));
    }

    /// The port of the lab that had these runs last; empty where none is known.
    OptionalInt lastPort() {
        try {
            int port = Integer.parseInt(Files.readString(own().resolve(PORT)).strip());
            return port > 0 && port <= HIGHEST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (IOException | NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    /// Keeps the port for the next lab.
    void keepPort(int port) {
        try {
            AtomicFile.write(own().resolve(PORT), port + "\n");
        } catch (StorageException full) {
            // The next lab has another one then.
        }
    }

    /// Writes down where a fault of ours happened.
    ///
    /// @return the file
    Path keepFault(Throwable fault) throws IOException {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        Path file = Files.createTempFile(own("faults"), "fault-", ".log");
        return Files.writeString(file, trace.toString());
    }

    /// The folder of all that browsers gave.
    Path own() {
        return runs.resolve(OWN);
    }

    /// A file as whoever gave it knows it: without where the lab keeps it.
    ///
    /// @param source of a problem
    String told(String source) {
        Path kept = own();
        try {
            Path file = Path.of(source);
            if (file.isAbsolute() && file.normalize().startsWith(kept)) {
                Path within = kept.relativize(file.normalize());
                if (within.startsWith("studies")) {
                    return "study.yaml";
                }
                // What they are, and of an upload its number.
                int before = within.startsWith("uploads") ? 2 : 1;
                return within.getNameCount() > before
                        ? within.subpath(before, within.getNameCount())
                                .toString()
                                .replace('\\', '/')
                        : source;
            }
        } catch (InvalidPathException e) {
            // It is no file.
        }
        return source;
    }

    private Path own(String what) {
        Path folder = runs.resolve(OWN).resolve(what);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    /// A file of a run.
    ///
    /// @param name relative to the folder, with `/` between its parts
    /// @throws Refusal if there is none, or it lies elsewhere
    static Path within(Path folder, String name) {
        try {
            Optional<Path> file = below(folder, name).filter(Files::isRegularFile);
            if (file.isPresent() && file.get().toRealPath().startsWith(folder.toRealPath())) {
                return file.get();
            }
        } catch (IOException gone) {
            // There is no such file.
        }
        throw new Refusal(Refusal.NOT_FOUND, "there is no such file");
    }

    /// A file or folder below a folder, whether it is there or not; empty if it would be the folder itself, or lie
    /// elsewhere, or can have no such name.
    ///
    /// @param name relative to the folder, with `/` between its parts
    static Optional<Path> below(Path folder, String name) {
        try {
            Path whole = folder.normalize();
            Path file = whole.resolve(name).normalize();
            return file.startsWith(whole) && !file.equals(whole) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
