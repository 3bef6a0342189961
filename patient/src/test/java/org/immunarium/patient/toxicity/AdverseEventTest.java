package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.patient.toxicity.AdverseEvent.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Grades of side effects, from the worst of what is looked at.
final class AdverseEventTest {

    private static final AdverseEvent COLITIS = new AdverseEvent(
            "colitis", "gut", Optional.of(new Level("gut_harm", 1)), Optional.of(new Level("gut_harm", 2.5)));

    /// A level counts from itself on.
    @ParameterizedTest
    @CsvSource({"0, NONE", "0.999999, NONE", "1, MILD", "2.499999, MILD", "2.5, SEVERE", "1e9, SEVERE"})
    void aGradeBeginsAtItsLevel(double peak, Grade grade) {
        assertThat(COLITIS.grade(Map.of("gut_harm", peak))).isEqualTo(grade);
    }

    /// As fatigue is: a severe one is of a burden that has lasted.
    @Test
    void eachGradeLooksAtItsOwnHarm() {
        AdverseEvent fatigue = new AdverseEvent(
                "fatigue", "whole body", Optional.of(new Level("burden", 1)), Optional.of(new Level("lasting", 2)));
        assertThat(fatigue.harms()).containsExactly("burden", "lasting");
        assertThat(fatigue.grade(Map.of("burden", 9.0, "lasting", 1.9))).isEqualTo(Grade.MILD);
        assertThat(fatigue.grade(Map.of("burden", 0.9, "lasting", 1.9))).isEqualTo(Grade.NONE);
        assertThat(fatigue.grade(Map.of("burden", 1.0, "lasting", 2.0))).isEqualTo(Grade.SEVERE);
        assertThat(fatigue.grade(Map.of("burden", 0.0, "lasting", 2.0)))
                .as("severe without a mild one before")
                .isEqualTo(Grade.SEVERE);
    }

    @Test
    void whatIsNotThereIsNone() {
        assertThat(COLITIS.grade(Map.of())).isEqualTo(Grade.NONE);
        assertThat(COLITIS.grade(Map.of("skin_harm", 9.0))).isEqualTo(Grade.NONE);
        assertThat(COLITIS.grade(Map.of("gut_harm", Double.NaN))).isEqualTo(Grade.NONE);
        AdverseEvent empty = new AdverseEvent("nothing", "nowhere", Optional.empty(), Optional.empty());
        assertThat(empty.harms()).isEmpty();
        assertThat(empty.grade(Map.of("gut_harm", 9.0))).isEqualTo(Grade.NONE);
    }

    @Test
    void oneGradeMayBeAllThatIsCounted() {
        AdverseEvent mild = new AdverseEvent("a", "b", Optional.of(new Level("h", 1)), Optional.empty());
        AdverseEvent severe = new AdverseEvent("a", "b", Optional.empty(), Optional.of(new Level("h", 2)));
        assertThat(mild.grade(Map.of("h", 9.0))).isEqualTo(Grade.MILD);
        assertThat(severe.grade(Map.of("h", 1.9))).isEqualTo(Grade.NONE);
        assertThat(severe.grade(Map.of("h", 2.0))).isEqualTo(Grade.SEVERE);
    }

    @Test
    void gradesAreCalledAsTablesHaveThem() {
        assertThat(List.of(Grade.values())).extracting(Grade::words).containsExactly("", "1-2", "3+");
    }

    @Test
    void thoseOfAModelAreWhatInvestigatorsCountOfItsQuantities() {
        assertThat(AdverseEvent.of(Set.of())).isEmpty();
        List<AdverseEvent> gut = AdverseEvent.of(Set.of("gut_harm"));
        assertThat(gut).isNotEmpty().allSatisfy(event -> {
            assertThat(event.organ()).isEqualTo("gut");
            assertThat(event.harms()).containsOnly("gut_harm");
        });
        assertThat(gut).extracting(AdverseEvent::name).doesNotHaveDuplicates().contains("colitis");
        AdverseEvent colitis = gut.stream()
                .filter(event -> event.name().equals("colitis"))
                .findFirst()
                .orElseThrow();
        assertThat(colitis.severe().orElseThrow().level())
                .isGreaterThan(colitis.any().orElseThrow().level());
    }
}
