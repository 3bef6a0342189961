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
import java.util.stream.Stream;
import org.immunarium.results.Json;
import org.immunarium.study.Heap;
import org.immunarium.study.Overrides;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.run.StudyRun;
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

    /// As many trials as the page shows of a trial that is asked how often it succeeds.
    static final int TRIALS = 200;

    /// What is stored under a name of its own because something of a study is changed.
    private static final Map<String, Changed> CHANGED =
            Map.of("patrol-low-mhc", new Changed("learn/patrol", List.of("start[1].count=2", "start[2].count=6")));

    private record Changed(String study, List<String> set) {}

    /// All that is stored.
    static final List<String> STORED = List.of(
            "patrol", "patrol-low-mhc", "disguise", "wake", "handshake", "soldiers", "keys", "benefit", "next-trial");

    /// The study of something that is stored.
    static String study(String id) {
        Changed changed = CHANGED.get(id);
        return changed == null ? "learn/" + id : changed.study();
    }

    /// What is changed in the study of something that is stored.
    private static List<String> set(String id) {
        Changed changed = CHANGED.get(id);
        return changed == null ? List.of() : changed.set();
    }

    /// Whether it is replicates of a trial, `immunarium sweep STUDY --replicates 200 --seed 1`; else runs with
    /// seeds
    /// from 1 on.
    private static boolean isReplicates(String id) {
        return id.equals("next-trial");
    }

    /// How many runs are stored.
    static int count(String id) {
        return isReplicates(id) ? TRIALS : ALL;
    }

    /// Runs all that is stored under a name.
    static LearnRuns anew(String id, int threads) {
        Map<Long, Map<String, Map<String, Double>>> runs = new LinkedHashMap<>();
        RepeatableStudy prepared = prepared(id, 1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Map<Long, Future<Map<String, Map<String, Double>>>> results = new LinkedHashMap<>();
            for (int i = 1; i <= count(id); i++) {
                long seed = isReplicates(id) ? SweepPlan.seed(1, i) : i;
                results.put(seed, pool.submit(() -> run(id, prepared, seed)));
            }
            for (var result : results.entrySet()) {
                runs.put(result.getKey(), result.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(id, e.getCause());
        }
        return new LearnRuns(study(id), runs);
    }

    /// What the run with a seed comes to, by variant and measure.
    private static Map<String, Map<String, Double>> run(String id, RepeatableStudy prepared, long seed) {
        if (isReplicates(id)) {
            return TrialNumbers.ofMeasures(measured(prepared, 0, seed, 1));
        }
        if (isTrial(id)) {
            return trial(id, seed);
        }
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        for (int place = 0; place < prepared.variants().size(); place++) {
            found.put(prepared.variants().get(place).id(), measured(prepared, place, seed, 1));
        }
        return found;
    }

    /// A part of the run with a seed, quickly: one variant of a tissue, or what is measured of a trial that is one
    /// of
    /// many.
    static Map<String, Map<String, Double>> part(String id, long seed, int threads) {
        if (isTrial(id)) {
            return TrialNumbers.ofMeasures(measured(prepared(id, seed), 0, seed, threads));
        }
        RepeatableStudy tissue = prepared(id, seed);
        int last = tissue.variants().size() - 1;
        return Map.of(tissue.variants().get(last).id(), measured(tissue, last, seed, threads));
    }

    private static boolean isTrial(String id) {
        return ShippedStudy.find(study(id)).orElseThrow().text().contains("\nstudy: trial\n");
    }

    private static RepeatableStudy prepared(String id, long seed) {
        return (RepeatableStudy)
                StudyRun.prepare(study(id), Overrides.parse(Optional.of(seed), Optional.empty(), set(id)))
                        .prepared();
    }

    private static Map<String, Double> measured(RepeatableStudy study, int variant, long seed, int threads) {
        double[] values = study.measure(variant, seed, threads, Heap.here(), _ -> {});
        Map<String, Double> measured = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            measured.put(study.measures().get(i).name(), values[i]);
        }
        return measured;
    }

    private static Map<String, Map<String, Double>> trial(String id, long seed) {
        try {
            Path folder = Files.createTempDirectory("learn");
            StudyRun.prepare(study(id), Overrides.parse(Optional.of(seed), Optional.empty(), set(id)))
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

    /// What the page shows at once: the study and what is changed in it, its mark, the version, and of each run the
    /// measures that the page reads.
    ///
    /// @param id   the name under which it is stored
    /// @param kept how the names of measures begin that are kept
    ObjectNode stored(String id, String version, List<String> kept) {
        ObjectNode root = Json.object();
        root.put("study", study);
        if (!set(id).isEmpty()) {
            ArrayNode changed = root.putArray("set");
            set(id).forEach(changed::add);
        }
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
