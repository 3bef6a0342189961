package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.explain.Explanation;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cells given to a model whose file says moles, as files of cell models do that say nothing.
final class DosesInCellsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theyAreRefusedWhereTheModelHasMolesUntilTheStudySaysWhatIsMeant() throws IOException {
        Path vague = study("{into: E}", "1e6 cells");
        assertThatThrownBy(() -> StudyRun.prepare(vague.toString(), Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("study.yaml:5: effectors: a dose of 1e6 cells into E, which is in mmol")
                .hasMessageContaining("as in unit: cells");
        Table events =
                Table.read(run(study("{into: E, unit: cells}", "1e6 cells")).resolve("tables/events.csv"));
        assertThat(events.rows().getFirst()).contains("effectors: 1e6 cells into E");
    }

    @Test
    void valuesInCellsAreRefusedToo() throws IOException {
        Path study = study("{into: E}", "1 mmol");
        Files.writeString(study, Files.readString(study) + "set: {E: 5 cells}\n");
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .hasMessageContaining("study.yaml:7: set.E: 5 cells of what the model has in mmol");
    }

    @Test
    void theAmountInTheModelsUnitIsToldBesideTheDose() throws IOException {
        Path study = study("{into: E}", "2 µmol");
        String told = "effectors: 2 µmol = 0.002 mmol into E";
        assertThat(Explanation.of(study.toString(), Overrides.NONE)).contains("Into the model:\n  " + told + "\n");
        Table events = Table.read(run(study).resolve("tables/events.csv"));
        assertThat(events.rows().getFirst()).contains(told);
    }

    private Path study(String target, String dose) throws IOException {
        Files.writeString(
                folder.resolve("cells.xml"),
                SbmlWriter.write(ModelBuilder.of("cells", "")
                        .units("day", "mmol", "mL")
                        .compartment("V", 1)
                        .amount("E", "", "V", 10, "mmol")
                        .parameter("k", "", 0.1, "1/day")
                        .rate("E", "-k * E")
                        .build()));
        return Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: cells.xml
                duration: 20 d
                therapy: [effectors %s q7d x 3]
                targets: {effectors: %s}
                """.formatted(dose, target));
    }

    private Path run(Path study) throws IOException {
        Path run = Files.createTempDirectory(folder, "of").resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return run;
    }
}
