package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;
import org.junit.jupiter.api.Test;

final class TissueOutputTest {

    @Test
    void whatIsSetTakesThePlaceOfWhatTheStudySays() {
        Map<String, Placed<Quantity>> set = Map.of(
                "output.every", new Placed<>(Quantity.parse("3 min"), "--set", 0),
                "tumor.cycle entry", new Placed<>(Quantity.parse("1 1/min"), "--set", 0));
        TissueOutput output = TissueOutput.DEFAULT.with(set);
        assertThat(output.every().map(Placed::value)).contains(Quantity.parse("3 min"));
        assertThat(output.frames()).isEmpty();
        assertThat(set).hasSize(2);
    }
}
