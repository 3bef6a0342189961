package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.immunarium.patient.published.Course;
import org.immunarium.patient.published.PublishedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The patients with leukaemia and lymphoma under CAR-T cells, against tisagenlecleucel in patients (Stein 2019).
final class BCellCancerTest {

    /// Of the infusion.
    private static final double DAY = 6;

    /// A tenth of the most that the model grows to: overt leukaemia again.
    private static final double RELAPSE = 1e11;

    /// B cells in blood, a fifth of normal.
    private static final double APLASIA = 50;

    private static final PublishedModel LEUKAEMIA = BCellLeukaemia.patient();

    private final Course typical = run(LEUKAEMIA, 1200, Map.of());

    static List<PublishedModel> patients() {
        return List.of(LEUKAEMIA, BCellLymphoma.patient());
    }

    private static Course run(PublishedModel patient, int days, Map<String, Double> values) {
        return Course.of(patient, patient.therapy(), days, values);
    }

    /// Half of all patients are between these: log-normal with the variances of Stein 2019, table 1.
    @Test
    void carTCellsOfTheTypicalPatientAreThoseOfTheMiddleHalfOfPatients() {
        Course.Curve copies = typical.curve("CART_copies");
        double peak = copies.timeOfPeakAfter(DAY + 1);
        assertThat(copies.at(peak)).isBetween(13_900.0, 41_300.0);
        assertThat(peak - DAY).isBetween(6.1, 14.1);
        assertThat(copies.halfLife(peak + 5, peak + 20)).isBetween(2.3, 8.3);
        assertThat(copies.halfLife(DAY + 300, DAY + 600)).isBetween(116.0, 405.0);
        assertThat(-copies.halfLife(DAY + 3, DAY + 6)).isBetween(0.5, 1.0);
    }

    /// Nine in ten of all patients are between these. Expansion in lymphoma is lower than in leukaemia (Awasthi
    /// 2020).
    @Test
    void inLymphomaTheyPeakLowerAndWithinNineInTenPatients() {
        Course.Curve copies = run(BCellLymphoma.patient(), 700, Map.of()).curve("CART_copies");
        double peak = copies.timeOfPeakAfter(DAY + 1);
        assertThat(copies.at(peak))
                .isBetween(6_400.0, 0.6 * typical.curve("CART_copies").peakAfter(DAY + 1));
        assertThat(peak - DAY).isBetween(3.4, 25.6);
        assertThat(copies.halfLife(peak + 5, peak + 20)).isBetween(0.9, 20.8);
        assertThat(copies.halfLife(DAY + 300, DAY + 600)).isBetween(47.0, 1000.0);
    }

    @ParameterizedTest
    @MethodSource("patients")
    void theCancerIsGoneWithinTwoMonths(PublishedModel patient) {
        assertThat(run(patient, 365, Map.of()).curve("C_total").firstAfter(0, cells -> cells == 0))
                .isLessThan(DAY + 60);
    }

    @Test
    void withoutTreatmentItGrows() {
        Course untreated = Course.of(LEUKAEMIA, "", 60, Map.of());
        assertThat(untreated.curve("C_total").at(60)).isGreaterThan(1e12);
        assertThat(untreated.curve("V_C_IL6").peak()).isLessThan(1.8);
    }

    @Test
    void bCellsAreAwayUntilCarTCellsWane() {
        Course.Curve count = typical.curve("B_count");
        Course.Curve copies = typical.curve("CART_copies");
        double back = count.firstAfter(DAY + 30, cells -> cells > APLASIA);
        assertThat(back - DAY).isBetween(365.0, 730.0);
        assertThat(copies.at(back)).isLessThan(copies.at(DAY + 90) / 4);
        assertThat(count.at(1200)).isGreaterThan(2 * APLASIA);
        Course lost = run(LEUKAEMIA, 500, Map.of("k_CARTM_death", 0.032));
        assertThat(lost.curve("B_count").firstAfter(DAY + 30, cells -> cells > APLASIA))
                .isLessThan(DAY + 200);
    }

    @Test
    void aShareWithoutCd19RelapsesWhileCarTCellsAreThereAndBCellsAreNot() {
        Course escaped = run(LEUKAEMIA, 400, Map.of("share_negative", 1e-7));
        double relapse = escaped.curve("C_total").firstAfter(DAY + 60, cells -> cells > RELAPSE);
        assertThat(relapse - DAY).isBetween(150.0, 365.0);
        assertThat(escaped.curve("V_P_CD19pos").at(relapse)).isZero();
        assertThat(escaped.curve("B_count").at(relapse)).isLessThan(APLASIA);
        assertThat(escaped.curve("CART_copies").at(relapse)).isGreaterThan(100);
    }

    @Test
    void cellsThatLoseCd19AtDivisionRelapseToo() {
        Course escaped = run(LEUKAEMIA, 500, Map.of("p_loss", 1e-9));
        assertThat(escaped.curve("V_P_CD19neg").firstAfter(DAY, cells -> cells > RELAPSE))
                .isLessThan(500.0);
        assertThat(escaped.curve("V_P_CD19pos").at(500)).isZero();
    }

