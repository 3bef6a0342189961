package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.junit.jupiter.api.Test;

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
        PatientPopulation population = run.population();
        double[] drawn = new double[population.patients()];
        Arrays.setAll(drawn, i -> population.values(7, i + 1)[0]);
        return drawn;
    }
}
