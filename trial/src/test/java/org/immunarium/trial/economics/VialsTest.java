package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.immunarium.trial.economics.Acquisition.PerDose;
import org.immunarium.trial.economics.Acquisition.SharedVials;
import org.immunarium.trial.economics.Acquisition.WholeVials;
import org.junit.jupiter.api.Test;

class VialsTest {

    private static final List<Vial> NIVOLUMAB =
            List.of(new Vial(40, 1048.8), new Vial(100, 2622), new Vial(240, 6292.8));

    @Test
    void aFixedDoseTakesItsVial() {
        VialChoice choice = VialChoice.cheapest(240, NIVOLUMAB);
        assertThat(choice.counts()).containsExactly(0, 0, 1);
        assertThat(choice.price()).isCloseTo(6292.8, within(1e-9));
        assertThat(choice.wasted(240)).isZero();
    }

    @Test
    void whatIsLeftOverIsAsLittleAsSizesAllow() {
        VialChoice choice = VialChoice.cheapest(210, NIVOLUMAB);
        assertThat(choice.counts()).containsExactly(3, 1, 0);
        assertThat(choice.wasted(210)).isCloseTo(10, within(1e-9));
    }

    @Test
    void aLargeVialThatIsCheapIsTakenForASmallDose() {
        assertThat(VialChoice.cheapest(50, List.of(new Vial(50, 6), new Vial(600, 5)))
                        .counts())
                .containsExactly(0, 1);
    }

    @Test
    void roundingByATenthSavesAVial() {
        List<Vial> vials = List.of(new Vial(100, 1000));
        assertThat(new WholeVials(vials, 0).cost(210)).isEqualTo(3000);
        assertThat(new WholeVials(vials, 0.05).cost(210)).isEqualTo(2000);
        assertThat(new SharedVials(vials).cost(210)).isCloseTo(2100, within(1e-9));
        assertThat(new PerDose(373_000).cost(2e8)).isEqualTo(373_000);
        assertThat(new WholeVials(vials, 0).cost(0)).isZero();
    }

    @Test
    void aDoseInAnotherUnitIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VialChoice.cheapest(240_000, List.of(new Vial(100, 1))))
                .withMessageContaining("240000")
                .withMessageContaining("are both in one unit?");
        assertThatIllegalArgumentException().isThrownBy(() -> new Vial(0, 1)).withMessageContaining("content above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new WholeVials(NIVOLUMAB, 0.5));
    }

    @Property(tries = 300)
    void noOtherCombinationIsCheaper(
            @ForAll @IntRange(min = 1, max = 400) int dose,
            @ForAll @IntRange(min = 1, max = 60) int priceA,
            @ForAll @IntRange(min = 1, max = 60) int priceB,
            @ForAll @IntRange(min = 1, max = 60) int priceC) {
        List<Vial> vials = List.of(new Vial(20, priceA), new Vial(50, priceB), new Vial(110, priceC));
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a <= 20; a++) {
            for (int b = 0; b <= 8; b++) {
                for (int c = 0; c <= 4; c++) {
                    if (20 * a + 50 * b + 110 * c >= dose) {
                        least = Math.min(least, a * priceA + b * priceB + c * priceC);
                    }
                }
            }
        }
        VialChoice choice = VialChoice.cheapest(dose, vials);
        assertThat(choice.price()).isEqualTo(least);
        assertThat(choice.content()).isGreaterThanOrEqualTo(dose);
        assertThat(choice.content())
                .isEqualTo(20.0 * choice.counts().get(0)
                        + 50 * choice.counts().get(1)
                        + 110 * choice.counts().get(2));
    }
}
