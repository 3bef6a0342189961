package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.hipparchus.util.FastMath;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.simulation.Column.Meaning;
import org.immunarium.equations.simulation.Column.Request;
import org.immunarium.equations.simulation.Intervention.Bolus;
import org.immunarium.equations.simulation.Intervention.Infusion;
import org.immunarium.equations.system.Measure;
import org.junit.jupiter.api.Test;

/// What a run gives, on models whose solution is known.
final class SimulationTest {

    private static final double HALF = 0.3;

    private static ModelBuilder elimination() {
        return ModelBuilder.of("elimination", "")
                .units("day", "mole", "litre")
                .compartment("V", 2)
                .concentration("D", "drug", "V", 5, "mole")
                .parameter("k", "", HALF, "1/day")
                .reaction("out", "", Map.of("D", 1.0), Map.of(), "k * D * V");
    }

    private static Simulation run(Model model) {
        return CompiledModel.compile(model).simulation().relativeTolerance(1e-9);
    }

    @Test
    void eliminationFollowsAnExponential() {
        Timecourse course = run(elimination().build()).until(10).every(1).run();
        double[] drug = course.column("D");
        for (int i = 0; i < drug.length; i++) {
            assertThat(drug[i]).isCloseTo(5 * FastMath.exp(-HALF * course.times()[i]), within(1e-8));
        }
    }

    @Test
    void aBolusAddsAnAmountAtItsTime() {
        Timecourse course = run(elimination().build())
                .intervention(new Bolus(2, "D", 4))
                .until(4)
                .every(1)
                .run();
        double[] drug = course.column("D");
        assertThat(drug[2]).isCloseTo(5 * FastMath.exp(-HALF * 2) + 2, within(1e-7));
        assertThat(drug[4]).isCloseTo(drug[2] * FastMath.exp(-HALF * 2), within(1e-7));
        assertThat(course.occurrences()).hasSize(1);
    }

    @Test
    void anInfusionAddsItsRateTimesItsDuration() {
        Model model = ModelBuilder.of("store", "")
                .units("day", "mole", "litre")
                .compartment("V", 2)
                .amount("A", "", "V", 1, "mole")
                .build();
        Timecourse course = run(model)
                .intervention(new Infusion(1, 0.5, "A", 6))
                .until(2)
                .times(0, 1, 1.25, 2)
                .run();
        assertThat(course.column("A")).containsExactly(new double[] {1, 1, 2.5, 4}, within(1e-9));
    }

    /// Each holds a drug as its concentration or its amount, in a compartment of which 1 is declared.
    private static List<Model> stores() {
        return List.of(
                store().concentration("D", "", "V", 0, "mole").build(),
                store().amount("D", "", "V", 0, "mole").build(),
                store().concentration("D", "", "V", 0, "mole").rate("D", "0").build());
    }

    private static ModelBuilder store() {
        return ModelBuilder.of("store", "").units("day", "mole", "litre").compartment("V", 1);
    }

    private static double[] concentration(Simulation run) {
        return run.intervention(new Bolus(1, "D", Measure.CONCENTRATION, 10))
                .intervention(new Infusion(2, 2, "D", Measure.CONCENTRATION, 3))
                .columns(List.of(new Request("D", Meaning.CONCENTRATION)))
                .until(4)
                .every(1)
                .run()
                .values()[0];
    }

