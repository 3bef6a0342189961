package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.immunarium.equations.model.ModelBuilder;

/// A state that must not become negative does not, whatever the method, the tolerance and the rate of
/// y' = -k |y|, which has no way back from below zero.
class NonNegativeProperties {

    private static final CompiledModel MODEL = CompiledModel.compile(ModelBuilder.of("decay", "")
            .parameter("y", "", 1, "1")
            .parameter("k", "", 1, "1")
            .rate("y", "0 - k * abs(y)")
            .build());

    @Property(tries = 100)
    void itStaysAtZeroOrAbove(
            @ForAll Method method,
            @ForAll @IntRange(min = 1, max = 8) int digits,
            @ForAll @DoubleRange(min = 0.01, max = 50) double k) {
        double tolerance = Double.parseDouble("1e-" + digits);
        Timecourse course = MODEL.simulation()
                .method(method)
                .relativeTolerance(tolerance)
                .absoluteTolerance(tolerance)
                .set("k", k)
                .nonNegative(Set.of("y"))
                .until(60)
                .every(0.25)
                .run();
        assertThat(Arrays.stream(course.column("y")).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
}
