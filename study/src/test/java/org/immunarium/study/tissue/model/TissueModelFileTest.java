package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.study.InputFiles;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vessel;
import org.immunarium.tissue.model.VolumeModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every key of a model's file is read as what it says.
final class TissueModelFileTest {

    @TempDir
    private Path folder = Path.of("");

    private WrittenTissue everything() {
        Notes notes = new Notes();
        WrittenTissue read = SmallModel.in(folder).read(notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(notes.notices()).isEmpty();
        return read;
    }

    private static double does(TissueModel model, int type, String behaviour) {
        return model.types()
                .get(type)
                .behaviours()[model.behaviours().find(behaviour).orElseThrow()];
    }

    @Test
    void spaceAndTime() {
        TissueModel model = everything().model();
        assertThat(model.title()).isEqualTo("Everything");
        assertThat(model.domain().lower()).containsExactly(-190, -100, -10);
        assertThat(model.domain().upper()).containsExactly(210, 140, 10);
        assertThat(model.domain().spacing()).containsExactly(20, 20, 20);
        assertThat(model.domain().flat()).isTrue();
        assertThat(model.domain().wall()).isTrue();
        assertThat(model.steps()).isEqualTo(new TimeSteps(0.01, 0.1, 6));
        assertThat(model.springs()).isFalse();
        assertThat(model.internalises()).isTrue();
    }

    @Test
    void substancesAndVariables() {
        TissueModel model = everything().model();
        assertThat(model.substances())
                .containsExactly(
                        new Substance(
                                "oxygen",
                                "mmHg",
                                100000,
                                0.1,
                                38,
                                Map.of(Face.X_MIN, 38.0, Face.X_MAX, 38.0, Face.Y_MIN, 38.0, Face.Y_MAX, 38.0)),
                        new Substance("factor", "ng/mL", 1000, 0, 0, Map.of(Face.X_MIN, 1.0, Face.Y_MAX, 2.0)));
        assertThat(model.variables()).containsExactly(new Variable("oncoprotein", "1", true));
    }

    @Test
    void whatACellTypeIs() {
        CellType tumor = everything().model().types().getFirst();
        assertThat(tumor.cycle()).isEqualTo(CycleModel.FLOW_CYTOMETRY);
        assertThat(tumor.asymmetric()).isTrue();
        assertThat(tumor.volume()).isEqualTo(new VolumeModel(2000, 500, 0.75, 0.05, 0.0045, 0.0055, 0.1, 0.001, 2));
        assertThat(tumor.apoptosis()).isEqualTo(new DeathModel(0.06, 0, 1.0 / 60, 7.0 / 1200, 0, 2, 480, false));
        assertThat(tumor.necrosis()).isEqualTo(DeathModel.NECROSIS);
        assertThat(tumor.migration()).contains(new MigrationModel(true, new Guidance.Weighted(true)));
    }

    @Test
    void whatACellTypeDoes() {
        TissueModel model = everything().model();
        assertThat(does(model, 0, "cycle entry")).isEqualTo(0.0005);
        assertThat(does(model, 0, "exit from cycle phase 1")).isEqualTo(0.00208);
        assertThat(does(model, 0, "oxygen uptake")).isEqualTo(10);
        assertThat(does(model, 0, "factor export")).isEqualTo(3);
        assertThat(does(model, 0, "chemotactic response to oxygen")).isEqualTo(-1);
        assertThat(does(model, 0, "migration speed")).isEqualTo(0.1);
        assertThat(does(model, 0, "custom:oncoprotein")).isEqualTo(2);
        assertThat(does(model, 0, "cell-cell repulsion")).isEqualTo(10);
    }

    @Test
    void aTypeIsLikeAnotherButForWhatItSays() {
        TissueModel model = everything().model();
        CellType cell = model.types().get(1);
        assertThat(cell.volume()).isEqualTo(model.types().getFirst().volume());
        assertThat(cell.cycle().phases())
                .containsExactly(
                        new CycleModel.Phase("resting", 0.001, false, false, false),
                        new CycleModel.Phase("growing", 1 / 480.0, true, true, true));
        assertThat(cell.migration().orElseThrow().guidance()).isEqualTo(new Guidance.Chemotaxis(1, true));
        assertThat(cell.asymmetric()).isFalse();
        assertThat(does(model, 1, "oxygen uptake")).isEqualTo(10);
        assertThat(does(model, 1, "cycle entry")).isEqualTo(0.001);
        assertThat(does(model, 1, "exit from cycle phase 1")).isEqualTo(1 / 480.0);
        assertThat(does(model, 1, "exit from cycle phase 2")).isZero();
        assertThat(does(model, 1, "attack tumor")).isEqualTo(0.1);
    }

    @Test
    void aTypeThatSaysNothingNeitherDividesNorDiesNorMoves() {
        TissueModel model = everything().model();
        CellType debris = model.types().get(2);
        assertThat(debris.migration()).isEmpty();
        assertThat(does(model, 2, "cycle entry")).isZero();
        assertThat(does(model, 2, "apoptosis")).isZero();
        assertThat(does(model, 2, "custom:oncoprotein")).isEqualTo(1);
    }

    @Test
    void whatCellsTellEachOtherApartByAndWhatComesIn() {
        Immunity immunity = everything().model().immunity().orElseThrow();
        assertThat(immunity)
                .isEqualTo(new Immunity(
                        List.of("NY-ESO-1", "CD19"),
                        List.of(
                                new Drug("nivolumab", "µg/mL"),
                                new Drug("blinatumomab", "ng/mL"),
                                new Drug("paclitaxel", "µmol/L")),
                        List.of(
                                new Action.Blocks(new Agent.FromBlood(0), Receptor.PD_1, 0.4),
                                new Action.Opsonises(new Agent.Dissolved(1), 1, 2),
                                new Action.Bridges(new Agent.FromBlood(1), 1, 80, 14),
                                new Action.KillsDividing(new Agent.FromBlood(2), 0.01, 2)),
                        List.of(new Vessel(50, 20, 8)),
                        List.of(new Supply(1, 1, 0.1)),
                        List.of(
                                new Recruitment(1, 0.02, OptionalInt.of(1), 1, 2),
                                new Recruitment(2, 0, OptionalInt.empty(), 1, 1)),
                        List.of(new Priming(1, 0, 20, 0.5, 0.6, 4320, 1440))));
    }

    @Test
    void wordsOfImmunityAreKnownWhereThereIsAny() {
        SmallModel with = SmallModel.in(folder).with("migration bias: 0.5", "TCR affinity to CD19: 0.5");
        assertThat(with.problems()).isEmpty();
        WrittenTissue read = with.read(new Notes());
        assertThat(does(read.model(), 1, "TCR affinity to CD19")).isEqualTo(0.5);
        assertThat(does(read.model(), 1, "lethal hits to die")).isEqualTo(3);
        String text = SmallModel.TEXT.replace("migration bias: 0.5", "PD-1 expression: 1");
        assertThat(SmallModel.in(folder)
                        .as(text.substring(0, text.indexOf("immunity:")))
                        .problems())
                .containsExactly("m.yaml:72: cells.T cell.does: \"PD-1 expression\" is a word of immunity, of which the"
                        + " model has none; immunity: {} was expected, or what it consists of");
    }

    @Test
    void cellsDiffer() {
        List<Variation> variations = everything().beginning().variations();
        assertThat(variations).hasSize(3).allMatch(each -> each.type() == 0);
        assertThat(variations.get(0).behaviour()).isEqualTo(OptionalInt.empty());
        assertThat(variations.get(0).values().quantile(0)).isEqualTo(1000);
        assertThat(variations.get(0).values().quantile(0.5)).isCloseTo(2000, within(1.0));
        assertThat(variations.get(1).values()).isInstanceOf(LogNormal.class);
        assertThat(variations.get(1).values().quantile(0.5)).isCloseTo(10, within(1e-12));
        assertThat(variations.get(2).values()).isEqualTo(new Uniform(1.0 / 60, 7.0 / 60));
    }

    @Test
    void rulesAreSentencesOrTables() {
        TissueModel model = everything().model();
        assertThat(model.rules()).hasSize(2);
        assertThat(model.rules().get(0).response()).isEqualTo(Rule.Response.INCREASES);
        assertThat(model.rules().get(0).saturation()).isEqualTo(0.0072);
        assertThat(model.rules().get(1).type()).isEqualTo(1);
    }

    @Test
    void cellsAndConcentrationsAtTheStart() {
        WrittenTissue read = everything();
        List<Placement> placements = read.beginning().placements();
        double spacing = 0.95 * 2 * Math.cbrt(2000 / (4 * Math.PI / 3));
        assertThat(placements.get(0)).isInstanceOfSatisfying(Placement.Packed.class, packed -> {
            assertThat(packed.region()).isEqualTo(new Region.Ball(10, 20, 0, 60));
            assertThat(packed.spacing()).isCloseTo(spacing, within(1e-12));
        });
        assertThat(placements.subList(1, 5))
                .containsExactly(
                        new Placement.Within(1, 5, new Region.Shell(0, 0, 0, 70, 90)),
                        new Placement.Scattered(1, 3),
                        new Placement.Cell(2, 100, 10, 0, Double.NaN, Map.of()),
                        new Placement.Cell(
                                1,
                                10,
                                20,
                                0,
                                1000,
                                Map.of(
                                        read.model()
                                                .behaviours()
                                                .find("attack tumor")
                                                .orElseThrow(),
                                        0.2)));
        assertThat(read.beginning().fields().get(1)).startsWith(320, 340).hasSize(240);
    }

    @Test
    void whereValuesAreFrom() {
        WrittenTissue read = everything();
        assertThat(read.about()).isEqualTo("A model that says all that one can say.");
        assertThat(read.sources()).containsExactly("A paper");
        assertThat(read.values())
                .containsAllEntriesOf(Map.of(
                        "oxygen", "Another book",
                        "oxygen.diffusion", "A book",
                        "tumor", "A fourth book",
                        "nivolumab.blocks PD-1", "A label",
                        "tumor.oxygen uptake", "A third book",
                        "T cell.oxygen uptake", "A third book",
                        "T cell.factor export", "A fourth book",
                        "tumor.PD-1 half-inhibition", "assumption"))
                .doesNotContainKeys("oxygen.decay", "tumor.factor export", "T cell", "T cell.attack tumor");
    }

    @Test
    void inSpaceASphereIsFilled() {
        Notes notes = new Notes();
        WrittenTissue read = SmallModel.in(folder)
                .with("size: 400 x 240 µm", "size: 400 x 240 x 0.24 mm")
                .with("size: 400 x 240 x 0.24 mm", "size: 0.4 x 0.24 x 0.24 mm")
                .with("fill: disc of 60 µm", "fill: sphere of diameter 120 µm")
                .with("in: ring from 70 to 90 µm", "in: box of 10 x 20 x 30 µm")
                .with("  - {concentrations: ic.csv}\n", "")
                .read(notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(read.model().domain().upper()).containsExactly(210, 140, 120);
        assertThat(read.beginning().placements().get(0).cells(false)).isGreaterThan(300);
        assertThat(read.beginning().placements().get(1))
                .isEqualTo(new Placement.Within(1, 5, new Region.Box(0, 0, 0, 10, 20, 30)));
    }

    @Test
    void whatHasNoEffectIsTold() {
        Notes notes = new Notes();
        SmallModel.in(folder)
                .with("moves: {responses: by direction, in the plane: yes}", "moves: no")
                .with("options: {springs: no, internalized: yes}", "options: {internalized: no}")
                .with(
                        "tumor cells, oxygen increases cycle entry",
                        "tumor cells, internalized oxygen increases cycle entry")
                .with("voxel: 20 µm", "voxel: 19 µm")
                .with("      oxygen uptake: {log-normal: 0.2}", "      cycle entry: {log-normal: 0.2}")
                .with("  - {concentrations: ic.csv}\n", "")
                .read(notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(notes.notices())
                .anyMatch(each -> each.contains(
                        "m.yaml:55: cells.tumor.does.migration speed: has no effect: cells of \"tumor\" do not move"))
                .anyMatch(each -> each.contains("m.yaml:54: cells.tumor.does.chemotactic response to oxygen: has no"
                        + " effect: cells of \"tumor\" do not move"))
                .anyMatch(each -> each.contains("m.yaml:76: rules: what cells have taken up is always 0"))
                .anyMatch(each -> each.contains("m.yaml:60: cells.tumor.varies.cycle entry: has no effect: a rule"))
                .anyMatch(each -> each.contains("m.yaml:5: domain: along x there are 21.0526 voxels"));
    }

    @Test
    void wordsOfImmunityThatLackWhatTheyNeedAreToldAtTheirLines() {
        String model = """
                format: 1
                tissue: Small
                domain: {size: 200 x 200 µm}
                immunity: {antigens: [CD19]}
                cells:
                  idler:
                    does:
                      intravasation rate: 0.1 1/min
                      lethal hit rate: 0.1 1/min
                      trogocytosis rate: 0
                      Fc affinity: 1
                      CD3 expression: 1
                  killer:
                    like: idler
                    does: {engagement rate: 0.1 1/min, lethal hit rate: 0.2 1/min}
                  learner:
                    does: {exhaustion rate: 0.1 1/min}
                rules:
                  - in learner, time increases engagement rate from 0 1/min towards 1 1/min with half-max 10 min and Hill power 2
                start:
                  - {cells: idler, count: 40}
                """;
        Notes notes = new Notes();
        TissueModelFile.read(
                "m.yaml",
                model,
                new FilesBeside(InputFiles.in(folder), "m.yaml"),
                Optional.empty(),
                Optional.empty(),
                notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(notes.notices())
                .containsExactlyInAnyOrder(
                        "m.yaml:8: cells.idler.does.intravasation rate: has no effect: there are no vessels",
                        "m.yaml:9: cells.idler.does.lethal hit rate: has no effect: cells of \"idler\" engage nobody:"
                                + " their engagement rate is 0",
                        "m.yaml:11: cells.idler.does.Fc affinity: has no effect: no drug or antibody of the model"
                                + " opsonises",
                        "m.yaml:12: cells.idler.does.CD3 expression: has no effect: no drug or antibody of the model"
                                + " bridges");
    }

    @Test
    void wordsWithoutMeaningHereAreToldAtTheirLines() {
        Notes notes = new Notes();
        SmallModel.in(folder)
                .with("tumor cells, oxygen increases cycle entry", "tumor cells, contact with BM increases cycle entry")
                .with("half-max 21.5 mmHg", "half-max 0.5")
                .with(
                        "      migration speed: 6 µm/h",
                        "      cell-BM adhesion: 3 µm/min\n      migration speed: 6 µm/h")
                .read(notes);
        assertThat(notes.problems()).isEmpty();
        assertThat(notes.notices())
                .anyMatch(each ->
                        each.endsWith("cells.tumor.does.cell-BM adhesion: has no effect: there are no membranes"))
                .anyMatch(each -> each.endsWith(
                        "m.yaml:78: rules: \"contact with basement membrane\" has no effect: there are no membranes"));
    }

    @Test
    void theSchemaForEditorsHasTheKeysThatAreRead() throws IOException {
        String schema;
        try (var in = TissueModelFile.class.getResourceAsStream("tissue-model.schema.json")) {
            schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (List<String> keys : List.of(
                TissueModelFile.KEYS,
                TissueModelFile.OPTION_KEYS,
                TissueModelFile.VARIABLE_KEYS,
                StatedDomain.KEYS,
                StepsSection.KEYS,
                SubstancesReader.KEYS,
                SideNames.ALL,
                CellTypesReader.KEYS,
                CycleSection.PHASE_KEYS,
                VolumeSection.KEYS,
                DeathSection.CAUSES,
                DeathSection.KEYS,
                MovesSection.KEYS,
                VariesSection.KEYS,
                NeedsSection.KEYS,
                KillsSection.KEYS,
                LivesSection.KEYS,
                RulesReader.KEYS,
                StatedPlacement.KEYS,
                ImmunityReader.KEYS,
                ImmunityReader.DRUG_KEYS,
                ImmunityReader.VESSEL_KEYS,
                ImmunityReader.SUPPLY_KEYS,
                ImmunityReader.RECRUITMENT_KEYS,
                ImmunityReader.PRIMING_KEYS,
                GivingReader.BLOOD_KEYS,
                GivingReader.VACCINE_KEYS,
                GivingReader.INFUSION_KEYS,
                GivingReader.AROUND_KEYS,
                ActionsReader.KEYS)) {
            assertThat(keys).allMatch(key -> schema.contains("\"" + key + "\": {"));
        }
        MovesSection.RESPONSES.forEach(each -> assertThat(schema).contains('"' + each + '"'));
        ActionsReader.RECEPTORS.forEach(each -> assertThat(schema).contains('"' + each + '"'));
        CycleModel.ALL.forEach(each -> assertThat(schema).contains('"' + each.name() + '"'));
    }
}
