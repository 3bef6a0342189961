package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.units.Quantity;

/// The times of failures, which know no units, look like all other numbers.
final class NumericalFailureProperties {

    @Property
    void timesAreWrittenAsQuantitiesAre(@ForAll double time) {
        assertWritten(time);
    }

    @Property
    void roundTimesAreWrittenAsQuantitiesAre(@ForAll @DoubleRange(min = 0, max = 1e3) double part) {
        for (double scale : new double[] {1e-9, 1e-4, 1, 100, 1e4, 1e6}) {
            assertWritten(Math.rint(part) * scale);
        }
        assertWritten(Double.NaN);
        assertWritten(Double.POSITIVE_INFINITY);
    }

    private static void assertWritten(double time) {
        assertThat(new NumericalFailure("x", time, "d", "is no number"))
                .hasMessage("at time " + Quantity.number(time, 17) + " d: \"x\": is no number");
    }
}
