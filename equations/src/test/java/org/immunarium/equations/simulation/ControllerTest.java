package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immunarium.equations.model.ModelBuilder;
import org.junit.jupiter.api.Test;

/// Runs on which somebody decides on their way, and runs that go on from where another was.
final class ControllerTest {

    /// Growth at rate g from 1, found at 100.
    private static final CompiledModel TUMOUR = CompiledModel.compile(ModelBuilder.of("tumour", "tumour")
            .compartment("V", "", 1, "L")
            .amount("T", "", "V", 1, "item")
            .parameter("g", "", 0.1, "1/d")
            .parameter("found", "", 100, "item")
            .reaction("growth", "", Map.of(), Map.of("T", 1.0), "g * T")
            .moment("found_at", "", "T >= found")
            .build());

    private static final List<Intervention> DOSES = List.of(dose(2), dose(4), dose(6), dose(8));

    private static Intervention dose(double time) {
        return new Intervention.Bolus(time, "T", -10);
    }

    private record Once(double[] times, Function<Double, Decision> what, List<Double> seen) implements Controller {

        @Override
        public Decision decide(double time, double[] present, Recorded past) {
            seen.add(present[0]);
            assertThat(past.count()).isEqualTo((int) Math.ceil(time));
            assertThat(past.time(past.count() - 1)).isLessThan(time);
            return what.apply(time);
        }
    }

    private static PatientResult run(Patient patient, double end) {
        return run(List.of(patient), end).getFirst();
    }

    private static List<PatientResult> run(List<Patient> patients, double end) {
        List<PatientResult> results = new ArrayList<>();
        TUMOUR.population()
                .relativeTolerance(1e-10)
                .columns(List.of(Column.Request.of("T")))
                .afterRunIn("found_at", 1000)
                .until(end)
                .every(1)
                .infusions(Set.of("T"))
                .threads(1)
                .run(patients.iterator(), results::add);
        return results;
    }

    private static Patient patient(Controller controller) {
        return new Patient(1, Map.of("g", 0.1), Optional.empty(), DOSES, Optional.of(controller));
    }

    private static double after(double time, int doses) {
        double cells = 100 * Math.exp(0.1 * time);
        for (int i = 1; i <= doses; i++) {
            cells -= 10 * Math.exp(0.1 * (time - 2 * i));
        }
        return cells;
    }

    @Test
    void isAskedBeforeWhatIsDueThen() {
        List<Double> seen = new ArrayList<>();
        PatientResult result = run(patient(new Once(new double[] {4, 6}, _ -> Decision.GO_ON, seen)), 10);
        assertThat(seen.get(0)).isCloseTo(after(4, 1), within(1e-5));
        assertThat(seen.get(1)).isCloseTo(after(6, 2), within(1e-5));
        assertThat(result.values()[0][10]).isCloseTo(after(10, 4), within(1e-5));
    }

    @Test
    void dosesThatHaveNotBegunAreReplaced() {
        List<Intervention> other = List.of(new Intervention.Infusion(5, 2, "T", 1));
        PatientResult none =
                run(patient(new Once(new double[] {4}, _ -> new Decision.Give(List.of()), new ArrayList<>())), 10);
        assertThat(none.values()[0][10]).isCloseTo(after(10, 1), within(1e-5));
        PatientResult infused =
                run(patient(new Once(new double[] {4}, _ -> new Decision.Give(other), new ArrayList<>())), 10);
        double given = (Math.exp(0.1 * 5) - Math.exp(0.1 * 3)) / 0.1;
        assertThat(infused.values()[0][10]).isCloseTo(after(10, 1) + given, within(1e-5));
    }

    @Test
    void anInfusionThatGoesOnEndsAsItWasTo() {
        Controller stops = new Once(new double[] {4}, _ -> new Decision.Give(List.of(dose(8))), new ArrayList<>());
        Patient infused = new Patient(
                1,
                Map.of(),
                Optional.empty(),
                List.of(new Intervention.Infusion(3, 3, "T", 5), new Intervention.Infusion(7, 1, "T", 1e6)),
                Optional.of(stops));
        double given = 5 * (Math.exp(0.1 * 7) - Math.exp(0.1 * 4)) / 0.1;
        assertThat(run(infused, 10).values()[0][10])
                .isCloseTo(100 * Math.exp(1) + given - 10 * Math.exp(0.2), within(1e-5));
    }

    @Test
    void theRunEndsWhenItIsSaidTo() {
        PatientResult result = run(patient(new Once(new double[] {3, 5}, _ -> Decision.END, new ArrayList<>())), 10);
        assertThat(result.failure()).isEmpty();
        assertThat(result.times()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void neighboursAreAsTheyWouldBeAlone() {
        List<Patient> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int last = i % 7;
            Controller controller = new Once(
                    new double[] {1, 2, 3, 4, 5, 6, 7},
                    time -> time > last ? Decision.END : Decision.GO_ON,
                    new ArrayList<>());
            many.add(new Patient(i, Map.of("g", 0.05 + 0.01 * i), Optional.empty(), DOSES, Optional.of(controller)));
        }
        List<PatientResult> together = run(many, 10);
        for (int i = 0; i < many.size(); i++) {
            assertThat(together.get(i).times()).hasSize(i % 7 + 2);
            assertThat(together.get(i).values()[0])
                    .isEqualTo(run(many.get(i), 10).values()[0]);
        }
    }

    @Test
    void aRunGoesOnFromWhereAnotherWas() {
        PatientResult found = run(new Patient(1, Map.of("g", 0.1), List.of()), 0);
        Patient treated = new Patient(1, Map.of(), found.end(), DOSES, Optional.empty());
        PatientResult result = run(treated, 10);
        assertThat(result.times()).hasSize(11);
        assertThat(result.values()[0][10]).isCloseTo(after(10, 4), within(1e-5));
        PatientResult untreated = run(new Patient(1, Map.of(), found.end(), List.of(), Optional.empty()), 10);
        assertThat(untreated.values()[0][10]).isCloseTo(100 * Math.exp(1), within(1e-5));
    }

    @Test
    void nothingCanGoOnFromTheMiddleOfAnInfusion() {
        Patient infused = new Patient(1, Map.of("g", 0.1), List.of(new Intervention.Infusion(1, 5, "T", 1)));
        assertThat(run(infused, 3).end()).isEmpty();
        assertThat(run(infused, 8).end()).isPresent();
    }
}
