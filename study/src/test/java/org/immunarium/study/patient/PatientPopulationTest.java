package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.immunarium.study.InputFiles;
import org.immunarium.study.StudyReader;
import org.immunarium.study.patient.PatientPopulation.Gaussian;
import org.immunarium.study.patient.PatientPopulation.LogNormal;
import org.immunarium.study.patient.PatientPopulation.Truncated;
import org.immunarium.study.patient.PatientPopulation.Varied;
import org.junit.jupiter.api.Test;

final class PatientPopulationTest {

    private static final int MANY = 20_000;

    @Test
    void spreadsAreInTheModelsUnitWhateverTheyAreWrittenIn() {
        double[] perDay = drawn("a: {normal: 0.02}");
        assertThat(drawn("a: {normal: 0.02 1/d}")).isEqualTo(perDay);
        assertThat(drawn("a: {normal: 0.14 1/week}"))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(perDay);
        assertThat(drawn("a: {uniform: [0.1 1/d, 1.4 1/week]}")).isEqualTo(drawn("a: {uniform: [0.1, 0.2]}"));
    }

    @Test
    void nobodyIsBeyondTheLimitsAndTheRestKeepsItsProportions() {
        Gaussian whole = new Gaussian(10, 3);
        double[] cut = drawn(new Truncated(whole, 9, 16));
        assertThat(Arrays.stream(cut)).allMatch(each -> each >= 9 && each <= 16);
        double[] kept = Arrays.stream(drawn(whole))
                .filter(each -> each >= 9 && each <= 16)
                .toArray();
        for (double at : List.of(10.0, 11.0, 12.0, 14.0)) {
            // Two samples: their shares differ by less than four standard errors.
            assertThat(share(cut, at))
                    .isCloseTo(share(kept, at), within(4 * 0.5 * Math.sqrt(1.0 / MANY + 1.0 / kept.length)));
        }
    }

    @Test
    void limitsOfALogNormalAreThoseOfItsValues() {
        LogNormal whole = new LogNormal(2, 0.5);
        assertThat(whole.below(2)).isCloseTo(0.5, within(1e-15));
        assertThat(whole.below(whole.quantile(0.9))).isCloseTo(0.9, within(1e-14));
        assertThat(whole.below(-1)).isZero();
        assertThat(Arrays.stream(drawn(new Truncated(whole, 1, 3)))).allMatch(each -> each >= 1 && each <= 3);
    }

    @Test
    void withoutLimitsTheTruncatedIsTheWholeBitForBit() {
        Gaussian whole = new Gaussian(10, 3);
        assertThat(drawn(new Truncated(whole, -Double.MAX_VALUE, Double.MAX_VALUE)))
                .isEqualTo(drawn(whole));
    }

    private static double share(double[] values, double at) {
        return Arrays.stream(values).filter(each -> each < at).count() / (double) values.length;
    }

    private static double[] drawn(PatientPopulation.Distribution distribution) {
        return drawn(new PatientPopulation(MANY, List.of(new Varied("x", "x", distribution)), List.of(), false));
    }

    private static double[] drawn(PatientPopulation population) {
        double[] drawn = new double[population.patients()];
        Arrays.setAll(drawn, i -> population.values(7, i + 1)[0]);
        return drawn;
    }

    private static double[] drawn(String vary) {
        PopulationRun run =
                (PopulationRun) StudyReader.parse("x.yaml", """
                format: 1
                study: patient
                model: depillis2006-patient9
                population:
                  patients: 50
                  vary:
                    %s
                """.formatted(vary)).prepare(InputFiles.in(Path.of("")));
        return drawn(run.population());
    }
}
