package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TumourSectionTest {

    private static List<String> problems(String model, String tumour) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> StudyReader.parse(
                                "study.yaml",
                                "format: 1\nstudy: patient\nmodel: " + model + "\nduration: 10 d\ntumour:\n" + tumour)
                        .prepare(InputFiles.none()));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void whatIsWrongIsToldAtItsLineAllAtOnce() {
        assertThat(problems("melanoma", """
                  diamter: 3 cm
                  lesions: [skin, LN, skin]
                  seeded: [2nd]
                  clones:
                    C1: {lost: [MHC-I]}
                    C2: {lost: [MHC]}
                """))
                .containsExactlyInAnyOrder(
                        "study.yaml:6: unknown key \"tumour.diamter\"; did you mean \"diameter\"?",
                        "study.yaml:7: \"LN\" is taken by something else of the patient; another name was expected",
                        "study.yaml:7: \"skin\" is named twice",
                        "study.yaml:8: \"2nd\": a name of letters and digits was expected, such as liver",
                        "study.yaml:10: \"C1\": a name of letters and digits other than C1, from which clones come, was expected,"
                                + " such as C2",
                        "study.yaml:11: \"MHC\": one of MHC-I, antigen, target, sensitivity to chemotherapy was expected");
    }

    @Test
    void anEmptyListIsNoList() {
        assertThat(problems("melanoma", "  diameter: 3 cm\n  seeded: []\n"))
                .containsExactly("study.yaml:7: tumour.seeded: names of metastases that the first tumour seeds were"
                        + " expected; leave it out for none");
        assertThat(problems("melanoma", "  lesions: []\n"))
                .singleElement()
                .asString()
                .startsWith("study.yaml:6: tumour.lesions: ");
        assertThat(problems("melanoma", "  clones: {}\n"))
                .singleElement()
                .asString()
                .startsWith("study.yaml:6: tumour.clones: ");
        assertThat(problems("melanoma", "  clones: {C2: {lost: []}}\n"))
                .singleElement()
                .asString()
                .startsWith("study.yaml:6: tumour.clones.C2.lost: ");
    }

    @Test
    void whatWouldCollideIsTaken() {
        assertThat(problems(
                        "melanoma",
                        "  lesions: [skin, cell]\n  clones:\n    NK: {lost: [MHC-I]}\n    skin: {lost: [MHC-I]}\n"))
                .hasSize(3)
                .allMatch(each -> each.contains("is taken by something else of the patient"));
    }

    @Test
    void aDiameterIsOneThatATumourCanHave() {
        assertThat(problems("melanoma", "  diameter: 0.1 cm\n"))
                .containsExactly("study.yaml:6: tumour.diameter: between 0.2 cm and 15 cm was expected; found 0.1 cm");
        assertThat(problems("melanoma", "  diameter: -3 cm\n")).hasSize(1);
        assertThat(problems("melanoma", "  diameter: 3 cm\nset: {D_diagnosis: 2 cm}\n"))
                .containsExactly(
                        "study.yaml:7: set.D_diagnosis and tumour.diameter say the same thing twice; one was expected");
    }

    @Test
    void aDiameterIsALength() {
        assertThat(problems("melanoma", "  diameter: 3 kg\n")).anyMatch(each -> each.startsWith("study.yaml:6: "));
    }

    @Test
    void aModelWithTumoursOfItsOwnTakesNone() {
        assertThat(problems("wang2020", "  diameter: 3 cm\n"))
                .containsExactly("study.yaml:5: tumour: the model \"wang2020\" has the tumours that it has; one of"
                        + " non-small-cell-lung-cancer, melanoma, triple-negative-breast-cancer,"
                        + " her2-positive-breast-cancer was expected");
    }

    @Test
    void sideEffectsAreThereOrNot() {
        assertThat(problems("melanoma", "  diameter: 3 cm\nside effects: some\n"))
                .containsExactly("study.yaml:7: side effects: yes or no was expected; found \"some\"");
        assertThat(problems("melanoma", "  diameter: 3 cm\nside effects: yes\n"))
                .isEmpty();
    }

    /// What care does not withhold, and harms nobody, is told.
    @Test
    void treatmentsWithoutSideEffectsAreTold() {
        PreparedPatient prepared = (PreparedPatient) study("""
                side effects: yes
                therapy: [nivolumab 240 mg IV q2w, trastuzumab 6 mg/kg IV q3w]
                patient: {weight: 70 kg}
                """).prepare(InputFiles.none());
        assertThat(prepared.notices())
                .filteredOn(notice -> notice.startsWith("side effects: "))
                .hasSize(1)
                .allMatch(notice -> notice.contains("trastuzumab has none here"));
    }

    @Test
    void whatIsRightIsTaken() {
        assertThat(problems("melanoma", "  lesions: [skin, liver]\n  clones:\n    C2: {lost: [antigen, target]}\n"))
                .isEmpty();
    }

    private static PatientStudy study(String text) {
        return (PatientStudy) StudyReader.parse("study.yaml", "format: 1\nstudy: patient\nmodel: melanoma\n" + text);
    }

    @Test
    void aDrugMayBeCalledByItsTradeName() {
        PreparedPatient prepared = (PreparedPatient) study("""
                duration: 30 d
                patient: {weight: 80 kg}
                therapy: [Opdivo 3 mg/kg IV q2w]
                """).prepare(InputFiles.none());
        assertThat(prepared.courses().getFirst().doses()).hasSize(3);
    }

    @Test
    void aVariantByItselfHasTheDrugsOfTheOthers() {
        PatientStudy both = study("""
                duration: 30 d
                patient: {weight: 80 kg}
                output: {columns: [V_C.nivolumab]}
                compare:
                  - title: None
                  - title: Nivolumab
                    therapy: [nivolumab 3 mg/kg IV q2w]
                """);
        PatientStudy alone = both.withVariant(both.compare().getFirst());
        assertThat(alone.prepare(InputFiles.none()).notices()).isEmpty();
    }

    @Test
    void theDrugsOfATableOfEventsHaveEquations(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT,CMT\n0,240,ipilimumab\n");
        PreparedPatient prepared = (PreparedPatient) study("""
                duration: 30 d
                therapy: [{events: doses.csv}]
                """).prepare(InputFiles.in(folder));
        assertThat(prepared.plan().model().find("V_C.ipilimumab")).isPresent();
    }

    @Test
    void aWayWithoutEquationsIsRefused() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> study("""
                        duration: 30 d
                        therapy: [nivolumab 240 mg SC q2w, mRNA-4157 1 mg IV q3w, mRNA-4157 1 mg IM q3w]
                        """).prepare(InputFiles.none()));
        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "nivolumab: a dose under the skin (SC) has no equations here; IV was expected",
                        "mRNA-4157: a dose into a vein (IV) has no equations here; IM or SC was expected");
    }

    @Test
    void aTreatmentWithoutEquationsIsToldByItsName() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> study("""
                        duration: 30 d
                        tumour: {lesions: [skin, liver]}
                        therapy: [nivolumabb 240 mg IV q2w, rituximab 500 mg IV once, radiotherapy 8 Gy once]
                        """).prepare(InputFiles.none()));
        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "\"nivolumabb\" has no equations in this patient, did you mean \"nivolumab\"?",
                        "\"rituximab\" has no equations in this patient",
                        "\"radiotherapy\": one of radiotherapy of skin, radiotherapy of liver was expected");
    }
}
