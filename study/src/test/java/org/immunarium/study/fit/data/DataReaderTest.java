package org.immunarium.study.fit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of measurements of a shipped model, whose times are days and whose T and E are cells.
final class DataReaderTest {

    @TempDir
    private Path folder = Path.of("");

    private Overrides asked(String data, String error, String... vary) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), data);
        return Overrides.NONE.withFit(new FitPlan.Asked(List.of(vary), file.toString(), error, 3, 0, Optional.empty()));
    }

    /// Everything that is told, without the folder.
    private List<String> problems(String data, String error, String... vary) throws IOException {
        Overrides overrides = asked(data, error, vary);
        try {
            StudyRun.prepare("kuznetsov1994", overrides);
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .map(each -> each.replace(folder + "/", ""))
                    .toList();
        }
    }

    @Test
    void unitsAreBroughtIntoTheModels() throws IOException {
        assertThat(problems("time [h],T [cells]\n24,1e6\n48,2e6\n", "additive", "a=0.1:0.3"))
                .isEmpty();
        assertThat(problems("time [h],T\n2401,1e6\n48,2e6\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv:2: time 2401 is after the end of the study; at most 100 d was expected, or a"
                        + " longer --duration");
    }

    @Test
    void allThatIsWrongInATableIsToldAtItsLine() throws IOException {
        assertThat(problems("time [kg],T [mm],TT,E [cells],E\n1,2,3,4,5\n", "additive", "a=0.1:0.3"))
                .satisfiesExactly(
                        time -> assertThat(time).startsWith("data.csv:1: column \"time\": cannot convert kg"),
                        unit -> assertThat(unit)
                                .startsWith("data.csv:1: column \"T\": a value in a unit such as cells"),
                        name -> assertThat(name)
                                .startsWith("data.csv:1: column \"TT\": the model has no such quantity"),
                        twice -> assertThat(twice)
                                .isEqualTo("data.csv:1: column \"E\": is there before; each once was expected"));
        assertThat(problems("time [d],T\n-1,5\n1,many\n,7\n3\n4,0\n5,-1\n6,NaN\n", "proportional", "a=0.1:0.3"))
                .containsExactly(
                        "data.csv:2: time -1 is before the start; 0 or more was expected",
                        "data.csv:3: T: a number was expected; found \"many\"",
                        "data.csv:4: time: a number was expected; found nothing",
                        "data.csv:5: 2 cells were expected, as in the header; found 1",
                        "data.csv:6: T: a value above 0 was expected, as the error is in proportion to it; found 0;"
                                + " --error additive or combined takes it",
                        "data.csv:7: T: a value above 0 was expected, as the error is in proportion to it; found -1;"
                                + " --error additive or combined takes it",
                        "data.csv:8: T: a number was expected; found \"NaN\"");
    }

    @Test
    void aTableWithoutWhatIsNeededIsRefused() throws IOException {
        assertThat(problems("", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv: it is empty; a header was expected, such as time [d],T [cells]");
        assertThat(problems("day,T\n1,2\n", "additive", "a=0.1:0.3"))
                .first()
                .asString()
                .startsWith("data.csv:1: column \"day\": the model has no such quantity");
        assertThat(problems("T,E\n1,2\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv:1: a column time [unit] was expected; found T, E");
        assertThat(problems("time\n1\n", "additive", "a=0.1:0.3"))
                .contains(
                        "data.csv:1: a column of something measured was expected besides the time, such as T [cells]");
        assertThat(problems("time,T\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv: no row has a value; at least one for each parameter was expected");
        assertThat(problems("time,T\n1,\n2,\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv: no row has a value; at least one for each parameter was expected");
        assertThat(problems("time,T,E\n1,3,\n2,4,\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv: column \"E\" has no value; at least one was expected");
        assertThat(problems("time,patient,T\n1,A,3\n2,A,3\n1,B,3\n1,,3\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv:5: patient: a name or a number was expected; found nothing");
        assertThat(problems("time,patient,T\n1,A,3\n2,A,3\n1,B,3\n", "additive", "a=0.1:0.3"))
                .containsExactly("data.csv: patient B: 1 measurement of T; more than the 1 parameter were expected");
    }

    @Test
    void whatIsWrongWithParametersIsToldWithTheData() throws IOException {
        assertThat(problems("time,T\n1,x\n", "proportionl", "a=0.3:0.1", "zz=1:2", "s=log-normal:0.5"))
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each)
                                .isEqualTo("--error: \"proportionl\": one of additive, proportional, combined was"
                                        + " expected, did you mean \"proportional\"?"),
                        each -> assertThat(each).startsWith("--vary a: \"0.3:0.1\": two ends, the lower first"),
                        each -> assertThat(each)
                                .isEqualTo("--vary s: \"log-normal:0.5\": is what was known before, of which only"
                                        + " --samples takes account; without, name=low:high or name=low:high:log"
                                        + " was expected"),
                        each -> assertThat(each).startsWith("--vary zz: vary: the model has no \"zz\""),
                        each -> assertThat(each).isEqualTo("data.csv:2: T: a number was expected; found \"x\""));
        assertThat(problems("time,T\n1,2\n", "additive"))
                .containsExactly("--vary: nothing is searched for; --vary name=low:high was expected, once for each"
                        + " parameter");
    }

    @Test
    void measurementsOfSeveralTimesAndPatientsAreKeptApart() throws IOException {
        PatientCurves curves = curves();
        List<Problem> problems = new ArrayList<>();
        FitData data = new DataReader("x.csv", curves, ErrorModel.ADDITIVE, problems)
                .read(
                        "\ufeffpatient,time [h],\"T\",E [cells]\r\nB,48,1,\r\nA,24,2,3\r\n# no\r\n\r\nB,24,4,5\r\nB,48,6,\r\n");
        assertThat(problems).isEmpty();
        assertThat(data.named()).isTrue();
        assertThat(data.patients().stream().map(PatientData::patient)).containsExactly("B", "A");
        PatientData first = data.patients().getFirst();
        assertThat(first.times()).containsExactly(1, 2);
        assertThat(first.of(0))
                .containsExactly(
                        new PatientData.Observation(0, 1, 1),
                        new PatientData.Observation(0, 0, 4),
                        new PatientData.Observation(0, 1, 6));
        assertThat(first.of(1)).containsExactly(new PatientData.Observation(1, 0, 5));
    }

    private PatientCurves curves() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                population:
                  patients: 1
                  vary:
                    a: {uniform: [0.1, 0.3]}
                """);
        return PatientCurves.of(
                StudyRun.prepare(study.toString(), Overrides.NONE).prepared());
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> StudyRun.prepare(
                        "kuznetsov1994",
                        Overrides.NONE.withFit(new FitPlan.Asked(
                                List.of("a=1:2"), "no/such.csv", "additive", 0, 50, Optional.empty()))))
                .hasMessageContaining("--data: \"no/such.csv\": there is no such file")
                .hasMessageContaining("--starts: 0: a number from 1 to 10000 was expected")
                .hasMessageContaining("--samples: 50: 0, for none, or a number from 100 to 1000000 was expected");
    }
}
