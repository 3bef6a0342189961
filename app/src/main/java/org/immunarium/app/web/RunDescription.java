package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.immunarium.results.Json;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLock;
import org.immunarium.results.StorageException;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.report.Report;
import org.immunarium.units.InvalidInputException;
import org.jspecify.annotations.Nullable;

/// What the lab says of a run: what it is, how far it came, and what is there to look at.
final class RunDescription {

    /// States of a run that will be in another one.
    static final Set<String> UNDER_WAY = Set.of("waiting", "running", "stopping");

    private final LabFolder folder;
    private final RunQueue queue;

    /// By name: manifests have all values of a run, and each look at the list is at all runs.
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    RunDescription(LabFolder folder, RunQueue queue) {
        this.folder = folder;
        this.queue = queue;
    }

    /// What a line of a list says of a manifest.
    private record Brief(
            Manifest.Status status, String title, String kind, String started, long seed, Map<String, String> changed) {

        private static Brief of(Manifest manifest) {
            return new Brief(
                    manifest.status(),
                    manifest.title(),
                    manifest.study(),
                    manifest.started().toString(),
                    manifest.seed(),
                    manifest.overrides());
        }
    }

    /// A manifest as it was read, and the file that it was: each change makes another one.
    private record Known(
            FileTime modified, long bytes, @Nullable Object key, Optional<Brief> brief) {

        private boolean isOf(BasicFileAttributes file) {
            return modified.equals(file.lastModifiedTime())
                    && bytes == file.size()
                    && Objects.equals(key, file.fileKey());
        }
    }

    /// Runs in the lines of a list.
    List<ObjectNode> briefs(Set<String> runs) {
        known.keySet().retainAll(runs);
        return runs.stream().map(this::brief).toList();
    }

    /// A run in a line of a list.
    ObjectNode brief(String run) {
        Optional<RunQueue.Seen> task = queue.find(run);
        return brief(run, task, kept(run));
    }

