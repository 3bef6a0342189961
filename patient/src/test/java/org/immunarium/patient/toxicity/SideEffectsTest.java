package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.SideEffects;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;

class SideEffectsTest {

    private static final String PD1 = "nivolumab 3 mg/kg IV q2w";
    private static final String CTLA4 = "ipilimumab 3 mg/kg IV q3w x 4";
    private static final String BOTH = "nivolumab 1 mg/kg IV q3w x 4 then 3 mg/kg q2w + ipilimumab 3 mg/kg IV q3w x 4";
    private static final int DAYS = 300;

    private final PublishedModel patient = SideEffects.patient();
    private final Model model = patient.model();
    private final CompiledModel compiled = CompiledModel.compile(model);

    private Timecourse run(String therapy, Map<String, Double> values) {
        Simulation simulation = compiled.simulation().until(DAYS).every(1).columns(compiled.defaultColumns());
        // Tolerance is lost at once, unless a test says otherwise.
        for (Organ organ : Organ.values()) {
            simulation.set("t_lost_" + organ.word(), 0.01);
        }
        values.forEach(simulation::set);
        if (!values.containsKey("t_treatment")) {
            simulation.set("t_treatment", DAYS);
        }
        Dosing.interventions(
                        model,
                        RegimenText.parse(therapy).administrations(Ratio.of(DAYS)),
                        patient.targets(),
                        Body.of(Quantity.parse("75 kg")),
                        "test")
                .forEach(simulation::intervention);
        return simulation.run();
    }

    private static double peak(Timecourse course, String id) {
        double peak = 0;
        for (double value : course.column(id)) {
            peak = Math.max(peak, value);
        }
        return peak;
    }

    private static double firstAbove(Timecourse course, String id, double level) {
        double[] values = course.column(id);
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= level) {
                return course.times()[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void theTypicalPatientHasNoSevereSideEffectUnderAnyOfThem() {
        for (String therapy : new String[] {PD1, CTLA4, BOTH}) {
            Timecourse course = run(therapy, Map.of());
            for (Organ organ : Organ.thatHeal()) {
                assertThat(peak(course, organ.word() + "_harm"))
                        .as("%s under %s", organ, therapy)
                        .isLessThan(1);
            }
        }
    }

    @Test
    void withoutADrugNothingHappens() {
        Timecourse course = run("", Map.of("s_all", 10.0));
        for (Organ organ : Organ.values()) {
            assertThat(course.column("V_C_" + organ.word() + "_T")).containsOnly(1);
            assertThat(course.column(organ.word() + "_harm")).containsOnly(0);
        }
    }

    @Test
    void anOrganIsSparedUntilToleranceOfItIsLost() {
        double lost = 150;
        Timecourse course = run(PD1, Map.of("s_gut", 5.0, "s_lung", 5.0, "t_lost_gut", lost, "t_lost_lung", 250.0));
        assertThat(firstAbove(course, "gut_harm", 1e-6)).isBetween(lost, lost + 2);
        assertThat(firstAbove(course, "lung_harm", 1e-6)).isGreaterThanOrEqualTo(250);
        assertThat(peak(course, "gut_harm")).isGreaterThan(1);
    }

    @Test
    void toleranceIsLostSoonerWhileCtla4IsReleased() {
        Map<String, Double> prone = Map.of("s_gut", 4.0, "t_lost_gut", 60.0);
        assertThat(firstAbove(run(PD1, prone), "V_C_gut_T", 1.01)).isBetween(60.0, 63.0);
        assertThat(firstAbove(run(CTLA4, prone), "V_C_gut_T", 1.01)).isLessThan(35);
    }

    @Test
    void bothBrakesReleasedHarmMoreAndSoonerThanOne() {
        Map<String, Double> prone = Map.of("s_gut", 4.0);
        Timecourse one = run(PD1, prone);
        Timecourse both = run(BOTH, prone);
        assertThat(peak(both, "gut_harm")).isGreaterThan(peak(one, "gut_harm"));
        assertThat(firstAbove(both, "gut_harm", 1)).isLessThan(firstAbove(one, "gut_harm", 1));
    }

    @Test
    void whoIsBarelySusceptibleFallsIllLate() {
        double soon = firstAbove(run(PD1, Map.of("s_lung", 5.0)), "lung_harm", 1);
        double late = firstAbove(run(PD1, Map.of("s_lung", 3.5)), "lung_harm", 1);
        assertThat(soon).isBetween(20.0, 70.0);
        assertThat(late).isGreaterThan(1.3 * soon);
    }

    @Test
    void steroidsAndWithheldDosesHealTheGut() {
        Timecourse treated = run(PD1, Map.of("s_gut", 4.5));
        Map<String, Double> without = new LinkedHashMap<>(Map.of("s_gut", 4.5));
        // Grades that are never reached: no rule applies.
        for (int grade = 2; grade <= 4; grade++) {
            without.put("level_" + grade + "_gut", 1e9);
        }
        Timecourse untreated = run(PD1, without);
        assertThat(peak(treated, "V_C_steroid")).isGreaterThan(0.9);
        assertThat(peak(untreated, "V_C_steroid")).isZero();
        assertThat(peak(treated, "gut_harm")).isLessThan(peak(untreated, "gut_harm"));
    }

    @Test
    void aDestroyedThyroidReleasesHormoneFirstAndLacksItForGood() {
        Timecourse course = run(BOTH, Map.of("s_thyroid", 3.0));
        double[] hormone = course.column("V_C_thyroid_hormone");
        double high = firstAbove(course, "V_C_thyroid_hormone", 1.2);
        assertThat(high).isLessThan(60);
        assertThat(hormone[DAYS]).isLessThan(0.1);
        assertThat(course.column("V_C_thyroid_left")[DAYS]).isLessThan(0.1);
    }

    @Test
    void noDoseIsGivenAfterTheEndOfTreatmentAndNothingIsCountedLongAfterIt() {
        Timecourse course = run(PD1, Map.of("t_treatment", 60.0, "s_gut", 4.0));
        double[] drug = course.column("V_C_nivolumab");
        for (int day = 75; day < DAYS; day++) {
            assertThat(drug[day + 1]).isLessThan(drug[day]);
        }
        assertThat(course.column("gut_harm")[160]).isZero();
    }
}
