package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.DrugKinetics;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.therapy.pharmacokinetics.Elimination;
import org.immunarium.therapy.pharmacokinetics.Input;
import org.immunarium.therapy.pharmacokinetics.Peripheral;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The concentration in plasma of every antibody of the catalogue, under the first regimen that its label has.
///
/// What is constant has a closed solution, written here from the two rates of its decline; what changes with time or
/// saturates has none, and is held against equations that are solved to 1e-11. Equations of patients are solved to
/// 1e-9, so that what is seen is the equations' own error.
final class AntibodyConcentrationTest {

    private static final int DAYS = 120;
    private static final double PATIENT = 1e-9;
    private static final double FINE = 1e-11;
    private static final double AGREES = 1e-6;

    /// As a part of the largest concentration, below which it is no part of itself that agrees.
    private static final double FLOOR = 1e-3;

    /// Away from starts and ends of infusions, and close to some.
    private static final double[] TIMES =
            IntStream.range(0, 240).mapToDouble(i -> 0.013 + i * 0.4991).toArray();

    private static final org.immunarium.therapy.Body PATIENT_BODY =
            org.immunarium.therapy.Body.of(Quantity.parse("75 kg"), Quantity.parse("170 cm"));

    static List<Drug> antibodies() {
        return Drugs.all().stream()
                .filter(drug -> drug.kind().contains("antibody") || drug.kind().contains("engager"))
                .toList();
    }

    static List<Drug> constant() {
        return antibodies().stream().filter(drug -> !isSaturable(drug)).toList();
    }

    static List<Drug> saturable() {
        return antibodies().stream()
                .filter(AntibodyConcentrationTest::isSaturable)
                .toList();
    }

    static List<Drug> changing() {
        return antibodies().stream()
                .filter(drug -> !(kinetics(drug).elimination() instanceof Elimination.Linear))
                .toList();
    }

    private static boolean isSaturable(Drug drug) {
        return drug.fact(DrugParameter.MAXIMUM_RATE).isPresent();
    }

    private static Pharmacokinetics kinetics(Drug drug) {
        return drug.pharmacokinetics(org.immunarium.therapy.Body.UNKNOWN);
    }

    /// The doses of the drug itself, where a regimen has others beside it.
    private static List<Administration> doses(Drug drug) {
        Therapy therapy = RegimenText.parse(drug.approvedRegimens().getFirst());
        return therapy.administrations(Ratio.of(DAYS)).stream()
                .filter(dose -> drug.isCalled(dose.drug()))
                .toList();
    }

    private static List<Input> inputs(Drug drug) {
        return doses(drug).stream().map(dose -> drug.input(dose, PATIENT_BODY)).toList();
    }

    /// As the patient's equations have it, in mg/L.
    private static double[] patient(Drug drug, double tolerance) {
        String id = DrugValues.idOf(drug.name());
        Set<String> used = Stream.of("CL", "V1", "Q", "V2", "Q3", "V3", "Vmax", "Km")
                .map(symbol -> symbol + "_" + id)
                .collect(Collectors.toSet());
        ParameterTable values = DrugValues.of(drug)
                .only(used)
                .with(ParameterTable.parse(
                        "name,value,unit,meaning,certainty,source,note\n"
                                + "V_C,5,L,blood,assumed,,\nV_P,60,L,tissue,assumed,,\nV_LN,1,L,nodes,assumed,,\n"
                                // A drug that leaves by what it saturates alone.
                                + (drug.fact(DrugParameter.CLEARANCE).isPresent()
                                        ? ""
                                        : "CL_" + id + ",0,L/d,none,assumed,,\n"),
                        "test"));
        Assembly assembly = Assembly.of("plasma", "A drug in plasma", values);
        assembly.add(Body.usual(), DrugKinetics.of(Body.usual(), drug, id));
        var model = assembly.build();
        Simulation simulation = CompiledModel.compile(model).simulation().relativeTolerance(tolerance);
        Dosing.interventions(
                        model,
                        doses(drug),
                        Map.of(
                                drug.name(),
                                SolidTumourDrugs.molar(drug.name(), org.immunarium.therapy.Target.amount("V_C_" + id))),
                        PATIENT_BODY,
                        "test")
                .forEach(simulation::intervention);
        double milligrams =
                1e3 * drug.quantity(DrugParameter.MOLAR_MASS).orElseThrow().in(Unit.parse("g/mol"));
        double[] molar = simulation
                .columns(List.of(Column.Request.of("c_" + id)))
                .times(TIMES)
                .run()
                .values()[0];
        return Arrays.stream(molar).map(each -> each * milligrams).toArray();
    }

