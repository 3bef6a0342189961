package org.immunarium.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What a run was: enough to understand it, to repeat it, and to tell whether its files are still its own.
///
/// @param title      what the run is about
/// @param study      the kind of study, such as `patient`
/// @param status     how far it came
/// @param build      the code that made it
/// @param command    the command line that made it, without the program's name
/// @param overrides  what that command line put in place of the study's values, as text by what it is
/// @param seed       of all its random numbers
/// @param threads    that it ran on; results do not depend on it
/// @param machine    that it ran on
/// @param started    when
/// @param finished   when it ended; empty while it runs
/// @param timings    seconds by phase, of all parts of a run that was resumed but what a kill cut off
/// @param method     how the numbers were made: solver, tolerances, and so on
/// @param parameters every value that the run used, as resolved
/// @param notices    what the user should know, each once
/// @param inputs     files read
/// @param outputs    files written, relative to the run folder
public record Manifest(
        String title,
        String study,
        Status status,
        Build build,
        List<String> command,
        Map<String, String> overrides,
        long seed,
        int threads,
        Machine machine,
        Instant started,
        Optional<Instant> finished,
        Map<String, Double> timings,
        Map<String, String> method,
        List<Setting> parameters,
        List<String> notices,
        List<Fingerprint> inputs,
        List<Fingerprint> outputs) {

    /// The file's name within a run folder.
    public static final String FILE = "manifest.json";

    /// The version of the file's format, which a reader checks.
    public static final int FORMAT = 1;

    /// How far a run came. One that is `RUNNING` with no process behind it was killed.
    public enum Status {
        RUNNING("running"),
        DONE("done"),
        STOPPED("stopped"),
        FAILED("failed");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// A value used.
    ///
    /// @param unit   empty where it has none
    /// @param origin who said so: `model`, `study`, or `command line`, and of which variant it is where these
    ///     differ
    /// @param source where it is from, such as a paper or a formula; empty where that is not said
    public record Setting(String name, double value, String unit, String origin, String source) {

        /// A value of which is not said where it is from.
        public Setting(String name, double value, String unit, String origin) {
            this(name, value, unit, origin, "");
        }
    }

    /// The same run, ended.
    public Manifest ended(
            Status end, Instant when, Map<String, Double> times, List<String> toldTheUser, List<Fingerprint> written) {
        return new Manifest(
                title,
                study,
                end,
                build,
                command,
                overrides,
                seed,
                threads,
                machine,
                started,
                Optional.of(when),
                times,
                method,
                parameters,
                toldTheUser,
                inputs,
                written);
    }

    /// The same run, going on with another number of threads. What it told and wrote when it stopped is not its last
    /// word.
    public Manifest goingOn(int newThreads, List<String> toldTheUser) {
        return new Manifest(
                title,
                study,
                Status.RUNNING,
                build,
                command,
                overrides,
                seed,
                newThreads,
                machine,
                started,
                Optional.empty(),
                timings,
                method,
                parameters,
                toldTheUser,
                inputs,
                List.of());
    }

    /// Writes it into the run folder, with the RO-Crate description beside it.
    public void write(RunFolder run) {
        AtomicFile.write(run.file(FILE), Json.text(json()));
        AtomicFile.write(run.file(RoCrate.FILE), Json.text(RoCrate.describe(this)));
    }

    /// Reads the manifest of a run.
    ///
    /// @throws InvalidInputException if there is none, it is damaged, or it is of another format
    public static Manifest read(RunFolder run) {
        Path file = run.file(FILE);
        ObjectNode root = Json.read(file);
        int format = root.path("format").asInt(0);
        if (format != FORMAT) {
            throw new InvalidInputException(
                    Problem.of(file.toString(), "format " + format + " is not known; this version reads " + FORMAT));
        }
        try {
            return parse(root);
        } catch (DateTimeException e) {
            throw Damage.of(file, "\"started\" or \"finished\" is not a time, as in 2026-11-24T09:30:00Z");
        } catch (NumberFormatException e) {
            throw Damage.of(file, "the value of a parameter is not a number");
        } catch (IllegalArgumentException e) {
            throw Damage.of(file, String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode json() {
        ObjectNode root = Json.object();
        root.put("format", FORMAT);
        root.put("title", title);
        root.put("study", study);
        root.put("status", status.text());
        root.put("version", build.version());
        root.put("commit", build.commit());
        root.put("code", build.code());
        ArrayNode words = root.putArray("command");
        command.forEach(words::add);
        ObjectNode instead = root.putObject("overrides");
        overrides.forEach(instead::put);
        root.put("seed", seed);
        root.put("threads", threads);
        ObjectNode where = root.putObject("machine");
        where.put("java", machine.java());
        where.put("system", machine.system());
        where.put("architecture", machine.architecture());
        where.put("cores", machine.cores());
        where.put("memory bytes", machine.memoryBytes());
        root.put("started", started.toString());
        finished.ifPresent(when -> root.put("finished", when.toString()));
        ObjectNode times = root.putObject("seconds");
        timings.forEach(times::put);
        ObjectNode how = root.putObject("method");
        method.forEach(how::put);
        ArrayNode told = root.putArray("notices");
        notices.forEach(told::add);
        putFingerprints(root.putArray("inputs"), inputs);
        putFingerprints(root.putArray("outputs"), outputs);
        ArrayNode settings = root.putArray("parameters");
        for (Setting setting : parameters) {
            ObjectNode each = settings.addObject();
            each.put("name", setting.name());
            if (Double.isFinite(setting.value())) {
                each.put("value", setting.value());
            } else {
                each.put("value", Numbers.text(setting.value()));
            }
            each.put("unit", setting.unit());
            each.put("origin", setting.origin());
            if (!setting.source().isEmpty()) {
                each.put("source", setting.source());
            }
        }
        return root;
    }

    private static void putFingerprints(ArrayNode array, List<Fingerprint> files) {
        for (Fingerprint file : files) {
            ObjectNode each = array.addObject();
            each.put("file", file.file());
            each.put("bytes", file.bytes());
            each.put("sha256", file.sha256());
        }
    }

    private static Manifest parse(ObjectNode root) {
        JsonNode where = root.path("machine");
        String finished = root.path("finished").asText("");
        return new Manifest(
                root.path("title").asText(""),
                root.path("study").asText(""),
                status(root.path("status").asText("")),
                new Build(
                        root.path("version").asText(""),
                        root.path("commit").asText(""),
                        root.path("code").asText("")),
                texts(root.path("command")),
                words(root.path("overrides")),
                root.path("seed").asLong(),
                root.path("threads").asInt(),
                new Machine(
                        where.path("java").asText(""),
                        where.path("system").asText(""),
                        where.path("architecture").asText(""),
                        where.path("cores").asInt(),
                        where.path("memory bytes").asLong()),
                Instant.parse(root.path("started").asText("")),
                finished.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(finished)),
                numbers(root.path("seconds")),
                words(root.path("method")),
                settings(root.path("parameters")),
                texts(root.path("notices")),
                fingerprints(root.path("inputs")),
                fingerprints(root.path("outputs")));
    }

    private static Status status(String text) {
        for (Status status : Status.values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown status \"" + text + "\"");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
        return numbers;
    }

    private static Map<String, String> words(JsonNode object) {
        Map<String, String> words = new LinkedHashMap<>();
        object.properties().forEach(e -> words.put(e.getKey(), e.getValue().asText()));
        return words;
    }

    private static List<Setting> settings(JsonNode array) {
        List<Setting> settings = new ArrayList<>();
        for (JsonNode each : array) {
            JsonNode value = each.path("value");
            settings.add(new Setting(
                    each.path("name").asText(""),
                    value.isNumber() ? value.asDouble() : Double.parseDouble(value.asText("NaN")),
                    each.path("unit").asText(""),
                    each.path("origin").asText(""),
                    each.path("source").asText("")));
        }
        return List.copyOf(settings);
    }

    private static List<Fingerprint> fingerprints(JsonNode array) {
        List<Fingerprint> files = new ArrayList<>();
        for (JsonNode each : array) {
            files.add(new Fingerprint(
                    each.path("file").asText(""),
                    each.path("bytes").asLong(),
                    each.path("sha256").asText("")));
        }
        return List.copyOf(files);
    }
}
