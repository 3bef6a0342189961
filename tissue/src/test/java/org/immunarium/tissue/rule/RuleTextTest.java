package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Rule.Response;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    private static final String SENTENCE = "In CD8 T cells, anti-inflammatory factor decreases attack tumor from 0.1 to"
            + " 0 per min with half-max 0.5 and Hill power 8.";

    private final TissueModel model = SmallTissue.model();
    private final Rule rule = SmallTissue.rule(
            model, SmallTissue.CD8, "anti-inflammatory factor", Response.DECREASES, "attack tumor", 0, 0.5, 8, false);

    private Rule read(String sentence) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = RuleText.read("study.yaml", 7, sentence, model, problems);
        assertThat(problems).isEmpty();
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private List<String> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        RuleText.read("study.yaml", 7, text, model, problems);
        return problems.stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SENTENCE,
                "In CD8 T cells, anti-inflammatory factor decreases attack tumor to 0 with half-max 0.5 and Hill power 8",
                "In CD8 T cell, anti-inflammatory factor decreases attack tumor towards 0, half-maximum 0.5, Hill power 8",
                "In CD8 T cell cells: anti-inflammatory factor decreases attack tumor from 0.1 towards 0 with a Hill"
                        + " response, with half-max 0.5 and Hill power 8.",
                "in cd8 t cells, Anti-Inflammatory Factor DECREASES attack tumor cells down to 0 with Hill power 8 and"
                        + " half maximum of 0.5",
                "In CD8 T cells, anti-inflammatory factor decreases attack cell type 0 to a minimum of 0 1/min with"
                        + " half-max at 0.5 and Hill coefficient 8.0",
                "In CD8 T cells, anti-inflammatory factor decreases attack tumors from 6 per hour to 0 with half-max"
                        + " 50 % and power 8",
                "In CD8 T cells,  anti-inflammatory factor decreases\tattack tumor from 6 to 0 /h with half-max 5e-1"
                        + " and Hill power of 8",
            })
    void readsTheSameRuleHoweverItIsPut(String sentence) {
        assertThat(read(sentence)).isEqualTo(rule);
    }

    @Test
    void theHillPowerIsFourUnlessGiven() {
        assertThat(read("In tumor cells, oxygen decreases necrosis to 0 with half-max 3.75 mmHg")
                        .power())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", even when dead",
                " even when dead",
                " and also in dead cells",
                ", in dead cells too.",
                ". Rule applies to dead cells."
            })
    void saysWhenItIsForDeadCellsToo(String end) {
        Rule read = read(
                "In tumor cells, dead increases debris secretion from 0 to 0.017 with half-max 0.1 and Hill power 10"
                        + end);
        assertThat(read.appliesToDead()).isTrue();
    }

    @Test
    void convertsUnitsToTheModels() {
        Rule speed = read("In macrophages, contact with CD8 T cells increases migration speed from 60 to 120 micron per"
                + " hour with half-max 3");
        assertThat(speed.saturation()).isEqualTo(2);
        assertThat(read("In tumor cells, oxygen decreases necrosis to 0 with half-max 1 kPa")
                        .halfMaximum())
                .isBetween(7.5, 7.501);
        assertThat(read("In tumor cells, total attack time increases apoptosis to 1 per day with half-max 2 h")
                        .halfMaximum())
                .isEqualTo(120);
    }

    @Test
    void namesMayHoldTheWordsOfTheSentence() {
        TissueModel odd = SmallTissue.of(
                List.of("what increases from it"), List.of("goes to", "goes to cells", "with"), List.of());
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = RuleText.read("s", 1, """
                In goes to cells, what increases from it increases transform to with to 1 with half-max 1
                In goes to, what increases from it increases transform to goes to cells to 1 with half-max 1
                """, odd, problems);
        assertThat(problems).isEmpty();
        assertThat(rules.stream().map(Rule::type)).containsExactly(1, 0);
        assertThat(rules.stream().map(r -> odd.behaviours().name(r.behaviour())))
                .containsExactly("transform to with", "transform to goes to cells");
    }

    @Test
    void readsOneSentenceALineAndPassesOverComments() {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = RuleText.read("s", 1, """
                # T cells
                In CD8 T cells, oxygen increases attack tumor to 1 with half-max 1

                // tumour
                In tumor cells, pressure decreases cycle entry to 0 with half-max 1
                """, model, problems);
        assertThat(problems).isEmpty();
        assertThat(rules).hasSize(2);
    }

    @Test
    void writesARuleAsASentence() {
        assertThat(RuleText.of(rule, model)).isEqualTo(SENTENCE);
        Rule dead = SmallTissue.rule(
                model, SmallTissue.TUMOR, "oxygen", Response.INCREASES, "migration speed", 2, 21.5, 4, true);
        assertThat(RuleText.of(dead, model))
                .isEqualTo("In tumor cells, oxygen increases migration speed from 0 to 2 µm per min with half-max 21.5"
                        + " mmHg and Hill power 4, even when dead.");
    }

    @Test
    void findsAllProblemsOfASentence() {
        assertThat(problems("In tumour cells, oxigen increases cycle entri from 0 to 1 with half-max 0 and power -1"))
                .containsExactly(
                        "study.yaml:7: \"tumour\" is no cell type, did you mean \"tumor\"?",
                        "study.yaml:7: \"oxigen\" is no signal, did you mean \"oxygen\"?",
                        "study.yaml:7: \"cycle entri\" is no behaviour, did you mean \"cycle entry\"?",
                        "study.yaml:7: half-max is 0, expected a number above 0",
                        "study.yaml:7: Hill power is -1, expected a number above 0");
    }

    @Test
    void tellsTheLineOfEachSentence() {
        assertThat(problems("In x, oxygen increases necrosis to 1 with half-max 1\n\nIn tumor cells"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("study.yaml:7: "),
                        second -> assertThat(second).startsWith("study.yaml:9: "));
    }

    @ParameterizedTest
    @MethodSource("badSentences")
    void refuses(String sentence, String expected) {
        assertThat(problems(sentence)).singleElement().asString().contains(expected);
    }

    static Stream<Arguments> badSentences() {
        String end = " to 1 with half-max 1";
        return Stream.of(
                arguments("Oxygen increases necrosis", "expected a sentence such as \"In tumor cells"),
                arguments("Inside tumor cells, oxygen", "expected a sentence such as"),
                arguments("In tumor cells", "expected a cell type and a comma"),
                arguments("In , oxygen increases necrosis" + end, "after In no cell type is found"),
                arguments("In tumor stem cells, oxygen increases necrosis" + end, "\"tumor stem\" is no cell type"),
                arguments(
                        "In fibroblasts, oxygen increases necrosis" + end,
                        "expected one of \"tumor\", \"macrophage\", \"CD8 T cell\""),
                arguments("In tumor cells, ", "after the cell type the sentence ends"),
                arguments("In tumor cells, oxygen", "after \"oxygen\" the sentence ends, expected increases"),
                arguments("In tumor cells, oxygen promotes necrosis" + end, "did you mean \"increases\"?"),
                arguments("In tumor cells, oxygen inhibits necrosis" + end, "did you mean \"decreases\"?"),
                arguments("In tumor cells, oxygen kills", "\"kills\" is no direction"),
                arguments("In tumor cells, IL-2 increases necrosis" + end, "\"IL-2\" is no signal"),
                arguments("In tumor cells, increases necrosis" + end, "expected a signal"),
                arguments("In tumor cells, necrosis increases apoptosis" + end, "is no signal but a behaviour"),
                arguments("In tumor cells, oxygen increases", "after increases the sentence ends"),
                arguments("In tumor cells, oxygen increases necrosis", "expected a behaviour and the value"),
                arguments("In tumor cells, oxygen increases volume" + end, "is no behaviour but a signal"),
                arguments("In tumor cells, oxygen increases attack lymphocyte" + end, "\"attack lymphocyte\""),
                arguments(
                        "In tumor cells, oxygen increases necrosis to much", "after to \"much\" is found, expected a"),
                arguments("In tumor cells, oxygen increases necrosis from 0.0028", "expected to and the value"),
                arguments("In tumor cells, oxygen increases necrosis from x to 1", "after from \"x to 1\" is found"),
                arguments("In tumor cells, oxygen increases necrosis to 1", "half-max is missing"),
                arguments("In tumor cells, oxygen increases necrosis to 1 with Hill power 4", "half-max is missing"),
                arguments(
                        "In tumor cells, oxygen increases necrosis to 1 with half-max", "after half-max the sentence"),
                arguments("In tumor cells, oxygen increases necrosis to 1,5 with half-max 1", "follow a point"),
                arguments("In tumor cells, oxygen increases necrosis" + end + " and half-max 2", "given twice"),
                arguments("In tumor cells, oxygen increases necrosis" + end + ", power 2, power 2", "given twice"),
                arguments("In tumor cells, oxygen increases necrosis" + end + " and Hill power", "Hill power the"),
                arguments("In tumor cells, oxygen increases necrosis" + end + ", power 2 per min", "after the Hill"),
                arguments("In tumor cells, oxygen increases necrosis" + end + ", always", "\"always\" is found"),
                arguments("In tumor cells, oxygen increases necrosis" + end + " or so", "half-max 1 or so"),
                arguments("In tumor cells, oxygen increases necrosis to 1e999 with half-max 1", "expected a number"),
                arguments(
                        "In tumor cells, oxygen increases necrosis to 1 with half-max 0", "expected a number above 0"),
                arguments("In tumor cells, oxygen increases necrosis to 1 µm with half-max 1", "cannot convert µm"),
                arguments(
                        "In tumor cells, oxygen increases necrosis to 1 per min with half-max 1 g", "cannot convert g"),
                arguments("In tumor cells, oxygen increases necrosis to 1 per fortnight with half-max 1", "fortnight"),
                arguments(
                        "In tumor cells, oxygen increases necrosis from 0.003 to 1 per min with half-max 1",
                        "\"necrosis\" is said to be 0.003 without rules, but that of \"tumor\" is 0.0028"),
                arguments(
                        "In tumor cells, oxygen increases necrosis to 0 with half-max 1",
                        "says increases, but from 0.0028, the value of \"tumor\", to 0 it decreases"),
                arguments("In tumor cells, oxygen decreases necrosis to 1 with half-max 1", "it increases"),
                arguments(
                        "In tumor cells, oxygen decreases necrosis to a maximum of 0 with half-max 1",
                        "says decreases and then to a maximum of"),
                arguments("In tumor cells, oxygen increases necrosis down to 1 with half-max 1", "and then down to"),
                arguments("In tumor cells, oxygen decreases necrosis to -1 with half-max 1", "expected 0 or more"),
                arguments("In tumor cells, oxygen increases migration bias to 2 with half-max 1", "at most 1"),
                arguments("In tumor cells, oxygen increases exit from cycle phase 3" + end, "has no phase 3"),
                arguments(
                        "In tumor cells, oxygen increases necrosis" + end
                                + "\nIn tumor cells, oxygen increases necrosis" + end,
                        "study.yaml:8: line 7 says already how \"oxygen\" increases \"necrosis\" of \"tumor\""));
    }

    @Test
    void refusesWhatMayMeanTwoTypes() {
        TissueModel clash = SmallTissue.of(List.of("oxygen"), List.of("CD8 T", "CD8 T cell"), List.of());
        List<Problem> problems = new ArrayList<>();
        RuleText.read("s", 1, "In CD8 T cells, oxygen increases necrosis to 1 with half-max 1", clash, problems);
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("may mean the cell type \"CD8 T\" or the cell type \"CD8 T cell\"");
        Rule second = SmallTissue.rule(clash, 1, "oxygen", Response.INCREASES, "necrosis", 1, 1, 1, false);
        assertThat(RuleText.of(second, clash)).startsWith("In CD8 T cell, oxygen");
    }
}
