package org.immunarium.therapy.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ModesTest {

    /// At time 0 a unit is in the central compartment, and leaves it as fast as the rate constants say.
    @Property(tries = 2000)
    void weightsAndRatesSayWhatIsThereAtFirstAndHowFastItLeaves(
            @ForAll("sizes") double clearance,
            @ForAll("sizes") double volume,
            @ForAll("peripherals") List<Peripheral> peripherals) {
        Modes modes = new Modes(clearance, volume, peripherals);
        double held = 0;
        double leaving = 0;
        double expected = clearance / volume;
        for (int i = 0; i < modes.count(); i++) {
            assertThat(modes.weight(i)).isBetween(0.0, 1.0);
            assertThat(modes.rate(i)).isGreaterThan(i == 0 ? 0 : modes.rate(i - 1));
            held += modes.weight(i);
            leaving += modes.weight(i) * modes.rate(i);
        }
        for (Peripheral each : peripherals) {
            expected += each.clearance() / volume;
        }
        assertThat(held).isCloseTo(1, within(1e-12));
        assertThat(leaving).isCloseTo(expected, withinPercentage(1e-9));
    }

    @Test
    void ratesAreThoseOfTheCubic() {
        // Doxorubicin, Perez-Blanco 2016, in h: the product of the rates is that of k10, k21 and k31.
        Modes modes = new Modes(62.4, 17.7, List.of(new Peripheral(50.7, 1830), new Peripheral(28.4, 71)));
        assertThat(modes.rate(0) * modes.rate(1) * modes.rate(2))
                .isCloseTo(62.4 / 17.7 * (50.7 / 1830) * (28.4 / 71), withinPercentage(1e-12));
    }

    @Provide
    Arbitrary<Double> sizes() {
        return Arbitraries.doubles().between(-12, 3).map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<List<Peripheral>> peripherals() {
        return Combinators.combine(sizes(), sizes())
                .as(Peripheral::new)
                .list()
                .ofMaxSize(3)
                .map(ArrayList::new);
    }
}
