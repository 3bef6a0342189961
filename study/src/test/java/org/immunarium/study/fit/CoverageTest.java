package org.immunarium.study.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.numerics.inference.fitting.ProfileLikelihood;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.study.Overrides;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Intervals of synthetic patients, of whom the truth is known.
final class CoverageTest {

    private static final int PATIENTS = 200;
    private static final double CONFIDENCE = 0.9;

    @TempDir
    private Path folder = Path.of("");

    /// With as few as eight measurements a patient. Of 2000 patients 1818 intervals of r had the truth, and
    /// 1799 of K.
    @Test
    void intervalsHaveTheTruthAsOftenAsTheySay() throws IOException {
        Logistic truth = new Logistic(0.42, 730);
        List<String> rows = new ArrayList<>(List.of("patient,time,V"));
        for (int patient = 1; patient <= PATIENTS; patient++) {
            for (String row : truth.rows(8, 0.15, 10_000 + patient)) {
                rows.add(patient + "," + row);
            }
        }
        Path data = Files.writeString(folder.resolve("data.csv"), String.join("\n", rows));
        PreparedFit prepared = (PreparedFit) StudyRun.prepare(
                        Logistic.write(folder).toString(),
                        Overrides.NONE.withFit(new FitPlan.Asked(
                                List.of("r=0.05:2:log", "K=100:5000:log"),
                                data.toString(),
                                "proportional",
                                2,
                                0,
                                Optional.empty())))
                .prepared();
        double[] known = {truth.r(), truth.k()};
        int[] held = new int[known.length];
        for (int patient = 0; patient < PATIENTS; patient++) {
            PatientFit fit = prepared.of(patient);
            FitProgress progress = new FitProgress();
            fit.advance(progress, 1, () -> progress.minima.size() == 2, () -> {});
            ProfileLikelihood<FitLikelihood> profiles = new ProfileLikelihood<>(
                    fit.likelihood(), fit.likelihood().bounds(), fit.search(), fit.rise(CONFIDENCE));
            for (int i = 0; i < known.length; i++) {
                ProfileLikelihood.Profile profile =
                        profiles.of(i, progress.bestSoFar().orElseThrow());
                var range = prepared.curves().parameters().get(i).range();
                boolean holds = range.quantile(profile.low()) <= known[i] && known[i] <= range.quantile(profile.high());
                held[i] += holds ? 1 : 0;
            }
        }
        for (int i = 0; i < known.length; i++) {
            ProportionInterval coverage = ProportionInterval.exact(held[i], PATIENTS, 0.95);
            assertThat(CONFIDENCE)
                    .as("%d of %d intervals have the truth", held[i], PATIENTS)
                    .isBetween(coverage.lower(), coverage.upper());
        }
    }
}
