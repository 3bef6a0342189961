package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.immunarium.study.Overrides;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a study is told all at once, whether its form or its names are wrong, each at its own line.
final class AllProblemsTest {

    /// Each line that begins with `!` is wrong; the comment says what its problem must mention.
    private static final String STUDY = """
            # a study with something wrong in every part
            format: 1
            !studdy: patient                    # "studdy"; did you mean "study"?
            !modle: depillis2006                # "modle"; did you mean "model"?
            !durration: 3 d                     # "durration"; did you mean "duration"?
            output:
              every: 1 d
              columns:
                - T
            !    - Tumor                        # output.columns: the model has no "Tumor"
            set:
            !  alph: 3                          # "alph", did you mean "alpha"?
            !  a: 3 kg                          # set.a: a value in a unit such as
            !  a: 4                             # the key a was given before, on line 13
            !  b: 3 furlong                     # set.b
            patient:
              height: 3 m
            !  weight: 3 d                      # patient.weight: a positive mass
            therapy: |

              # a comment of the therapy's
            !  chemotherapy 5 mg/L over 1 d q2
            !  aspirin 3 mg
            targets:
              TIL:
            !    into: Plasma.Foo               # targets.TIL.into: the model has no "Plasma.Foo"
            !  tool:                            # targets.tool.into: is missing
                as: amount
              til2:
                into:
                  T
            !    bioavailability: -1            # targets.til2.bioavailability: a number above 0
            tolerances:
              absolute: 1
            !  relative: 2                      # tolerances.relative
            seed:
            !  1.5                              # seed: a whole number
            !replicates: 3                      # needs method: stochastic
            population:
              patients: 3
              vary:
            !    alp: {log-normal: 1}           # population.vary: the model has no "alp"
                beta:
            !      log-normal: -1               # population.vary.beta
                gamma:
            !      normal: 1 kg                 # population.vary.gamma.normal: a value in a unit
                m:
                  uniform:
            !        - 2                        # population.vary.m.uniform: two values, the lower first
                    - 1
                d:
                  normal: 1
            !      min: 100 d                   # population.vary.d.min: a value in a unit such
            !    c: {}                          # population.vary.c: one of log-normal, normal, uniform and log-uniform
              endpoints:
                - final T
            !    - finl T                       # "finl T"
            !    - final Q                      # population.endpoints: the model has no "Q"
            !compare:                           # population and compare cannot stand in one study
              - title: a
            !    set: {zz: 1}                   # set: the model has no "zz"
            !  - title: A                       # compare: the title "A" does not tell
                therapy:
            !      - chemotherapy 3 cm          # regimen "chemotherapy 3 cm"
            !  - set:                           # compare[3].title: is missing
            !      b: x                         # set.b: "x"
            """;

    /// What the problems of the therapy, which cannot have comments of ours, must mention.
    private static final List<String> OF_THE_THERAPY = List.of("\"q2\"", "aspirin");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKindOfProblemIsToldAtItsLine() throws IOException {
        List<String> lines = STUDY.lines().toList();
        String text = String.join(
                "\n",
                lines.stream()
                        .map(line -> line.startsWith("!") ? line.substring(1) : line)
                        .toList());
        List<String> told = problems(text);
        for (int i = 0; i < lines.size(); i++) {
            String place = "study.yaml:" + (i + 1) + ": ";
            List<String> here =
                    told.stream().filter(each -> each.contains(place)).toList();
            String line = lines.get(i);
            if (!line.startsWith("!")) {
                assertThat(here).as(line).isEmpty();
            } else if (line.contains("#")) {
                String expected = line.substring(line.indexOf("#") + 1).strip();
                assertThat(here).as(line).singleElement().asString().contains(expected);
            } else {
                assertThat(here)
                        .as(line)
                        .isNotEmpty()
                        .allMatch(each -> OF_THE_THERAPY.stream().anyMatch(each::contains));
            }
        }
        assertThat(told).hasSize((int)
                lines.stream().filter(line -> line.startsWith("!")).count());
    }

