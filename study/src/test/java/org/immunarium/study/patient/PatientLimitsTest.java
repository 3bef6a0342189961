package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// What no patient of our own making can be or be given is refused at its line; what has no effect is told.
final class PatientLimitsTest {

    private static final String CLONES = "tumour: {clones: {C2: {lost: [MHC-I]}}}\n";

    private static List<String> problems(String rest) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> notices("duration: 10 d\n" + rest));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> notices(String rest) {
        return StudyReader.parse("s.yaml", "format: 1\nstudy: patient\nmodel: melanoma\n" + rest)
                .prepare(InputFiles.none())
                .notices();
    }

    @Test
    void aCompartmentHasASize() {
        for (String compartment : List.of("V_C", "V_P", "V_LN")) {
            assertThat(problems("set: {" + compartment + ": 0 L}"))
                    .containsExactly("s.yaml:5: set." + compartment
                            + ": the size of a compartment was expected, above 0; found 0 L");
        }
    }

    @Test
    void nothingIsMoreThanABodyHolds() {
        assertThat(problems("therapy: [nivolumab 1e300 nmol IV]"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:5: ")
                .endsWith("a dose of 1e300 nmol: at most 1000 mol was expected");
        assertThat(problems("therapy: [nivolumab 2 kg IV]"))
                .singleElement()
                .asString()
                .endsWith("a dose of 2 kg: at most 1 kg was expected");
        assertThat(problems("set: {V_C.NK: 1e300 cells}"))
                .containsExactly("s.yaml:5: set.V_C.NK: at most 1e14 cells was expected, since no body holds more;"
                        + " found 1e300 cells");
        assertThat(problems("set: {V_C.NK: 1e300}"))
                .as("a plain number, which is in the value's own unit")
                .containsExactly("s.yaml:5: set.V_C.NK: at most 1e14 cells was expected, since no body holds more;"
                        + " found 1e300");
        assertThat(problems("set: {V_C.NK: 1e10 cells}")).isEmpty();
        assertThat(problems("set: {V_C.NK: 1e10}")).isEmpty();
    }

    @Test
    void aShareIsFrom0To1() {
        for (String share : List.of("hidden_C2", "lost_C2", "share_C2", "mu_C2")) {
            for (String value : List.of("-0.1", "1.1")) {
                assertThat(problems(CLONES + "set: {" + share + ": " + value + "}"))
                        .containsExactly(
                                "s.yaml:6: set." + share + ": a share from 0 to 1 was expected; found " + value);
            }
            assertThat(problems(CLONES + "set: {" + share + ": 1}")).isEmpty();
        }
        assertThat(problems("set: {f_memory: 2}")).hasSize(1);
        assertThat(problems("therapy: [docetaxel 75 mg IV q3w]\nset: {resistant_C1: 2}"))
                .containsExactly("s.yaml:6: set.resistant_C1: a share from 0 to 1 was expected; found 2");
        assertThat(problems("tumour: {lesions: [skin, liver]}\nset: {share_liver: -1}"))
                .containsExactly("s.yaml:6: set.share_liver: a share from 0 to 1 was expected; found -1");
    }

    @Test
    void furtherClonesHaveTogetherAtMostTheCellsOfTheFirst() {
        String clones = "tumour: {clones: {C2: {lost: [MHC-I]}, C3: {lost: [antigen]}}}\n";
        assertThat(problems(clones + "set:\n  share_C2: 0.7\n  share_C3: 0.6\n"))
                .containsExactly("s.yaml:8: set.share_C3: shares of the cells of C1 that add up to at most 1 were"
                        + " expected; found share_C2 = 0.7, share_C3 = 0.6, together 1.3");
        assertThat(problems(clones + "set: {share_C2: 0.7, share_C3: 0.3}\n")).isEmpty();
        assertThat(problems(clones + "set: {share_C2: 0.7}\ncompare:\n  - title: one\n  - title: other\n"
                        + "    set: {share_C3: 0.6}\n"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:10: set.share_C3: shares of the cells of C1");
        // Of what differs between patients each is looked at when drawn.
        assertThat(problems(clones + "set: {share_C2: 0.7}\npopulation:\n  patients: 10\n  endpoints: [final D]\n"
                        + "  vary: {share_C3: {log-uniform: [0.1, 1]}}\n"))
                .isEmpty();
    }

    @Test
    void whatHasHalfOfAnEffectIsAboveZero() {
        assertThat(problems("set: {PD1_50: 0}"))
                .containsExactly("s.yaml:5: set.PD1_50: what has half of an effect was expected, above 0; found 0");
        assertThat(problems("set: {IC50_NO_CTL: 0}")).hasSize(1);
    }

    @Test
    void nobodyIsDrawnWithMoreThanTheWhole() {
        String population = CLONES + "population:\n  patients: 10\n  endpoints: [final D]\n  vary: {";
        assertThat(problems(population + "f_memory: {log-normal: 1.5}}\n"))
                .containsExactly(
                        "s.yaml:9: population.vary.f_memory: 2.2904 % of patients have a value above 1, where a"
                                + " share from 0 to 1 was expected; add max: 1, or use uniform");
        assertThat(problems(population + "hidden_C2: {normal: 0.02}}\n"))
                .singleElement()
                .asString()
                .contains("0.621 % of patients have a value above 1");
        assertThat(problems(population + "hidden_C2: {uniform: [0.5, 1.5]}}\n"))
                .singleElement()
                .asString()
                .contains("50 % of patients have a value above 1");
        assertThat(problems(population + "hidden_C2: {normal: 0.02, max: 1}}\n"))
                .isEmpty();
        assertThat(problems(population + "hidden_C2: {uniform: [0.5, 1]}}\n")).isEmpty();
        // One in a million is cut off, and nothing is said.
        assertThat(problems(population + "f_memory: {log-normal: 0.6}}\n")).isEmpty();
    }

    @Test
    void aUnitOfSomethingElseIsToldInWords() {
        assertThat(problems("set: {PD1_50: 5 nM, k_C1_growth: 3 mg, f_memory: 3 d}"))
                .containsExactly(
                        "s.yaml:5: set.PD1_50: a value in a unit such as molecules/µm² (number per area) was expected;"
                                + " found 5 nM (amount concentration)",
                        "s.yaml:5: set.k_C1_growth: a value in a unit such as 1/d (rate) was expected; found 3 mg"
                                + " (mass)",
                        "s.yaml:5: set.f_memory: a plain number was expected; found 3 d (time)");
    }

    @Test
    void whatBindsHasADissociationConstant() {
        assertThat(problems("therapy: [nivolumab 240 mg IV q2w]\nset: {kd_nivolumab: 0 nM, kd_PD1_PDL1: 0 µM}"))
                .containsExactly(
                        "s.yaml:6: set.kd_nivolumab: a dissociation constant above 0 was expected; found 0 nM",
                        "s.yaml:6: set.kd_PD1_PDL1: a dissociation constant above 0 was expected; found 0 µM");
    }

    @Test
    void aTumourBeginsWithACellAndHasRoom() {
        for (String set : List.of("start_cells: 0.5 cells", "start_cells: 1e13 cells", "D_T_max: 0.01 cm")) {
            assertThat(problems("set: {" + set + "}"))
                    .singleElement()
                    .asString()
                    .contains("s.yaml:5: set." + set.substring(0, set.indexOf(':'))
                            + ": a tumour that begins with at least 1 cell");
        }
        assertThat(problems("set: {start_cells: 1e5 cells}")).isEmpty();
        assertThat(problems("compare:\n  - title: one\n  - title: none\n    set: {start_cells: 0 cells}\n"))
                .singleElement()
                .asString()
                .startsWith("s.yaml:8: set.start_cells: ");
    }

    @Test
    void aDurationIsAtMost500Years() {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> notices("duration: 1e7 years\n"));
        assertThat(refused).hasMessageContaining("s.yaml:4: duration: at most 500 years were expected; found 1e7 year");
        assertThat(notices("duration: 500 years\n")).isEmpty();
    }

    @Test
    void whatNobodyCouldBeGivenIsRefused() {
        assertThat(problems("therapy: [nivolumab 2 kg IV once]"))
                .containsExactly("s.yaml:5: nivolumab: a dose of 2 kg: at most 1 kg was expected");
        assertThat(problems("therapy: [radiotherapy 8 mg once]"))
                .containsExactly(
                        "s.yaml:5: radiotherapy: a dose of at most 100 Gy was expected, as in radiotherapy 8 Gy;"
                                + " found 8 mg");
        assertThat(problems("therapy: [radiotherapy 101 Gy once]")).hasSize(1);
        assertThat(problems("therapy: [radiotherapy 8 Gy IV once]"))
                .containsExactly("s.yaml:5: radiotherapy: a dose into a vein (IV): no route was expected, since it acts"
                        + " where the tumour is");
        assertThat(problems("therapy: [resection 2 operations]"))
                .containsExactly("s.yaml:5: resection: 1 operation at a time was expected, as in resection 1 operation;"
                        + " found 2 operations");
        assertThat(problems("therapy: [resection 1 mg]"))
                .singleElement()
                .asString()
                .contains("found 1 mg");
        assertThat(problems("therapy: [radiotherapy 8 Gy q1d x 3, resection 1 operation from 5 d]"))
                .isEmpty();
    }

    @Test
    void aTreatmentOfATumourThatThePatientDoesNotHaveIsRefused() {
        assertThat(problems("tumour: {lesions: [skin, liver]}\ntherapy: [radiotherapy of lung 8 Gy once]"))
                .containsExactly("s.yaml:6: \"radiotherapy of lung\": this patient has no such tumour; one of"
                        + " radiotherapy of skin, radiotherapy of liver was expected");
        assertThat(problems("therapy: [resection of lung 1 operation]"))
                .containsExactly(
                        "s.yaml:5: \"resection of lung\": this patient's only tumour has no name; resection was"
                                + " expected");
    }

    @Test
    void listsSaySomethingAndEachThingOnce() {
        assertThat(problems(
                        "tumour:\n  lesions: []\n  clones:\n    C2: {lost: []}\n    C3: {lost: [antigen, antigen]}\n"))
                .containsExactly(
                        "s.yaml:6: tumour.lesions: names of lesions were expected, the primary one first; leave it out"
                                + " for one tumour",
                        "s.yaml:8: tumour.clones.C2.lost: one or more of MHC-I, antigen, target, sensitivity to"
                                + " chemotherapy were expected",
                        "s.yaml:9: \"antigen\" is named twice");
    }

    @Test
    void whatIsInVainIsTold() {
        assertThat(notices("duration: 10 d\nside effects: yes\n"))
                .containsExactly("s.yaml:5: side effects: nothing is given, so no treatment has any");
        assertThat(notices("duration: 10 d\ntherapy: [trastuzumab 400 mg IV q3w]\n"))
                .containsExactly(
                        "s.yaml:5: therapy: cells of this cancer have nothing that trastuzumab binds (targets_C1"
                                + " is 0), so it does nothing to them");
        assertThat(notices("duration: 10 d\ntherapy: [trastuzumab 400 mg IV q3w]\nset: {targets_C1: 1e5}\n"))
                .isEmpty();
        assertThat(notices("duration: 10 d\ntumour:\n  clones:\n    C2: {lost: [target]}\n"
                        + "    C3: {lost: [sensitivity to chemotherapy]}\n"))
                .containsExactly(
                        "s.yaml:5: tumour.clones.C2.lost: no antibody that marks cells is given, so that target is lost"
                                + " in vain",
                        "s.yaml:5: tumour.clones.C3.lost: no chemotherapy is given, so that sensitivity to chemotherapy"
                                + " is lost in vain");
        assertThat(notices("duration: 10 d\ntumour: {clones: {C2: {lost: [sensitivity to chemotherapy]}}}\n"
                        + "therapy: [docetaxel 75 mg IV q3w]\n"))
                .isEmpty();
    }

    @Test
    void oneDrugUnderTwoNamesIsTold() {
        assertThat(notices("duration: 10 d\ntherapy: [nivolumab 240 mg IV q2w, Opdivo 240 mg IV once]\n"))
                .containsExactly("s.yaml:5: therapy: nivolumab and Opdivo are one drug, nivolumab, which is given under"
                        + " each of these names");
    }
}
