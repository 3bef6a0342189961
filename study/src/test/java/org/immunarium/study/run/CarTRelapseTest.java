package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What the shipped study `car-t-relapse` claims.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CarTRelapseTest {

    /// Overt leukaemia, in cells.
    private static final double OVERT = 1e11;

    /// B cells per microlitre of blood, a fifth of normal.
    private static final double FEW_B_CELLS = 50;

    private static final int INFUSION = 6;

    private static final String REMISSION = "all-leukaemia-has-cd19";
    private static final String RELAPSE = "one-cell-in-ten-million-has-lost-it";
    private static final String CROWDED = "without-lymphodepletion";
    private static final String ENGAGER = "one-cycle-of-blinatumomab";

    @TempDir
    private static Path folder = Path.of("");

    private RunVariants variants = new RunVariants(folder);

    @BeforeAll
    void runTheStudy() throws IOException {
        variants = RunVariants.of("car-t-relapse", folder);
    }

    private double[] daily(String variant, String column) throws IOException {
        return variants.column(variant, column);
    }

    private static int firstDayAbove(double[] values, double level, int from) {
        for (int day = from; day < values.length; day++) {
            if (values[day] > level) {
                return day;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void leukaemiaWithCd19IsGoneForGood() throws IOException {
        double[] cells = daily(REMISSION, "C_total");
        assertThat(cells[INFUSION + 60]).isZero();
        assertThat(cells[730]).isZero();
    }

    @Test
    void cellsWithoutCd19ComeBackWhileCarTCellsAreThereAndBCellsAreNot() throws IOException {
        int relapse = firstDayAbove(daily(RELAPSE, "C_total"), OVERT, INFUSION + 60);
        assertThat(relapse).isBetween(INFUSION + 150, INFUSION + 365);
        assertThat(daily(RELAPSE, "V_P.CD19pos")[relapse]).isZero();
        assertThat(daily(RELAPSE, "CART_copies")[relapse]).isGreaterThan(100);
        assertThat(daily(RELAPSE, "B_count")[relapse]).isLessThan(FEW_B_CELLS);
    }

    @Test
    void bCellsComeBackAsCarTCellsWane() throws IOException {
        int back = firstDayAbove(daily(REMISSION, "B_count"), FEW_B_CELLS, INFUSION + 30);
        assertThat(back).isBetween(INFUSION + 365, 729);
        double[] copies = daily(REMISSION, "CART_copies");
        assertThat(copies[back]).isLessThan(copies[INFUSION + 90] / 4);
    }

    @Test
    void withoutLymphodepletionNothingIsAchieved() throws IOException {
        assertThat(daily(CROWDED, "C_total")[60]).isGreaterThan(1e12);
        assertThat(daily(CROWDED, "CART_copies")[INFUSION + 11]).isLessThan(100);
    }

    @Test
    void blinatumomabWorksWhileItIsGiven() throws IOException {
        double[] cells = daily(ENGAGER, "C_total");
        assertThat(cells[28]).isLessThan(1e-4 * cells[0]);
        assertThat(firstDayAbove(cells, OVERT, 60)).isBetween(150, 300);
        assertThat(daily(ENGAGER, "B_count")[200]).isGreaterThan(4 * FEW_B_CELLS);
    }
}
