package org.immunarium.patient.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.immunarium.patient.population.PatientPopulation.Stored;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

class StoredPatientsTest {

    private static final String TEXT = """
            id,k_growth [1/d],n_clones [1],weight squamous,weight other
            1,0.01,10,1,0
            2,0.02,20,3,0
            3,0.03,30,0,1
            """;

    @Test
    void isReadWithItsGroups() {
        StoredPatients stored = StoredPatients.parse(TEXT, "p.csv");
        assertThat(stored.names()).containsExactly("k_growth", "n_clones");
        assertThat(stored.headers()).containsExactly("k_growth [1/d]", "n_clones [1]");
        assertThat(stored.rows()[1]).containsExactly(0.02, 20);
        assertThat(stored.weights()).containsOnlyKeys("squamous", "other");
        assertThat(stored.cumulative(Map.of("squamous", 0.5, "other", 0.5))).containsExactly(0.125, 0.5, 1);
    }

    @Test
    void groupsAreNamedAndAddUp() {
        StoredPatients stored = StoredPatients.parse(TEXT, "p.csv");
        assertThat(stored.refusal(Map.of("squamous", 0.3, "other", 0.7))).isEmpty();
        assertThat(stored.refusal(Map.of()))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("the share of each was expected, of squamous, other"));
        assertThat(stored.refusal(Map.of("squamos", 1.0)).orElseThrow()).contains("did you mean \"squamous\"");
        assertThat(stored.refusal(Map.of("squamous", 0.3, "other", 0.3)).orElseThrow())
                .contains("add up to 1");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> StoredPatients.parse(text, "p.csv"))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void whatIsWrongIsToldAtItsLine() {
        assertThat(problems("id,k [1/d],weight a\n1,x,1\n2,0.1\n3,0.1,-1\n"))
                .anyMatch(each -> each.startsWith("p.csv:2: a number was expected; found \"x\""))
                .anyMatch(each -> each.startsWith("p.csv:3: 3 cells"))
                .anyMatch(each -> each.startsWith("p.csv:1: column \"weight a\""));
        assertThat(problems("id,k [1/d]\n1,2\n")).anyMatch(each -> each.contains("no column of weights"));
        assertThat(problems("")).anyMatch(each -> each.contains("a header and at least one patient"));
    }

    @Test
    void patientsAreMetAsOftenAsTheyWeigh() {
        StoredPatients read = StoredPatients.parse(TEXT, "p.csv");
        Stored stored = new Stored(
                List.of("k"), List.of("k"), read.rows(), read.cumulative(Map.of("squamous", 1.0, "other", 0.0)));
        PatientPopulation population = new PatientPopulation(
                1, Optional.of(stored), List.of(), new Sampling.Random(), Optional.empty(), List.of(), false);
        double[] drawn = LongStream.rangeClosed(1, 10_000)
                .mapToDouble(patient -> population.values(1, patient)[0])
                .toArray();
        assertThat(Arrays.stream(drawn).filter(k -> k == 0.01).count() / 10_000.0)
                .isCloseTo(0.25, within(0.015));
        assertThat(drawn).doesNotContain(0.03);
        assertThat(population.values(1, 7)).isEqualTo(population.values(1, 7));
    }
}
