package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `non-negative:` in a study. The tumour decays as y' = -|y|, which a loose solver steps over: below
/// zero it then falls without end.
final class NonNegativeStatesTest {

    @TempDir
    private Path folder = Path.of("");

    private StudyRun study(String lines) throws IOException {
        Files.writeString(
                folder.resolve("m.xml"),
                SbmlWriter.write(ModelBuilder.of("decay", "")
                        .parameter("y", "tumour", 1, "1")
                        .parameter("z", "", 1, "1")
                        .parameter("k", "", 1, "1")
                        .rate("y", "0 - k * abs(y)")
                        .rate("z", "0 - z")
                        .build()));
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: m.xml
                duration: 60
                output: {every: 0.25, columns: [y]}
                tolerances: {relative: 0.01, absolute: 0.01}
                """ + lines);
        return StudyRun.prepare(file.toString(), Overrides.NONE);
    }

    private List<String> rows(StudyRun study, String table) throws IOException {
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        RunContext.Screen screen = (what, total, before, unit) -> new RunContext.Shown(done -> {}, () -> {});
        study.prepared().run(new RunContext(run, new RunLog(run, Clock.systemUTC()), 2, new StopSignal(), screen));
        return Files.readAllLines(run.table(table)).stream().skip(1).toList();
    }

    private List<String> problems(String lines) {
        InvalidInputException e = catchThrowableOfType(InvalidInputException.class, () -> study(lines));
        assertThat(e).isNotNull();
        return e.problems().stream().map(Problem::message).toList();
    }

    @Test
    void withoutTheKeyTheTumourFallsBelowZero() throws IOException {
        assertThat(rows(study("method: nonstiff\n"), "timecourse.csv"))
                .anyMatch(row -> row.split(",", -1)[1].startsWith("-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "[y]", "tumour", "[z, tumour]"})
    void withItTheTumourStaysAtZeroOrAbove(String names) throws IOException {
        StudyRun study = study("method: nonstiff\nnon-negative: " + names + "\n");
        assertThat(study.prepared().method())
                .containsEntry("non-negative", names.replace("[", "").replace("]", ""));
        assertThat(rows(study, "timecourse.csv")).hasSize(241).noneMatch(row -> row.split(",", -1)[1].startsWith("-"));
    }

    @Test
    void itHoldsForEveryPatientOfAPopulation() throws IOException {
        assertThat(rows(study("""
                                method: nonstiff
                                non-negative: all
                                population: {patients: 20, vary: {k: {uniform: [0.5, 2.5]}}, endpoints: [min y]}
                                """), "patients.csv"))
                .hasSize(20)
                .noneMatch(row -> row.split(",", -1)[2].startsWith("-"));
    }

    @Test
    void aNameThatIsNoStateIsAProblem() {
        assertThat(problems("non-negative: [k, tumor]\n"))
                .containsExactly(
                        "non-negative: \"k\" is no state of the model; something that reactions, a rate rule or an"
                                + " infusion change was expected",
                        "non-negative: the model has no \"tumor\", did you mean \"tumour\"?");
    }

    @Test
    void chanceKnowsNoNegativeAmountsAnyway() {
        assertThat(problems("method: stochastic\nnon-negative: all\n"))
                .anyMatch(problem -> problem.startsWith("non-negative: has no meaning with method: stochastic"));
    }
}
