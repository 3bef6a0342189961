package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Quantity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table of events as NONMEM has it, with those of several subjects.
final class SubjectsOfATableTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTable() throws IOException {
        Files.writeString(folder.resolve("doses.csv"), """
                ID,TIME [d],AMT [cells],CMT,EVID
                1,0,1e5,effector cells,1
                1,5,1e5,effector cells,1
                3,7,2e5,effector cells,1
                """);
    }

    @Test
    void oneOfThemIsChosenByItsId() throws IOException {
        StudyRun run = study("therapy: [{events: doses.csv, id: 3}]\n");
        assertThat(run.prepared().method()).containsEntry("therapy", "events of doses.csv, ID 3");
        assertThat(((PreparedPatient) run.prepared()).courses().getFirst().doses())
                .extracting(dose -> dose.asked().time().doubleValue())
                .containsExactly(7.0);
        assertThat(doses(run(run), "")).containsExactly("7");
    }

    @Test
    void theDosesToldAreThoseThatTheRunGives() throws IOException {
        StudyRun run = study("""
                compare:
                  - {title: first, therapy: [{events: doses.csv, id: 1}, effector cells 5 cells q4d]}
                  - {title: third, therapy: [{events: doses.csv, id: 3}]}
                """);
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT\n19,1\n");
        Path tables = run(run);
        for (PatientCourse course : ((PreparedPatient) run.prepared()).courses()) {
            assertThat(course.doses())
                    .extracting(dose -> Quantity.number(dose.asked().time().doubleValue()))
                    .isEqualTo(doses(tables, course.id()));
        }
        assertThat(doses(tables, "first")).containsExactly("0", "0", "4", "5", "8", "12", "16");
    }

    @Test
    void eachVariantChoosesItsOwn() throws IOException {
        Path tables = run(study("""
                compare:
                  - {title: first, therapy: [{events: doses.csv, id: 1}]}
                  - {title: third, therapy: [{events: doses.csv, id: 3}]}
                """));
        assertThat(doses(tables, "first")).containsExactly("0", "5");
        assertThat(doses(tables, "third")).containsExactly("7");
    }

    @Test
    void whereNoneIsChosenTheIdsAndHowToChooseAreTold() {
        assertThat(refusal("therapy: [{events: doses.csv}]\n"))
                .contains("study.yaml:5: therapy: \"doses.csv\" has the IDs 1, 3; choose one, as in "
                        + "{events: doses.csv, id: 1}");
    }

    @Test
    void anIdThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(refusal("therapy: [{events: doses.csv, id: 2}]\n"))
                .contains("study.yaml:5: therapy: \"doses.csv\" has no ID 2; it has the IDs 1, 3");
    }

    private StudyRun study(String rest) throws IOException {
        Path file = file();
        Files.writeString(file, "format: 1\nstudy: patient\nmodel: kuznetsov1994\nduration: 20 d\n" + rest);
        return StudyRun.prepare(file.toString(), Overrides.NONE);
    }

    private Path file() {
        return folder.resolve("study.yaml");
    }

    private String refusal(String rest) {
        return String.valueOf(catchThrowableOfType(InvalidInputException.class, () -> study(rest))
                .getMessage());
    }

    private Path run(StudyRun run) {
        return run.run(Optional.of(folder.resolve("run")), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder()
                .tables();
    }

    /// When doses were given.
    private static List<String> doses(Path tables, String variant) {
        return Table.read(tables.resolve(variant).resolve("events.csv")).rows().stream()
                .filter(row -> row.get(1).equals("dose"))
                .map(List::getFirst)
                .toList();
    }
}
