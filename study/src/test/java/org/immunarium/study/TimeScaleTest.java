package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimeScaleTest {

    @Test
    void aRunIsToldInMinutesHoursOrDaysByHowLongItTakes() {
        assertThat(TimeScale.upTo(90)).isEqualTo(TimeScale.MINUTES);
        assertThat(TimeScale.upTo(2880)).isEqualTo(TimeScale.HOURS);
        assertThat(TimeScale.upTo(43200)).isEqualTo(TimeScale.DAYS);
    }

    @Test
    void allTimesOfARunHaveTheUnitOfItsEnd() {
        TimeScale days = TimeScale.upTo(43200);
        assertThat(days.inWords(0)).isEqualTo("0 d");
        assertThat(days.inWords(2160)).isEqualTo("1.5 d");
        assertThat(days.inWords(43200)).isEqualTo("30 d");
    }

    @Test
    void aTimeByItselfHasTheUnitThatFitsIt() {
        assertThat(TimeScale.words(6)).isEqualTo("6 min");
        assertThat(TimeScale.words(100 / 3.0)).isEqualTo("33.33 min");
        assertThat(TimeScale.words(2160)).isEqualTo("36 h");
        assertThat(TimeScale.words(10080)).isEqualTo("7 d");
    }
}