    /// What the manifest of a run says; it is read anew where it has changed.
    private Optional<Brief> kept(String run) {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(folder.path(run).resolve(Manifest.FILE), BasicFileAttributes.class);
            Known before = known.get(run);
            if (before != null && before.isOf(now)) {
                return before.brief();
            }
            Optional<Brief> brief = manifest(run).map(Brief::of);
            known.put(run, new Known(now.lastModifiedTime(), now.size(), now.fileKey(), brief));
            return brief;
        } catch (Refusal | IOException notYet) {
            return Optional.empty();
        }
    }

    /// @param manifest read after what is known of the task: of a task that has ended it is the last one
    private ObjectNode brief(String run, Optional<RunQueue.Seen> task, Optional<Brief> manifest) {
        ObjectNode node = Json.object();
        node.put("run", run);
        String status = status(run, task, manifest);
        node.put("status", status);
        if (UNDER_WAY.contains(status)) {
            node.put("here", task.filter(RunQueue.Seen::isUnderWay).isPresent());
        }
        manifest.ifPresent(each -> {
            node.put("title", each.title());
            node.put("kind", each.kind());
            node.put("started", each.started());
            node.put("seed", each.seed());
            ObjectNode changed = node.putObject("changed");
            each.changed().forEach(changed::put);
        });
        task.flatMap(RunQueue.Seen::started)
                .flatMap(StartedRun::progress)
                .ifPresent(progress -> node.set("progress", progress.tree()));
        task.flatMap(RunQueue.Seen::behind).ifPresent(behind -> {
            ObjectNode waits = node.putObject("waits");
            ArrayNode runs = waits.putArray("for");
            behind.runs().forEach(runs::add);
            waits.put("before", behind.waiting());
        });
        return node;
    }

    /// All that there is to know of it, but its tables.
    ///
    /// @throws Refusal if nobody knows of it
    ObjectNode whole(String run) {
        Path path = folder.path(run);
        Optional<RunQueue.Seen> task = queue.find(run);
        Optional<Manifest> manifest = manifest(run);
        if (task.isEmpty() && manifest.isEmpty()) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no run of this name");
        }
        ObjectNode node = brief(run, task, manifest.map(Brief::of));
        manifest.ifPresent(each -> {
            ArrayNode command = node.putArray("command");
            each.command().forEach(command::add);
            ObjectNode seconds = node.putObject("seconds");
            each.timings().forEach(seconds::put);
            ArrayNode notices = node.putArray("notices");
            each.notices().forEach(notices::add);
            RunFolder folder = new RunFolder(path);
            List<VariantsTable.Row> variants = VariantsTable.read(folder);
            ObjectNode titles = node.putObject("variants");
            variants.forEach(variant -> titles.put(variant.id(), variant.title()));
            frames(folder, variants, node.putObject("frames"));
            ArrayNode tables = node.putArray("tables");
            tables(path.resolve(RunFolder.TABLES)).forEach(tables::add);
            node.put("report", Files.isRegularFile(path.resolve(Report.FILE)));
        });
        task.flatMap(RunQueue.Seen::failure)
                .ifPresent(failure -> node.putArray("notes").add(failure));
        task.flatMap(RunQueue.Seen::started).ifPresent(started -> {
            ArrayNode notes = node.putArray("notes");
            started.notes().forEach(notes::add);
            started.result().ifPresent(result -> node.set("result", result));
        });
        return node;
    }

    private Optional<Manifest> manifest(String run) {
        try {
            return Optional.of(Manifest.read(folder.open(run)));
        } catch (Refusal | InvalidInputException notYet) {
            return Optional.empty();
        }
    }

    /// `waiting`, `running`, `stopping`, `done`, `stopped` (it can be gone on with), `failed`, or `invalid` of
    /// a study that was refused.
    private String status(String run, Optional<RunQueue.Seen> task, Optional<Brief> manifest) {
        if (task.isPresent() && task.get().isUnderWay()) {
            return switch (task.get().state()) {
                case WAITING -> "waiting";
                case STOPPING -> "stopping";
                default -> "running";
            };
        }
        if (manifest.isEmpty()) {
            return task.filter(RunQueue.Seen::isStopped).isPresent() ? Manifest.Status.STOPPED.text() : "invalid";
        }
        if (manifest.get().status() != Manifest.Status.RUNNING) {
            return manifest.get().status().text();
        }
        // Another process carries it out, or it was killed.
        return RunLock.isHeld(folder.open(run)) ? "running" : Manifest.Status.STOPPED.text();
    }

    /// Whether a process that is none of this lab carries a run out: the command line, another lab, or what a lab
    /// that was killed had begun.
    boolean isElsewhere(String run) {
        return queue.find(run).filter(RunQueue.Seen::isUnderWay).isEmpty()
                && folder.isBegun(run)
                && RunLock.isHeld(folder.open(run));
    }

    /// How many frames each variant has, by its name, in the order run; under an empty one where there are no
    /// variants.
    private static void frames(RunFolder run, List<VariantsTable.Row> variants, ObjectNode into) {
        Path cells = run.path().resolve(RunFolder.CELLS);
        if (!Files.isDirectory(cells)) {
            return;
        }
        int own = count(cells);
        if (own > 0) {
            into.put("", own);
        }
        variants.stream()
                .map(VariantsTable.Row::id)
                .filter(id -> Files.isDirectory(cells.resolve(id)))
                .forEach(id -> into.put(id, count(cells.resolve(id))));
    }

    private static int count(Path frames) {
        try (Stream<Path> within = Files.list(frames)) {
            return (int) within.filter(RunDescription::isFrame).count();
        } catch (IOException e) {
            throw StorageException.ofReading(frames, e);
        }
    }

    private static boolean isFrame(Path folder) {
        return folder.getFileName().toString().matches("frame-[0-9]+");
    }

    private static List<String> tables(Path tables) {
        if (!Files.isDirectory(tables)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tables)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> tables.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(tables, e);
        }
    }
}
