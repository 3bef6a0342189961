package org.immunarium.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.run.RunFailed;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A fit that has a folder.
final class FitRunTest {

    private static final Logistic TRUTH = new Logistic(0.42, 730);
    private static final String R = "r=0.05:2:log";
    private static final String K = "K=100:5000:log";

    @TempDir
    private Path folder = Path.of("");

    private Overrides asked(String data, String error, int starts, int samples, String... vary) throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, data);
        return Overrides.NONE.withFit(
                new FitPlan.Asked(List.of(vary), file.toString(), error, starts, samples, Optional.empty()));
    }

    private StudyRun.Outcome run(Overrides overrides, String out, int threads) throws IOException {
        return StudyRun.prepare(Logistic.write(folder).toString(), overrides)
                .run(
                        Optional.of(folder.resolve(out)),
                        List.of("fit"),
                        threads,
                        new StopSignal(),
                        RunContext.Screen.NONE);
    }

    private static String table(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private static double cell(Table table, String parameter, String column) {
        List<String> row = table.rows().stream()
                .filter(each -> each.get(table.column("parameter")).equals(parameter))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(row.get(table.column(column)));
    }

    private static String remark(Table table, String parameter) {
        return table.rows().stream()
                .filter(each -> each.getFirst().equals(parameter))
                .map(List::getLast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proportional", "additive", "combined"})
    void theTruthIsFoundAndLiesWithinItsIntervals(String error) throws IOException {
        StudyRun.Outcome outcome = run(asked(table("time,V", TRUTH.rows(24, 0.05, 7)), error, 4, 0, R, K), error, 2);
        Table fit = Table.read(outcome.folder().table("fit.csv"));
        assertThat(fit.header())
                .containsExactly("parameter", "value", "low", "high", "unit", "best", "R-hat", "ESS", "remark");
        assertThat(cell(fit, "r", "value")).isCloseTo(0.42, within(0.03));
        assertThat(cell(fit, "r", "low")).isLessThan(0.42).isGreaterThan(0.35);
        assertThat(cell(fit, "r", "high")).isGreaterThan(0.42).isLessThan(0.5);
        assertThat(cell(fit, "K", "low")).isLessThan(730).isGreaterThan(650);
        assertThat(cell(fit, "K", "high")).isGreaterThan(730).isLessThan(800);
        if (!error.equals("additive")) {
            assertThat(cell(fit, "proportional error of V", "value")).isBetween(0.02, 0.08);
        }
        Table quality = Table.read(outcome.folder().table("quality.csv"));
        int estimated = error.equals("combined") ? 4 : 3;
        double objective = quality.numbers(quality.column("objective"))[0];
        assertThat(quality.numbers(quality.column("AIC"))[0]).isCloseTo(2 * objective + 2 * estimated, within(1e-9));
        Table searches = Table.read(outcome.folder().table("searches.csv"));
        assertThat(searches.numbers(searches.column("search"))).containsExactly(1, 2, 3, 4);
        assertThat(searches.numbers(searches.column("best"))[3]).isCloseTo(objective, within(1e-3));
        assertThat(outcome.manifest().study()).isEqualTo("fit");
        assertThat(outcome.manifest().title()).startsWith("Fit: ");
        assertThat(outcome.manifest().method())
                .containsEntry("measured", "V: 24 measurements of 1 patient")
                .doesNotContainKey("patients");
        assertThat(outcome.folder().file("report.html")).content().contains("24 measurements; the fitted course");
    }

    @Test
    void measurementsFarBeyondTheErrorThatWasGivenAreWarnedOf() throws IOException {
        List<String> rows = TRUTH.rows(24, 0.2, 7);
        Overrides asked = asked(table("time,V", rows), "proportional", 3, 0, R, K);
        for (String size : List.of("2 %", "20 %")) {
            Overrides known = asked.withFit(new FitPlan.Asked(
                            List.of(R, K),
                            folder.resolve("data.csv").toString(),
                            "proportional",
                            3,
                            400,
                            Optional.empty())
                    .withErrorSize(Optional.of(size)));
            List<String> warnings = run(known, size, 1).findings().stream()
                    .filter(line -> line.startsWith("warning: measurements differ from the best course by "))
                    .toList();
            assertThat(warnings).as(size).hasSize(size.equals("2 %") ? 1 : 0);
        }
    }

    /// By hand: n ln s + n (1 + ln 2π) / 2 + sum ln y, with s² the mean square of logarithmic misses.
    @Test
    void theObjectiveIsMinusTheLogarithmOfTheLikelihood() throws IOException {
        List<String> rows = TRUTH.rows(6, 0.1, 9);
        StudyRun.Outcome outcome = run(asked(table("time,V", rows), "proportional", 3, 0, R, K), "run", 1);
        Table fit = Table.read(outcome.folder().table("fit.csv"));
        Logistic best = new Logistic(cell(fit, "r", "best"), cell(fit, "K", "best"));
        double squares = 0;
        double logs = 0;
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            double y = Math.log(Double.parseDouble(cells[1]));
            double miss = y - Math.log(best.at(Double.parseDouble(cells[0])));
            squares += miss * miss;
            logs += y;
        }
        double s = Math.sqrt(squares / 6);
        assertThat(cell(fit, "proportional error of V", "value")).isCloseTo(s, within(1e-6));
        Table quality = Table.read(outcome.folder().table("quality.csv"));
        assertThat(quality.numbers(quality.column("objective"))[0])
                .isCloseTo(6 * Math.log(s) + 3 * (1 + Math.log(2 * Math.PI)) + logs, within(1e-5));
    }

    @Test
    void predictionsGoToTheEndOfTheStudyWithABandThatIsNarrowWhereThereAreData() throws IOException {
        List<String> early = TRUTH.rows(20, 0.05, 3).subList(0, 8);
        Table predictions = Table.read(run(asked(table("time,V", early), "proportional", 3, 0, R, K), "run", 2)
                .folder()
                .table("predictions.csv"));
        assertThat(predictions.header()).containsExactly("time", "quantity", "observed", "predicted", "low", "high");
        double[] times = predictions.numbers(0);
        double[] low = predictions.numbers(4);
        double[] high = predictions.numbers(5);
        double[] predicted = predictions.numbers(3);
        assertThat(times[0]).isZero();
        assertThat(times[times.length - 1]).isEqualTo(20);
        assertThat(predicted[0]).isCloseTo(Logistic.START, within(1e-9));
        for (int i = 0; i < times.length; i++) {
            assertThat(predicted[i]).isBetween(low[i], high[i]);
        }
        int eight = 8;
        assertThat(high[eight] / low[eight]).isLessThan(1.4);
        assertThat(high[times.length - 1] / low[times.length - 1]).isGreaterThan(1.5);
        assertThat(predictions.rows().stream().filter(row -> !row.get(2).isEmpty()))
                .hasSize(8);
    }

    @Test
    void cellsMayBeMissingColumnsSeveralAndRowsInAnyOrder() throws IOException {
        List<String> rows = new ArrayList<>();
        List<String> shuffled = new ArrayList<>();
        for (String row : TRUTH.rows(16, 0.05, 8)) {
            String[] cells = row.split(",", -1);
            boolean first = rows.size() % 3 == 0;
            String both = cells[0] + "," + (first ? "" : cells[1]) + ","
                    + (first ? Double.toString(2 * Double.parseDouble(cells[1])) : "");
            rows.add(both);
            shuffled.addFirst(both);
        }
        Overrides ordered = asked(table("time,V,W", rows), "proportional", 3, 0, R, K);
        Table fit = Table.read(run(ordered, "ordered", 2).folder().table("fit.csv"));
        assertThat(cell(fit, "r", "value")).isCloseTo(0.42, within(0.03));
        assertThat(cell(fit, "proportional error of W", "value")).isBetween(0.005, 0.15);
        Overrides other = asked(table("# by hand\ntime,V,W", shuffled), "proportional", 3, 0, R, K);
        Table again = Table.read(run(other, "shuffled", 2).folder().table("fit.csv"));
        assertThat(cell(again, "r", "value")).isCloseTo(cell(fit, "r", "value"), within(1e-6));
        assertThat(cell(again, "K", "low")).isCloseTo(cell(fit, "K", "low"), within(0.5));
    }

    @Test
    void eachPatientIsFittedByItself() throws IOException {
        List<String> rows = new ArrayList<>();
        TRUTH.rows(12, 0.05, 1).forEach(row -> rows.add("A," + row));
        new Logistic(0.9, 300).rows(12, 0.05, 2).forEach(row -> rows.add("B," + row));
        StudyRun.Outcome outcome = run(asked(table("patient,time,V", rows), "proportional", 3, 0, R, K), "run", 2);
        Table fit = Table.read(outcome.folder().table("fit.csv"));
        assertThat(fit.header().getFirst()).isEqualTo("patient");
        assertThat(fit.rows().stream().map(row -> row.subList(0, 2)))
                .containsExactly(
                        List.of("A", "r"),
                        List.of("A", "K"),
                        List.of("A", "proportional error of V"),
                        List.of("B", "r"),
                        List.of("B", "K"),
                        List.of("B", "proportional error of V"));
        assertThat(Double.parseDouble(fit.rows().get(0).get(2))).isCloseTo(0.42, within(0.03));
        assertThat(Double.parseDouble(fit.rows().get(3).get(2))).isCloseTo(0.9, within(0.1));
        assertThat(outcome.findings().getFirst()).startsWith("patient A: r   0.4");
        assertThat(outcome.folder().file("report.html")).content().contains("patient B: V");
    }

    @Test
    void samplesGiveMediansAndAWarningWhereTheyAreTooFew() throws IOException {
        String data = table("time,V", TRUTH.rows(16, 0.05, 6));
        StudyRun.Outcome many = run(asked(data, "proportional", 3, 12_000, R, K), "many", 2);
        Table fit = Table.read(many.folder().table("fit.csv"));
        assertThat(cell(fit, "r", "low")).isLessThan(0.42);
        assertThat(cell(fit, "r", "high")).isGreaterThan(0.42);
        assertThat(cell(fit, "r", "R-hat")).isLessThan(1.01);
        assertThat(cell(fit, "r", "ESS")).isGreaterThan(400);
        assertThat(many.findings()).noneMatch(line -> line.startsWith("warning"));
        Table chains = Table.read(many.folder().table("chains.csv"));
        assertThat(chains.header()).containsExactly("chain", "draw", "r", "K", "log density");
        assertThat(chains.rows()).hasSize(12_000);
        StudyRun.Outcome few = run(asked(data, "proportional", 3, 100, R, K), "few", 2);
        assertThat(few.findings().getLast()).startsWith("warning: the chains are too short to trust (R-hat up to");
        assertThat(remark(Table.read(few.folder().table("fit.csv")), "r")).contains("take more samples");
    }

    /// Without a limit of growth ln V = ln 10 + r t, and what is known of r before and of the one measurement's
    /// error are normal; so is the posterior, with precisions that add.
    @Test
    void whatWasKnownBeforeCountsAsMuchAsItIsSure() throws IOException {
        double before = 0.1;
        double error = 0.15;
        double time = 2;
        Path data = Files.writeString(folder.resolve("data.csv"), "time,V\n" + time + ",24\n");
        Overrides overrides = Overrides.parse(Optional.empty(), Optional.empty(), List.of("K=1e12"))
                .withFit(new FitPlan.Asked(
                                List.of("r=normal:" + before),
                                data.toString(),
                                "proportional",
                                2,
                                20_000,
                                Optional.empty())
                        .withErrorSize(Optional.of("15 %")));
        StudyRun.Outcome outcome = run(overrides, "run", 2);
        double precision = 1 / (before * before) + time * time / (error * error);
        double mean = (0.3 / (before * before) + time * Math.log(2.4) / (error * error)) / precision;
        double sd = 1 / Math.sqrt(precision);
        Table fit = Table.read(outcome.folder().table("fit.csv"));
        assertThat(cell(fit, "r", "value")).isCloseTo(mean, within(0.06 * sd));
        assertThat(cell(fit, "r", "low")).isCloseTo(mean - 1.645 * sd, within(0.1 * sd));
        assertThat(cell(fit, "r", "high")).isCloseTo(mean + 1.645 * sd, within(0.1 * sd));
        assertThat(remark(fit, "proportional error of V")).isEqualTo("as given");
        assertThat(outcome.manifest().method()).containsEntry("error", "proportional, ln y = ln f + b z, b = 0.15");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void aFitThatWasStoppedEndsWithTheSameBytesOnAnyNumberOfThreads(int samples) throws IOException {
        List<String> rows = new ArrayList<>();
        TRUTH.rows(10, 0.1, 1).forEach(row -> rows.add("1," + row));
        TRUTH.rows(10, 0.1, 2).forEach(row -> rows.add("2," + row));
        Overrides overrides = asked(table("patient,time,V", rows), "proportional", 4, samples, R, K);
        RunFolder straight = run(overrides, "straight", 1).folder();
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        String study = Logistic.write(folder).toString();
        for (int done : new int[] {1, 4, 7, 9}) {
            if (done == 1) {
                RunStopped told = Stopping.run(StudyRun.prepare(study, overrides), stopped.path(), 2, done);
                assertThat(told)
                        .hasMessageMatching("stopped after [0-9]+ of 1[26] pieces of work; the best so far is in"
                                + " tables/fit.csv");
                assertThat(cell(Table.read(stopped.table("fit.csv")), "r", "best"))
                        .isCloseTo(0.42, within(0.1));
                assertThat(Table.read(stopped.table("searches.csv")).rows()).hasSizeBetween(1, 4);
                // The file that was named may change or go.
                Files.delete(folder.resolve("data.csv"));
            } else {
                StopSignal stop = new StopSignal();
                assertThatThrownBy(() -> StudyRun.resume(stopped, 1 + done % 2, stop, Stopping.after(done, stop)))
                        .isInstanceOf(RunStopped.class);
            }
        }
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        for (String table : List.of("searches.csv", "fit.csv", "quality.csv", "predictions.csv")) {
            assertThat(stopped.table(table)).hasSameBinaryContentAs(straight.table(table));
        }
        if (samples > 0) {
            assertThat(stopped.table("chains.csv")).hasSameBinaryContentAs(straight.table("chains.csv"));
        }
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.DONE);
    }

    @Test
    void whatDataDoNotBoundIsTold() throws IOException {
        String early = table("time,V", TRUTH.rows(40, 0.05, 4).subList(0, 13));
        Table fit = Table.read(run(asked(early, "proportional", 3, 0, R, K, "late=1:2"), "run", 2)
                .folder()
                .table("fit.csv"));
        assertThat(remark(fit, "late")).isEqualTo("nothing that was measured depends on it");
        assertThat(remark(fit, "K")).endsWith("the data do not bound it above");
        assertThat(remark(fit, "r")).isEmpty();
    }

    @Test
    void searchesThatBeginWhereTheNumbersFailCountAsInfinitelyBadAndAreTold() throws IOException {
        // A tumour above a capacity below zero shrinks to nothing, whose logarithm is no number, or explodes.
        StudyRun.Outcome outcome =
                run(asked(table("time,V", TRUTH.rows(12, 0.05, 4)), "proportional", 8, 0, R, "K=-3000:3000"), "run", 2);
        assertThat(outcome.findings().getLast())
                .matches("[1-8] of 8 searches began where the numbers fail, and counted as infinitely bad");
        assertThat(cell(Table.read(outcome.folder().table("fit.csv")), "K", "value"))
                .isCloseTo(730, within(40.0));
    }

    @Test
    void aFitThatFindsNothingFailsAndTellsWhy() {
        String data = table("time,V", TRUTH.rows(12, 0.05, 4));
        assertThatThrownBy(() -> run(asked(data, "proportional", 3, 0, R, "V=-10:-1"), "none", 2))
                .isInstanceOfSatisfying(RunFailed.class, failed -> {
                    assertThat(failed)
                            .hasMessageStartingWith("at time ")
                            .hasMessageContaining("\"V\": it is -")
                            .hasMessageContaining("of which proportional errors take the logarithm")
                            .hasMessageContaining("the numbers fail wherever one began, and nothing was found");
                    assertThat(Manifest.read(RunFolder.open(failed.folder())).status())
                            .isEqualTo(Manifest.Status.FAILED);
                });
    }
}
