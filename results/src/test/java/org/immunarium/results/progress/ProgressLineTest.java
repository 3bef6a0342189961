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
        now = 3_000_000_000L;
        line.reached(60);
        now = 6_000_000_000L;
        line.reached(90);
        assertThat(text())
                .contains("patient  90/360 d")
                .contains("25 %")
                .contains("15 d/s")
                .contains("ETA 0:27");
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
        assertThat(text()).contains("30 d/s");
    }

    @Test
    void theFirstSecondsSayNothingAboutTheTimeLeft() {
        ProgressLine line = line(true, 0);
        for (int second = 1; second < 5; second++) {
            now = second * 1_000_000_000L;
            line.reached(second < 4 ? 1 : 10);
        }
        assertThat(text()).contains("10/360").doesNotContain("ETA");
        now = 5_000_000_000L;
        line.reached(21);
        // 20 d in the two seconds since the third, and 339 to go.
        assertThat(text()).contains("ETA 0:33");
    }

    private ProgressLine line(boolean terminal, double doneBefore) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressLine(out, terminal, "patient", 360, doneBefore, "d", () -> now);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
