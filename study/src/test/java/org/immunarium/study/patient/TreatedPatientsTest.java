package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.patient.GivenDose;
import org.immunarium.study.InputFiles;
import org.immunarium.study.run.StudyReader;
import org.junit.jupiter.api.Test;

class TreatedPatientsTest {

    private static List<Column.Request> columns(PopulationRun run) {
        return Stream.of("D", "gut_harm", "V_C.ANC")
                .map(name -> run.plan().model().find(name).orElseThrow().id())
                .map(Column.Request::of)
                .toList();
    }

    private static PopulationRun run() {
        PatientStudy study = (PatientStudy) StudyReader.parse("x.yaml", """
                format: 1
                study: patient
                model: melanoma
                duration: 200 d
                patient: {weight: 80 kg, height: 175 cm}
                side effects: yes
                therapy: [ipilimumab 3 mg/kg IV q3w x 4, dacarbazine 850 mg/m2 IV q3w x 4]
                population:
                  patients: 4
                  vary: {n_T1_clones: {log-normal: 0.5}}
                """);
        PatientStudy.Population own = study.population().orElseThrow();
        return (PopulationRun) study.withPopulation(new PatientStudy.Population(
                        own.patients(), Optional.empty(), own.vary(), Optional.empty(), List.of(), List.of(), true))
                .prepare(InputFiles.in(Path.of("")));
    }

    private static List<PatientResult> followed(PopulationRun run, List<Snapshot> from) {
        List<PatientResult> results = new ArrayList<>();
        List<GivenDose> doses = run.courses().getFirst().doses();
        run.simulation(1)
                .seed(1)
                .columns(columns(run))
                .times(new double[] {0, 30, 100, 200})
                .until(200)
                .run(
                        IntStream.range(0, from.size())
                                .mapToObj(i -> new Patient(
                                        i + 1,
                                        Map.of(),
                                        Optional.of(from.get(i)),
                                        doses.stream()
                                                .map(GivenDose::intervention)
                                                .toList(),
                                        Optional.empty()))
                                .iterator(),
                        results::add);
        return results;
    }

    private static List<Snapshot> diagnosed(PopulationRun run, List<double[]> values) {
        List<Snapshot> found = new ArrayList<>();
        run.simulation(1)
                .seed(1)
                .columns(columns(run))
                .times(new double[] {0})
                .until(0)
                .run(
                        IntStream.range(0, values.size())
                                .mapToObj(i -> new Patient(i + 1, run.valuesWith(values.get(i)), List.of()))
                                .iterator(),
                        result -> found.add(result.end().orElseThrow()));
        return found;
    }

    /// Who is made as prone as another at diagnosis goes on as one who was so from the beginning.
    @Test
    void untilDiagnosisItDoesNotMatterHowProneSomeoneIs() {
        PopulationRun run = run();
        TreatedPatients patients = TreatedPatients.of(run);
        assertThat(patients.areProne()).isTrue();
        List<Long> numbers = List.of(1L, 2L, 3L, 4L);
        List<Long> others = List.of(11L, 12L, 13L, 14L);
        List<double[]> own = numbers.stream().map(patients::values).toList();
        List<double[]> mixed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double[] values = own.get(i).clone();
            double[] other = patients.values(others.get(i));
            System.arraycopy(other, 1, values, 1, values.length - 1);
            mixed.add(values);
        }
        List<PatientResult> begun = followed(run, diagnosed(run, mixed));
        List<PatientResult> changed = followed(run, patients.asProneAs(diagnosed(run, own), numbers, others));
        List<PatientResult> before = followed(run, diagnosed(run, own));
        for (int i = 0; i < 4; i++) {
            for (int column = 0; column < 3; column++) {
                for (int row = 0; row < 4; row++) {
                    assertThat(changed.get(i).values()[column][row])
                            .isCloseTo(begun.get(i).values()[column][row], withinPercentage(1e-4));
                }
            }
        }
        assertThat(IntStream.range(0, 4))
                .anyMatch(i -> changed.get(i).values()[1][3] != before.get(i).values()[1][3]);
    }
}
