package org.immunarium.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immunarium.results.AtomicFile;
import org.immunarium.study.Overrides;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;
import org.immunarium.units.InvalidInputException;

/// A run that a browser asks for, as words of a command line.
///
/// Each option is one word, `--name=value`: no value is ever taken for an option, or for the name of a file of
/// options.
///
/// @param command   `run`, `sweep`, `sensitivity`, `fit` or `calibrate`
/// @param study     as on the command line
/// @param options   of the command
/// @param overrides the same, as a study takes them
/// @param bounds    the folder and the files besides which its study may name none; empty for a study that comes
///                  along
/// @param written   the file that its text was written to; empty for a study by its name
record AskedRun(
        String command,
        String study,
        List<String> options,
        Overrides overrides,
        List<Path> bounds,
        Optional<Path> written) {

    private static final String RUN = "run";
    private static final String STUDY = "study";
    private static final String TEXT = "text";
    private static final String BESIDE = "beside";
    private static final String UPLOAD = "upload:";
    private static final String VARY = "vary";
    private static final String SAMPLES = "samples";
    private static final String VARIANT = "variant";

    /// What may be said of a run of any kind.
    private static final Set<String> OPTIONS = Set.of("seed", "duration", "set");

    /// What says which run it is.
    private static final Set<String> NAMING = Set.of("command", STUDY, TEXT, BESIDE);

    /// What each command may be told besides.
    private static final Map<String, Set<String>> OWN = Map.of(
            RUN,
            Set.of(),
            "sweep",
            Set.of(VARY, "replicates"),
            "sensitivity",
            Set.of(VARY, "method", SAMPLES, "of", VARIANT),
            "fit",
            Set.of(VARY, "data", "error", "error-size", "starts", SAMPLES, VARIANT, "candidates", "baseline"),
            "calibrate",
            Set.of());

    /// The most combinations and runs of one request, so that checking them takes no longer than a look.
    private static final int MOST_REPLICATES = 100_000;

    private static final int MOST_SAMPLES = 10_000_000;

    /// The commands that may be asked for.
    static Set<String> commands() {
        return OWN.keySet();
    }

    /// Whether an option of a command line is one that a browser may ask for, by any command.
    ///
    /// @param name such as `--seed`
    static boolean isOption(String name) {
        return name.startsWith("--")
                && (OPTIONS.contains(name.substring(2))
                        || OWN.values().stream().anyMatch(own -> own.contains(name.substring(2))));
    }

    /// Reads what a browser asks for. A study in text is written to a file of the lab.
    ///
    /// @param name of that file
    /// @throws Refusal if it makes no sense
    static AskedRun of(ObjectNode body, LabFolder folder, String name) {
        return new Reading(body, folder, name).asked();
    }

    /// Reads and checks the study with all that is asked.
    ///
    /// @throws Refusal with all that is wrong
    StudyRun prepared() {
        try {
            if (command.equals("calibrate") && !StudyRun.kind(study).equals("calibration")) {
                throw new Refusal(Refusal.INVALID, "a study of kind calibration was expected");
            }
            return StudyRun.prepare(study, overrides, bounds);
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.INVALID, e.problems());
        }
    }

    /// Words of the command line that carries it out into a folder.
    List<String> arguments(Path out) {
        List<String> words = new ArrayList<>(List.of(command, study, "--json", "--out", out.toString()));
        words.addAll(options);
        return words;
    }

    /// Removes the file that was written for it: it will not be run.
    void forget() {
        try {
            if (written.isPresent()) {
                Files.deleteIfExists(written.get());
            }
        } catch (IOException left) {
            // It counts as given until it is removed.
        }
    }

    private static final class Reading {

        private final ObjectNode body;
        private final LabFolder folder;
        private final String name;
        private final List<String> options = new ArrayList<>();

        /// Besides the folder of its study.
        private final List<Path> given = new ArrayList<>();

        private Reading(ObjectNode body, LabFolder folder, String name) {
            this.body = body;
            this.folder = folder;
            this.name = name;
        }

        private AskedRun asked() {
            String command = body.has("command") ? text("command") : RUN;
            if (!OWN.containsKey(command)) {
                throw refused("\"" + command + "\" is no command; known are " + new TreeSet<>(OWN.keySet()));
            }
            Set<String> known = new TreeSet<>(NAMING);
            known.addAll(OPTIONS);
            known.addAll(OWN.getOrDefault(command, Set.of()));
            body.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    throw refused("\"" + key + "\" means nothing here; known are " + known);
                }
            });
            Overrides overrides = more(command, common());
            if (body.path(STUDY).isTextual() == body.path(TEXT).isTextual()) {
                throw refused("a \"study\" by its name, or the \"text\" of one was expected, either as text");
            }
            return body.has(STUDY) ? named(command, overrides) : written(command, overrides);
        }

        private AskedRun named(String command, Overrides overrides) {
            String study = text(STUDY);
            if (body.has(BESIDE)) {
                throw refused("\"beside\" says where the \"text\" of a study lies; a study by its name has its place");
            }
            if (!study.startsWith(UPLOAD)) {
                return new AskedRun(command, Catalog.checked(study), options, overrides, List.of(), Optional.empty());
            }
            Path file = upload(study);
            return new AskedRun(command, file.toString(), options, overrides, bounds(file), Optional.empty());
        }

        private AskedRun written(String command, Overrides overrides) {
            Path file = body.has(BESIDE) ? upload(text(BESIDE)).resolveSibling(name + ".yaml") : folder.study(name);
            AtomicFile.write(file, text(TEXT));
            return new AskedRun(
                    command, file.toAbsolutePath().toString(), options, overrides, bounds(file), Optional.of(file));
        }

        /// The folder of all that was given with a study.
        private List<Path> bounds(Path study) {
            List<Path> bounds = new ArrayList<>(given);
            bounds.add(folder.givenWith(study));
            return List.copyOf(bounds);
        }

        private Path upload(String text) {
            if (!text.startsWith(UPLOAD)) {
                throw refused("\"" + text + "\": a file that was given to the lab was expected, as upload:…");
            }
            return LabFolder.within(folder.uploads(), text.substring(UPLOAD.length()))
                    .toAbsolutePath();
        }

        private Overrides common() {
            List<String> set = new ArrayList<>();
            Optional<Long> seed = Optional.empty();
            if (body.has("seed")) {
                JsonNode number = body.path("seed");
                if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                    throw refused("a whole number was expected for the seed");
                }
                seed = Optional.of(number.asLong());
                option("seed", number.asText());
            }
            Optional<String> duration = optional("duration");
            if (body.has("set") && !body.path("set").isObject()) {
                throw refused("set: an object with a value for each name was expected");
            }
            for (Map.Entry<String, JsonNode> each : body.path("set").properties()) {
                if (!each.getValue().isValueNode()) {
                    throw refused("set: a number or a text was expected for \"" + each.getKey() + "\"");
                }
                set.add(each.getKey() + "=" + each.getValue().asText());
                option("set", set.getLast());
            }
            return Overrides.parse(seed, duration, set);
        }

        private Overrides more(String command, Overrides overrides) {
            return switch (command) {
                case "sweep" ->
                    overrides.withSweep(
                            texts(VARY), whole("replicates", MOST_REPLICATES).orElse(1));
                case "sensitivity" ->
                    overrides.withSensitivity(new SensitivityPlan.Asked(
                            texts(VARY),
                            optional("method").orElse("prcc"),
                            whole(SAMPLES, MOST_SAMPLES),
                            texts("of"),
                            optional(VARIANT)));
                case "fit" -> overrides.withFit(fit());
                default -> overrides;
            };
        }

        private FitPlan.Asked fit() {
            Path data = upload(text("data"));
            given.add(data);
            option("data", data.toString());
            return new FitPlan.Asked(
                            texts(VARY),
                            data.toString(),
                            optional("error").orElse("proportional"),
                            whole("starts", MOST_SAMPLES).orElse(20),
                            whole(SAMPLES, MOST_SAMPLES).orElse(0),
                            optional(VARIANT))
                    .withErrorSize(optional("error-size"))
                    .withCandidates(optional("candidates"), optional("baseline"));
        }

        private void option(String option, String value) {
            options.add("--" + option + "=" + value);
        }

        private String text(String key) {
            if (!body.path(key).isTextual()) {
                throw refused(key + ": a text was expected");
            }
            return body.path(key).asText();
        }

        private Optional<String> optional(String key) {
            if (!body.has(key)) {
                return Optional.empty();
            }
            String value = body.path(key).isNumber() ? body.path(key).asText() : text(key);
            option(key, value);
            return Optional.of(value);
        }

        private Optional<Integer> whole(String key, int most) {
            if (!body.has(key)) {
                return Optional.empty();
            }
            JsonNode number = body.path(key);
            if (!number.isIntegralNumber() || !number.canConvertToInt() || number.asInt() > most) {
                throw refused(key + ": a whole number up to " + most + " was expected");
            }
            option(key, number.asText());
            return Optional.of(number.asInt());
        }

        private List<String> texts(String key) {
            List<String> found = new ArrayList<>();
            if (body.has(key) && !body.path(key).isArray()) {
                throw refused(key + ": a list of texts was expected");
            }
            for (JsonNode each : body.path(key)) {
                if (!each.isTextual()) {
                    throw refused(key + ": a list of texts was expected");
                }
                found.add(each.asText());
                option(key, each.asText());
            }
            return List.copyOf(found);
        }

        private static Refusal refused(String message) {
            return new Refusal(Refusal.BAD_REQUEST, message);
        }
    }
}