    @Test
    void withoutLymphodepletionCarTCellsHaveNoRoom() {
        Course crowded = Course.of(LEUKAEMIA, "CAR-T 1e8 cells IV from 6 d", 60, Map.of());
        assertThat(crowded.curve("CART_copies").peakAfter(DAY + 1))
                .isLessThan(typical.curve("CART_copies").peakAfter(DAY + 1) / 100);
        assertThat(crowded.curve("C_total").at(60)).isGreaterThan(1e12);
    }

    /// As in 51 patients (Leukemia 2021, doi:10.1038/s41375-021-01281-7): little leukaemia, and with it early loss
    /// of aplasia, makes relapses that still have CD19 more likely.
    @Test
    void onLittleLeukaemiaCarTCellsExpandLessAndAplasiaIsShorter() {
        Course little = run(LEUKAEMIA, 400, Map.of("C_start", 1e9));
        assertThat(little.curve("CART_copies").peakAfter(DAY + 1))
                .isLessThan(typical.curve("CART_copies").peakAfter(DAY + 1) / 10);
        assertThat(little.curve("B_count").firstAfter(DAY + 30, cells -> cells > APLASIA))
                .isLessThan(DAY + 180);
    }

    /// Between the two patients of Hardiansyah 2019.
    @Test
    void cytokinesPeakWithTheExpansionAndGoBack() {
        assertThat(typical.curve("V_C_IL6").peak()).isBetween(50.0, 2800.0);
        assertThat(typical.curve("V_C_IL10").peak()).isBetween(150.0, 550.0);
        assertThat(typical.curve("V_C_IFNg").peak()).isBetween(110.0, 700.0);
        assertThat(typical.curve("V_C_IL6").timeOfPeak() - DAY).isBetween(4.0, 14.0);
        assertThat(typical.curve("V_C_IL6").at(DAY + 180)).isBetween(1.6, 2.0);
    }

    @Test
    void blinatumomabClearsMostLeukaemiaInACycleAndItComesBackAfterOne() {
        Course cycle = Course.of(
                LEUKAEMIA, "blinatumomab 63 µg IV over 7 d + blinatumomab 588 µg IV over 21 d from 7 d", 250, Map.of());
        Course.Curve cells = cycle.curve("C_total");
        assertThat(cells.at(28)).isLessThan(1e-4 * cells.at(0));
        assertThat(cells.at(250)).isGreaterThan(RELAPSE);
        assertThat(cycle.curve("B_count").at(28)).isLessThan(APLASIA / 5);
        assertThat(cycle.curve("B_count").at(120)).isGreaterThan(4 * APLASIA);
        assertThat(cycle.curve("V_C_IL6").peak())
                .isBetween(10.0, typical.curve("V_C_IL6").peak());
    }

    @Test
    void blinatumomabDoesNotTouchCellsWithoutCd19() {
        Course escaped = Course.of(
                LEUKAEMIA,
                "blinatumomab 63 µg IV over 7 d + blinatumomab 588 µg IV over 21 d from 7 d",
                28,
                Map.of("share_negative", 1e-3));
        assertThat(escaped.curve("V_P_CD19neg").at(28))
                .isGreaterThan(escaped.curve("V_P_CD19neg").at(0));
    }

    private static Course underMosunetuzumab(Map<String, Double> values) {
        return Course.of(
                BCellLymphoma.patient(),
                "mosunetuzumab 1 mg IV over 4 h q1w x 1 then 2 mg over 4 h q1w x 1 then 60 mg over 4 h q1w x 1"
                        + " then 60 mg over 2 h q3w x 1 then 30 mg over 2 h q3w x 6",
                63,
                values);
    }

    /// Lunsumio, figure of the label as github.com/yuezheli/hosseini-2020 has read it off: 10.6 mg/L after the first
    /// 60 mg, 13.4 after the second, 2.1 before the third cycle, 1.5 before the fourth.
    @Test
    void mosunetuzumabIsInBloodAsItsLabelHasIt() {
        Course.Curve milligrams = underMosunetuzumab(Map.of()).curve("V_C_mosunetuzumab");
        assertThat(milligrams.at(14.25) / 5490).isBetween(8.5, 12.7);
        assertThat(milligrams.at(21.25) / 5490).isBetween(10.7, 16.1);
        assertThat(milligrams.at(42) / 5490).isBetween(1.7, 2.5);
        assertThat(milligrams.at(63) / 5490).isBetween(1.2, 1.8);
    }

    @Test
    void mosunetuzumabClearsMostLymphomaAndReleasesMostAfterTheThirdDose() {
        Course course = underMosunetuzumab(Map.of());
        Course.Curve cells = course.curve("C_total");
        assertThat(cells.at(14)).isGreaterThan(0.3 * cells.at(0));
        assertThat(cells.at(63)).isLessThan(1e-2 * cells.at(0));
        assertThat(course.curve("B_count").at(63)).isLessThan(APLASIA / 5);
        assertThat(course.curve("V_C_IL6").timeOfPeak()).isBetween(14.0, 18.0);
    }

    /// They still have CD20.
    @Test
    void mosunetuzumabTakesCellsWithoutCd19Too() {
        Course escaped = underMosunetuzumab(Map.of("share_negative", 0.5));
        assertThat(escaped.curve("V_P_CD19neg").at(63))
                .isLessThan(1e-2 * escaped.curve("V_P_CD19neg").at(0));
    }
}
