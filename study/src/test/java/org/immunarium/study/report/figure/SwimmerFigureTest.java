package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.report.figure.SwimmerFigure.Lane;
import org.junit.jupiter.api.Test;

class SwimmerFigureTest {

    private static final SwimmerFigure FIGURE = new SwimmerFigure(
            "Courses",
            "months",
            List.of("A", "B"),
            List.of(
                    new Lane(
                            "1",
                            0,
                            Optional.of(10.0),
                            Optional.of(2.0),
                            Optional.of(11.0),
                            Optional.of(12.0),
                            20,
                            true),
                    new Lane(
                            "2", 1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 8, false)));

    @Test
    void aLaneHasItsTreatmentAndWhatHappened() {
        String svg = FIGURE.pictures().getFirst().svg();
        assertThat(svg.split("class=\"happened\"", -1)).hasSize(5);
        assertThat(svg.split("class=\"arrow\"", -1)).hasSize(2);
        assertThat(svg.split("<rect", -1)).hasSize(2);
    }

    @Test
    void armsAreCountedInWords() {
        assertThat(FIGURE.inWords())
                .containsExactly(
                        "A, 1 drawn: 1 with a response, 1 with progression, 1 died.",
                        "B, 1 drawn: 0 with a response, 0 with progression, 0 died.");
        assertThat(FIGURE.numbers().rows().get(1)).containsExactly("2", "B", "", "", "", "", "8", "no");
    }
}