    @Test
    void aFileWithoutAKindIsReadAsFarAsPossible() throws IOException {
        assertThat(problems("format: 1\nmodel: depillis2006\nset: {Q: 1}\nduraton: 3 d\n"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("study.yaml:1: study: is missing"),
                        two -> assertThat(two).contains("study.yaml:3: set: the model has no \"Q\""),
                        three -> assertThat(three).contains("study.yaml:4: unknown key \"duraton\""));
    }

    @Test
    void aKindThatIsNotKnownHidesNoOtherProblem() throws IOException {
        assertThat(problems("format: 1\nstudy: yes\nmodel: depillis2006\nset: {Q: 1}\nduration: 3 kg\n"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("study.yaml:2: study: \"yes\" is not known; expected patient"),
                        two -> assertThat(two).contains("study.yaml:4: set: the model has no \"Q\""),
                        three -> assertThat(three).contains("study.yaml:5: duration: a time above 0"));
    }

    @Test
    void keysOfAnotherKindAreNotToldWhereTheKindIsNotKnown() throws IOException {
        assertThat(problems("format: 1\nstudy: garden\nbeds: 3\npaths: 2\nmodel: x\n"))
                .singleElement()
                .asString()
                .contains("study.yaml:2: study: \"garden\" is not known");
    }

    @Test
    void aValueUnderAMistypedKeyIsJudgedAsThatOfTheKeyThatWasMeant() throws IOException {
        assertThat(problems("""
                format: 1
                study: patient
                model: depillis2006
                duratoin: 10 parsecs
                output: {evry: 1 kg, colums: [Q]}
                patient: {heigt: 3 d}
                therapi:
                  - aspirin 3 mg
                targtes:
                  TIL: {intoo: Nowhere, unti: furlong}
                populatoin:
                  patints: 0
                  vari: {alph: {log-norml: 1}, beta: {normall: 1 kg}}
                """))
                .satisfiesExactlyInAnyOrder(
                        says("study.yaml:4: unknown key \"duratoin\"; did you mean \"duration\"?"),
                        says("study.yaml:4: duration: "),
                        says("study.yaml:5: unknown key \"output.evry\""),
                        says("study.yaml:5: output.every: a time above 0"),
                        says("study.yaml:5: unknown key \"output.colums\""),
                        says("study.yaml:5: output.columns: the model has no \"Q\""),
                        says("study.yaml:6: unknown key \"patient.heigt\"; did you mean \"height\"?"),
                        says("study.yaml:6: patient.height: a positive length"),
                        says("study.yaml:7: unknown key \"therapi\""),
                        says("study.yaml:8: \"aspirin\" is given, but no target"),
                        says("study.yaml:9: unknown key \"targtes\""),
                        says("study.yaml:10: unknown key \"targets.TIL.intoo\""),
                        says("study.yaml:10: targets.TIL.into: the model has no \"Nowhere\""),
                        says("study.yaml:10: unknown key \"targets.TIL.unti\""),
                        says("study.yaml:10: targets.TIL.unit: "),
                        says("study.yaml:11: unknown key \"populatoin\""),
                        says("study.yaml:12: unknown key \"population.patints\""),
                        says("study.yaml:12: population.patients: a whole number from 1"),
                        says("study.yaml:13: unknown key \"population.vari\""),
                        says("study.yaml:13: population.vary: the model has no \"alph\""),
                        says("study.yaml:13: unknown key \"population.vary.alph.log-norml\""),
                        says("study.yaml:13: unknown key \"population.vary.beta.normall\""),
                        says("study.yaml:13: population.vary.beta.normal: a value in a unit"));
    }

    @Test
    void aMistypedKeyThatMayMeanTwoIsNotRead() throws IOException {
        assertThat(problems("format: 1\nstudy: patient\nmodel: depillis2006\nsed: 5.5\n"))
                .singleElement()
                .asString()
                .contains("study.yaml:4: unknown key \"sed\"");
    }

    @Test
    void aKeyWithNothingAfterItIsMissing() throws IOException {
        assertThat(problems("format: 1\nstudy: patient\nmodel:\nduration: 3 kg\n"))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("study.yaml:3: model: is missing; expected, for example, models/"),
                        two -> assertThat(two).contains("study.yaml:4: duration: "));
    }

    private static ThrowingConsumer<String> says(String words) {
        return told -> assertThat(told).contains(words);
    }

    @Test
    void whatARuleDeterminesCanNeitherBeSetNorVariedNorGiven() throws IOException {
        Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model>
                    <listOfParameters><parameter id="p" constant="false"/></listOfParameters>
                    <listOfRules>
                      <assignmentRule variable="p">
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><cn>1</cn></math>
                      </assignmentRule>
                    </listOfRules>
                  </model>
                </sbml>
                """);
        assertThat(problems("""
                format: 1
                study: patient
                model: model.xml
                set: {p: 1}
                therapy: [x 3 mg]
                targets: {x: {into: p}}
                population:
                  patients: 2
                  vary: {p: {uniform: [1, 2]}}
                """))
                .satisfiesExactly(
                        one -> assertThat(one).contains("study.yaml:4: set.p: a rule of the model determines it"),
                        two -> assertThat(two).contains("study.yaml:6: targets.x.into: \"p\" is determined by a rule"),
                        three -> assertThat(three).contains("study.yaml:9: population.vary.p: a rule"));
    }

    @Test
    void aValueThatIsSetByItsIdAndByItsNameIsRefusedAtBothLines() throws IOException {
        Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model>
                    <listOfParameters><parameter id="p" name="growth" value="1" constant="true"/></listOfParameters>
                  </model>
                </sbml>
                """);
        assertThat(problems("""
                format: 1
                study: patient
                model: model.xml
                set:
                  p: 1
                  growth: 2
                """))
                .satisfiesExactly(
                        one -> assertThat(one).endsWith("study.yaml:5: set.p: is the same value as \"growth\""),
                        two -> assertThat(two).endsWith("study.yaml:6: set.growth: is the same value as \"p\""));
    }

    @Test
    void aRegimenWithTooManyDosesIsToldAtItsLine() throws IOException {
        assertThat(problems("""
                format: 1
                study: patient
                model: depillis2006-patient9
                duration: 1000 d
                therapy:
                  - chemotherapy 5 mg/L every 1 s
                """)).singleElement().asString().contains("study.yaml:6: ", "has more than 1000000 doses");
    }

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), text);
        InvalidInputException wrong = catchThrowableOfType(
                InvalidInputException.class, () -> StudyRun.prepare(file.toString(), Overrides.NONE));
        assertThat(wrong).isNotNull();
        return wrong.problems().stream().map(Object::toString).toList();
    }
}
