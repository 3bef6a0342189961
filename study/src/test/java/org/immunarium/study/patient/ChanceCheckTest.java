package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reactions that happen one by one need whole numbers of what they change.
final class ChanceCheckTest {

    private static final String EXPECTED =
            ", and method: stochastic counts molecules or cells one by one: a whole number was expected";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fractionsAreRefusedByNameWhereTheyAreWritten() throws IOException {
        String said = refusal(7.25, """
                set: {Y: 3.5}
                targets: {drug: {into: X}}
                therapy:
                  - drug 5 cells from 1 d
                  - drug 5.5 cells from 2 d
                """);
        int line = lineOf("id=\"X\"");
        assertThat(said)
                .contains("m.xml:" + line + ": ", "X starts with 7.25" + EXPECTED)
                .contains("study.yaml:6: set.Y: Y starts with 3.5" + EXPECTED)
                .contains("study.yaml:10: therapy: \"drug: 5.5 cells into X\" gives 5.5" + EXPECTED)
                .doesNotContain("gives 5,");
    }

    @Test
    void aVariantsOwnFractionIsToldAtItsLine() throws IOException {
        assertThat(refusal(7, """
                        compare:
                          - {title: one}
                          - {title: half, set: {X: 0.5}}
                        """))
                .contains("study.yaml:8: set.X: X starts with 0.5" + EXPECTED)
                .doesNotContain("m.xml");
    }

    @Test
    void wholeNumbersButForRoundingAreTaken() throws IOException {
        assertThat(study("cells", 9.999999999, "set: {Y: 1e12}\n").prepared().notices())
                .isEmpty();
    }

    @Test
    void aFractionOfAMoleculeInMolesIsToldWhereItMatters() throws IOException {
        assertThat(study("zmol", 0.004, "set: {Y: 1000}\n").prepared().notices())
                .singleElement()
                .asString()
                .contains("m.xml:", "X starts with 2.408856304 molecules, of which method: stochastic takes 2");
    }

    private StudyRun study(String unit, double x, String lines) throws IOException {
        Files.writeString(
                folder.resolve("m.xml"),
                SbmlWriter.write(ModelBuilder.of("cells", "")
                        .units("day", unit, "litre")
                        .compartment("V", 2)
                        .amount("X", "", "V", x, unit)
                        .amount("Y", "", "V", 1, unit)
                        .parameter("k", "", 1, "1/day")
                        .reaction("die", "", Map.of("X", 1.0), Map.of("Y", 1.0), "k * X")
                        .build()));
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: m.xml
                duration: 5 d
                method: stochastic
                """ + lines);
        return StudyRun.prepare(file.toString(), Overrides.NONE);
    }

    private String refusal(double x, String lines) {
        return String.valueOf(catchThrowableOfType(InvalidInputException.class, () -> study("cells", x, lines))
                .getMessage());
    }

    private int lineOf(String text) throws IOException {
        return Files.readAllLines(folder.resolve("m.xml")).stream()
                        .map(line -> line.contains(text))
                        .toList()
                        .indexOf(true)
                + 1;
    }
}
