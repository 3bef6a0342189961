package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.population.Statistic;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.study.patient.PatientStudy.UnitPolicy;
import org.immunarium.study.trial.TrialStudyReader;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StudyReaderTest {

    private static final String WHOLE = """
            format: 1
            study: patient
            title: Nivolumab in non-small-cell lung cancer
            model: path/to/model.xml
            units: convert
            duration: 360 d
            output: {every: 1 d, columns: [V_T, Cent.Nivo]}
            set: {k_growth: 0.01 1/d}
            patient: {weight: 80 kg, height: 175 cm}
            therapy:
              - nivolumab 3 mg/kg IV over 60 min q2w x 26
              - {events: doses.csv}
            targets:
              nivolumab: {into: Cent.Nivo, as: amount, molar mass: 143600 g/mol, bioavailability: 0.8}
            tolerances: {relative: 1e-8, absolute: 1e-12}
            method: stiff
            seed: 42
            population:
              patients: 1000
              vary:
                k_growth: {log-normal: 0.5}
                k_death: {uniform: [0.1 1/d, 0.2]}
                k_kill:
                  normal: 3 1/d
                  min: 0
              endpoints: [final V_T, max Cent.Nivo]
            """;

    @Test
    void everyKeyOfAPatientStudyIsRead() {
        PatientStudy study = (PatientStudy) StudyReader.parse("x.yaml", WHOLE);
        assertThat(study.title()).isEqualTo("Nivolumab in non-small-cell lung cancer");
        assertThat(study.units()).contains(UnitPolicy.CONVERT);
        assertThat(study.duration().orElseThrow().value()).isEqualTo(Quantity.parse("360 d"));
        assertThat(study.output().columns()).extracting(c -> c.value()).containsExactly("V_T", "Cent.Nivo");
        assertThat(study.set()).containsEntry("k_growth", new Placed<>(Quantity.parse("0.01 1/d"), "x.yaml", 8));
        assertThat(study.therapy()).hasSize(2);
        assertThat(study.therapy().get(0))
                .isInstanceOfSatisfying(
                        Given.Words.class,
                        words -> assertThat(words.text().line()).isEqualTo(11));
        assertThat(study.targets())
                .hasEntrySatisfying(
                        "nivolumab",
                        target -> assertThat(target.value().bioavailability()).isEqualTo(0.8));
        assertThat(study.tolerances().relative()).isEqualTo(1e-8);
        assertThat(study.seed()).isEqualTo(42);
        PatientStudy.Population population = study.population().orElseThrow();
        assertThat(population.patients().value()).isEqualTo(1000);
        assertThat(population.vary())
                .containsEntry("k_death", variation(22, new Spread.Uniform(at(22, "0.1 1/d"), at(22, "0.2")), null))
                .containsEntry("k_kill", variation(23, new Spread.Normal(at(24, "3 1/d")), at(25, "0")));
        assertThat(population.endpoints().get(1).value().statistic()).isEqualTo(Statistic.MAXIMUM);
    }

    private static Placed<Variation> variation(int line, Spread spread, @Nullable Placed<Quantity> least) {
        return new Placed<>(new Variation(spread, Optional.ofNullable(least), Optional.empty()), "x.yaml", line);
    }

    private static Placed<Quantity> at(int line, String quantity) {
        return new Placed<>(Quantity.parse(quantity), "x.yaml", line);
    }

    @Test
    void allProblemsOfAFileComeAtOnce() {
        List<String> problems = problems("""
                format: 2
                study: patient
                modle: x.xml
                duration: 3 mg
                output: {every: daily}
                set: {k: 1 furlongz}
                patient: {weight: -3 kg}
                tolerances: {relative: 2}
                seed: 1.5
                """);
        assertThat(problems)
                .hasSize(8)
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:1: format: 2 is not known; this version reads 1"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("x.yaml:3: unknown key \"modle\"")
                        .endsWith("did you mean \"model\"?"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:4: duration: a time above 0 was expected"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:5: output.every:"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:6: set.k:").contains("furlongz"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:7: patient.weight: a positive"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:8: tolerances.relative"))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:9: seed: a whole number"));
    }

    @Test
    void theSchemaForEditorsHasTheKeysThatAreRead() throws java.io.IOException {
        String schema;
        try (var in = Study.class.getResourceAsStream("study.schema.json")) {
            schema = new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        for (String section : List.of(
                "",
                "output: {",
                "patient: {",
                "targets: {x: {",
                "tolerances: {",
                "population: {",
                "population: {vary: {x: {")) {
            String closing =
                    "}".repeat((int) section.chars().filter(c -> c == '{').count());
            String unknown =
                    problems("format: 1\nstudy: patient\nmodel: m\n" + section + "qqqqqqqq: 1" + closing + "\n")
                            .stream()
                            .filter(p -> p.contains("known here: "))
                            .findFirst()
                            .orElseThrow();
            for (String key :
                    unknown.substring(unknown.indexOf("known here: ") + 12).split(", ", -1)) {
                assertThat(schema).contains("\"" + key + "\": {");
            }
        }
        TrialStudyReader.KEYS.forEach(key -> assertThat(schema).contains("\"" + key + "\": {"));
    }

    @Test
    void replicatesNeedChanceAndChanceTakesNoPopulation() {
        assertThat(problems("format: 1\nstudy: patient\nmodel: m.xml\nreplicates: 4\n"))
                .singleElement()
                .asString()
                .contains("replicates: needs method: stochastic");
        assertThat(problems("format: 1\nstudy: patient\nmodel: m.xml\nmethod: stochastic\npopulation: {patients: 9}\n"))
                .singleElement()
                .asString()
                .contains("use replicates");
    }

    @Test
    void anotherKindOfStudyIsRefusedByName() {
        assertThat(problems("format: 1\nstudy: cluster\ncells: 7\n"))
                .containsExactly(
                        "x.yaml:2: study: \"cluster\" is not known; expected patient or tissue or trial or calibration");
    }

    @Test
    void whatMakesYamlDangerousIsRefusedByName() {
        assertThat(problems("a: &x [1]\nb: *x\n"))
                .containsExactly("x.yaml:2: the alias *x is not allowed here: repeat the text");
        assertThat(problems("a: 1\na: 2\n")).contains("x.yaml:2: the key a was given before, on line 1");
        assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().contains("a second document begins");
        assertThat(problems("[".repeat(1000))).singleElement().asString().contains("nested deeper than 20 levels");
        assertThat(problems("")).singleElement().asString().contains("is empty");
        assertThat(problems("just words")).singleElement().asString().contains("keys and values were expected");
        assertThat(problems("a: [1, 2\nb: 3")).singleElement().asString().contains("is not YAML");
        assertThat(problems("a: \"" + "x".repeat(2 << 20) + "\""))
                .singleElement()
                .asString()
                .contains("x.yaml: is not YAML");
    }

    @Test
    void variantsAreToldApartByTheirTitles() {
        List<String> problems = problems("""
                format: 1
                study: patient
                model: m.xml
                compare:
                  - title: no treatment
                  - title: No treatment!
                  - just text
                """);
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:6: compare: the title \"No treatment!\""))
                .anySatisfy(p -> assertThat(p).startsWith("x.yaml:7: compare: keys and values"));
    }

    @Test
    void aVariantHasAFolderOfAShortAndPlainNameWhateverItsTitle() {
        String longTitle = "nivolumab ".repeat(30);
        PatientStudy study = (PatientStudy) StudyReader.parse("x.yaml", """
                format: 1
                study: patient
                model: m.xml
                compare:
                  - title: %sand ipilimumab
                  - title: %salone
                  - title: 無治療
                  - title: 化学療法
                """.formatted(longTitle, longTitle));
        List<String> ids =
                study.compare().stream().map(PatientStudy.Variant::id).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]{1,52}"));
    }

    private static List<String> problems(String text) {
        InvalidInputException e =
                catchThrowableOfType(InvalidInputException.class, () -> StudyReader.parse("x.yaml", text));
        assertThat(e).isNotNull();
        return e.problems().stream().map(Problem::toString).toList();
    }
}
