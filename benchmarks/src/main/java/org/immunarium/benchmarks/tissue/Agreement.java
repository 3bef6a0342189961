package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.physicell.PhysiCellProject;

/// How near runs of a project of PhysiCell come to what PhysiCell made of it, point by point: each measure of each
/// cell type at each time. Seeds run two at a time, each on one thread.
public final class Agreement {

    /// What is to be compared, below the folder of outside data.
    public static final List<String> PROJECTS = List.of("tumor_immune_base", "rules_sample");

    private static final int[] TIMES = {360, 720, 1440};

    private static final Map<String, ToDoubleFunction<TypeCounts>> MEASURES = measures();

    private static Map<String, ToDoubleFunction<TypeCounts>> measures() {
        Map<String, ToDoubleFunction<TypeCounts>> measures = new LinkedHashMap<>();
        measures.put("live", TypeCounts::live);
        measures.put("dead", TypeCounts::dead);
        measures.put("mean damage", TypeCounts::meanDamage);
        measures.put("mean pressure", TypeCounts::meanPressure);
        measures.put("95th percentile of radius", TypeCounts::p95Radius);
        return measures;
    }

    /// One measure of one type at one time.
    ///
    /// @param name   time, type and measure, in words
    /// @param within whether it is near enough
    /// @param words  both means, their standard deviations, and what is allowed
    public record Point(String name, boolean within, String words) {}

    private Agreement() {}

    /// The folder of a project below that of outside data.
    public static Path folder(Path data, String project) {
        return data.resolve("physicell").resolve(project);
    }

    /// Whether a folder has all that is needed.
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve("run_as_measured.xml"))
                && Files.exists(folder.resolve("reference_counts.csv"));
    }

    /// Runs a project and compares.
    ///
    /// @param folder has `run_as_measured.xml` and `reference_counts.csv`
    /// @param seeds  how many, from 1 on; at least 2
    /// @throws IOException where the reference cannot be read, or lacks a time or type
    public static List<Point> of(Path folder, int seeds) throws IOException, InterruptedException {
        ReferenceCounts reference = new ReferenceCounts(folder.resolve("reference_counts.csv"));
        PhysiCellProject project = PhysiCellProject.read(folder.resolve("run_as_measured.xml"));
        List<String> types =
                project.model().types().stream().map(CellType::name).toList();
        // What is missing is told before runs that take minutes.
        Map<String, List<List<TypeCounts>>> counted = new LinkedHashMap<>();
        for (String type : types) {
            List<List<TypeCounts>> ofType = new ArrayList<>();
            for (int time : TIMES) {
                ofType.add(reference.of(time, type));
            }
            counted.put(type, ofType);
        }
        List<List<List<TypeCounts>>> runs = runs(project, seeds);
        List<Point> points = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            String name = types.get(type);
            for (int k = 0; k < TIMES.length; k++) {
                List<TypeCounts> theirs =
                        Objects.requireNonNull(counted.get(name)).get(k);
                List<TypeCounts> ours = new ArrayList<>();
                for (List<List<TypeCounts>> run : runs) {
                    ours.add(run.get(k).get(type));
                }
                String when = TIMES[k] + " min, " + name + ", ";
                MEASURES.forEach((measure, value) -> {
                    MeanDifference difference = MeanDifference.of(
                            ours.stream().mapToDouble(value).toArray(),
                            theirs.stream().mapToDouble(value).toArray());
                    points.add(new Point(when + measure, difference.isWithin(), difference.toString()));
                });
            }
        }
        return points;
    }

    /// What is counted, by seed, time and type.
    private static List<List<List<TypeCounts>>> runs(PhysiCellProject project, int seeds) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<List<List<TypeCounts>>>> futures = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                int own = seed;
                futures.add(pool.submit(() -> run(project, own)));
            }
            List<List<List<TypeCounts>>> runs = new ArrayList<>();
            for (Future<List<List<TypeCounts>>> future : futures) {
                runs.add(future.get());
            }
            return runs;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        }
    }

    private static List<List<TypeCounts>> run(PhysiCellProject project, long seed) {
        List<List<TypeCounts>> counts = new ArrayList<>();
        try (Tissue tissue = new Tissue(project.model(), project.beginning(), seed, 0, 1)) {
            for (int time : TIMES) {
                tissue.advanceTo(time);
                List<TypeCounts> now = new ArrayList<>();
                for (int type = 0; type < project.model().types().size(); type++) {
                    now.add(TypeCounts.of(tissue.cells(), type));
                }
                counts.add(now);
            }
        }
        return counts;
    }
}
