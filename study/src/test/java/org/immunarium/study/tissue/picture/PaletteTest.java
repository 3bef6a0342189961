package org.immunarium.study.tissue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.immunarium.study.report.Report;
import org.junit.jupiter.api.Test;

/// Cells have the colours of the report's curves, and each kind its own.
final class PaletteTest {

    @Test
    void aTypeHasTheColourOfItsCurve() throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int type = 0; type < 8; type++) {
                assertThat(css).contains("--c" + type + ": " + Palette.hex(Palette.type(type)) + ";");
            }
        }
    }

    @Test
    void noTwoKindsOfTwentyFourTypesLookAlike() {
        Set<Palette.Look> looks = new HashSet<>();
        for (int type = 0; type < 24; type++) {
            for (int fate = 0; fate < 3; fate++) {
                assertThat(looks.add(Palette.look(Palette.style(type, fate, 0))))
                        .as("type %d, fate %d", type, fate)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsFarIsPaler() {
        int near = Palette.look(Palette.style(0, 0, 0)).fill() & 0xff0000;
        int far = Palette.look(Palette.style(0, 0, Palette.DEPTHS - 1)).fill() & 0xff0000;
        assertThat(far).isGreaterThan(near);
    }
}
