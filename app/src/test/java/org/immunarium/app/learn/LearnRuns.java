package org.immunarium.app.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.results.Json;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.sweep.SweepResult;
import org.immunarium.study.sweep.plan.SweepPlan;
import org.immunarium.study.tissue.model.ShippedTissueModel;

/// The runs of an experiment of the page Learn: one for each seed, and what each variant came to, by the names that
/// a
/// sweep gives.
///
/// @param study as in `immunarium run STUDY --seed SEED`
/// @param runs  by seed, then by variant, then by measure
record LearnRuns(String study, Map<Long, Map<String, Map<String, Double>>> runs) {

    /// As many as the page shows.
    static final int ALL = 20;

    private static final Pattern MODEL = Pattern.compile("(?m)^model: (\\S+)$");

    /// Runs the study with each seed from one to another, two at a time.
    ///
    /// @param set values in place of the study's, as on the command line
    static LearnRuns of(String study, long from, long to, List<String> set) {
        Map<Long, Map<String, Map<String, Double>>> runs = new LinkedHashMap<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Map<String, Map<String, Double>>>> results = new ArrayList<>();
            LongStream.rangeClosed(from, to).forEach(seed -> results.add(two.submit(() -> run(study, seed, set))));
            for (Future<Map<String, Map<String, Double>>> result : results) {
                runs.put(from + runs.size(), result.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(study, e.getCause());
        }
        return new LearnRuns(study, runs);
    }

    private static Map<String, Map<String, Double>> run(String study, long seed, List<String> set) {
        if (ShippedStudy.find(study).orElseThrow().text().contains("\nstudy: trial\n")) {
            return trial(study, seed, set);
        }
        Overrides one =
                Overrides.parse(Optional.of(seed), Optional.empty(), set).withSweep(SweepPlan.replicates(1));
        SweepResult result = SweepResult.of(StudyRun.prepare(study, one).prepared(), 1);
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        for (StudyVariant variant : result.variants()) {
            Map<String, Double> values = new LinkedHashMap<>();
            result.measures()
                    .forEach(measure -> values.put(measure.name(), result.values(variant.title(), measure.name())[0]));
            found.put(variant.id(), values);
        }
        return found;
    }

    private static Map<String, Map<String, Double>> trial(String study, long seed, List<String> set) {
        try {
            Path folder = Files.createTempDirectory("learn");
            StudyRun.prepare(study, Overrides.parse(Optional.of(seed), Optional.empty(), set))
                    .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
            Map<String, Map<String, Double>> numbers = TrialNumbers.of(folder.resolve("run/tables"));
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(each -> each.toFile().delete());
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a variant came to in each run, in the order of seeds.
    double[] values(String variant, String measure) {
        return runs.values().stream()
                .mapToDouble(run -> {
                    Double value = run.getOrDefault(variant, Map.of()).get(measure);
                    if (value == null) {
                        throw new IllegalArgumentException(study + " has no " + measure + " of " + variant + "; it has "
                                + run.getOrDefault(variant, Map.of()).keySet() + " of " + run.keySet());
                    }
                    return value;
                })
                .toArray();
    }

    /// A mark of what is run: SHA-256 of the text of the study, and of the model of a tissue that it names.
    static String hash(String study) {
        String text = ShippedStudy.find(study).orElseThrow().text();
        Matcher model = MODEL.matcher(text);
        String all = text
                + (model.find()
                        ? ShippedTissueModel.find(model.group(1))
                                .map(ShippedTissueModel::text)
                                .orElse("")
                        : "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the page shows at once: the study, its mark, the version, and of each run the measures that the page
    /// reads.
    ///
    /// @param kept how the names of measures begin that are kept
    ObjectNode stored(String version, List<String> kept) {
        ObjectNode root = Json.object();
        root.put("study", study);
        root.put("hash", hash(study));
        root.put("version", version);
        List<String> columns = runs.values().iterator().next().values().iterator().next().keySet().stream()
                .filter(name -> kept.stream().anyMatch(name::startsWith))
                .filter(name -> runs.values().stream()
                        .flatMap(run -> run.values().stream())
                        .anyMatch(values -> values.getOrDefault(name, 0.0) != 0))
                .toList();
        ArrayNode names = root.putArray("columns");
        columns.forEach(names::add);
        ArrayNode all = root.putArray("runs");
        runs.forEach((seed, variants) -> {
            ObjectNode node = all.addObject();
            node.put("seed", seed);
            ObjectNode of = node.putObject("variants");
            variants.forEach((variant, values) -> {
                ArrayNode numbers = of.putArray(variant);
                columns.forEach(name -> put(numbers, values.getOrDefault(name, Double.NaN)));
            });
        });
        return root;
    }

    static void put(ArrayNode numbers, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            numbers.add((long) value);
        } else if (Double.isFinite(value)) {
            numbers.add(value);
        } else {
            numbers.addNull();
        }
    }

    /// The runs that are stored of an experiment.
    static LearnRuns stored(String id) throws IOException {
        JsonNode root = read(id);
        Map<Long, Map<String, Map<String, Double>>> runs = new LinkedHashMap<>();
        for (JsonNode run : root.path("runs")) {
            Map<String, Map<String, Double>> variants = new LinkedHashMap<>();
            run.path("variants").properties().forEach(variant -> {
                Map<String, Double> values = new LinkedHashMap<>();
                for (int i = 0; i < root.path("columns").size(); i++) {
                    values.put(
                            root.path("columns").get(i).asText(),
                            variant.getValue().get(i).asDouble(Double.NaN));
                }
                variants.put(variant.getKey(), values);
            });
            runs.put(run.path("seed").asLong(), variants);
        }
        return new LearnRuns(root.path("study").asText(), runs);
    }

    /// What is stored of an experiment.
    static JsonNode read(String id) throws IOException {
        try (InputStream in =
                LearnRuns.class.getResourceAsStream("/org/immunarium/app/web/site/learn/stored/" + id + ".json")) {
            if (in == null) {
                throw new IOException("nothing is stored of " + id);
            }
            return Json.parse(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
