package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study gives to a tissue.
final class TreatedTissueTest {

    private static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            immunity:
              antigens: [CD19]
              drugs:
                nivolumab: {unit: nM}
                poison: {unit: mg/L, in blood: {clearance: 0 L/d, volume: 5 L}, in tissue: 0.5}
              actions:
                - {of: poison, kills: dividing cells, half: 1 mg/L}
              vaccines:
                vaccine: {antigen: CD19, dendritic cells: 3, for: 1 mg}
              infusions:
                CAR-T cell: {in: disc of 50 µm, share: 0.5}
            cells:
              tumor: {cycle: live, does: {cycle entry: 0.01 1/min}}
              CAR-T cell: {cycle: live, does: {cycle entry: 0 1/min}}
            start:
              - {cells: tumor, count: 40}
            """;

    @TempDir
    Path folder;

    private Path study(String lines) throws IOException {
        return study(lines, MODEL);
    }

    private Path study(String lines, String model) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), model);
        return Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 60 min\noutput: {every: 30 min, frames: 0}\n"
                        + lines);
    }

    private Path run(Path study) {
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return out;
    }

    @Test
    void drugsKillAndGivenCellsCome() throws IOException {
        Path out = run(study("""
                compare:
                  - {title: alone}
                  - {title: treated, therapy: [poison 1000 mg IV + "CAR-T cell" 20 cells at 0 d]}
                """));
        RunFolder folder = RunFolder.open(out);
        Table alone = Table.read(folder.variant("alone").table("cells_by_type.csv"));
        Table treated = Table.read(folder.variant("treated").table("cells_by_type.csv"));
        assertThat(alone.rows().get(4).get(2))
                .satisfies(live -> assertThat(Integer.parseInt(live)).isGreaterThan(50));
        assertThat(Integer.parseInt(treated.rows().get(4).get(2))).isLessThan(40);
        // Half of those that are given come in.
        assertThat(treated.rows().get(1).get(2)).isEqualTo("10");
        assertThat(Table.read(folder.variant("treated").table("kills_by_cause.csv"))
                        .rows())
                .anySatisfy(row -> assertThat(row.subList(1, 3)).containsExactly("tumor", "chemotherapy"));
        assertThat(Files.readString(out.resolve("report.html"))).contains("Living cells: tumor", "treated");
    }

    @Test
    void aVariantIsGivenOnlyWhatItSaysItself() throws IOException {
        Path study = study("""
                therapy: [poison 1000 mg IV]
                medium: {nivolumab: 1 nM}
                compare:
                  - {title: alone}
                  - {title: treated, therapy: [poison 1000 mg IV]}
                """);
        assertThat(notices(study))
                .containsExactly(
                        "study.yaml:6: therapy: is given to nobody, since each variant under compare has a therapy of"
                                + " its own",
                        "study.yaml:7: medium: is given to nobody, since each variant under compare has a therapy of"
                                + " its own");
        RunFolder run = RunFolder.open(run(study));
        assertThat(Table.read(run.variant("alone").table("kills_by_cause.csv")).rows())
                .isEmpty();
        assertThat(Table.read(run.variant("treated").table("kills_by_cause.csv"))
                        .rows())
                .isNotEmpty();
    }

    @Test
    void whatIsKnownOfDrugsThatAreGivenIsWrittenDown() throws IOException {
        String model = MODEL.replace("volume: 5 L}", "volume: 5 L, source: A paper}");
        assertThat(StudyRun.prepare(
                                study("therapy: [Opdivo 240 mg IV]\n", model).toString(), Overrides.NONE)
                        .prepared()
                        .parameters())
                .anySatisfy(setting -> {
                    assertThat(setting.name()).isEqualTo("nivolumab.central volume");
                    assertThat(setting.value()).isEqualTo(3.63);
                    assertThat(setting.source()).contains("Bajaj 2017");
                })
                .noneMatch(setting -> setting.name().startsWith("poison.central"));
        assertThat(StudyRun.prepare(
                                study("therapy: [poison 240 mg IV]\n", model).toString(), Overrides.NONE)
                        .prepared()
                        .parameters())
                .contains(
                        new Manifest.Setting("poison.central volume", 5, "L", "model", "A paper"),
                        new Manifest.Setting("poison.tumour to plasma ratio", 0.5, "", "model", ""));
    }

    @Test
    void whatIsBoundInBloodIsWrittenDownSinceItDoesNotReachTheTissue() throws IOException {
        String model = MODEL.replace("nivolumab: {unit: nM}", "paclitaxel: {unit: nM}");
        assertThat(StudyRun.prepare(
                                study("therapy: [paclitaxel 140 mg IV]\n", model)
                                        .toString(),
                                Overrides.NONE)
                        .prepared()
                        .parameters())
                .anySatisfy(setting -> {
                    assertThat(setting.name()).isEqualTo("paclitaxel.unbound share");
                    assertThat(setting.value()).isEqualTo(0.065);
                    assertThat(setting.source()).contains("Taxol");
                })
                .noneMatch(setting -> setting.name().equals("paclitaxel.median effective concentration"));
    }

    @Test
    void bloodHasWhatIsUnboundInPlasmaAndTheTissueItsShareOfThat() throws IOException {
        List<Treatment.Course> given = courses("therapy: [poison 1000 mg IV]\n", MODEL);
        assertThat(given.get(0).inBlood().applyAsDouble(30)).isZero();
        // 1000 mg in 5 L, of which nothing is cleared.
        assertThat(given.get(1).inBlood().applyAsDouble(30)).isCloseTo(200, within(1e-9));
        assertThat(given.get(1).share()).isEqualTo(0.5);
        assertThat(courses("medium: {poison: 3 mg/L}\n", MODEL).get(1).share()).isOne();

        String other = MODEL.replace("nivolumab: {unit: nM}", "paclitaxel: {unit: mg/L}");
        Treatment.Course bound =
                courses("therapy: [paclitaxel 140 mg IV]\n", other).get(0);
        Treatment.Course free = courses(
                        "therapy: [Taxol 140 mg IV]\n",
                        other.replace("paclitaxel: {unit: mg/L}", "paclitaxel: {unit: mg/L, in tissue: 0.5}"))
                .get(0);
        double plasma = Drugs.find("paclitaxel")
                .orElseThrow()
                .concentration(
                        RegimenText.parse("paclitaxel 140 mg IV").administrations(Ratio.of(1)),
                        Body.UNKNOWN,
                        60,
                        Unit.parse("mg/L"),
                        Unit.parse("min"))
                .at(30);
        assertThat(bound.inBlood().applyAsDouble(30)).isCloseTo(0.065 * plasma, within(1e-12 * plasma));
        assertThat(free.inBlood().applyAsDouble(30)).isEqualTo(bound.inBlood().applyAsDouble(30));
        assertThat(bound.share()).isOne();
        assertThat(free.share()).isEqualTo(0.5);
    }

    private List<Treatment.Course> courses(String lines, String model) throws IOException {
        TissueRun run = (TissueRun)
                StudyRun.prepare(study(lines, model).toString(), Overrides.NONE).prepared();
        return run.arms().getFirst().treatment().courses();
    }

    @Test
    void namesMeanTheSameWhateverTheirCapitalsAndBrands() throws IOException {
        RunFolder run = RunFolder.open(run(study("""
                compare:
                  - title: once
                    therapy: [nivolumab 1000 mg IV, poison 1000 mg IV, CAR-T cell 20 cells at 0 d, vaccine 1 mg]
                  - title: otherwise
                    therapy:
                      - Opdivo 500 mg IV + POISON 400 mg IV + car-t CELL 20 cells at 0 d + VACCINE 1 mg
                      - NIVOLUMAB 500 mg IV + Poison 600 mg IV
                """)));
        for (String table : List.of("cells_by_type.csv", "kills_by_cause.csv", "traits.csv")) {
            assertThat(Table.read(run.variant("otherwise").table(table)).rows())
                    .isEqualTo(Table.read(run.variant("once").table(table)).rows());
        }
    }

    @Test
    void aDrugIsHeldOnceAndNotGivenBesides() throws IOException {
        assertThat(problems(study("""
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
        List<String> problems = problems(study(lines.toString()));
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
        assertThat(problems(study(given)))
                .containsExactly(
                        "study.yaml:8: therapy: \"CAR-T cell\" into the tumour (intratumoral): IV was expected, or in the"
                                + " model immunity.infusions.CAR-T cell.route: intratumoral",
                        "study.yaml:10: therapy: \"vaccine\" by mouth (PO): SC was expected, or in the model"
                                + " immunity.vaccines.vaccine.route: PO",
                        "study.yaml:11: therapy: \"vaccine\" over 30 min: a vaccine is given at once, so no duration was"
                                + " expected");
        String model = MODEL.replace("share: 0.5", "share: 0.5, route: [IV, intratumoral]")
                .replace("for: 1 mg", "for: 1 mg, route: oral");
        assertThat(problems(study("therapy: [CAR-T cell 4 cells intratumoral, vaccine 1 mg PO]\n", model)))
                .isEmpty();
        assertThat(problems(study("therapy: [vaccine 1 mg]\n", model))).isEmpty();
        assertThat(problems(study("therapy: [vaccine 1 mg SC]\n", model)))
                .containsExactly("study.yaml:6: therapy: \"vaccine\" under the skin (SC): PO was expected, or in the"
                        + " model immunity.vaccines.vaccine.route: SC");
        assertThat(problems(study("", MODEL.replace("for: 1 mg", "for: 1 mg, route: intranodel"))))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "model.yaml:12: immunity.vaccines.vaccine.route: \"intranodel\" is no route; expected"
                                        + " IV, SC,")
                        .endsWith("did you mean \"intranodal\"?"));
    }

    @Test
    void cellsThatRunInComeEvenlyOverThatTime() throws IOException {
        RunFolder run = RunFolder.open(run(study("""
                compare:
                  - {title: at once, therapy: [CAR-T cell 80 cells]}
                  - {title: slowly, therapy: [CAR-T cell 80 cells over 48 min]}
                  - {title: at a rate, therapy: [CAR-T cell 100 cells/h over 48 min]}
                """)));
        assertThat(killers(run, "at-once")).containsExactly("40", "40", "40");
        assertThat(killers(run, "slowly")).containsExactly("0", "20", "40");
        assertThat(killers(run, "at-a-rate")).containsExactly("0", "20", "40");
    }

    /// CAR-T cells at 0, 30 and 60 min.
    private static List<String> killers(RunFolder run, String variant) {
        return Table.read(run.variant(variant).table("cells_by_type.csv")).rows().stream()
                .filter(row -> row.get(1).equals("CAR-T cell"))
                .map(row -> row.get(2))
                .toList();
    }

    @Test
    void whatWouldComeWithAStepAfterTheEndIsTold() throws IOException {
        String why = " given at 57 min and would come with the step after that, but the last of this run is at 54 min"
                + " (there is one every 6 min)";
        assertThat(notices(study("""
                therapy:
                  - CAR-T cell 100 cells at 57 min
                  - vaccine 1 mg at 57 min
                  - CAR-T cell 100 cells at 54 min
                  - vaccine 1 mg at 54 min
                """)))
                .containsExactly(
                        "study.yaml:7: therapy: \"CAR-T cell\": 50 of 50 cells do not come: what is" + why,
                        "study.yaml:8: therapy: \"vaccine\" does not come: it is" + why);
        Path out = run(study("therapy: [CAR-T cell 100 cells at 57 min, CAR-T cell 10 cells at 54 min]\n"));
        assertThat(Table.read(RunFolder.open(out).table("cells_by_type.csv")).rows())
                .anySatisfy(row -> assertThat(row.subList(0, 3)).containsExactly("60", "CAR-T cell", "5"));
    }

    @Test
    void activitiesBecomeConcentrationsByThePotency() throws IOException {
        String model = MODEL.replace(
                "poison: {unit: mg/L,", "IL-2: {unit: IU/mL}\n    poison: {unit: mg/L, potency:" + " 2 IU/mg,");
        assertThat(problems(study("therapy: [IL-2 1e6 IU IV over 1 h, poison 10 IU IV]\n", model)))
                .isEmpty();
        assertThat(problems(study("therapy: [poison 10 IU IV]\n")))
                .containsExactly("study.yaml:6: therapy: drug poison: a dose of 10 IU into blood, which is in mg, needs"
                        + " its potency, as in potency: 1.8e7 IU/mg");
    }

    @Test
    void aTableOfEventsIsRefusedByName() throws IOException {
        String why = "therapy: tables of events are of studies of patients; a tissue takes regimens in words, as in"
                + " nivolumab 240 mg IV at 0 d, 14 d";
        assertThat(problems(study("therapy: {events: doses.csv, id: 3}\n"))).containsExactly("study.yaml:6: " + why);
        assertThat(problems(study("therapy:\n  - poison 5 mg IV\n  - {events: doses.csv}\n")))
                .containsExactly("study.yaml:8: " + why);
    }

    @Test
    void dosesBeyondAllSenseAreToldAtTheirLine() throws IOException {
        assertThat(problems(study("""
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
                        .isEqualTo("study.yaml:7: therapy: drug nivolumab: a dose of 1e308 mg: at most 1e9 mg was"
                                + " expected"))
                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:8: therapy: drug poison: a dose of 1e308"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("study.yaml:9: therapy: 5e307 cells of \"CAR-T cell\""));
    }

    @Test
    void aVaccineThatCallsMoreCellsThanThereIsRoomForIsToldAtItsLine() throws IOException {
        String model = MODEL.replace(
                "  vaccines:",
                "  priming: [{cells: CAR-T cell, antigen: CD19, primes: 10, half cargo: 1, delay: 1 d}]\n  vaccines:");
        assertThat(problems(study("therapy: [vaccine 1e6 mg, vaccine 1e5 mg]\n", model)))
                .containsExactly(
                        "study.yaml:6: therapy: \"vaccine\" would call 1.5e7 T cells from the lymph node; at most"
                                + " 1e7 were expected");
    }

    @Test
    void bodiesThatNobodyHasAreToldAtTheirLine() throws IOException {
        for (String weight : List.of("-80 kg", "80 cm", "80 mg", "80", "1e308 kg")) {
            assertThat(problems(study("patient: {weight: " + weight + "}\ntherapy: [nivolumab 3 mg/kg IV]\n")))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("study.yaml:6: patient.weight: ")
                            .endsWith(" was expected, as in 80 kg; found " + weight));
        }
        assertThat(problems(study("patient: {height: 17 m}\n")))
                .containsExactly(
                        "study.yaml:6: patient.height: from 1 cm to 3 m was expected, as in 175 cm; found 17 m");
        assertThat(problems(study("patient: {weight: 20 g, height: 9 cm}\ntherapy: [nivolumab 3 mg/m2 IV]\n")))
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
            String model = MODEL.replace("in: disc of 50 µm", each.getKey());
            assertThat(problems(study("", model)))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("model.yaml:14: immunity.infusions.CAR-T cell.")
                            .contains(each.getValue()));
        }
        String space = MODEL.replace("size: 200 x 200 µm", "size: 200 x 200 x 200 µm");
        assertThat(problems(study("", space)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("model.yaml:14: immunity.infusions.CAR-T cell.in: \"disc of 50 µm\" is of a flat"
                                + " domain"));
        assertThat(problems(
                        study("therapy: [CAR-T cell 20 cells]\n", MODEL.replace("in: disc of 50 µm", "in: anywhere"))))
                .isEmpty();
    }

    @Test
    void aModelWithoutImmunityTakesCellsAndSaysWhyNothingElse() throws IOException {
        String model = MODEL.replaceAll("(?s)immunity:.*(?=cells:\n  tumor)", "");
        assertThat(problems(study("""
                therapy: [nivolumab 240 mg IV, CAR-T cell 3 cells at 0 d]
                medium: {nivolumab: 3 nM}
                """, model)))
                .containsExactly(
                        "study.yaml:6: therapy: \"nivolumab\" is no cell type of the model, and a model without immunity"
                                + " has no drugs and no vaccines",
                        "study.yaml:7: medium: \"nivolumab\" is no drug of the model");
        Path out = run(study("therapy: [car-t cell 3 cells at 0 d]\n", model));
        assertThat(Table.read(RunFolder.open(out).table("cells_by_type.csv"))
                        .rows()
                        .get(1)
                        .subList(1, 3))
                .containsExactly("CAR-T cell", "3");
    }

    @Test
    void noConcentrationIsTooLargeForItsEffect() throws IOException {
        Path out =
                run(study("medium: {poison: 1e308 mg/L}\n", MODEL.replace("half: 1 mg/L", "half: 1 mg/L, power: 2")));
        Table cells = Table.read(RunFolder.open(out).table("cells_by_type.csv"));
        assertThat(Integer.parseInt(cells.rows().get(4).get(2))).isLessThan(40);
    }

    /// All that is wrong with a study, without the folder's name.
    private List<String> problems(Path study) {
        try {
            StudyRun.prepare(study.toString(), Overrides.NONE);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(each -> each.toString().replace(folder + "/", ""))
                    .toList();
        }
    }

    @Test
    void whatIsGivenToNoEffectIsToldAtItsLine() throws IOException {
        Path study = study("""
                patient: {weight: 80 kg, height: 175 cm}
                therapy:
                  - poison 5 mg IV at 10 d
                  - poison 5 mg IV q1d until progression
                  - CAR-T cell 4 cells
                """, MODEL.replace("share: 0.5", "share: 0.1"));
        assertThat(notices(study))
                .containsExactly(
                        "study.yaml:8: therapy: \"poison 5 mg IV at 10 d\": none of its doses starts before the run ends,"
                                + " at 60 min",
                        "study.yaml:9: therapy: \"poison 5 mg IV q1d until progression\": no progression is judged in a"
                                + " study of a tissue, so doses go on to the end of the run",
                        "study.yaml:10: therapy: \"CAR-T cell\": of 4 cells a share of 0.1 comes into the tissue, which is"
                                + " less than half a cell, so none comes",
                        "study.yaml:6: patient.weight: has no effect: nothing that is given goes by it",
                        "study.yaml:6: patient.height: has no effect: nothing that is given goes by it");
        for (String used : List.of("nivolumab 240 mg IV", "poison 1 mg/kg IV")) {
            String model = MODEL.replace(
                    "  vaccines:", "    - {of: nivolumab, blocks: PD-1, dissociation: 3 nM}\n  vaccines:");
            assertThat(notices(study("patient: {weight: 80 kg}\ntherapy: [" + used + "]\n", model)))
                    .isEmpty();
        }
    }

    @Test
    void whatComesToNothingInAModelIsToldAtItsLine() throws IOException {
        String model = MODEL.replace("    poison:", "    other: {unit: mg/L}\n    poison:")
                .replace("  vaccines:", "  supplies: [{of: other, into: factor, rate: 1 1/min}]\n  vaccines:")
                .replace(
                        "domain:",
                        "substances: {factor: {unit: mg/L, diffusion: 1 µm^2/min, decay: 0 1/min}}\ndomain:");
        assertThat(allNotices(study("\nmedium: {nivolumab: 1 nM, other: 1 mg/L}\n", model)))
                .containsExactly(
                        "model.yaml:13: immunity.supplies: has no effect: there are no vessels that drugs could seep"
                                + " out of",
                        "model.yaml:15: immunity.vaccines.vaccine: has no effect: nothing under immunity.priming is for"
                                + " its antigen, \"CD19\"",
                        "study.yaml:7: medium: \"nivolumab\": has no effect: the model has no action, no supply and no"
                                + " rule of it");
        String rule = "rules: ['In tumor cells, nivolumab concentration decreases cycle entry to 0 with half-max 1 and"
                + " Hill power 2.']\n";
        assertThat(notices(study("therapy: [nivolumab 240 mg IV]\n", MODEL + rule)))
                .isEmpty();
        assertThat(notices(study("therapy: [nivolumab 240 mg IV]\n")))
                .anyMatch(line -> line.startsWith("study.yaml:6: therapy: \"nivolumab\": has no effect"));
    }

    @Test
    void tablesAndFramesThatAreRarerThanTheRunIsLongAreTold() throws IOException {
        Path study = study("");
        Files.writeString(
                study, Files.readString(study).replace("{every: 30 min, frames: 0}", "{every: 2 h, frames: 3 h}"));
        assertThat(notices(study))
                .containsExactly(
                        "study.yaml:5: output.every: 2 h is longer than the run of 60 min, so there are rows of its"
                                + " tables at its start and its end only",
                        "study.yaml:5: output.frames: 3 h is longer than the run of 60 min, so there are frames at its"
                                + " start and its end only");
    }

    @Test
    void aVaccineIsNotCalledAsADrugOrACellType() throws IOException {
        for (String name : List.of("Poison", "Opdivo")) {
            assertThat(problems(study("", MODEL.replace("    vaccine:", "    " + name + ":"))))
                    .containsExactly("model.yaml:12: immunity.vaccines." + name
                            + ": a drug of the model is called so, too; another name was expected");
        }
        assertThat(problems(study("", MODEL.replace("    vaccine:", "    Tumor:"))))
                .containsExactly("model.yaml:12: immunity.vaccines.Tumor: a cell type of the model is called so, too;"
                        + " another name was expected");
    }

    /// All that is told of a study itself, without the folder's name.
    private List<String> notices(Path study) {
        return allNotices(study).stream()
                .filter(line -> line.startsWith("study"))
                .toList();
    }

    private List<String> allNotices(Path study) {
        return StudyRun.prepare(study.toString(), Overrides.NONE).prepared().notices().stream()
                .map(notice -> notice.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void whatCannotBeGivenIsToldAtItsLine() throws IOException {
        Path study = study("""
                therapy:
                  - nivolumap 240 mg IV
                  - vaccine 3 cells
                  - nivolumab 240 cells
                medium: {poisson: 3 mg/L}
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems().stream()
                                        .map(each -> each.toString().replace(folder + "/", ""))
                                        .toList())
                                .hasSize(4)
                                .anySatisfy(
                                        line -> assertThat(line)
                                                .startsWith(
                                                        "study.yaml:7: therapy: \"nivolumap\" is no drug, vaccine or cell type"))
                                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:8: therapy: "))
                                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:9: therapy: "))
                                .anySatisfy(line -> assertThat(line)
                                        .startsWith("study.yaml:10: medium: \"poisson\" is no drug of the model")));
    }
}