    /// Of one or two compartments with a constant clearance: each dose an infusion, and their sum.
    private static double closed(Pharmacokinetics kinetics, double clearance, List<Input> inputs, double t) {
        double v1 = kinetics.volume();
        double k10 = clearance / v1;
        if (kinetics.peripherals().isEmpty()) {
            return inputs.stream()
                    .mapToDouble(dose -> dose.amount() / v1 * lived(dose, k10, t))
                    .sum();
        }
        Peripheral other = kinetics.peripherals().getFirst();
        double k12 = other.clearance() / v1;
        double k21 = other.clearance() / other.volume();
        double sum = k10 + k12 + k21;
        double root = Math.sqrt(sum * sum - 4 * k10 * k21);
        double alpha = (sum + root) / 2;
        double beta = k10 * k21 / alpha;
        double ofAlpha = (alpha - k21) / (alpha - beta) / v1;
        double ofBeta = (k21 - beta) / (alpha - beta) / v1;
        return inputs.stream()
                .mapToDouble(dose -> dose.amount() * (ofAlpha * lived(dose, alpha, t) + ofBeta * lived(dose, beta, t)))
                .sum();
    }

    /// What is left of a unit that came in evenly and leaves at a rate.
    private static double lived(Input dose, double rate, double t) {
        double since = t - dose.time();
        if (since <= 0) {
            return 0;
        }
        if (dose.duration() == 0) {
            return Math.exp(-rate * since);
        }
        double running = Math.min(since, dose.duration());
        return -Math.expm1(-rate * running) * Math.exp(-rate * (since - running)) / (rate * dose.duration());
    }

    private static void assertAgree(Drug drug, double[] found, double[] expected) {
        double largest = Arrays.stream(expected).max().orElseThrow();
        assertThat(largest).isPositive();
        for (int i = 0; i < TIMES.length; i++) {
            assertThat(found[i])
                    .as("%s on day %s", drug.name(), TIMES[i])
                    .isCloseTo(expected[i], within(AGREES * Math.max(expected[i], FLOOR * largest)));
        }
    }

