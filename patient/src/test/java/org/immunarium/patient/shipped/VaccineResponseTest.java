package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.modules.Diagnosis;
import org.junit.jupiter.api.Test;

/// T cells after a vaccine, in blood: when they come, when there are most of them, what is left.
///
/// Published are CD8 T cells after the vaccine against yellow fever, the best-known primary response of people:
/// seen from seven to nine days on (Co et al. 2009, doi 10.1111/j.1365-2567.2009.03070.x), most of them between
/// two weeks and a month, memory for years (Akondy et al. 2009, doi 10.4049/jimmunol.0803903).
final class VaccineResponseTest {

    private static final int DAYS = 120;

    /// A patient whose tumour gives no antigen that T1 knows, vaccinated on day 0.
    private static Timecourse vaccinated() {
        return CompiledModel.compile(SolidCancer.find("melanoma")
                        .orElseThrow()
                        .patient(TumourPlan.of("mRNA-4157"))
                        .model())
                .simulation()
                .set("D_diagnosis", 0.3)
                .set("shed_P1_C1", 0)
                .afterRunIn(Diagnosis.MOMENT, 8000)
                .intervention(new Intervention.Bolus(0, "V_P_vaccine_P1", 1e-6))
                .until(DAYS)
                .every(1)
                .run();
    }

    @Test
    void itTakesAWeekAndPeaksWithinAMonth() {
        double[] cells = vaccinated().column("V_C.T1");
        int peak = IntStream.range(0, cells.length)
                .reduce((a, b) -> cells[b] > cells[a] ? b : a)
                .orElseThrow();
        int half = IntStream.range(0, cells.length)
                .filter(day -> cells[day] > cells[peak] / 2)
                .findFirst()
                .orElseThrow();
        assertThat(peak).isBetween(14, 30);
        assertThat(half).isBetween(7, 11);
        assertThat(cells[1]).isLessThan(0.02 * cells[peak]);
        // Of a million specificities two hundred answer: from a few naive cells to a share of all effectors.
        assertThat(cells[peak]).isGreaterThan(1e4 * Math.max(1, cells[0]));
    }

    @Test
    void whatIsPrimedIsRemembered() {
        double[] memory = vaccinated().column("V_C.mT1");
        assertThat(Arrays.stream(memory).max().orElseThrow()).isEqualTo(memory[DAYS]);
        assertThat(memory[DAYS]).isGreaterThan(1e4);
    }

    /// Days on which blood was taken of 80 people after the vaccine against yellow fever (Akondy et al. 2015, doi
    /// 10.1073/pnas.1500475112).
    private static final int[] TAKEN = {0, 1, 2, 3, 5, 7, 9, 11, 14, 30, 90};

    /// Misses, as docs/models/solid-tumours.md tells them. Published: of the days on which blood was taken most
    /// cells are there on the 14th; more than 90 % of them are gone when memory is left (Miller et al. 2008,
    /// doi 10.1016/j.immuni.2008.02.020).
    @Test
    void itPeaksLaterAndContractsLessThanPublished() {
        double[] cells = vaccinated().column("V_C.T1");
        double most = Arrays.stream(cells).max().orElseThrow();
        int seen = Arrays.stream(TAKEN)
                .reduce((a, b) -> cells[b] > cells[a] ? b : a)
                .orElseThrow();
        assertThat(seen).isEqualTo(30);
        assertThat(cells[14] / most).isBetween(0.78, 0.83);
        assertThat(1 - cells[90] / most).as("gone after 90 days").isBetween(0.43, 0.49);
    }
}
