package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which tumours of de Pillis, Gu and Radunskaya 2006 are cleared by what, and when.
final class DePillis2006Test {

    private static final int END = 120;

    /// Where a tumour that escapes ends, near 1 / b.
    private static final double ESCAPED = 9.8e8;

    private static final String BOTH =
            String.join(" + ", DePillis2006.CHEMOTHERAPY, DePillis2006.TIL, DePillis2006.IL2);

    private static String therapy(String treatment) {
        return switch (treatment) {
            case "none" -> "";
            case "every 5 days" -> "chemotherapy 5 mg/L/d over 1 d q5d x 9";
            case "every 10 days" -> DePillis2006.CHEMOTHERAPY;
            case "TIL" -> DePillis2006.TIL;
            case "TIL + IL-2" -> DePillis2006.TIL + " + " + DePillis2006.IL2;
            case "both" -> BOTH;
            case "chemotherapy + TIL" -> DePillis2006.CHEMOTHERAPY + " + " + DePillis2006.TIL;
            default -> throw new IllegalArgumentException(treatment);
        };
    }

    private static Course.Curve tumour(int patient, double cells, String immuneSystem, String treatment) {
        PublishedModel model = patient == 9 ? DePillis2006.patient9() : DePillis2006.patient10();
        Map<String, Double> start = new HashMap<>(Map.of("T", cells));
        if (immuneSystem.equals("healthy")) {
            start.putAll(Map.of("N", 1e5, "L", 100.0, "C", 6e10));
        }
        return Course.of(model, therapy(treatment), END, start).curve("T");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 1e6, healthy, none, 7.5, 0.1",
        "9, 2e7, depleted, every 5 days, 48, 0.6",
        "9, 1e6, depleted, TIL + IL-2, 15.8, 0.1",
        "9, 1e7, depleted, both, 14.5, 0.1"
    })
    void isCleared(int patient, double cells, String immuneSystem, String treatment, double day, double within) {
        Course.Curve tumour = tumour(patient, cells, immuneSystem, treatment);
        assertThat(tumour.firstAfter(0, size -> size < 1)).isCloseTo(day, within(within));
        assertThat(tumour.at(END)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "9, 1e6, depleted, none",
        "9, 2e7, depleted, every 10 days",
        "9, 1e7, depleted, TIL + IL-2",
        "9, 1e7, depleted, every 10 days",
        "9, 1e7, depleted, none",
        "10, 1e7, depleted, both"
    })
    void escapes(int patient, double cells, String immuneSystem, String treatment) {
        assertThat(tumour(patient, cells, immuneSystem, treatment).at(END)).isCloseTo(ESCAPED, withPercentage(1));
    }

    @Test
    void interleukin2HardlyMatters() {
        assertThat(tumour(9, 1e6, "depleted", "TIL").firstAfter(0, size -> size < 1))
                .isCloseTo(15.8, within(0.1));
        assertThat(tumour(9, 1e7, "depleted", "chemotherapy + TIL").firstAfter(0, size -> size < 1))
                .isCloseTo(14.5, within(0.1));
    }
}