    @Test
    void thereAreAntibodiesOfEachKind() {
        assertThat(antibodies()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(constant()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(saturable()).extracting(Drug::name).containsExactly("trastuzumab", "cetuximab");
        assertThat(changing()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(antibodies())
                .allMatch(drug -> doses(drug).size() > 1 || drug.name().equals("tremelimumab"));
    }

    /// In a patient the clearance of the first dose stays, whatever the catalogue knows of its change.
    @ParameterizedTest
    @MethodSource("constant")
    void aPatientsPlasmaFollowsTheClosedSolution(Drug drug) {
        Pharmacokinetics kinetics = kinetics(drug);
        double clearance = drug.quantity(DrugParameter.CLEARANCE).orElseThrow().in(Unit.parse("L/d"));
        double[] expected = Arrays.stream(TIMES)
                .map(t -> closed(kinetics, clearance, inputs(drug), t))
                .toArray();
        assertAgree(drug, patient(drug, PATIENT), expected);
    }

    /// What the therapy's own closed form says is the same.
    @ParameterizedTest
    @MethodSource("constant")
    void theTherapysPlasmaFollowsTheClosedSolution(Drug drug) {
        double clearance = drug.quantity(DrugParameter.CLEARANCE).orElseThrow().in(Unit.parse("L/d"));
        Pharmacokinetics kinetics = kinetics(drug).withElimination(new Elimination.Linear(clearance));
        var course = kinetics.after(inputs(drug), DAYS);
        assertAgree(
                drug,
                Arrays.stream(TIMES).map(course::at).toArray(),
                Arrays.stream(TIMES)
                        .map(t -> closed(kinetics, clearance, inputs(drug), t))
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("saturable")
    void aPatientsPlasmaThatSaturatesIsThatOfAFineRun(Drug drug) {
        assertAgree(drug, patient(drug, PATIENT), patient(drug, FINE));
        var course = kinetics(drug).after(inputs(drug), DAYS);
        assertAgree(
                drug,
                patient(drug, PATIENT),
                Arrays.stream(TIMES).map(course::at).toArray());
    }

    /// Clearance that changes with time, wanes or saturates, as the catalogue has it.
    @ParameterizedTest
    @MethodSource("changing")
    void theTherapysPlasmaIsThatOfAFineRun(Drug drug) {
        var course = kinetics(drug).after(inputs(drug), DAYS);
        assertAgree(drug, Arrays.stream(TIMES).map(course::at).toArray(), fine(drug));
    }

    /// The catalogue's elimination as equations of their own, in mg/L and days.
    private static double[] fine(Drug drug) {
        Pharmacokinetics kinetics = kinetics(drug);
        String leaves = switch (kinetics.elimination()) {
            case Elimination.Linear(var clearance) -> clearance + " * A / V";
            case Elimination.Sigmoid(var clearance, var change, var form, var half, var hill) -> {
                String share = "since^" + hill + " / (since^" + hill + " + " + half + "^" + hill + ")";
                yield clearance
                        + (form == Elimination.Sigmoid.Form.EXPONENTIAL
                                ? " * exp((" + change + ") * " + share + ")"
                                : " * (1 + (" + change + ") * " + share + ")")
                        + " * A / V";
            }
            case Elimination.Waning(var lasting, var waning, var rate) ->
                "(" + lasting + " + " + waning + " * exp(-" + rate + " * since)) * A / V";
            case Elimination.Saturable(var clearance, var maximum, var constant) ->
                "(" + clearance + " + " + maximum + " / (" + constant + " + A / V)) * A / V";
        };
        Optional<Peripheral> other = kinetics.peripherals().stream().findFirst();
        String goes = other.map(each -> " - (" + each.clearance() + ") * (A / V - P / " + each.volume() + ")")
                .orElse("");
        ModelBuilder builder = ModelBuilder.of("plasma", "A drug in plasma")
                .units("d", "mg", "L")
                .compartment("body", 1)
                .amount("A", "Drug", "body", 0, "mg")
                .amount("P", "Drug elsewhere", "body", 0, "mg")
                .amount("since", "Time", "body", 0, "d")
                .parameter("V", "Central volume", kinetics.volume(), "L")
                .rate("since", "1")
                .rate("A", "-(" + leaves + ")" + goes)
                .rate("P", goes.isEmpty() ? "0" : goes.substring(2).strip());
        Simulation simulation =
                CompiledModel.compile(builder.build()).simulation().relativeTolerance(FINE);
        for (Input dose : inputs(drug)) {
            simulation.intervention(
                    dose.duration() == 0
                            ? new Intervention.Bolus(dose.time(), "A", dose.amount())
                            : new Intervention.Infusion(
                                    dose.time(), dose.duration(), "A", dose.amount() / dose.duration()));
        }
        double[] amounts = simulation
                .columns(List.of(Column.Request.of("A")))
                .times(TIMES)
                .run()
                .values()[0];
        return Arrays.stream(amounts).map(each -> each / kinetics.volume()).toArray();
    }
}