    @Test
    void aDoseInConcentrationIsOfTheCompartmentAsItIsInTheRun() {
        double[] expected = {0, 10, 10, 13, 16};
        for (Model model : stores()) {
            assertThat(concentration(run(model))).containsExactly(expected, within(1e-9));
            assertThat(concentration(run(model).set("V", 5))).containsExactly(expected, within(1e-9));
            Model assigned =
                    model.withInitialAssignments(List.of(new Model.InitialAssignment("V", Formula.parse("2 + 3"))));
            assertThat(concentration(run(assigned))).containsExactly(expected, within(1e-9));
            Model exported = DosesAsEvents.in(
                    assigned,
                    List.of(
                            new DosesAsEvents.Given(new Bolus(1, "D", Measure.CONCENTRATION, 10), "bolus"),
                            new DosesAsEvents.Given(new Infusion(2, 2, "D", Measure.CONCENTRATION, 3), "infusion")));
            assertThat(run(exported)
                            .columns(List.of(new Request("D", Meaning.CONCENTRATION)))
                            .until(4)
                            .every(1)
                            .run()
                            .values()[0])
                    .containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void aDoseInConcentrationIsOfTheCompartmentAsItIsAtItsTime() {
        Model growing = store().concentration("D", "", "V", 0, "mole")
                .parameter("W", "", 1, "litre")
                .rate("W", "1")
                .build();
        Model model = growing.withRules(
                List.of(growing.rules().getFirst(), new Model.AssignmentRule("V", Formula.parse("W"))));
        double[] amounts = run(model)
                .intervention(new Bolus(1, "D", Measure.CONCENTRATION, 10))
                .intervention(new Infusion(2, 2, "D", Measure.CONCENTRATION, 3))
                .columns(List.of(new Request("D", Meaning.AMOUNT)))
                .until(4)
                .every(1)
                .run()
                .values()[0];
        // The integral of 3 (1 + t), from 2.
        assertThat(amounts).containsExactly(new double[] {0, 20, 20, 30.5, 44}, within(1e-7));
    }

    @Test
    void eachOfManyPatientsHasADoseInConcentrationOfItsOwnCompartment() {
        Iterator<Patient> patients = LongStream.range(1, 9)
                .mapToObj(id -> new Patient(
                        id,
                        Map.of("V", (double) id),
                        List.of(
                                new Bolus(1, "D", Measure.CONCENTRATION, 10),
                                new Infusion(2, 2, "D", Measure.CONCENTRATION, 3),
                                new Infusion(2, 2, "D", 1))))
                .iterator();
        CompiledModel.compile(stores().getFirst())
                .population()
                .infusions(Set.of("D"))
                .times(0, 1, 4)
                .run(
                        patients,
                        result -> assertThat(result.values()[0])
                                .containsExactly(new double[] {0, 10, 16 + 2.0 / result.id()}, within(1e-6)));
    }

    @Test
    void aSpeciesIsGivenAsAmountOrConcentrationAsAsked() {
        Timecourse course = run(elimination().build())
                .until(1)
                .times(0)
                .columns(List.of(new Request("D", Meaning.AMOUNT), new Request("D", Meaning.CONCENTRATION)))
                .run();
        assertThat(course.values()[0][0]).isEqualTo(10);
        assertThat(course.values()[1][0]).isEqualTo(5);
    }

    @Test
    void anEventHappensWhereItsTriggerComesTrue() {
        Timecourse course = run(elimination()
                        .event("refill", "", "D < 2.5", "D", "5")
                        .build())
                .until(5)
                .every(1)
                .run();
        double expected = FastMath.log(2) / HALF;
        assertThat(course.occurrences()).hasSize(2);
        assertThat(course.occurrences().getFirst().time()).isCloseTo(expected, within(1e-7));
    }

    @Test
    void aDoseAtTheStartSetsOffWhatALaterOneDoes() {
        Model model = store().amount("D", "", "V", 1, "mole")
                .parameter("m", "", 1, "1")
                .event("high", "", "D > 5", "m", "7")
                .build();
        for (double time : new double[] {0, 1}) {
            Bolus dose = new Bolus(time, "D", 9);
            double[] marked =
                    run(model).intervention(dose).until(2).every(2).run().column("m");
            assertThat(marked[1]).isEqualTo(7);
            double[] byChance = CompiledModel.compile(model)
                    .stochastic()
                    .intervention(dose)
                    .until(2)
                    .every(2)
                    .run(0)
                    .column("m");
            assertThat(byChance[1]).isEqualTo(7);
        }
    }

    @Test
    void aDelayedValueMayNeedItselfAsFarBackAsItGoes() {
        Model model = ModelBuilder.of("echo", "")
                .units("day", "mole", "litre")
                .parameter("x", "", 1, "1")
                .assigned("y", "", "1", "piecewise(x + delay(y, 1) / 2, time >= 1, x)")
                .rate("x", "0")
                .build();
        double[] y = run(model).times(0, 0.5, 1.5, 2.5, 3.5, 4.5).run().column("y");
        assertThat(y).containsExactly(new double[] {1, 1, 1.5, 1.75, 1.875, 1.9375}, within(1e-9));
    }

    @Test
    void outputTimesDoNotChangeTheResult() {
        Model model = elimination().event("refill", "", "D < 2.5", "D", "5").build();
        double[] coarse = run(model).until(20).every(5).run().column("D");
        double[] fine = run(model).until(20).every(0.125).run().column("D");
        for (int i = 0; i < coarse.length; i++) {
            assertThat(fine[40 * i]).isEqualTo(coarse[i]);
        }
    }

    @Test
    void aThousandPiecesGiveTheSameBitsAsOneCall() {
        Model model = elimination().event("refill", "", "D < 2.5", "D", "5").build();
        double[] whole = run(model).until(20).every(0.5).run().column("D");
        Simulation pieces = run(model).until(20).every(0.5);
        for (int i = 1; i <= 1000; i++) {
            pieces.advance(i * 0.02);
        }
        assertThat(pieces.run().column("D")).isEqualTo(whole);
    }

    @Test
    void aPopulationGivesTheSameBitsOnAnyNumberOfThreadsAndLanes() {
        Model model = elimination().event("refill", "", "D < 2.5", "D", "5").build();
        List<double[]> reference = population(model, 1, 1);
        for (int threads = 1; threads <= 2; threads++) {
            List<double[]> other = population(model, threads, 8);
            assertThat(other).hasSameSizeAs(reference);
            for (int i = 0; i < other.size(); i++) {
                assertThat(other.get(i)).isEqualTo(reference.get(i));
            }
        }
    }

    private static List<double[]> population(Model model, int threads, int lanes) {
        Iterator<Patient> patients = LongStream.range(0, 37)
                .mapToObj(id -> new Patient(
                        id,
                        Map.of("k", 0.1 + 0.02 * id),
                        List.of(new Bolus(1 + 0.1 * id, "D", 3), new Infusion(4, 1, "D", 2))))
                .iterator();
        List<double[]> results = new ArrayList<>();
        CompiledModel.compile(model)
                .population()
                .threads(threads)
                .lanes(lanes)
                .infusions(Set.of("D"))
                .times(0, 3, 7.5, 12)
                .run(patients, result -> results.add(result.values()[0]));
        return results;
    }

    @Test
    void aPatientAloneIsTheBatchOfOne() {
        Model model = elimination().build();
        List<double[]> results = new ArrayList<>();
        CompiledModel.compile(model)
                .population()
                .times(0, 3, 12)
                .run(
                        List.of(new Patient(0, Map.of(), List.of())).iterator(),
                        result -> results.add(result.values()[0]));
        double[] alone =
                CompiledModel.compile(model).simulation().times(0, 3, 12).run().column("D");
        assertThat(results.getFirst()).isEqualTo(alone);
    }
}
