package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.immunarium.patient.published.Course;
import org.junit.jupiter.api.Test;

/// A lesion against closed forms: volumes relative to that at the start are cubes of diameters.
final class LesionUnderTreatmentTest {

    private static final double D_0 = 25;
    private static final double DAYS = 300;

    private static double volume(Map<String, Double> values) {
        Course course = Course.of(LesionUnderTreatment.patient(), "", (int) DAYS, values);
        assertThat(course.curve("D").at(0)).isCloseTo(D_0, within(1e-9));
        return Math.pow(course.curve("D").at(DAYS) / D_0, 3);
    }

    @Test
    void aResistantLesionGrowsToItsRoom() {
        double k = 0.01;
        double room = 3;
        assertThat(volume(Map.of("D_0", D_0, "odds", 1e12, "k_growth", k, "room", room)))
                .isCloseTo(room / (1 + (room - 1) * Math.exp(-k * DAYS)), within(1e-4));
    }

    @Test
    void aSensitiveOneShrinksAsTCellsGather() {
        double k = 0.02;
        double gather = 40;
        double killed = k * (DAYS - gather * (1 - Math.exp(-DAYS / gather)));
        assertThat(volume(Map.of("D_0", D_0, "odds", 1e-12, "k_growth", 0.0, "k_S_attack", k, "t_attack", gather)))
                .isCloseTo(Math.exp(-killed), within(1e-5));
    }

    @Test
    void ofTwoClonesTheResistantOneIsLeft() {
        assertThat(volume(Map.of("D_0", D_0, "odds", 0.25, "k_growth", 0.0, "k_S_attack", 1.0)))
                .isCloseTo(0.2, within(1e-6));
    }
}
