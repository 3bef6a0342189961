package org.immunarium.benchmarks.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.calibration.Target.What;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Patients of several runs, taken together.
final class SimulatedTrialTest {

    private static final String HEADER = "id,arm,best response,PFS [d],PFS event,OS [d],death,worst toxicity,failed\n";

    @Test
    void patientsOfAllRunsAreTakenTogetherAndThoseWhoFailedAreNot(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(
                folder.resolve("1.csv"),
                HEADER + "1,A,PR,50,yes,100,yes,3+,no\n2,A,,,,,,,too stiff\n3,B,SD,60,no,70,no,1-2,no\n");
        Path two = Files.writeString(
                folder.resolve("2.csv"),
                HEADER + "1,A,PD,30,yes,40,no,,no\n2,A,CR,80,no,80,no,,no\n3,B,NE,5,yes,5,yes,,no\n");
        SimulatedTrial trial = SimulatedTrial.read("made up", List.of(one, two));
        assertThat(trial.failed()).isEqualTo(1);
        assertThat(trial.titles()).containsExactly("A", "B");
        assertThat(trial.arm("A"))
                .containsExactly(
                        new SimulatedPatient(100, true, 50, true, true, true),
                        new SimulatedPatient(40, false, 30, true, false, false),
                        new SimulatedPatient(80, false, 80, false, true, false));
        assertThatThrownBy(() -> trial.arm("C")).hasMessageContaining("there are A, B");
    }

    @Test
    void afterSurgeryItIsDiseaseFreeSurvivalThatIsRead(@TempDir Path folder) throws IOException {
        Path one =
                Files.writeString(folder.resolve("1.csv"), HEADER.replace("PFS", "DFS") + "1,A,,50,yes,100,no,3+,no\n");
        assertThat(SimulatedTrial.read("made up", List.of(one)).arm("A"))
                .containsExactly(new SimulatedPatient(100, false, 50, true, false, true));
    }

    @Test
    void agreementCountsMonthsWithinTheRealCurvesInterval() {
        double[] times = new double[100];
        boolean[] events = new boolean[100];
        for (int i = 0; i < times.length; i++) {
            times[i] = 5.0 * (i + 1);
            events[i] = true;
        }
        Survival real = new Survival(times, events);
        Target target = Target.of(What.OVERALL_SURVIVAL, real, Double.POSITIVE_INFINITY);
        CurveAgreement same = CurveAgreement.of(target, KaplanMeier.of(real));
        assertThat(same.points()).isEqualTo(target.times().length).isEqualTo(same.inside());
        assertThat(same.largest()).isZero();
        CurveAgreement nobodyDies =
                CurveAgreement.of(target, KaplanMeier.of(new Survival(times, new boolean[times.length])));
        assertThat(nobodyDies.inside()).isZero();
        assertThat(nobodyDies.at()).isEqualTo(nobodyDies.points());
    }
}
