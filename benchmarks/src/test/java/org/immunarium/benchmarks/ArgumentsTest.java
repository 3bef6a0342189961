package org.immunarium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is given counts, else what is usual; and nothing else is taken.
final class ArgumentsTest {

    private static final List<Option> KNOWN = List.of(
            new Option("--days", "DAYS", "how long", "5"),
            new Option("--doses", "DAYS", "when", ""),
            Option.alone("PART...", "which", ""));

    @Test
    void whatIsNotGivenIsAsUsual() {
        Arguments none = Arguments.read(KNOWN);
        assertThat(none.count("--days", 1)).isEqualTo(5);
        assertThat(none.duration("--days")).isEqualTo(5);
        assertThat(none.times("--doses")).isEmpty();
        assertThat(none.all("PART...")).isEmpty();
        assertThat(none.text("PART...")).isEmpty();
    }

    @Test
    void whatIsGivenCounts() {
        Arguments given = Arguments.read(KNOWN, "solve", "--days", "0.5", "factor", "--doses", "0,8");
        assertThat(given.duration("--days")).isEqualTo(0.5);
        assertThat(given.times("--doses")).containsExactly(0.0, 8.0);
        assertThat(given.all("PART...")).containsExactly("solve", "factor");
    }

    @Test
    void anOptionTwiceOrWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.read(KNOWN, "--days", "1", "--days", "2"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--days is there twice: \"1\" and \"2\"");
        assertThatThrownBy(() -> Arguments.read(KNOWN, "--days"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--days: DAYS was expected after it");
        assertThatThrownBy(() -> Arguments.read(KNOWN, "--day", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessage("\"--day\" is no option; there are --days DAYS, --doses DAYS, PART...");
    }

    @Test
    void timesWithAGapAreRefused() {
        assertThatThrownBy(() -> Arguments.read(KNOWN, "--doses", "0,,8").times("--doses"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--doses: numbers from 0 were expected; found \"\"");
    }
}
