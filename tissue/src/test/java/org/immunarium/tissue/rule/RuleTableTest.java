package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Rule.Response;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RuleTable.Version;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTableTest {

    private static final String ROW = "CD8 T cell,anti-inflammatory factor,decreases,attack tumor,0,0.5,8,0";
    private static final String OLD_ROW = "CD8 T cell,anti-inflammatory factor,decreases,attack tumor,0.1,0,0.5,8,0";

    private final TissueModel model = SmallTissue.model();
    private final Rule rule = SmallTissue.rule(
            model, SmallTissue.CD8, "anti-inflammatory factor", Response.DECREASES, "attack tumor", 0, 0.5, 8, false);

    private List<Rule> read(Version version, String text) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = RuleTable.read("rules.csv", text, version, model, problems);
        assertThat(problems).isEmpty();
        return rules;
    }

    private List<String> problems(Version version, String text) {
        List<Problem> problems = new ArrayList<>();
        RuleTable.read("rules.csv", text, version, model, problems);
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void readsAllVersions() {
        assertThat(read(Version.V3, ROW)).containsExactly(rule);
        assertThat(read(Version.V2, ROW)).containsExactly(rule);
        assertThat(read(Version.V1, OLD_ROW)).containsExactly(rule);
    }

    @Test
    void readsTabsCommentsBlankLinesAndAnyLineEnd() {
        assertThat(read(Version.V3, "// T cells\r\n\r\n" + ROW.replace(",", "\t") + "\r\n//\n  \n"))
                .containsExactly(rule);
    }

    @Test
    void passesOverAHeaderAByteOrderMarkBlanksAroundCellsAndALastSeparator() {
        String header = "cell type,signal,Direction,behavior,saturation value,half-max,Hill power,applies to dead\n";
        assertThat(read(Version.V3, "\ufeff" + header + ROW.replace(",", " , ") + ","))
                .containsExactly(rule);
    }

    @Test
    void readsNumbersAsCDoes() {
        Rule read = read(Version.V3, "tumor,is dead,increases,debris secretion,1.7e-02,+.1,10.,1")
                .getFirst();
        assertThat(read.saturation()).isEqualTo(0.017);
        assertThat(read.halfMaximum()).isEqualTo(0.1);
        assertThat(read.power()).isEqualTo(10);
        assertThat(read.appliesToDead()).isTrue();
        assertThat(model.signals().name(read.signal())).isEqualTo("dead");
    }

    @Test
    void readsSynonymsAndNumbersOfTypes() {
        Rule read = read(
                        Version.V3,
                        "macrophage,contact with cell type 0,increases,phagocytosis of apoptotic cells,1,1,1,0")
                .getFirst();
        assertThat(model.signals().name(read.signal())).isEqualTo("contact with tumor");
        assertThat(model.behaviours().name(read.behaviour())).isEqualTo("phagocytose apoptotic cell");
    }

    @Test
    void keepsTheOrderOfRows() {
        List<Rule> rules = read(Version.V3, """
                tumor,oxygen,increases,cycle entry,7.2e-03,21.5,4,0
                tumor,pressure,decreases,cycle entry,0,0.25,3,0
                tumor,oxygen,decreases,necrosis,0,3.75,8,0
                """);
        assertThat(rules.stream().map(r -> model.signals().name(r.signal())))
                .containsExactly("oxygen", "pressure", "oxygen");
    }

    @Test
    void aSaturationOnTheOtherSideOfTheBaseIsTakenAsPhysiCellTakesIt() {
        assertThat(read(Version.V3, "CD8 T cell,oxygen,increases,attack tumor,0.05,1,1,0"))
                .hasSize(1);
    }

    @Test
    void findsAllProblemsOfAllRows() {
        assertThat(problems(Version.V3, """
                        tumour,oxigen,increase,cycle entri,x,0,-1,yes
                        tumor,oxygen,increases,necrosis,1,1,1
                        """))
                .containsExactly(
                        "rules.csv:1: column \"cell type\": \"tumour\" is no cell type, did you mean \"tumor\"?",
                        "rules.csv:1: column \"signal\": \"oxigen\" is no signal, did you mean \"oxygen\"?",
                        "rules.csv:1: column \"direction\": \"increase\" is no direction, expected increases or"
                                + " decreases, did you mean \"increases\"?",
                        "rules.csv:1: column \"behaviour\": \"cycle entri\" is no behaviour, did you mean \"cycle"
                                + " entry\"?",
                        "rules.csv:1: column \"saturation value\": \"x\" is found, expected a number",
                        "rules.csv:1: column \"half-max\": \"0\" is found, expected a number above 0",
                        "rules.csv:1: column \"Hill power\": \"-1\" is found, expected a number above 0",
                        "rules.csv:1: column \"applies to dead\": \"yes\" is found, expected 1 or 0",
                        "rules.csv:2: the row has 7 cells, expected 8: cell type, signal, direction, behaviour,"
                                + " saturation value, half-max, Hill power, applies to dead");
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void refuses(String row, String expected) {
        assertThat(problems(Version.V3, row)).singleElement().asString().contains(expected);
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments(
                        "fibroblast,oxygen,increases,necrosis,1,1,1,0",
                        "expected one of \"tumor\", \"macrophage\", \"CD8 T cell\""),
                arguments("Tumor,oxygen,increases,necrosis,1,1,1,0", "did you mean \"tumor\""),
                arguments(",oxygen,increases,necrosis,1,1,1,0", "nothing is there, expected a cell type"),
                arguments("tumor,,increases,necrosis,1,1,1,0", "nothing is there, expected a signal"),
                arguments("tumor,oxygen,,necrosis,1,1,1,0", "nothing is there, expected increases or decreases"),
                arguments("tumor,oxygen,increases,,1,1,1,0", "nothing is there, expected a behaviour"),
                arguments("tumor,oxygen,increases,necrosis,,1,1,0", "nothing is there, expected a number"),
                arguments("tumor,oxygen,increases,necrosis,1,,1,0", "nothing is there, expected a number above 0"),
                arguments("tumor,oxygen,increases,necrosis,1,1,1, ", "expected 1 or 0"),
                arguments("tumor,necrosis,increases,necrosis,1,1,1,0", "\"necrosis\" is no signal but a behaviour"),
                arguments("tumor,oxygen,increases,pressure,1,1,1,0", "\"pressure\" is no behaviour but a signal"),
                arguments("tumor,oxygen,increases,attack tumours,1,1,1,0", "did you mean \"attack tumor\""),
                arguments("tumor,oxygen,increases,phagocytose dead cell,1,1,1,0", "one for each way to die"),
                arguments("tumor,oxygen,increases,migration,1,1,1,0", "there is \"migration speed\""),
                arguments("tumor,oxygen,promotes,necrosis,1,1,1,0", "did you mean \"increases\""),
                arguments("tumor,oxygen,inhibits,necrosis,1,1,1,0", "did you mean \"decreases\""),
                arguments("tumor,oxygen,Increases,necrosis,1,1,1,0", "did you mean \"increases\""),
                arguments("tumor,oxygen,decrease,necrosis,1,1,1,0", "did you mean \"decreases\""),
                arguments("tumor,oxygen,changes,necrosis,1,1,1,0", "expected increases or decreases"),
                arguments("tumor,oxygen,increases,necrosis,1 per min,1,1,0", "expected a number"),
                arguments("tumor,oxygen,increases,necrosis,0x1,1,1,0", "expected a number"),
                arguments("tumor,oxygen,increases,necrosis,nan,1,1,0", "expected a number"),
                arguments("tumor,oxygen,increases,necrosis,1,inf,1,0", "expected a number above 0"),
                arguments("tumor,oxygen,increases,necrosis,1,1e999,1,0", "expected a number above 0"),
                arguments("tumor,oxygen,increases,necrosis,1d,1,1,0", "expected a number"),
                arguments("tumor,oxygen,increases,necrosis,1,-3,1,0", "expected a number above 0"),
                arguments("tumor,oxygen,increases,necrosis,1,1,0,0", "expected a number above 0"),
                arguments("tumor,oxygen,increases,necrosis,1,1,1,2", "expected 1 or 0"),
                arguments("tumor,oxygen,increases,necrosis,1,1,1,true", "expected 1 or 0"),
                arguments("tumor,oxygen,increases,necrosis,-1,1,1,0", "\"necrosis\" goes to -1, expected 0 or more"),
                arguments("tumor,oxygen,increases,migration bias,1.5,1,1,0", "expected at most 1"),
                arguments(
                        "tumor,oxygen,increases,exit from cycle phase 1,1,1,1,0",
                        "the cycle of \"tumor\", live, has no phase 1"),
                arguments("tumor oxygen increases necrosis 1 1 1 0", "the row has 1 cell, expected 8"),
                arguments("tumor;oxygen;increases;necrosis;1;1;1;0", "the row has 1 cell, expected 8"),
                arguments("tumor,oxygen,increases,necrosis,1,1,1", "the row has 7 cells, expected 8"),
                arguments(OLD_ROW, "9 are of version 1"),
                arguments("\"tumor\",oxygen,increases,necrosis,1,1,1,0", "did you mean \"tumor\""),
                arguments(ROW + "\n" + ROW, "rules.csv:2: line 1 says already how \"anti-inflammatory factor\""),
                arguments(
                        "tumor,oxygen,increases,exit from cycle phase 0,1,1,1,0\n"
                                + "tumor,pressure,increases,cycle entry,1,1,1,0",
                        "which PhysiCell takes for a behaviour of its own"));
    }

    @Test
    void refusesABaseValueThatIsNotTheTypes() {
        assertThat(problems(Version.V1, OLD_ROW.replace("0.1", "0.2")))
                .containsExactly("rules.csv:1: \"attack tumor\" is said to be 0.2 without rules, but that of \"CD8 T"
                        + " cell\" is 0.1");
        assertThat(problems(Version.V1, ROW)).singleElement().asString().contains("8 are of version 3");
    }

    @Test
    void aSignalMayDriveABehaviourAndStopIt() {
        List<Problem> problems = new ArrayList<>();
        String both = "tumor,oxygen,increases,migration speed,2,1,4,0\ntumor,oxygen,decreases,migration speed,0,9,4,0";
        assertThat(RuleTable.read("rules.csv", both, Version.V3, model, problems))
                .extracting(Rule::response)
                .containsExactly(Rule.Response.INCREASES, Rule.Response.DECREASES);
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesARuleThatTheModelHas() {
        List<Problem> problems = new ArrayList<>();
        RuleTable.read("b.csv", ROW, Version.V3, model.withRules(List.of(rule)), problems);
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("b.csv:1: an earlier rule says already how \"anti-inflammatory factor\" decreases");
    }

    @Test
    void refusesANameThatMeansTwoThings() {
        TissueModel clash = SmallTissue.of(List.of("pressure"), List.of("tumor"), List.of());
        List<Problem> problems = new ArrayList<>();
        RuleTable.read("r", "tumor,pressure,increases,necrosis,1,1,1,0", Version.V3, clash, problems);
        assertThat(problems).singleElement().asString().contains("\"pressure\" means more than one thing");
    }

    @Test
    void whatItWritesReadsBack() {
        List<Rule> rules = read(Version.V3, """
                tumor,oxygen,increases,cycle entry,7.2e-03,21.5,4,0
                tumor,dead,increases,debris secretion,0.017,0.1,2.5,1
                """);
        String written = RuleTable.write(model.withRules(rules));
        assertThat(written).isEqualTo("""
                // cell type,signal,direction,behaviour,saturation value,half-max,Hill power,applies to dead
                tumor,oxygen,increases,cycle entry,0.0072,21.5,4,0
                tumor,dead,increases,debris secretion,0.017,0.1,2.5,1
                """);
        assertThat(read(Version.V3, written)).isEqualTo(rules);
    }

    @Test
    void writesTabsWhereANameHasAComma() {
        TissueModel odd = SmallTissue.of(List.of("a, b"), List.of("tumor"), List.of());
        Rule about = SmallTissue.rule(odd, 0, "a, b", Response.INCREASES, "necrosis", 1, 1, 1, false);
        List<Problem> problems = new ArrayList<>();
        String written = RuleTable.write(odd.withRules(List.of(about)));
        assertThat(RuleTable.read("r", written, Version.V3, odd, problems)).containsExactly(about);
        assertThat(problems).isEmpty();
    }

    @Test
    void knowsVersionsByTheirNumber() {
        assertThat(Version.of(1)).contains(Version.V1);
        assertThat(Version.of(2.0)).contains(Version.V2);
        assertThat(Version.of(3.2)).contains(Version.V3);
        assertThat(Version.of(0)).isEmpty();
        assertThat(Version.of(4)).isEmpty();
        assertThat(Version.of(Double.NaN)).isEmpty();
    }
}
