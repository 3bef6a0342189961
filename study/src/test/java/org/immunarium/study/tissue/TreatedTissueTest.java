package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study gives to a tissue.
final class TreatedTissueTest {

    private SmallTreatment small;

    @BeforeEach
    void begin(@TempDir Path folder) {
        small = new SmallTreatment(folder);
    }

    @Test
    void drugsKillAndGivenCellsCome() throws IOException {
        Path out = small.run(small.study("""
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
        Path study = small.study("""
                therapy: [poison 1000 mg IV]
                medium: {nivolumab: 1 nM}
                compare:
                  - {title: alone}
                  - {title: treated, therapy: [poison 1000 mg IV]}
                """);
        assertThat(small.notices(study))
                .containsExactly(
                        "study.yaml:6: therapy: is given to nobody, since each variant under compare has a therapy of"
                                + " its own",
                        "study.yaml:7: medium: is given to nobody, since each variant under compare has a therapy of"
                                + " its own");
        RunFolder run = RunFolder.open(small.run(study));
        assertThat(Table.read(run.variant("alone").table("kills_by_cause.csv")).rows())
                .isEmpty();
        assertThat(Table.read(run.variant("treated").table("kills_by_cause.csv"))
                        .rows())
                .isNotEmpty();
    }

    @Test
    void whatIsKnownOfDrugsThatAreGivenIsWrittenDown() throws IOException {
        String model = SmallTreatment.MODEL.replace("volume: 5 L}", "volume: 5 L, source: A paper}");
        assertThat(StudyRun.prepare(
                                small.study("therapy: [Opdivo 240 mg IV]\n", model)
                                        .toString(),
                                Overrides.NONE)
                        .prepared()
                        .parameters())
                .anySatisfy(setting -> {
                    assertThat(setting.name()).isEqualTo("nivolumab.central volume");
                    assertThat(setting.value()).isEqualTo(3.63);
                    assertThat(setting.source()).contains("Bajaj 2017");
                })
                .noneMatch(setting -> setting.name().startsWith("poison.central"));
        assertThat(StudyRun.prepare(
                                small.study("therapy: [poison 240 mg IV]\n", model)
                                        .toString(),
                                Overrides.NONE)
                        .prepared()
                        .parameters())
                .contains(
                        new Manifest.Setting("poison.central volume", 5, "L", "model", "A paper"),
                        new Manifest.Setting("poison.tumour to plasma ratio", 0.5, "", "model", ""));
    }

    @Test
    void whatIsBoundInBloodIsWrittenDownSinceItDoesNotReachTheTissue() throws IOException {
        String model = SmallTreatment.MODEL.replace("nivolumab: {unit: nM}", "paclitaxel: {unit: nM}");
        assertThat(StudyRun.prepare(
                                small.study("therapy: [paclitaxel 140 mg IV]\n", model)
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
        List<Treatment.Course> given = courses("therapy: [poison 1000 mg IV]\n", SmallTreatment.MODEL);
        assertThat(given.get(0).inBlood().applyAsDouble(30)).isZero();
        // 1000 mg in 5 L, of which nothing is cleared.
        assertThat(given.get(1).inBlood().applyAsDouble(30)).isCloseTo(200, within(1e-9));
        assertThat(given.get(1).share()).isEqualTo(0.5);
        assertThat(courses("medium: {poison: 3 mg/L}\n", SmallTreatment.MODEL)
                        .get(1)
                        .share())
                .isOne();

        String other = SmallTreatment.MODEL.replace("nivolumab: {unit: nM}", "paclitaxel: {unit: mg/L}");
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

    @Test
    void namesMeanTheSameWhateverTheirCapitalsAndBrands() throws IOException {
        RunFolder run = RunFolder.open(small.run(small.study("""
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
    void cellsThatRunInComeEvenlyOverThatTime() throws IOException {
        RunFolder run = RunFolder.open(small.run(small.study("""
                compare:
                  - {title: at once, therapy: [CAR-T cell 80 cells]}
                  - {title: slowly, therapy: [CAR-T cell 80 cells over 48 min]}
                  - {title: at a rate, therapy: [CAR-T cell 100 cells/h over 48 min]}
                """)));
        assertThat(killers(run, "at-once")).containsExactly("40", "40", "40");
        assertThat(killers(run, "slowly")).containsExactly("0", "20", "40");
        assertThat(killers(run, "at-a-rate")).containsExactly("0", "20", "40");
    }

    @Test
    void activitiesBecomeConcentrationsByThePotency() throws IOException {
        String model = SmallTreatment.MODEL.replace(
                "poison: {unit: mg/L,", "IL-2: {unit: IU/mL}\n    poison: {unit: mg/L, potency:" + " 2 IU/mg,");
        assertThat(small.problems(small.study("therapy: [IL-2 1e6 IU IV over 1 h, poison 10 IU IV]\n", model)))
                .isEmpty();
        assertThat(small.problems(small.study("therapy: [poison 10 IU IV]\n")))
                .containsExactly("study.yaml:6: therapy: drug poison: a dose of 10 IU into blood, which is in mg, needs"
                        + " its potency, as in potency: 1.8e7 IU/mg");
    }

    @Test
    void aModelWithoutImmunityTakesCellsAndSaysWhyNothingElse() throws IOException {
        String model = SmallTreatment.MODEL.replaceAll("(?s)immunity:.*(?=cells:\n  tumor)", "");
        assertThat(small.problems(small.study("""
                therapy: [nivolumab 240 mg IV, CAR-T cell 3 cells at 0 d]
                medium: {nivolumab: 3 nM}
                """, model)))
                .containsExactly(
                        "study.yaml:6: therapy: \"nivolumab\" is no cell type of the model, and a model without immunity"
                                + " has no drugs and no vaccines",
                        "study.yaml:7: medium: \"nivolumab\" is no drug of the model");
        Path out = small.run(small.study("therapy: [car-t cell 3 cells at 0 d]\n", model));
        assertThat(Table.read(RunFolder.open(out).table("cells_by_type.csv"))
                        .rows()
                        .get(1)
                        .subList(1, 3))
                .containsExactly("CAR-T cell", "3");
    }

    @Test
    void noConcentrationIsTooLargeForItsEffect() throws IOException {
        Path out = small.run(small.study(
                "medium: {poison: 1 kg/L}\n",
                SmallTreatment.MODEL.replace("half: 1 mg/L", "half: 1e-300 mg/L, power: 2")));
        Table cells = Table.read(RunFolder.open(out).table("cells_by_type.csv"));
        assertThat(Integer.parseInt(cells.rows().get(4).get(2))).isLessThan(40);
    }

    private List<Treatment.Course> courses(String lines, String model) throws IOException {
        TissueRun run = (TissueRun) StudyRun.prepare(small.study(lines, model).toString(), Overrides.NONE)
                .prepared();
        return run.arms().getFirst().treatment().courses();
    }

    /// CAR-T cells at 0, 30 and 60 min.
    private static List<String> killers(RunFolder run, String variant) {
        return Table.read(run.variant(variant).table("cells_by_type.csv")).rows().stream()
                .filter(row -> row.get(1).equals("CAR-T cell"))
                .map(row -> row.get(2))
                .toList();
    }
}
