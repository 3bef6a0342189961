package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.immunarium.patient.published.Course;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.BCellLymphoma;
import org.junit.jupiter.api.Test;

final class LymphomaDiameterTest {

    /// The lymphoma of the typical patient has 94.86 mL.
    @Test
    void aBallOfAsMuchHasThisDiameter() {
        PublishedModel patient = BCellLymphoma.patient();
        double d = Course.of(patient, patient.therapy(), 1, Map.of())
                .curve(LymphomaDiameter.ID)
                .at(0);
        assertThat(Math.PI / 6 * d * d * d).isCloseTo(94.86, within(1e-9));
    }
}
