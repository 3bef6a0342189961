package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
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
    @CsvSource({"0, 1, 0", "1, 1, 20", "1, 0, 20", "NaN, 1, 20"})
    void aDomainHasAnExtentAndVoxels(double lower, double upper, double spacing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Domain(
                        new double[] {0, lower, 0},
                        new double[] {1, upper, 1},
                        new double[] {20, spacing, 20},
                        false,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 1", "NaN, 0, 0, 1", "1, -1, 0, 1", "1, 0, -1, 1", "1, 0, 0, -1", "1, 0, Infinity, 1"})
    void aSubstanceHasNoNumberBelowZero(double diffusion, double decay, double initial, double edge) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Substance("x", "1", diffusion, decay, initial, Map.of(Face.X_MIN, edge)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "-1, 0, 1", "0.1, -1, 1", "0.1, 1, 0"})
    void stepsAreAboveZero(double diffusion, double mechanics, double phenotype) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSteps(diffusion, mechanics, phenotype));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 0.5, 1", "100, 100, 0.5, 1", "100, 20, 1.5, 1", "100, 20, 0.5, -1"})
    void aCellHasANucleusThatIsSmaller(double total, double nuclear, double fluid, double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VolumeModel(total, nuclear, fluid, rate, 1, 1, 0, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2, 60", "1, -2, 60", "1, 2, -60", "1, 2, NaN"})
    void dyingTakesTime(double rate, double rupture, double duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeathModel(rate, 0, 1, 1, 0, rupture, duration, true));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1", "0, NaN, 1, 1", "0, 1, 0, 1", "0, 1, 1, 0"})
    void aRuleHasAHalfMaximumAndAPower(int type, double saturation, double half, double power) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(type, 0, Rule.Response.INCREASES, 0, saturation, half, power, false));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1", "0, -1, 1, 1", "0, 1, 0, 1", "0, 1, 1, NaN"})
    void cellsComeAtARate(int type, double rate, double half, double power) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recruitment(type, rate, OptionalInt.empty(), half, power));
        assertThatIllegalArgumentException().isThrownBy(() -> new Supply(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Supply(-1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0, 1, 1", "1, 0, 0, 1, 1", "1, 1, 1.1, 1, 1", "1, 1, 0, -1, 1", "1, 1, 0, 1, -1"})
    void aLymphNodeSendsCellsAfterATime(double cells, double half, double brake, double delay, double spread) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Priming(0, 0, cells, half, brake, delay, spread));
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
