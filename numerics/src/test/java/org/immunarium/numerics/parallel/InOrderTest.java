package org.immunarium.numerics.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Work that is done in any order comes out in its own.
final class InOrderTest {

    private static final int AHEAD = 4;

    private static InOrder<Integer, Integer> stream(int count, InOrder.Taker<Integer> taker) {
        return new InOrder<>(IntStream.range(0, count).iterator(), AHEAD, taker);
    }

    @Test
    void resultsComeInTheOrderOfTheWorkFromAnyNumberOfThreads() {
        List<Integer> taken = new ArrayList<>();
        InOrder<Integer, Integer> stream = stream(500, taken::add);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                pool.execute(() -> {
                    var share = stream.new Share();
                    for (var next = share.next(); next.isPresent(); next = share.next()) {
                        share.finished(next.get().place(), next.get().work() * 10);
                    }
                });
            }
        }
        stream.rethrow();
        assertThat(taken).hasSize(500).isSorted().startsWith(0, 10, 20).endsWith(4990);
    }

    @Test
    void aResultWaitsForEarlierOnesAndOnlySoMuchIsTakenBeforeThese() {
        List<Integer> taken = new ArrayList<>();
        List<List<Long>> waiting = new ArrayList<>();
        InOrder<Integer, Integer> stream = stream(10, new InOrder.Taker<>() {
            @Override
            public void take(Integer result) {
                taken.add(result);
            }

            @Override
            public void given(SortedMap<Long, Integer> results) {
                waiting.add(List.copyOf(results.keySet()));
            }
        });
        var share = stream.new Share();
        for (int i = 0; i < AHEAD; i++) {
            assertThat(share.next()).isPresent();
        }
        assertThat(share.next()).isEmpty();
        share.finished(2, 2);
        share.finished(1, 1);
        assertThat(taken).isEmpty();
        assertThat(stream.waiting()).containsOnlyKeys(1L, 2L);
        share.finished(0, 0);
        assertThat(taken).containsExactly(0, 1, 2);
        assertThat(waiting).containsExactly(List.of(2L), List.of(1L, 2L), List.of());
        assertThat(share.next()).isPresent();
    }

    @Test
    void whatFailsFirstIsThrownAndEveryoneIsLetGo() {
        List<Integer> taken = new ArrayList<>();
        InOrder<Integer, Integer> stream = stream(10, result -> {
            if (result == 1) {
                throw new IllegalStateException("the disk is full");
            }
            taken.add(result);
        });
        var share = stream.new Share();
        share.next();
        share.next();
        share.next();
        share.finished(0, 0);
        share.finished(2, 2);
        assertThat(stream.hasFailed()).isFalse();
        share.finished(1, 1);
        assertThat(stream.hasFailed()).isTrue();
        assertThat(stream.new Share().next()).isEmpty();
        stream.fail(new IllegalArgumentException("later"));
        assertThat(taken).containsExactly(0);
        assertThatIllegalStateException().isThrownBy(stream::rethrow).withMessage("the disk is full");
    }

    @Test
    void itTellsWhichResultsWaitWhileNoneComes() {
        List<List<Long>> waiting = new ArrayList<>();
        InOrder<Integer, Integer> stream = stream(3, new InOrder.Taker<>() {
            @Override
            public void take(Integer result) {}

            @Override
            public void given(SortedMap<Long, Integer> results) {
                waiting.add(List.copyOf(results.keySet()));
            }
        });
        var share = stream.new Share();
        share.next();
        share.finished(share.next().orElseThrow().place(), 1);
        stream.tell();
        assertThat(waiting).containsExactly(List.of(1L), List.of(1L));
        stream.fail(new IllegalStateException("on purpose"));
        stream.tell();
        assertThat(waiting).hasSize(2);
    }
}
