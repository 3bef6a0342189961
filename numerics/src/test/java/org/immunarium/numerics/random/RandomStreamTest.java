package org.immunarium.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Property
    void aNumberDependsOnlyOnItsKeyAndItsIndex(
            @ForAll long seed,
            @ForAll long replicate,
            @ForAll long entity,
            @ForAll Purpose purpose,
            @ForAll @LongRange(min = 0, max = (1L << 56) - 1) long step,
            @ForAll @LongRange(min = 0, max = 40) long index) {
        RandomStream fromTheStart = new RandomStream(seed, replicate, entity, purpose, step);
        long expected = 0;
        for (long i = 0; i <= index; i++) {
            expected = fromTheStart.nextLong();
        }
        RandomStream another = new RandomStream(seed, replicate + 1, entity + 1, Purpose.PATIENT, 0);
        another.nextLong();
        another.restart(replicate, entity, purpose, step);
        another.seek(index);
        assertThat(another.nextLong()).isEqualTo(expected);
        assertThat(another.position()).isEqualTo(index + 1);
        assertThat(another.nextLong()).isEqualTo(fromTheStart.nextLong());
    }

    @Test
    void streamsThatDifferInOnePartOfTheirKeyDiffer() {
        Set<Long> first = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    for (Purpose purpose : Purpose.values()) {
                        for (int step = 0; step < 3; step++) {
                            first.add(new RandomStream(i, j, k, purpose, step).nextLong());
                        }
                    }
                }
            }
        }
        assertThat(first).hasSize(81 * Purpose.values().length);
    }

    @Test
    void uniformNumbersStayInsideTheOpenInterval() {
        RandomStream random = new RandomStream(1, 0, 0, Purpose.PATIENT);
        double sum = 0;
        double squares = 0;
        int n = 1_000_000;
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            assertThat(u > 0 && u < 1).isTrue();
            sum += u;
            squares += u * u;
        }
        assertThat(sum / n).isCloseTo(0.5, within(4 / Math.sqrt(12.0 * n)));
        assertThat(squares / n).isCloseTo(1 / 3.0, within(4 * Math.sqrt(4 / 45.0 / n)));
    }

    @Test
    void integersAreEquallyOften() {
        RandomStream random = new RandomStream(2, 0, 0, Purpose.EVENT_ORDER);
        int[] count = new int[7];
        for (int i = 0; i < 70_000; i++) {
            count[random.nextInt(7)]++;
        }
        double chiSquare = 0;
        for (int c : count) {
            chiSquare += (c - 10_000.0) * (c - 10_000.0) / 10_000.0;
        }
        assertThat(chiSquare).isLessThan(Gamma.chiSquare(6).quantileFromAbove(0.001));
    }

    @Test
    void impossibleKeysAndBoundsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomStream(1, 1, 1, Purpose.PATIENT, -1));
        RandomStream random = new RandomStream(1, 1, 1, Purpose.PATIENT);
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
    }
}
