package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SideEffects;
import org.immunarium.patient.toxicity.ToxicityComparison.Row;
import org.junit.jupiter.api.Test;

/// The main rows of the targets with few patients; `./bench toxicity` has all rows with 10,000.
class ToxicityComparisonTest {

    private static final int PATIENTS = 1024;
    private static final String LABEL = "Opdivo and Yervoy, US prescribing information (no doi)";
    private static final Set<String> ORGANS =
            Set.of("gut", "skin", "lung", "liver", "kidney", "thyroid", "pituitary", "adrenal");

    private static List<Row> rows(List<ToxicityTarget> targets, int patients) {
        List<Row> rows = new ArrayList<>();
        ToxicityComparison.run(
                targets, patients, 1, 2, name -> ShippedModels.find(name).orElseThrow(), rows::add);
        return rows;
    }

    /// By organ, as the label has it.
    @Test
    void ratesByOrganUnderOneAntibodyAndUnderBothAreThoseOfTheLabel() {
        List<ToxicityTarget> targets = ToxicityTarget.shipped().stream()
                .filter(target -> target.source().equals(LABEL))
                .filter(target -> target.regimen().startsWith("nivolumab 3 mg/kg IV q2w")
                        || target.regimen().startsWith("ipilimumab")
                        || target.regimen().startsWith("nivolumab 1 mg/kg"))
                .filter(target -> ORGANS.contains(target.organ()))
                .toList();
        List<Row> rows = rows(targets, PATIENTS);
        assertThat(rows).hasSize(targets.size()).allMatch(Row::isSimulated);
        List<String> outside = rows.stream()
                .filter(row -> !overlaps(row))
                .map(row -> row.target().event() + " " + row.target().grade() + " "
                        + row.target().therapy())
                .toList();
        assertThat(outside).isEmpty();
    }

    /// Whether the target's interval and that of the simulated rate meet.
    private static boolean overlaps(Row row) {
        ProportionInterval chance = ProportionInterval.exact(row.events(), row.patients(), 0.95);
        return 100 * chance.lower() <= row.target().high()
                && 100 * chance.upper() >= row.target().low();
    }

    @Test
    void moreOfBothIsMoreThanTheSumOfEach() {
        List<ToxicityTarget> hepatitis = ToxicityTarget.shipped().stream()
                .filter(target -> target.source().equals(LABEL)
                        && target.event().equals("hepatitis")
                        && target.grade().equals("any"))
                .toList();
        List<Row> rows = rows(hepatitis, PATIENTS);
        double alone = rows.stream()
                .filter(row -> !row.target().therapy().contains("+"))
                .mapToDouble(Row::percent)
                .sum();
        double both = rows.stream()
                .filter(row -> row.target().regimen().startsWith("nivolumab 1"))
                .mapToDouble(Row::percent)
                .sum();
        assertThat(both).isGreaterThan(1.5 * alone);
    }

