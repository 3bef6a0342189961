package org.immunarium.results.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

    private long now;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aTerminalShowsDoneSpeedAndTimeLeft() {
        ProgressLine line = line(true, 0);
        now = 1_000_000_000L;
        line.reached(90);
        assertThat(text())
                .contains("patient  90/360 d")
                .contains("25 %")
                .contains("90 d/s")
                .contains("ETA 0:03");
        line.close();
        assertThat(text()).endsWith("\r\u001b[K");
    }

    @Test
    void elsewhereAPlainLineComesNowAndThen() {
        ProgressLine line = line(false, 0);
        for (int second = 1; second <= 60; second++) {
            now = second * 1_000_000_000L;
            line.reached(second);
        }
        line.close();
        assertThat(text().lines()).hasSize(4).allMatch(each -> !each.contains("\r") && !each.contains("█"));
    }

    @Test
    void whatAnEarlierRunDidDoesNotCountAsSpeed() {
        ProgressLine line = line(true, 300);
        now = 1_000_000_000L;
        line.reached(330);
        assertThat(text()).contains("30 d/s").contains("ETA 0:01");
    }

    private ProgressLine line(boolean terminal, double doneBefore) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressLine(out, terminal, "patient", 360, doneBefore, "d", () -> now);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
