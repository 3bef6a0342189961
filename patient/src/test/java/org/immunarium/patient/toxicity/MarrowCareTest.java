package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ChemotherapySideEffects;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.patient.shipped.TumourPlan;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class MarrowCareTest {

    private static final int DAYS = 60;

    private static Timecourse run(PublishedModel patient, Map<String, Double> set, String... columns) {
        Model model = patient.model();
        Simulation simulation = CompiledModel.compile(model).simulation();
        set.forEach(simulation::set);
        patient.growth()
                .ifPresent(growth ->
                        simulation.afterRunIn(growth.moment(), growth.longest().in(Unit.parse("d"))));
        Dosing.interventions(
                        model,
                        RegimenText.parse("docetaxel 75 mg/m2 IV q3w").administrations(Ratio.of(DAYS)),
                        patient.targets(),
                        Body.of(Quantity.parse("75 kg"), Quantity.parse("170 cm")),
                        "test")
                .forEach(simulation::intervention);
        return simulation
                .columns(Arrays.stream(columns).map(Column.Request::of).toList())
                .until(DAYS)
                .every(1)
                .run();
    }

    @Test
    void dosesAreWithheldWhileNeutrophilsAreFewAndReducedAfterAFever() {
        Timecourse course = run(
                ChemotherapySideEffects.patient(),
                Map.of("s_febrile", 6.0, "slope_docetaxel", 0.02),
                "given_chemotherapy",
                "V_C_ANC",
                "febrile_harm");
        double[] given = course.column("given_chemotherapy");
        double[] neutrophils = course.column("V_C_ANC");
        assertThat(given[0]).isEqualTo(1);
        for (int day = 1; day < DAYS; day++) {
            if (neutrophils[day] < 1.4e9) {
                assertThat(given[day]).as("day %d", day).isZero();
            }
        }
        assertThat(Arrays.stream(course.column("febrile_harm")).max().orElseThrow())
                .isGreaterThan(1.53);
        assertThat(Arrays.stream(given).boxed().toList()).contains(0.733).doesNotContain(0.8);
        assertThat(List.of(given[20])).isSubsetOf(0.0, 0.733);
    }

    /// In a patient with a tumour docetaxel does to marrow and well-being what it does without.
    @Test
    void aTumourChangesNothingAboutIt() {
        String[] columns = {"V_C_ANC", "other_harm", "lasting_harm"};
        Timecourse without = run(ChemotherapySideEffects.patient(), Map.of(), columns);
        Timecourse with = run(
                SolidCancer.find("non-small-cell-lung-cancer")
                        .orElseThrow()
                        .patient(TumourPlan.of("docetaxel", "nivolumab").withSideEffects()),
                Map.of("V_C", 5.0),
                columns);
        for (String column : columns) {
            double[] one = without.column(column);
            double[] other = with.column(column);
            double largest = Arrays.stream(one).max().orElseThrow();
            for (int day = 0; day <= DAYS; day++) {
                assertThat(Math.abs(one[day] - other[day]))
                        .as("%s on day %d", column, day)
                        .isLessThan(0.01 * largest);
            }
        }
    }
}
