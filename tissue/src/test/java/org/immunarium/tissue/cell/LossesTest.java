package org.immunarium.tissue.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.junit.jupiter.api.Test;

/// Every loss counts once, by type, cause and who did it.
final class LossesTest {

    private static Losses some() {
        Losses losses = new Losses(3);
        for (int type = 0; type < 3; type++) {
            for (Cause cause : Cause.values()) {
                for (int by = Losses.NOBODY; by < 3; by++) {
                    int times = 1 + type + 10 * cause.ordinal() + 1000 * (by + 1);
                    for (int k = 0; k < times; k++) {
                        losses.note(type, cause, by);
                    }
                }
            }
        }
        return losses;
    }

    private static void check(Losses losses) {
        for (int type = 0; type < 3; type++) {
            for (Cause cause : Cause.values()) {
                long all = 0;
                for (int by = Losses.NOBODY; by < 3; by++) {
                    long expected = 1 + type + 10L * cause.ordinal() + 1000L * (by + 1);
                    assertThat(losses.of(type, cause, by)).isEqualTo(expected);
                    all += expected;
                }
                assertThat(losses.of(type, cause)).isEqualTo(all);
            }
        }
    }

    @Test
    void eachTypeCauseAndDoerHasACountOfItsOwn() {
        check(some());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        BlockOutput out = new BlockOutput(Channels.newChannel(written));
        some().write(out);
        out.flush();
        Losses read = new Losses(3);
        read.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(written.toByteArray()))));
        check(read);
    }

    @Test
    void threadsMayNoteAtOnce() {
        Losses losses = new Losses(1);
        try (Team team = new Team(4)) {
            team.run(part -> {
                for (int k = 0; k < 10_000; k++) {
                    losses.note(0, Cause.AGE, Losses.NOBODY);
                }
            });
        }
        assertThat(losses.of(0, Cause.AGE)).isEqualTo(40_000);
    }
}
