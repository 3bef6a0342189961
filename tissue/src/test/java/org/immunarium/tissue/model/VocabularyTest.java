package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final List<String> SUBSTANCES = List.of("oxygen", "debris", "IFN-gamma", "IL-10");
    private static final List<String> TYPES = List.of("tumor", "macrophage", "CD8 T cell");
    private static final List<String> VARIABLES = List.of("age");
    private static final Immunity IMMUNITY = new Immunity(
            List.of("CD19"),
            List.of(new Drug("nivolumab", "nM")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private final Vocabulary<Signal> signals = Vocabulary.ofSignals(SUBSTANCES, TYPES, VARIABLES, Optional.empty());
    private final Vocabulary<Behaviour> behaviours =
            Vocabulary.ofBehaviours(SUBSTANCES, TYPES, VARIABLES, Optional.empty());

    @Test
    void hasAsManyWordsAsPhysiCell() {
        // 3m + n + c + 16 signals and 5m + 7n + c + 28 behaviours
        assertThat(signals.size()).isEqualTo(32);
        assertThat(behaviours.size()).isEqualTo(70);
        Vocabulary<Signal> bare = Vocabulary.ofSignals(List.of(), List.of(), List.of(), Optional.empty());
        assertThat(bare.size()).isEqualTo(16);
        assertThat(Vocabulary.ofBehaviours(List.of(), List.of(), List.of(), Optional.empty())
                        .size())
                .isEqualTo(28);
    }

    @Test
    void everyNameLeadsToItsPlaceAndBack() {
        for (int place = 0; place < signals.size(); place++) {
            assertThat(signals.find(signals.name(place))).hasValue(place);
            assertThat(signals.place(signals.word(place), signals.subject(place)))
                    .isEqualTo(place);
        }
        for (int place = 0; place < behaviours.size(); place++) {
            assertThat(behaviours.find(behaviours.name(place))).hasValue(place);
            assertThat(behaviours.place(behaviours.word(place), behaviours.subject(place)))
                    .isEqualTo(place);
        }
    }

    @Test
    void everySynonymMeansItsWord() {
        Vocabulary<Signal> signals = Vocabulary.ofSignals(SUBSTANCES, TYPES, VARIABLES, Optional.of(IMMUNITY));
        Vocabulary<Behaviour> behaviours = Vocabulary.ofBehaviours(SUBSTANCES, TYPES, VARIABLES, Optional.of(IMMUNITY));
        for (Signal word : Signal.values()) {
            for (String synonym : word.synonyms()) {
                assertThat(signals.find(written(synonym, word.subject())))
                        .as(synonym)
                        .hasValue(signals.place(word, second(word.subject())));
            }
        }
        for (Behaviour word : Behaviour.values()) {
            for (String synonym : word.synonyms()) {
                assertThat(behaviours.find(written(synonym, word.subject())))
                        .as(synonym)
                        .hasValue(behaviours.place(word, second(word.subject())));
            }
        }
    }

    private static int second(Subject subject) {
        return subject == Subject.SUBSTANCE || subject == Subject.TYPE ? 1 : 0;
    }

    private static String written(String pattern, Subject subject) {
        int number = second(subject);
        String name = switch (subject) {
            case SUBSTANCE -> SUBSTANCES.get(number);
            case TYPE -> TYPES.get(number);
            case VARIABLE -> VARIABLES.get(number);
            case ANTIGEN -> IMMUNITY.antigens().get(number);
            case DRUG -> IMMUNITY.drugs().get(number).name();
            case CELL -> "";
        };
        return pattern.replace("%", name).replace("#", Integer.toString(number));
    }

    @Test
    void wordsOfImmunityAreThereWhereAModelHasIt() {
        Vocabulary<Behaviour> with = Vocabulary.ofBehaviours(SUBSTANCES, TYPES, VARIABLES, Optional.of(IMMUNITY));
        assertThat(with.names()).startsWith(behaviours.names().toArray(String[]::new));
        assertThat(with.names()).contains("CAR affinity to CD19", "loss of MHC-I", "PD-L1 expression");
        assertThat(behaviours.find("PD-L1 expression")).isEmpty();
        Vocabulary<Signal> senses = Vocabulary.ofSignals(SUBSTANCES, TYPES, VARIABLES, Optional.of(IMMUNITY));
        assertThat(senses.names()).contains("nivolumab concentration", "stimulation");
    }

    /// The names and synonyms of PhysiCell 1.14, written out.
    @Test
    void knowsEveryNameThatPhysiCellKnows() {
        for (String name : List.of(
                "oxygen",
                "intracellular oxygen",
                "internalized oxygen",
                "oxygen gradient",
                "grad(oxygen)",
                "gradient of oxygen",
                "pressure",
                "volume",
                "contact with tumor",
                "contact with cell type 0",
                "contact with live cell",
                "contact with live cells",
                "contact with dead cell",
                "contact with dead cells",
                "contact with apoptotic cell",
                "contact with apoptotic cells",
                "contact with necrotic cell",
                "contact with necrotic cells",
                "contact with other dead cell",
                "contact with other dead cells",
                "contact with basement membrane",
                "contact with BM",
                "damage",
                "damage delivered",
                "total damage delivered",
                "attacking",
                "is attacking",
                "dead",
                "is dead",
                "total attack time",
                "time",
                "current time",
                "global time",
                "custom:age",
                "custom: age",
                "custom 0",
                "apoptotic",
                "is_apoptotic",
                "necrotic",
                "is_necrotic")) {
            assertThat(signals.find(name)).as(name).isPresent();
        }
        for (String name : List.of(
                "oxygen secretion",
                "oxygen secretion target",
                "oxygen secretion saturation density",
                "oxygen uptake",
                "oxygen export",
                "cycle entry",
                "exit from cycle phase 0",
                "exit from cycle phase 5",
                "apoptosis",
                "necrosis",
                "migration speed",
                "migration bias",
                "migration persistence time",
                "chemotactic response to oxygen",
                "chemotactic sensitivity to oxygen",
                "cell-cell adhesion",
                "cell-cell adhesion elastic constant",
                "adhesive affinity to tumor",
                "adhesive affinity to cell type 0",
                "relative maximum adhesion distance",
                "cell-cell repulsion",
                "cell-BM adhesion",
                "cell-membrane adhesion",
                "cell-BM repulsion",
                "cell-membrane repulsion",
                "phagocytose apoptotic cell",
                "phagocytosis of apoptotic cell",
                "phagocytosis of apoptotic cells",
                "phagocytose necrotic cell",
                "phagocytosis of necrotic cells",
                "phagocytose other dead cell",
                "phagocytosis of other dead cells",
                "phagocytose tumor",
                "phagocytose cell type 0",
                "phagocytosis of 0",
                "attack tumor",
                "attack cell type 0",
                "fuse to tumor",
                "fuse to cell type 0",
                "transition to tumor",
                "transform to tumor",
                "transform to cell type 0",
                "transition to cell type 0",
                "asymmetric division to tumor",
                "custom:age",
                "custom: age",
                "custom 0",
                "is_movable",
                "movable",
                "is movable",
                "immunogenicity to tumor",
                "immunogenicity to cell type 0",
                "cell attachment rate",
                "cell detachment rate",
                "maximum number of cell attachments",
                "attack damage rate",
                "attack duration",
                "damage rate",
                "damage repair rate")) {
            assertThat(behaviours.find(name)).as(name).isPresent();
        }
        assertThat(behaviours.find("phagocytose dead cell")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void tellsNamesThatMeanTwoThings() {
        assertThat(signals.ambiguous()).isEmpty();
        assertThat(behaviours.ambiguous()).isEmpty();
        Vocabulary<Signal> clash = Vocabulary.ofSignals(
                List.of("pressure", "debris", "debris gradient"),
                List.of("cell type 1", "b"),
                List.of(),
                Optional.empty());
        assertThat(clash.ambiguous()).containsOnlyKeys("contact with cell type 1", "debris gradient", "pressure");
        List<Integer> pressure = new ArrayList<>(clash.ambiguous().get("pressure"));
        assertThat(pressure.stream().map(clash::word)).containsExactly(Signal.SUBSTANCE, Signal.PRESSURE);
    }

    @Test
    void everyUnitIsOne() {
        Stream.concat(Stream.of(Signal.values()), Stream.of(Behaviour.values()))
                .map(Word::unit)
                .forEach(unit -> assertThat(Unit.parse(unit.isEmpty() ? "1" : unit.replace("%", "mmHg")))
                        .isNotNull());
    }

    /// A behaviour that a model has no words for asks past their end.
    @Test
    void everyModelHasAllWordsThatAreNotOfImmunity() {
        List<String> one = List.of("one");
        for (Optional<Immunity> immunity : List.of(Optional.<Immunity>empty(), Optional.of(IMMUNITY))) {
            Vocabulary<Behaviour> behaviours = Vocabulary.ofBehaviours(one, one, one, immunity);
            for (Behaviour word : Behaviour.values()) {
                boolean there =
                        behaviours.place(word) < behaviours.size() && behaviours.word(behaviours.place(word)) == word;
                assertThat(there).as(word.name()).isEqualTo(immunity.isPresent() || !word.isImmune());
            }
            Vocabulary<Signal> signals = Vocabulary.ofSignals(one, one, one, immunity);
            for (Signal word : Signal.values()) {
                boolean there = signals.place(word) < signals.size() && signals.word(signals.place(word)) == word;
                assertThat(there).as(word.name()).isEqualTo(immunity.isPresent() || !word.isImmune());
            }
        }
        assertThat(Behaviour.DAMAGE_REPAIR.isImmune()).isFalse();
        assertThat(Behaviour.EXPRESSION.isImmune()).isTrue();
        assertThat(Behaviour.EGRESS.isImmune()).isTrue();
    }
}
