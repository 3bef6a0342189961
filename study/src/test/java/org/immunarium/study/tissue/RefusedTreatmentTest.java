package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be given to a tissue is told at its line.
final class RefusedTreatmentTest {

    private SmallTreatment small;

    @BeforeEach
    void begin(@TempDir Path folder) {
        small = new SmallTreatment(folder);
    }

    @Test
    void aDrugIsHeldOnceAndNotGivenBesides() throws IOException {
        assertThat(small.problems(small.study("""
                therapy: [Poison 5 mg IV]
                medium:
                  nivolumab: 1 nM
                  Opdivo: 2 nM
                  POISON: 3 mg/L
                """)))
                .containsExactlyInAnyOrder(
                        "study.yaml:9: medium: \"Opdivo\" is the same drug as \"nivolumab\"; one was expected",
                        "study.yaml:10: medium: \"POISON\" is also given by therapy; one was expected");
    }

    @Test
    void aWayOfWhichNothingIsKnownIsRefusedByItsName() throws IOException {
        List<String> routes = List.of("SC", "IM", "PO", "ID", "IP", "intratumoral");
        StringBuilder lines = new StringBuilder("therapy:\n");
        routes.forEach(route -> lines.append("  - poison 5 mg ").append(route).append('\n'));
        List<String> problems = small.problems(small.study(lines.toString()));
        assertThat(problems).hasSize(routes.size());
        for (int i = 0; i < routes.size(); i++) {
            assertThat(problems.get(i))
                    .startsWith("study.yaml:" + (7 + i) + ": therapy: drug poison: a dose ")
                    .contains("(" + routes.get(i) + "), but nothing is known of how it gets into blood from there");
        }
    }

