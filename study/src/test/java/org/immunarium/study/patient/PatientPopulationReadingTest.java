package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatientPopulationReadingTest {

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
    void valuesGoTogetherAsTheStudyAsks() {
        String vary = "a: {log-normal: 0.5}\n    b: {uniform: [1e-9 1/cells, 2e-9 1/cells]}\n  sampling: sobol\n";
        double[] alone = drawn(vary);
        PatientPopulation together = population(vary + "  correlations: {b: {a: 0.8}}");
        double[] first = new double[50];
        double[] second = new double[50];
        Arrays.setAll(first, i -> together.values(7, i + 1)[0]);
        Arrays.setAll(second, i -> together.values(7, i + 1)[1]);
        assertThat(first).isEqualTo(alone);
        double middle = Arrays.stream(first).sorted().skip(25).findFirst().orElseThrow();
        long agree = IntStream.range(0, 50)
                .filter(i -> (first[i] < middle) == (second[i] < 1.5e-9))
                .count();
        // Of two normal scores with a correlation of 0.8 the signs agree in 0.5 + asin(0.8) / pi of all.
        assertThat(agree / 50.0).isCloseTo(0.795, within(0.1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            correlations: {a: {c: 0.5}}              | x.yaml:9: population.correlations.c: one of population.vary was expected, a, b
            correlations: {a: {b: 1}}                | x.yaml:9: population.correlations.a.b: a correlation between -1 and 1 was expected; found 1
            correlations: {a: {b: 0.1}, b: {a: 0.1}} | x.yaml:9: population.correlations.b.a: is there before; each pair once was expected
            correlations: {a: {a: 0.1}}              | x.yaml:9: population.correlations.a.a: is one value
            correlations: {a: {b: 0}, b: {a: 0.1}}   | x.yaml:9: population.correlations.b.a: is there before; each pair once was expected
            correlations: {}                         | x.yaml:9: population.correlations: values that go together were expected
            correlations: {a: {}}                    | x.yaml:9: population.correlations.a: values that go together were expected
            sampling: halton                         | x.yaml:9: population.sampling
            """)
    void whatIsWrongIsTold(String line, String told) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> population("a: {log-normal: 0.5}\n    b: {log-normal: 0.1}\n  " + line));
        assertThat(refused.problems().stream().map(Problem::toString)).anyMatch(each -> each.startsWith(told));
    }

    @Test
    void whatDoesNothingIsTold() {
        String vary = "a: {log-normal: 0.5}\n    b: {log-normal: 0.1}\n";
        assertThat(notices(50, vary + "  correlations: {a: {b: 0}}"))
                .containsExactly(
                        "x.yaml:9: population.correlations.a.b: 0 is what two values have without it, so it does"
                                + " nothing");
        for (String sampling : List.of("latin hypercube", "sobol")) {
            assertThat(notices(1, vary + "  sampling: " + sampling))
                    .containsExactly("x.yaml:9: population.sampling: " + sampling
                            + " spreads patients over what varies, and there is one, so it does nothing");
            assertThat(notices(2, vary + "  sampling: " + sampling)).isEmpty();
        }
        assertThat(notices(1, vary + "  sampling: random")).isEmpty();
    }

    private static List<String> notices(int patients, String vary) {
        return population(patients, vary).notices();
    }

    private static double[] drawn(String vary) {
        PatientPopulation population = population(vary);
        double[] drawn = new double[population.patients()];
        Arrays.setAll(drawn, i -> population.values(7, i + 1)[0]);
        return drawn;
    }

    private static PatientPopulation population(String vary) {
        return population(50, vary).population();
    }

    private static PopulationRun population(int patients, String vary) {
        return (PopulationRun)
                StudyReader.parse("x.yaml", """
                format: 1
                study: patient
                model: depillis2006-patient9
                population:
                  patients: %d
                  vary:
                    %s
                """.formatted(patients, vary)).prepare(InputFiles.in(Path.of("")));
    }
}
