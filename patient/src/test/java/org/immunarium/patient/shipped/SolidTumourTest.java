package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Diagnosis;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SolidTumourTest {

    private static final SolidCancer MELANOMA = SolidCancer.find("melanoma").orElseThrow();

    private static Set<String> species(Model model) {
        return model.species().stream().map(Model.Species::id).collect(Collectors.toSet());
    }

    private static TumourPlan plan(List<Site> sites, List<Clone> clones, String... drugs) {
        return new TumourPlan(sites, clones, new LinkedHashSet<>(List.of(drugs)));
    }

    static Stream<SolidCancer> cancers() {
        return SolidCancer.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cancers")
    void aPatientOfEachKindHasEveryTreatmentThatItKnows(SolidCancer cancer) {
        Set<String> known = new LinkedHashSet<>(cancer.known(Drugs.names()));
        known.addAll(cancer.known(List.of("radiotherapy", "resection", "TIL")));
        assertThat(known.contains("gp100 vaccine")).isEqualTo(cancer.name().equals("melanoma"));
        assertThat(known).hasSizeGreaterThan(15).contains("nivolumab", "docetaxel", "trastuzumab", "mRNA-4157");
        PublishedModel patient = cancer.patient(TumourPlan.of(known.toArray(String[]::new)));
        Set<String> species = species(patient.model());
        patient.targets().values().forEach(target -> assertThat(species).contains(target.into()));
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void aCloneMayLoseWhatMakesItSeen(Loss loss) {
        TumourPlan plan = plan(
                List.of(new Site("", false)),
                List.of(new Clone("C1", Set.of()), new Clone("C2", Set.of(loss))),
                "trastuzumab",
                "docetaxel");
        Set<String> reactions = MELANOMA.patient(plan).model().reactions().stream()
                .map(Model.Reaction::name)
                .collect(Collectors.toSet());
        assertThat(reactions.contains("Killing of C2 by NK cells in V_T")).isEqualTo(loss == Loss.MHC_I);
        assertThat(reactions.contains("Killing of C2 by T1 in V_T")).isEqualTo(loss != Loss.ANTIGEN);
        assertThat(reactions.contains("Killing of C2 marked by trastuzumab by NK in V_T"))
                .isEqualTo(loss != Loss.TARGET);
        assertThat(reactions).contains("C1 becomes C2 in V_T", "Killing of C2 by docetaxel in V_T");
    }

    @Test
    void eachLesionHasCellsDrugsAndSignalsOfItsOwn() {
        TumourPlan plan = plan(
                List.of(new Site("skin", false), new Site("liver", false), new Site("brain", true)),
                List.of(new Clone("C1", Set.of())),
                "nivolumab",
                "radiotherapy");
        PublishedModel patient = MELANOMA.patient(plan);
        Set<String> species = species(patient.model());
        for (String site : List.of("skin", "liver", "brain")) {
            assertThat(species)
                    .contains(
                            "V_" + site + "_C1", "V_" + site + "_T1", "V_" + site + "_nivolumab", "V_" + site + "_Gy");
        }
        assertThat(species).contains("V_brain_dormant_C1").doesNotContain("V_liver_dormant_C1", "V_T_C1");
        assertThat(patient.targets()).containsKeys("radiotherapy of skin", "radiotherapy of liver");
    }

    @Test
    void whatAPatientIsNotGivenIsNotInItsEquations() {
        PublishedModel untreated = MELANOMA.patient(TumourPlan.of());
        assertThat(species(untreated.model())).noneMatch(each -> each.contains("mab"));
        assertThat(untreated.evidence().orElseThrow().values())
                .extracting(KnownValue::name)
                .noneMatch(each -> each.contains("mab"));
    }

    /// Care withholds doses of what has side effects, and of nothing else.
    @Test
    void withSideEffectsDosesGoWhereCareMayWithholdThem() {
        TumourPlan plan = TumourPlan.of("cemiplimab", "ipilimumab", "docetaxel", "trastuzumab")
                .withSideEffects();
        PublishedModel patient = MELANOMA.patient(plan);
        assertThat(patient.targets().values())
                .contains(Target.amount("V_C_cemiplimab_ordered"))
                .extracting(Target::into)
                .contains("V_C_trastuzumab");
        assertThat(patient.seen().given())
                .containsEntry("V_C_cemiplimab_ordered", "given_PD1")
                .containsEntry("V_C_ipilimumab_ordered", "given_CTLA4")
                .containsEntry("V_C_docetaxel_ordered", "given_chemotherapy")
                .hasSize(3);
        assertThat(species(patient.model())).contains("V_C_gut_injury", "V_C_ANC", "V_C_steroid");
        assertThat(species(MELANOMA.patient(TumourPlan.of("ipilimumab")).model()))
                .noneMatch(each -> each.contains("gut") || each.contains("ordered"));
    }

    /// A patient who is prone to nothing has no event, so that care gives every dose: the tumour does as without
    /// side effects.
    @Test
    void withoutSusceptibilityTheTumourDoesAsWithoutSideEffects() {
        Map<String, Double> hardy = Map.of("s_all", 0.0, "s_other", 0.0, "s_infusion", 0.0, "n_T1_clones", 400.0);
        double[] with = sums(TumourPlan.of("nivolumab").withSideEffects(), hardy);
        double[] without = sums(TumourPlan.of("nivolumab"), Map.of("n_T1_clones", 400.0));
        for (int i = 0; i < with.length; i++) {
            // An hour of infusion lies between them.
            assertThat(with[i]).isCloseTo(without[i], Percentage.withPercentage(0.2));
        }
    }

    /// A search begins its run-in as finely as a run does, however little error is allowed.
    @Test
    void aSearchSeesWhatARunSees() {
        Model model = MELANOMA.patient(TumourPlan.of()).model();
        CompiledModel compiled = CompiledModel.compile(model);
        double[][] run = compiled.simulation()
                .afterRunIn(Diagnosis.MOMENT, 8000)
                .columns(List.of(Column.Request.of("SLD")))
                .times(0, 100)
                .relativeTolerance(1e-8)
                .run()
                .values();
        double[][] search = compiled.repeated()
                .afterRunIn(Diagnosis.MOMENT, 8000)
                .columns(List.of(Column.Request.of("SLD")))
                .times(0, 100)
                .relativeTolerance(1e-8)
                .run(Map.of());
        assertThat(search[0][1]).isCloseTo(run[0][1], Percentage.withPercentage(1e-5));
    }

    private static double[] sums(TumourPlan plan, Map<String, Double> set) {
        PublishedModel patient = MELANOMA.patient(plan);
        Model model = patient.model();
        Simulation simulation = CompiledModel.compile(model).simulation();
        set.forEach(simulation::set);
        Dosing.interventions(
                        model,
                        RegimenText.parse("nivolumab 240 mg IV q2w").administrations(Ratio.of(300)),
                        patient.targets(),
                        Body.UNKNOWN,
                        "test")
                .forEach(simulation::intervention);
        return simulation
                .afterRunIn(Diagnosis.MOMENT, 8000)
                .columns(List.of(Column.Request.of("SLD")))
                .until(300)
                .every(30)
                .relativeTolerance(1e-7)
                .run()
                .values()[0];
    }

    @Test
    void everyValueSaysHowSureItIsAndFromWhom() {
        for (SolidCancer cancer : SolidCancer.all()) {
            for (KnownValue value : cancer.patient().evidence().orElseThrow().values()) {
                boolean sourced = switch (value.certainty()) {
                    case ASSUMED, DERIVED -> true;
                    case MEASURED, FITTED, PUBLISHED -> !value.source().isEmpty();
                };
                assertThat(sourced).as("%s of %s", value.name(), cancer.name()).isTrue();
            }
        }
    }

    /// A row that nothing could ever use is one whose name is wrong.
    @Test
    void everyRowOfTheTablesIsUsedBySomePatient() {
        Set<String> used = new LinkedHashSet<>();
        for (SolidCancer cancer : SolidCancer.all()) {
            Set<String> all = new LinkedHashSet<>(cancer.known(Drugs.names()));
            all.addAll(cancer.known(List.of("radiotherapy", "resection", "TIL")));
            TumourPlan plan = new TumourPlan(
                    List.of(new Site("skin", false), new Site("brain", true)),
                    List.of(new Clone("C1", Set.of()), new Clone("C2", Set.of(Loss.MHC_I))),
                    all,
                    true);
            cancer.patient(plan).evidence().orElseThrow().values().forEach(row -> used.add(row.name()));
        }
        Set<String> ofAClone =
                Set.of("k_growth", "k_death", "shed_P0", "shed_P1", "alpha", "beta", "targets", "resistant");
        Stream.concat(Stream.of("solid-tumour"), SolidCancer.all().stream().map(SolidCancer::name))
                .flatMap(table -> ParameterTable.shipped(table).values().stream())
                .map(KnownValue::name)
                .filter(name -> !ofAClone.contains(name))
                .forEach(name -> assertThat(used).contains(name));
    }

    @Test
    void aDrugWithoutEquationsHereIsRefused() {
        assertThat(MELANOMA.known(List.of("rituximab", "Opdivo", "water"))).containsExactly("nivolumab");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MELANOMA.patient(TumourPlan.of("rituximab")))
                .withMessageContaining("rituximab has no equations in a solid tumour");
    }
}
