package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.file.Section;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// How variants are read, whatever kind of study compares them.
class VariantsSectionTest {

    private final List<Problem> problems = new ArrayList<>();

    private List<String> read(String text) {
        Section file = Section.parse("s.yaml", text, problems);
        file.expectOnly(List.of("compare"));
        return VariantsSection.read(
                file, List.of("therapy"), (section, id, title, set) -> id + " " + title + " " + set.keySet());
    }

    private List<String> told() {
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void eachHasAnIdATitleAndItsValues() {
        assertThat(read("""
                compare:
                  - {title: No drug, set: {k: 1}}
                  - {title: Drug, therapy: [x]}
                """)).containsExactly("no-drug No drug [k]", "drug Drug []");
        assertThat(told()).isEmpty();
    }

    @Test
    void textIsToldOnceAndCountsAsAVariant() {
        assertThat(read("compare:\n  - nothing\n  - {title: Drug}\n")).hasSize(1);
        assertThat(told())
                .containsExactly("s.yaml:2: compare: keys and values were expected, as in {title: no treatment}");
    }

    @Test
    void oneIsTooFewAndTitlesMustTell() {
        read("compare:\n  - {title: Drug}\n");
        assertThat(told()).containsExactly("s.yaml:1: compare: two or more were expected; found 1");
        problems.clear();
        read("compare:\n  - {title: Drug}\n  - {title: 'drug!'}\n");
        assertThat(told())
                .containsExactly("s.yaml:3: compare: the title \"drug!\" does not tell this variant from the others");
    }
}