    @Test
    void cellsAndVaccinesAreGivenOnlyByWaysThatTheModelNames() throws IOException {
        String given = """
                therapy:
                  - CAR-T cell 4 cells IV
                  - CAR-T cell 4 cells intratumoral
                  - vaccine 1 mg SC
                  - vaccine 1 mg PO
                  - vaccine 1 mg over 30 min
                """;
        assertThat(small.problems(small.study(given)))
                .containsExactly(
                        "study.yaml:8: therapy: \"CAR-T cell\" into the tumour (intratumoral): IV was expected, or in the"
                                + " model immunity.infusions.CAR-T cell.route: intratumoral",
                        "study.yaml:10: therapy: \"vaccine\" by mouth (PO): SC was expected, or in the model"
                                + " immunity.vaccines.vaccine.route: PO",
                        "study.yaml:11: therapy: \"vaccine\" over 30 min: a vaccine is given at once, so no duration was"
                                + " expected");
        String model = SmallTreatment.MODEL
                .replace("share: 0.5", "share: 0.5, route: [IV, intratumoral]")
                .replace("for: 1 mg", "for: 1 mg, route: oral");
        assertThat(small.problems(small.study("therapy: [CAR-T cell 4 cells intratumoral, vaccine 1 mg PO]\n", model)))
                .isEmpty();
        assertThat(small.problems(small.study("therapy: [vaccine 1 mg]\n", model)))
                .isEmpty();
        assertThat(small.problems(small.study("therapy: [vaccine 1 mg SC]\n", model)))
                .containsExactly("study.yaml:6: therapy: \"vaccine\" under the skin (SC): PO was expected, or in the"
                        + " model immunity.vaccines.vaccine.route: SC");
        assertThat(small.problems(
                        small.study("", SmallTreatment.MODEL.replace("for: 1 mg", "for: 1 mg, route: intranodel"))))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "model.yaml:12: immunity.vaccines.vaccine.route: \"intranodel\" is no route; expected"
                                        + " IV, SC,")
                        .endsWith("did you mean \"intranodal\"?"));
    }

    @Test
    void aTableOfEventsIsRefusedByName() throws IOException {
        String why = "therapy: tables of events are of studies of patients; a tissue takes regimens in words, as in"
                + " nivolumab 240 mg IV at 0 d, 14 d";
        assertThat(small.problems(small.study("therapy: {events: doses.csv, id: 3}\n")))
                .containsExactly("study.yaml:6: " + why);
        assertThat(small.problems(small.study("therapy:\n  - poison 5 mg IV\n  - {events: doses.csv}\n")))
                .containsExactly("study.yaml:8: " + why);
    }

    @Test
    void dosesBeyondAllSenseAreToldAtTheirLine() throws IOException {
        assertThat(small.problems(small.study("""
                therapy:
                  - nivolumab 1e308 mg IV
                  - poison 1e308 mg IV
                  - CAR-T cell 1e308 cells
                  - vaccine 1e308 mg
                """)))
                .hasSize(4)
                .contains("study.yaml:10: therapy: \"vaccine\" would bring Infinity dendritic cells; at most 1e8 were"
                        + " expected")
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("study.yaml:7: therapy: drug nivolumab: a dose of 1e308 mg: at most 1 kg was"
                                + " expected"))
                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:8: therapy: drug poison: a dose of 1e308"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("study.yaml:9: therapy: 5e307 cells of \"CAR-T cell\""));
    }

    @Test
    void aConcentrationThatNoLiquidHasIsToldAtItsLine() throws IOException {
        for (String held : List.of("1e300 nM", "57 mol/L", "1.1 kg/L")) {
            boolean mass = held.endsWith("kg/L");
            String drug = mass ? "poison" : "nivolumab";
            assertThat(small.problems(small.study("medium: {" + drug + ": " + held + "}\n")))
                    .containsExactly("study.yaml:6: medium." + drug + ": a concentration of at most "
                            + (mass ? "1 kg/L" : "56 mol/L") + " was expected; found " + held);
        }
        assertThat(small.problems(small.study("medium: {poison: 1 kg/L}\n"))).isEmpty();
    }

    @Test
    void aVaccineThatCallsMoreCellsThanThereIsRoomForIsToldAtItsLine() throws IOException {
        String model = SmallTreatment.MODEL.replace(
                "  vaccines:",
                "  priming: [{cells: CAR-T cell, antigen: CD19, primes: 10, half cargo: 1, delay: 1 d}]\n  vaccines:");
        assertThat(small.problems(small.study("therapy: [vaccine 1e6 mg, vaccine 1e5 mg]\n", model)))
                .containsExactly(
                        "study.yaml:6: therapy: \"vaccine\" would call 1.5e7 T cells from the lymph node; at most"
                                + " 1e7 were expected");
    }

    @Test
    void bodiesThatNobodyHasAreToldAtTheirLine() throws IOException {
        for (String weight : List.of("-80 kg", "80 cm", "80 mg", "80", "1e308 kg")) {
            assertThat(small.problems(
                            small.study("patient: {weight: " + weight + "}\ntherapy: [nivolumab 3 mg/kg IV]\n")))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("study.yaml:6: patient.weight: ")
                            .endsWith(" was expected, as in 80 kg; found " + weight));
        }
        assertThat(small.problems(small.study("patient: {height: 17 m}\n")))
                .containsExactly(
                        "study.yaml:6: patient.height: from 1 cm to 3 m was expected, as in 175 cm; found 17 m");
        assertThat(small.problems(
                        small.study("patient: {weight: 20 g, height: 9 cm}\ntherapy: [nivolumab 3 mg/m2 IV]\n")))
                .isEmpty();
    }

    @Test
    void whereCellsComeInIsHeldToTheDomain() throws IOException {
        Map<String, String> told = Map.of(
                "in: disc of 150 µm", "\"disc of 150 µm\" reaches outside of the domain, which is from -100 to 100 µm",
                "in: disc of 20 µm, around: [90 µm, 0 µm]", "\"disc of 20 µm\" reaches outside of the domain",
                "in: box of 20 µm", "two extents",
                "around: [0 µm, 0 µm]", "around: has no meaning with anywhere");
        for (Map.Entry<String, String> each : told.entrySet()) {
            String model = SmallTreatment.MODEL.replace("in: disc of 50 µm", each.getKey());
            assertThat(small.problems(small.study("", model)))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("model.yaml:14: immunity.infusions.CAR-T cell.")
                            .contains(each.getValue()));
        }
        String space = SmallTreatment.MODEL.replace("size: 200 x 200 µm", "size: 200 x 200 x 200 µm");
        assertThat(small.problems(small.study("", space)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("model.yaml:14: immunity.infusions.CAR-T cell.in: \"disc of 50 µm\" is of a flat"
                                + " domain"));
        assertThat(small.problems(small.study(
                        "therapy: [CAR-T cell 20 cells]\n",
                        SmallTreatment.MODEL.replace("in: disc of 50 µm", "in: anywhere"))))
                .isEmpty();
    }

    @Test
    void aVaccineIsNotCalledAsADrugOrACellType() throws IOException {
        for (String name : List.of("Poison", "Opdivo")) {
            assertThat(small.problems(
                            small.study("", SmallTreatment.MODEL.replace("    vaccine:", "    " + name + ":"))))
                    .containsExactly("model.yaml:12: immunity.vaccines." + name
                            + ": a drug of the model is called so, too; another name was expected");
        }
        assertThat(small.problems(small.study("", SmallTreatment.MODEL.replace("    vaccine:", "    Tumor:"))))
                .containsExactly("model.yaml:12: immunity.vaccines.Tumor: a cell type of the model is called so, too;"
                        + " another name was expected");
    }

    @Test
    void whatCannotBeGivenIsToldAtItsLine() throws IOException {
        assertThat(small.problems(small.study("""
                therapy:
                  - nivolumap 240 mg IV
                  - vaccine 3 cells
                  - nivolumab 240 cells
                medium: {poisson: 3 mg/L}
                """)))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("study.yaml:7: therapy: \"nivolumap\" is no drug, vaccine or cell type"))
                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:8: therapy: "))
                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:9: therapy: "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("study.yaml:10: medium: \"poisson\" is no drug of the model"));
    }

    @Test
    void aDoseThatIsSetIsHeldToWhatOneInWordsIsHeldTo() throws IOException {
        Path study = small.study("therapy: [poison 5 mg IV, CAR-T cell 4 cells]\n");
        String told = "study.yaml:6: therapy: \"poison\": ";
        assertThat(small.problems(study, Map.of("set therapy[1].dose", "-5 mg")))
                .containsExactly(told + "a dose of 0 or more was expected; found -5 mg");
        assertThat(small.problems(study, Map.of("set therapy[1].dose", "5 min")))
                .containsExactly(told + "a dose was expected, as 240 mg, 3 mg/kg or 1e7 cells; found 5 min");
        assertThat(small.problems(study, Map.of("set therapy[1].dose", "5 mg/h")))
                .containsExactly(told + "the rate 5 mg/h needs a duration, as in over 28 d");
        assertThat(small.problems(study, Map.of("set therapy[1].dose", "0 mg"))).isEmpty();
        assertThat(small.problems(study, Map.of("set therapy[2].dose", "4 mg")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("study.yaml:6: therapy: "));
    }
}
