package org.immunarium.benchmarks.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.trial.endpoint.Setting;
import org.junit.jupiter.api.Test;

/// Which arms of which studies stand for which arms of real trials.
final class PredictedArmTest {

    private static final Pattern TITLE = Pattern.compile("(?m)^ {2}- title: *(.+?) *$");

    private final List<PredictedArm> arms = PredictedArm.shipped();

    @Test
    void eachTrialOfTheContractIsPredicted() {
        assertThat(arms)
                .extracting(PredictedArm::study)
                .containsOnly(
                        "oak",
                        "poplar",
                        "keynote-010",
                        "keynote-042-tps-1",
                        "keynote-042-tps-20",
                        "keynote-042-tps-50",
                        "keynote-189",
                        "checkmate-067",
                        "mdx010-20",
                        "magrit");
        assertThat(arms)
                .extracting(PredictedArm::trial)
                .containsOnly(
                        "OAK",
                        "POPLAR",
                        "KEYNOTE-010",
                        "KEYNOTE-042",
                        "KEYNOTE-189",
                        "CheckMate-067",
                        "MDX010-20",
                        "MAGRIT");
        assertThat(arms)
                .flatExtracting(PredictedArm::populations)
                .containsOnly("all", "PD-L1>=1%", "PD-L1>=20%", "PD-L1>=50%");
    }

    @Test
    void anArmIsComparedWithOneOfItsStudy() {
        assertThat(arms)
                .allSatisfy(arm -> assertThat(arm.against().isEmpty()
                                || arms.stream()
                                        .anyMatch(each -> each.study().equals(arm.study())
                                                && each.arm().equals(arm.against())))
                        .isTrue());
        Set<String> studies = arms.stream().map(PredictedArm::study).collect(Collectors.toSet());
        assertThat(studies)
                .allSatisfy(study -> assertThat(arms.stream()
                                .filter(arm -> arm.study().equals(study)
                                        && arm.against().isEmpty()))
                        .hasSize(1));
    }

    /// What patients are followed for is what the study says.
    @Test
    void settingsAreThoseOfTheStudies() {
        assertThat(arms)
                .allSatisfy(arm -> assertThat(ShippedStudy.find("trial/" + arm.study())
                                .orElseThrow()
                                .text()
                                .contains("setting: adjuvant"))
                        .isEqualTo(arm.setting() == Setting.ADJUVANT));
    }

    @Test
    void subgroupsAreSmallerThanTheirTrial() {
        int[] sizes = arms.stream()
                .filter(arm -> arm.trial().equals("KEYNOTE-042") && arm.arm().equals("pembrolizumab"))
                .mapToInt(PredictedArm::patients)
                .toArray();
        assertThat(sizes).containsExactly(637, 413, 299);
    }

    @Test
    void noArmOfATrialIsThereTwice() {
        assertThat(arms.stream()
                        .flatMap(arm -> arm.populations().stream()
                                .map(population -> String.join(", ", arm.trial(), population, arm.arm()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void titlesAreThoseOfTheStudies() {
        Set<String> studies = Stream.concat(
                        arms.stream().map(PredictedArm::study),
                        RealCount.shipped().stream().map(RealCount::study))
                .collect(Collectors.toSet());
        for (String name : studies) {
            assertThat(mapped(name))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(TITLE.matcher(ShippedStudy.find("trial/" + name)
                                    .orElseThrow()
                                    .text())
                            .results()
                            .map(PredictedArmTest::title)
                            .toList());
        }
    }

    private static String title(MatchResult found) {
        return Objects.requireNonNull(found.group(1));
    }

    private Set<String> mapped(String study) {
        return Stream.concat(
                        arms.stream().filter(arm -> arm.study().equals(study)).flatMap(arm -> arm.titles().stream()),
                        RealCount.shipped().stream()
                                .filter(count -> count.study().equals(study))
                                .map(RealCount::arm))
                .collect(Collectors.toSet());
    }
}
