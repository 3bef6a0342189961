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
