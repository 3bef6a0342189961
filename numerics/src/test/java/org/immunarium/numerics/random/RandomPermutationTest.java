package org.immunarium.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomPermutationTest {

    private static long[] order(long entity, int count) {
        RandomPermutation order = new RandomPermutation(3, 0, entity, Purpose.SAMPLING, count);
        return LongStream.range(0, count).map(order::at).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 1000, 4097})
    void eachNumberIsThereOnce(int count) {
        assertThat(LongStream.of(order(1, count)).sorted())
                .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
    }

    @Test
    void eachEntityHasItsOwnAndAllOrdersAreAsLikely() {
        assertThat(order(1, 100)).isNotEqualTo(order(2, 100));
        int[] seen = new int[27];
        for (int entity = 0; entity < 6000; entity++) {
            long[] order = order(entity, 3);
            seen[(int) (9 * order[0] + 3 * order[1] + order[2])]++;
        }
        // Of the six orders each a thousand times, with a standard deviation of 29.
        assertThat(IntStream.of(seen).filter(times -> times > 0))
                .hasSize(6)
                .allMatch(times -> Math.abs(times - 1000) < 130);
        assertThatIllegalArgumentException().isThrownBy(() -> new RandomPermutation(1, 0, 0, Purpose.SAMPLING, 0));
    }
}