    @Test
    void theSameSeedGivesTheSamePatients() {
        Cohort cohort = Cohort.shipped().getFirst();
        SideEffectPopulation population = SideEffectPopulation.of(SideEffects.patient());
        List<double[]> one = population.threads(1).run(cohort, 20, 3).stream()
                .map(SideEffectPopulation.Course::peaks)
                .toList();
        List<double[]> two = population.threads(2).run(cohort, 20, 3).stream()
                .map(SideEffectPopulation.Course::peaks)
                .toList();
        assertThat(two).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void everyRowIsComparedOnce() {
        List<ToxicityTarget> targets = ToxicityTarget.shipped();
        List<Row> rows = rows(targets, 2);
        assertThat(rows).hasSize(153).extracting(Row::target).containsExactlyInAnyOrderElementsOf(targets);
        assertThat(rows).allMatch(Row::isSimulated);
        assertThat(Cohort.shipped())
                .allSatisfy(cohort -> assertThat(targets).as("%s", cohort).anyMatch(cohort::isOf));
    }

    /// Any event of nivolumab in melanoma, as a double-blind trial reports it and as an open one would.
    @Test
    void doubleBlindTrialsReportMore() {
        Cohort blind = Cohort.shipped().stream()
                .filter(cohort -> cohort.source().startsWith("Robert 2015")
                        && cohort.regimen().startsWith("nivolumab"))
                .findFirst()
                .orElseThrow();
        assertThat(blind.ways()).containsExactlyInAnyOrder("investigator", "double-blind");
        assertThat(blind.values()).containsKeys("s_gut", "s_skin", "s_lung");
        ToxicityTarget target = ToxicityTarget.shipped().stream()
                .filter(each -> blind.isOf(each) && each.grade().equals("any"))
                .findFirst()
                .orElseThrow();
        SideEffectPopulation population = SideEffectPopulation.of(SideEffects.patient());
        List<SideEffectPopulation.Course> courses = population.run(blind, 256, 1);
        assertThat(events(courses, population, target, blind.ways()))
                .isGreaterThan(events(courses, population, target, Set.of("investigator")));
    }

    private static long events(
            List<SideEffectPopulation.Course> courses,
            SideEffectPopulation population,
            ToxicityTarget target,
            Set<String> ways) {
        return courses.stream()
                .filter(course -> IntStream.range(0, course.onsets().length)
                        .anyMatch(i -> !Double.isNaN(course.onsets()[i])
                                && population.counted().get(i).isOf(target, ways)))
                .count();
    }

    /// What is said of trials is said of all rows of one trial, and nothing else differs between trials but times,
    /// what is given, and the release of IL-6 by a product.
    @Test
    void whatIsSaidOfTrialsIsTheSameForAllOfThem() {
        Map<String, Set<String>> ways = new HashMap<>();
        for (Cohort cohort : Cohort.shipped()) {
            if (cohort.patient().startsWith("side-effects")) {
                assertThat(cohort.values().keySet()).isSubsetOf("s_gut", "s_skin", "s_lung");
                String trial = cohort.source() + cohort.patient();
                assertThat(ways.computeIfAbsent(trial, _ -> cohort.ways())).isEqualTo(cohort.ways());
            } else {
                assertThat(cohort.values().keySet()).isSubsetOf("P_IL6");
            }
        }
    }

    /// The last dose is due on day 63, and treatment ends by itself a week later.
    @Test
    void nothingCountsAfterThePatientsOwnEnd() {
        double days = 10;
        double end = 63 + 7 + days;
        assertThat(onsetsUnderIpilimumab(90)).anyMatch(onset -> onset > end && onset < end + 10);
        assertThat(onsetsUnderIpilimumab(days)).isNotEmpty().allMatch(onset -> onset <= end);
    }

    private static List<Double> onsetsUnderIpilimumab(double daysCounted) {
        Cohort cohort = new Cohort(
                "none",
                "none",
                "side-effects",
                12,
                Double.POSITIVE_INFINITY,
                daysCounted,
                1,
                Set.of("investigator"),
                "ipilimumab 3 mg/kg IV q3w x 4",
                Map.of());
        return SideEffectPopulation.of(SideEffects.patient()).run(cohort, 256, 1).stream()
                .flatMap(course -> Arrays.stream(course.onsets()).boxed())
                .filter(onset -> !onset.isNaN())
                .toList();
    }

    @Test
    void aModelWithoutAValueThatIsToDifferIsRefused() {
        PublishedModel model = ShippedModels.find("side-effects-chemotherapy").orElseThrow();
        PublishedModel misnamed = new PublishedModel(
                "side-effects",
                model.title(),
                model.description(),
                model.citation(),
                model.source(),
                model.targets(),
                model.duration(),
                model.therapy(),
                model.tumour(),
                model.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SideEffectPopulation.of(misnamed))
                .withMessageContaining("s_all");
    }
}
