package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class LesionDiameterTest {

    @Test
    void aBallOfAsMuchHasThisDiameter() {
        Timecourse course =
                new StillTumour().add(new LesionDiameter(StillTumour.TUMOUR)).at(0);
        double litres = course.column("V_T")[0];
        double d = course.column("D")[0];
        assertThat(Math.PI / 6 * d * d * d / 1000).isCloseTo(litres, within(1e-12));
        assertThat(course.column("SLD")[0]).isEqualTo(d);
    }
}
