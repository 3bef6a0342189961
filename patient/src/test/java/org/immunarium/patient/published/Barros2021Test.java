package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The cases of Barros et al. 2021 (CARTmath): what CAR-T cells do to HDLM-2 and to Raji.
final class Barros2021Test {

    private static final int TREATED = 42;
    private static final int AGAIN = 250;

    private static final String DOSE = "CAR-T 2e6 cells from 42 d";

    private static Course hdlm2(String therapy, int days) {
        return Course.of(Barros2021.hdlm2(), therapy, days, Map.of());
    }

    private static double rajiOnDay14(PublishedModel model, String therapy) {
        return Course.of(model, therapy, 14, Map.of()).curve("T").at(14);
    }

    @Test
    void untreatedHdlm2Escapes() {
        assertThat(hdlm2("", AGAIN).curve("T").at(AGAIN)).isCloseTo(5.6e11, withPercentage(1));
    }

    @Test
    void oneDoseClearsHdlm2AndLeavesMemory() {
        Course treated = hdlm2(DOSE, AGAIN);
        assertThat(treated.curve("T").firstAfter(TREATED, size -> size == 0)).isCloseTo(47.6, within(0.06));
        assertThat(treated.curve("T").at(AGAIN)).isZero();
        assertThat(treated.curve("CM").at(AGAIN)).isCloseTo(1.2e6, withPercentage(4));
    }

    @Test
    void memoryRejectsTumourCellsThatComeAgain() {
        Course.Curve tumour =
                hdlm2(DOSE + " + tumour cells 1e6 cells from 250 d", 350).curve("T");
        assertThat(tumour.at(AGAIN + 1)).isPositive();
        assertThat(tumour.firstAfter(AGAIN + 1, size -> size == 0)).isCloseTo(260.4, within(0.06));
        assertThat(tumour.at(350)).isZero();
    }

    @Test
    void fourPartsClearHdlm2Too() {
        assertThat(hdlm2("CAR-T 5e5 cells q1w x 4 from 42 d", AGAIN).curve("T").at(AGAIN))
                .isZero();
    }

    @Test
    void tooSmallADoseLetsHdlm2Escape() {
        assertThat(hdlm2("CAR-T 1e4 cells from 42 d", AGAIN).curve("T").at(AGAIN))
                .isGreaterThan(1e10);
    }

    @Test
    void rajiIsSlowedAndItsIdoTakesTheEffectUnlessBlocked() {
        String dose = "CAR-T 1e7 cells from 7 d";
        double untreated = rajiOnDay14(Barros2021.raji(), "");
        double treated = rajiOnDay14(Barros2021.raji(), dose);
        double suppressed = rajiOnDay14(Barros2021.rajiIdo(), dose);
        double freed = rajiOnDay14(Barros2021.rajiIdoInhibited(), dose);
        assertThat(untreated).isCloseTo(3.6e9, withPercentage(2));
        assertThat(treated).isCloseTo(5.7e8, withPercentage(2));
        assertThat(suppressed).isCloseTo(1.7e9, withPercentage(3));
        assertThat(freed).isCloseTo(7.1e8, withPercentage(2));
    }
}
