package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Hardiansyah and Ng 2019 against its figures: the paper prints no numbers, so these are readings off figure
/// 1b, which has logarithmic axes over six decades, and figure S1, which has linear ones, as nlmixr2lib took them.
///
/// A reading off figure 1b is worth a factor of 1.5, and that of one point of a peak in a cytokine one of 1.8.
final class Hardiansyah2019Test {

    private static final double CELLS = 1.5;
    private static final double CYTOKINE = 1.8;

    private final Course upn1 = run(Hardiansyah2019.upn1(), Map.of());
    private final Course upn3 = run(Hardiansyah2019.upn3(), Map.of());

    private static Course run(PublishedModel model, Map<String, Double> values) {
        return Course.of(model, model.therapy(), 350, values);
    }

    private static void within(double factor, double found, double read) {
        assertThat(found).isBetween(read / factor, read * factor);
    }

    @Test
    void carTCellsPeakAsInFigure1b() {
        within(CELLS, upn1.curve("V_C_CARTE", "V_C_CARTM").peak(), 2.3e9);
        within(CELLS, upn1.curve("V_C_CARTM").peak(), 7.0e6);
        within(CELLS, upn3.curve("V_C_CARTE", "V_C_CARTM").peak(), 0.12e9);
        within(CELLS, upn3.curve("V_C_CARTM").peak(), 7.5e6);
    }

    @Test
    void cytokinesPeakAsInFigure1b() {
        within(CYTOKINE, upn1.curve("V_C_IL6").peak(), 2800);
        within(CYTOKINE, upn1.curve("V_C_IL10").peak(), 550);
        within(CYTOKINE, upn1.curve("V_C_IFNg").peak(), 700);
        within(CYTOKINE, upn3.curve("V_C_IL6").peak(), 50);
        within(CYTOKINE, upn3.curve("V_C_IL10").peak(), 150);
        within(CYTOKINE, upn3.curve("V_C_IFNg").peak(), 110);
    }

    /// The paper says between 15 and 23 days. That is of UPN3: with the values of UPN1 all cytokines peak
    /// before day 4.
    @Test
    void cytokinesOfUpn3PeakInTheTimeThatThePaperSays() {
        for (String cytokine : new String[] {"V_C_IL6", "V_C_IL10", "V_C_IFNg"}) {
            assertThat(upn3.curve(cytokine).timeOfPeak()).isBetween(15.0, 23.0);
            assertThat(upn1.curve(cytokine).timeOfPeak()).isBetween(3.0, 4.0);
        }
    }

    /// Within a tenth of the axis' billion.
    @Test
    void leukaemiaFallsAsInFigureS1() {
        assertThat(upn1.curve("V_C_B").at(50)).isBetween(0.2e9, 0.4e9);
        assertThat(upn1.curve("V_C_B").at(350)).isBetween(0.35e9, 0.55e9);
    }

    @Test
    void howMuchLeukaemiaThereIsCountsForMoreThanTheDose() {
        Course twiceTheLeukaemia = run(Hardiansyah2019.upn1(), Map.of("V_C_B", 8.28e9));
        PublishedModel model = Hardiansyah2019.upn1();
        Course twiceTheDose = Course.of(
                model,
                "CAR-T 2.2e8 cells IV at 0 d + CAR-T 6.6e8 cells IV from 1 d + CAR-T 13.2e8 cells IV from 2 d",
                350,
                Map.of());
        double peak = upn1.curve("V_C_IL6").peak();
        assertThat(twiceTheLeukaemia.curve("V_C_IL6").peak()).isGreaterThan(4 * peak);
        assertThat(twiceTheDose.curve("V_C_IL6").peak()).isBetween(0.9 * peak, 1.2 * peak);
    }

    /// The other readings of the supplement, as printed, miss the memory cells of figure 1b.
    @Test
    void theSupplementsUnitOfHMissesTheMemoryCells() {
        double asCells = run(Hardiansyah2019.upn1(), Map.of("CD19_50", 1e5))
                .curve("V_C_CARTM")
                .peak();
        double perMillilitreOfBlood = run(Hardiansyah2019.upn1(), Map.of("CD19_50", 1e5 * 5000))
                .curve("V_C_CARTM")
                .peak();
        assertThat(asCells).isLessThan(7.0e6 / 1000);
        assertThat(perMillilitreOfBlood).isLessThan(7.0e6 / 2);
    }

    @Test
    void anIl10HalfWayPointInNanogramsOvershootsInterferon() {
        double found = run(Hardiansyah2019.upn1(), Map.of("b_IL10", 650e3))
                .curve("V_C_IFNg")
                .peak();
        assertThat(found).isGreaterThan(1.2 * upn1.curve("V_C_IFNg").peak());
    }
}
