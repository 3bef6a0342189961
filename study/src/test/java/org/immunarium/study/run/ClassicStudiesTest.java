package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped studies of classic models claim in their first lines.
final class ClassicStudiesTest {

    @TempDir
    private Path folder = Path.of("");

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    /// The part of a curve after a share of the run.
    private static double[] after(double share, double[] values) {
        return Arrays.copyOfRange(values, (int) (share * values.length), values.length);
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    @Test
    void theSameImmuneSystemHoldsASmallTumourDormantAndLosesToALargeOne() throws IOException {
        RunVariants run = RunVariants.of("kuznetsov1994-dormancy-and-escape", folder);
        assertThat(run.last("small-tumour-dormant", "T")).isCloseTo(8.19e6, withPercentage(2));
        assertThat(run.last("large-tumour-escapes", "T")).isCloseTo(4.47e8, withPercentage(1));
    }

    @Test
    void antigenicityDecidesWhetherATumourGrowsLargeComesAndGoesOrStaysSmall() throws IOException {
        RunVariants run = RunVariants.of("kirschner1998-antigenicity", folder);
        double[] large = after(0.8, run.column("hardly-antigenic-grows-large", "T"));
        assertThat(least(large)).isGreaterThan(0.9e9);
        double[] waves = after(0.3, run.column("moderately-antigenic-comes-and-goes", "T"));
        assertThat(most(waves)).isGreaterThan(1000 * least(waves));
        assertThat(rises(waves, 1e4)).isGreaterThanOrEqualTo(3);
        double[] small = after(0.8, run.column("strongly-antigenic-stays-small", "T"));
        assertThat(most(small)).isLessThan(2e4);
        assertThat(most(small)).isLessThan(1.1 * least(small));
    }

    /// How often a curve rises through a size.
    private static int rises(double[] values, double size) {
        int times = 0;
        for (int i = 1; i < values.length; i++) {
            times += values[i - 1] < size && values[i] >= size ? 1 : 0;
        }
        return times;
    }

    @Test
    void cellsThatMakeIdoExhaustCarTCellsAndBlockingItGivesMostBack() throws IOException {
        RunVariants run = RunVariants.of("barros2021-ido", folder);
        int aWeekLater = 140;
        double untreated = run.column("no-treatment", "T")[aWeekLater];
        double treated = run.column("car-t-cells", "T")[aWeekLater];
        double suppressed = run.column("car-t-cells-tumour-makes-ido", "T")[aWeekLater];
        double freed = run.column("car-t-cells-tumour-makes-ido-ido-blocked", "T")[aWeekLater];
        assertThat(suppressed).isBetween(2 * treated, untreated);
        assertThat(freed).isLessThan(treated + 0.25 * (suppressed - treated));
        for (String variant :
                new String[] {"car-t-cells", "car-t-cells-tumour-makes-ido", "car-t-cells-tumour-makes-ido-ido-blocked"
                }) {
            assertThat(least(run.column(variant, "T"))).as(variant).isPositive();
            assertThat(run.last(variant, "T")).as(variant).isGreaterThan(run.column(variant, "T")[aWeekLater]);
        }
    }

    @Test
    void whatIsLeftOfCarTCellsRejectsTumourCellsThatComeAgain() throws IOException {
        RunVariants run = RunVariants.of("barros2021-memory", folder);
        double[] tumour = run.column("car-t-cells-on-day-42-tumour-cells-again-on-day", "T");
        int again = 2 * 250;
        assertThat(tumour[again - 1]).isZero();
        assertThat(tumour[again + 1]).isGreaterThan(1e5);
        assertThat(last(tumour)).isZero();
        assertThat(run.last("no-treatment", "T")).isGreaterThan(1e11);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10})
    void theCombinationCuresPatient9AndNotPatient10(int patient) throws IOException {
        RunVariants run = RunVariants.of("depillis2006-patient" + patient + "-combination", folder);
        double[] tumour = run.column("", "T");
        if (patient == 9) {
            assertThat(cleared(tumour)).isCloseTo(14.5, within(0.3));
        } else {
            assertThat(last(tumour)).isCloseTo(9.8e8, withPercentage(1));
        }
    }

    /// The day of a study with a value every six hours.
    private static double cleared(double[] tumour) {
        int i = 0;
        while (tumour[i] > 0) {
            i++;
        }
        return i / 4.0;
    }

    @Test
    void ninePulsesClearATumourWhenTheyAreFiveDaysApartAndNotWhenTheyAreTen() throws IOException {
        RunVariants run = RunVariants.of("depillis2006-chemotherapy-interval", folder);
        assertThat(cleared(run.column("every-five-days", "T"))).isBetween(47.0, 49.0);
        assertThat(run.last("every-ten-days", "T")).isCloseTo(9.8e8, withPercentage(1));
    }

    @Test
    void aHealthyImmuneSystemClearsWhatEscapesADepletedOne() throws IOException {
        RunVariants run = RunVariants.of("depillis2006-healthy-or-depleted", folder);
        assertThat(cleared(run.column("healthy", "T"))).isBetween(7.25, 8.0);
        assertThat(run.last("depleted", "T")).isGreaterThan(9e8);
    }

    @Test
    void neitherTreatmentClearsTheTumourAndBothTogetherDo() throws IOException {
        RunVariants run = RunVariants.of("one-tumour-four-treatments", folder);
        for (String variant :
                Stream.of("no-treatment", "chemotherapy", "t-cells-and-il-2").toList()) {
            assertThat(run.last(variant, "T")).as(variant).isCloseTo(9.8e8, withPercentage(1));
        }
        assertThat(cleared(run.column("both", "T"))).isCloseTo(14.5, within(0.3));
    }
}
