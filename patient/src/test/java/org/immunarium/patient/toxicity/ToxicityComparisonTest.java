package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.patient.shipped.ShippedModels;
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

    /// By organ, as the label has it; apart from hyperthyroidism under both, which docs/toxicity.md lists as
    /// not met.
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
        assertThat(outside).isSubsetOf("hyperthyroidism any anti-PD-1 + anti-CTLA-4");
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
    void everyRowIsCompared() {
        assertThat(Cohort.shipped())
                .allSatisfy(cohort ->
                        assertThat(ToxicityTarget.shipped()).as("%s", cohort).anyMatch(cohort::isOf));
        assertThat(ToxicityTarget.shipped()).hasSize(153);
    }
}
