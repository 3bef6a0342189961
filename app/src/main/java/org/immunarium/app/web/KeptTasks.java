package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;

/// What waits in the lab's queue, a file each, so that it still waits when the lab was killed and is started again.
///
/// A file is there from before a task is answered for until its run has ended, or, of a run that is gone on
/// with, until it goes on. Where a lab is killed in between, the run's own folder says whether the run has
/// begun.
final class KeptTasks {

    /// Goes on with a run that has begun, where all other commands begin one.
    private static final String RESUME = "resume";

    /// What a twin is given, besides the options that a browser may ask for.
    private static final String GIVE = "--give";

    private static final String JSON = "--json";
    private static final String OUT = "--out";

    /// Stands for the run's folder: the folder of all runs may be another one by the time the lab is started again.
    private static final String FOLDER = "{folder}";

    /// Stands for the folder of all runs, before the name of a file in it.
    private static final String RUNS = "{runs}/";

    private static final String RUN = "run";
    private static final String ARGUMENTS = "arguments";
    private static final String SUFFIX = ".json";

    private final LabFolder folder;
    private int last;

    KeptTasks(LabFolder folder) {
        this.folder = folder;
    }

    /// A task and its file.
    record Kept(Path file, String run, List<String> arguments) {

        /// Removes the file: the task waits no more.
        void forget() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                // A run that has begun is not begun anew, whatever is kept.
            }
        }

        boolean isResuming() {
            return arguments.getFirst().equals(RESUME);
        }
    }

    /// Keeps a task behind all others.
    ///
    /// @throws StorageException if it cannot be written; it is not kept then
    Kept keep(String run, List<String> arguments) {
        last++;
        Path file = folder.queue().resolve(String.format(Locale.ROOT, "%09d-%s%s", last, run, SUFFIX));
        ObjectNode root = Json.object();
        root.put(RUN, run);
        ArrayNode words = root.putArray(ARGUMENTS);
        String own = folder.path(run).toString();
        arguments.forEach(each -> words.add(each.equals(own) ? FOLDER : movable(each)));
        AtomicFile.write(file, Json.line(root));
        return new Kept(file, run, arguments);
    }

    /// All that waited when the lab ended, in their order. Those that had begun are forgotten: they are stopped
    /// runs.
    List<Kept> left() {
        List<Kept> left = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            last = Math.max(last, Integer.parseInt(name.substring(0, name.indexOf('-'))));
            read(file).ifPresent(kept -> {
                if (folder.isBegun(kept.run()) == kept.isResuming()) {
                    left.add(kept);
                } else {
                    kept.forget();
                }
            });
        }
        return left;
    }

    private List<Path> files() {
        try (Stream<Path> within = Files.list(folder.queue())) {
            return within.filter(each -> each.getFileName().toString().matches("[0-9]{9}-.*\\" + SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder.queue(), e);
        }
    }

    /// Empty if it is none that a lab wrote.
    private Optional<Kept> read(Path file) {
        try {
            ObjectNode root = Json.parse(file.toString(), Files.readString(file));
            String run = root.path(RUN).asText();
            String own = folder.path(run).toString();
            List<String> arguments = new ArrayList<>();
            root.path(ARGUMENTS)
                    .forEach(each -> arguments.add(each.asText().equals(FOLDER) ? own : here(each.asText())));
            return isKnown(arguments, own)
                    ? Optional.of(new Kept(file, run, List.copyOf(arguments)))
                    : Optional.empty();
        } catch (InvalidInputException | Refusal | IOException unreadable) {
            return Optional.empty();
        }
    }

    /// A word with a file of the runs' folder in it, such that the folder may move.
    private String movable(String word) {
        int at = value(word);
        try {
            Path file = Path.of(word.substring(at));
            if (file.isAbsolute()
                    && LabFolder.below(folder.runs(), file.toString()).isPresent()) {
                String within = folder.runs().relativize(file.normalize()).toString();
                return word.substring(0, at) + RUNS + within.replace('\\', '/');
            }
        } catch (InvalidPathException none) {
            // It is no file.
        }
        return word;
    }

    /// The same word where the folder is now.
    ///
    /// @throws Refusal if it leads out of the folder
    private String here(String word) {
        int at = value(word);
        if (!word.startsWith(RUNS, at)) {
            return word;
        }
        return word.substring(0, at)
                + LabFolder.below(folder.runs(), word.substring(at + RUNS.length()))
                        .orElseThrow(() -> new Refusal(Refusal.INVALID, "no file of these runs"));
    }

    /// Where the value in a word begins.
    static int value(String word) {
        return word.startsWith("--") ? word.indexOf('=') + 1 : 0;
    }

    /// Whether a lab may have written these words: a command of a run into its own folder, with no option but those
    /// that are known, and no file of words (`@file`) to read more from.
    private static boolean isKnown(List<String> words, String own) {
        if (words.isEmpty()) {
            return false;
        }
        if (words.getFirst().equals(RESUME)) {
            return words.equals(List.of(RESUME, own, JSON));
        }
        if (!AskedRun.commands().contains(words.getFirst())) {
            return false;
        }
        int out = words.indexOf(OUT);
        return out > 0
                && out == words.lastIndexOf(OUT)
                && out + 1 < words.size()
                && words.get(out + 1).equals(own)
                && words.stream().allMatch(KeptTasks::isKnown);
    }

    private static boolean isKnown(String word) {
        String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return !word.startsWith("@")
                && (!word.startsWith("-")
                        || word.equals(JSON)
                        || word.equals(OUT)
                        || option.equals(GIVE)
                        || AskedRun.isOption(option));
    }
}
