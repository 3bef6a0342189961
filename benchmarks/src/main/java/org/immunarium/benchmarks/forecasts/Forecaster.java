package org.immunarium.benchmarks.forecasts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.run.StudyRun;

/// A model of a lesion's diameter, and how `immunarium fit` is asked to fit it.
///
/// @param name   in figures
/// @param vary   diameters at the start, which each series tells by itself
/// @param prior  what is known of the other parameters before; empty where they are searched for between bounds
/// @param bounds of the other parameters, where nothing is known before
/// @param size   of errors, where known
record Forecaster(String name, String vary, List<Prior> prior, List<String> bounds, Optional<Double> size) {

    /// Nobody is followed for longer.
    private static final int DAYS = 800;

    private static final String COLUMN = "D";
    private static final String BI_EXPONENTIAL = "bi-exponential.xml";
    private static final int STARTS = 20;

    /// Searches for where chains begin; what they find does not depend on it.
    private static final int STARTS_OF_CHAINS = 5;

    /// Of a diameter as it is read off a scan, relative; assumed.
    private static final double ERROR = 0.05;

    Forecaster {
        prior = List.copyOf(prior);
        bounds = List.copyOf(bounds);
    }

    /// Of a parameter among patients: log-normal.
    ///
    /// @param middle its median, in the model's unit
    /// @param spread standard deviation of its logarithm
    record Prior(String parameter, double middle, double spread) {}

    /// The shipped lesion under treatment. Its priors are those of the page that tells of it.
    static Forecaster mechanistic() {
        return new Forecaster(
                "mechanistic",
                "D_0=1:400:log",
                List.of(
                        new Prior("odds", 0.1, 4),
                        new Prior("k_S_attack", 0.023, 1),
                        new Prior("k_growth", 0.0045, 1.4),
                        new Prior("room", 4.2, 2)),
                List.of(),
                Optional.of(ERROR));
    }

    /// d = d_0 (exp(-k_d t) + exp(k_g t) - 1), fitted to each series by itself (Stein et al. 2011, Clinical Cancer
    /// Research 17:907-917, doi 10.1158/1078-0432.CCR-10-1762).
    static Forecaster biExponential() {
        return new Forecaster(
                "biexponential",
                "d_0=1:400:log",
                List.of(),
                List.of("k_d=1e-6:0.2:log", "k_g=1e-6:0.05:log"),
                Optional.empty());
    }

    /// The same with what is known of other patients before, as ours has it.
    static Forecaster biExponentialWithPrior() {
        return new Forecaster(
                "biexponential_with_prior",
                "d_0=1:400:log",
                List.of(new Prior("k_d", 0.00227, 1.22), new Prior("k_g", 8.76e-4, 0.774)),
                List.of(),
                Optional.of(ERROR));
    }

    private boolean isShipped() {
        return name.equals("mechanistic");
    }

    /// The study of one lesion.
    private Path study(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("format: 1\nstudy: patient\ntitle: " + name + "\nduration: " + DAYS
                + " d\noutput: {every: 1 d}\nmodel: " + (isShipped() ? "lesion-under-treatment" : BI_EXPONENTIAL)
                + "\n");
        if (!prior.isEmpty()) {
            text.append("set:\n");
            prior.forEach(each -> text.append("  " + each.parameter() + ": " + each.middle() + "\n"));
        }
        if (!isShipped()) {
            Files.writeString(
                    folder.resolve(BI_EXPONENTIAL),
                    SbmlWriter.write(ModelBuilder.of("biexponential", "Stein 2011")
                            .units("d", "1", "L")
                            .parameter("d_0", "Diameter at the start", 30, "mm")
                            .parameter("k_d", "Rate of shrinking", 0.0019, "1/d")
                            .parameter("k_g", "Rate of growth", 7.8e-4, "1/d")
                            .parameter("shrinking", "Part that shrinks", 1, "1")
                            .parameter("growing", "Part that grows", 1, "1")
                            .rate("shrinking", "-k_d * shrinking")
                            .rate("growing", "k_g * growing")
                            .assigned(COLUMN, "Diameter", "mm", "d_0 * (shrinking + growing - 1)")
                            .build()));
        }
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    /// Fits each series by itself, in one run.
    ///
    /// @param folder  empty
    /// @param samples of each series, where something is known before
    RunFolder fit(List<LesionSeries> series, Path folder, int samples, int threads) throws IOException {
        List<String> rows = new ArrayList<>(List.of("patient,time [d]," + COLUMN + " [mm]"));
        for (LesionSeries each : series) {
            for (int i = 0; i < each.days().size(); i++) {
                rows.add(each.patient() + "," + each.days().get(i) + ","
                        + each.diameters().get(i));
            }
        }
        Path data = Files.writeString(folder.resolve("data.csv"), String.join("\n", rows) + "\n");
        List<String> ranges = new ArrayList<>(List.of(vary));
        prior.forEach(each -> ranges.add(each.parameter() + "=log-normal:" + each.spread()));
        ranges.addAll(bounds);
        FitPlan.Asked asked = new FitPlan.Asked(
                        ranges,
                        data.toString(),
                        "proportional",
                        prior.isEmpty() ? STARTS : STARTS_OF_CHAINS,
                        prior.isEmpty() ? 0 : samples,
                        Optional.empty())
                .withErrorSize(size.map(String::valueOf));
        return StudyRun.prepare(study(folder).toString(), Overrides.NONE.withFit(asked))
                .run(
                        Optional.of(folder.resolve("run")),
                        List.of("fit"),
                        threads,
                        new StopSignal(),
                        RunContext.Screen.NONE)
                .folder();
    }

    /// The median error over the last third of each series, from its first two thirds.
    List<Double> errors(List<LesionSeries> series, Path folder, int samples, int threads) throws IOException {
        RunFolder run = fit(series.stream().map(LesionSeries::begun).toList(), folder, samples, threads);
        Table table = Table.read(run.table("predictions.csv"));
        Map<String, Double> predicted = new LinkedHashMap<>();
        int time = table.column("time [d]");
        int value = table.column("predicted");
        for (List<String> row : table.rows()) {
            if (!row.get(value).isEmpty()) {
                predicted.put(
                        key(row.getFirst(), (int) Math.rint(Double.parseDouble(row.get(time)))),
                        Double.parseDouble(row.get(value)));
            }
        }
        return series.stream()
                .map(each -> each.error(each.days().stream()
                        .skip(each.seen())
                        .map(day -> predicted.getOrDefault(key(each.patient(), day), Double.NaN))
                        .toList()))
                .toList();
    }

    private static String key(String patient, int day) {
        return patient + " " + day;
    }
}
