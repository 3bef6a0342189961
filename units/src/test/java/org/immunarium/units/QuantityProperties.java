package org.immunarium.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityProperties {

    @Property
    void whatIsPrintedReadsBackAsTheSame(@ForAll("units") Unit unit, @ForAll double value) {
        assertThat(Unit.parse(unit.toString())).isEqualTo(unit);
        if (Math.abs(value) < 1e250 && (value == 0 || Math.abs(value) > 1e-250)) {
            Quantity quantity = new Quantity(value, unit);
            assertThat(Quantity.parse(quantity.toString())).isEqualTo(new Quantity(value + 0.0, unit));
        }
    }

    @Property
    void theRouteOfAConversionDoesNotMatter(@ForAll("units") Unit a, @ForAll("units") Unit b) {
        Unit product = a.times(b);
        assertThat(product.over(b)).isEqualTo(a);
        assertThat(b.times(a)).isEqualTo(product);
        assertThat(a.pow(3).over(a)).isEqualTo(a.pow(2));
    }

    @Property
    void aRootIsUndoneByItsPower(@ForAll("units") Unit unit) {
        assertThat(unit.pow(2).pow(Ratio.of(1, 2))).isEqualTo(unit);
    }

    /// Whatever is typed, there is a quantity or a [UnitException].
    @Property(tries = 3000)
    void anyTextIsReadOrRefused(@ForAll("scribbles") String text) {
        try {
            assertThat(Quantity.parse(Quantity.parse(text).toString())
                            .in(Quantity.parse(text).unit()))
                    .isEqualTo(Quantity.parse(text).value());
        } catch (UnitException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        ("mg kg mL h d m 3 0.5 1e5 1e300 10^6 10^-300 ^2 ^-1 ^99 ^9999 ^(1/2) ^(1/97) ² ⁻³ / * · ( ) [ ] . , x"
                                        + " 10 % µ u IU U °C cells 0 - e E ! é")
                                .split(" "))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Unit> units() {
        Arbitrary<String> symbols = Arbitraries.of(
                "mg", "kg", "mL", "h", "d", "month", "nmol", "cells", "µm", "IU", "%", "M", "Da", "mmHg", "10^6 cells");
        Arbitrary<Unit> powers = Combinators.combine(
                        symbols, Arbitraries.integers().between(-3, 3).filter(e -> e != 0))
                .as((symbol, exponent) -> Unit.parse(symbol).pow(exponent));
        return powers.list().ofMinSize(1).ofMaxSize(4).map(QuantityProperties::product);
    }

    private static Unit product(List<Unit> units) {
        return units.stream().reduce(Unit.ONE, Unit::times);
    }
}
