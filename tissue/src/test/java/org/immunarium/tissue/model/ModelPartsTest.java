package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts of a model refuse numbers that make no sense.
final class ModelPartsTest {

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 5", "NaN, 5", "4, Infinity"})
    void aLifeHasAMeanBelowItsLimit(double mean, double longest) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LifespanModel(mean, longest));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 0, -1", "NaN, 0, 1", "0, Infinity, 1"})
    void aVesselHasAPlaceAndARadius(double x, double y, double radius) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Vessel(x, y, radius));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 10, 38, 5, 2.5, 0.1",
        "0, 38, 38, 5, 2.5, 0.1",
        "0, -1, 38, 5, 2.5, 0.1",
        "0, 10, 38, 2.5, 2.5, 0.1",
        "0, 10, 38, 5, 2.5, -0.1",
        "0, 10, NaN, 5, 2.5, 0.1"
    })
    void oxygenActsBetweenBoundsThatAreInOrder(
            int substance, double none, double full, double below, double most, double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OxygenModel(substance, none, full, below, most, rate, OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.1, 18, 14, 0, 1, 0.1, 60, 0, 0",
        "0, -0.1, 18, 14, 0, 1, 0.1, 60, 0, 0",
        "0, 0.1, 14, 14, 0, 1, 0.1, 60, 0, 0",
        "0, 0.1, 18, 14, 1, 1, 0.1, 60, 0, 0",
        "0, 0.1, 18, 14, 0, 1, NaN, 60, 0, 0",
        "0, 0.1, 18, 14, 0, 1, 0.1, 0, 0, 1",
        "0, 0.1, 18, 14, 0, 1, 0.1, 60, -1, 0",
        "0, 0.1, 18, 14, 0, 1, 0.1, 60, 0, -1",
        "0, 0.1, 18, 14, 0, 1, 0.1, 60, 0, 30"
    })
    void killersHaveRatesAndDistances(
            int target,
            double attachment,
            double farthest,
            double surely,
            double least,
            double saturation,
            double kill,
            double hold,
            double pull,
            double pullFrom) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContactKillingModel(
                        target,
                        attachment,
                        farthest,
                        surely,
                        OptionalInt.empty(),
                        least,
                        saturation,
                        kill,
                        hold,
                        true,
                        true,
                        pull,
                        pullFrom,
                        30));
    }
}
