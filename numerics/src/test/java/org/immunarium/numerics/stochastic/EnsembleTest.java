package org.immunarium.numerics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final long REPLICATES = 10_001;

    private static Moments normals(int threads) {
        return normals(new Moments(3), threads, Long.MAX_VALUE);
    }

    /// @param fails the replicate that does
    private static Moments normals(Moments total, int threads, long fails) {
        return Ensemble.run(
                REPLICATES,
                total,
                threads,
                () -> (replicate, values) -> {
                    if (replicate == fails) {
                        throw new IllegalStateException("replicate " + replicate);
                    }
                    RandomStream random = new RandomStream(4, replicate, 0, Purpose.PATIENT);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = 1e6 + i + random.nextNormal();
                    }
                },
                done -> {});
    }

    @Test
    void anyNumberOfThreadsGivesTheBitsOfOne() {
        Moments one = normals(1);
        for (int threads : new int[] {2, 3, 4}) {
            Moments several = normals(threads);
            assertThat(several.count()).isEqualTo(10_001);
            for (int i = 0; i < 3; i++) {
                assertThat(several.mean(i)).isEqualTo(one.mean(i));
                assertThat(several.variance(i)).isEqualTo(one.variance(i));
            }
        }
    }

    @Test
    void aSumThatIsGoneOnWithHasTheBitsOfOneThatWasNot() {
        Moments straight = normals(1);
        for (int threads : new int[] {1, 3}) {
            Moments begun = new Moments(3);
            assertThatIllegalStateException().isThrownBy(() -> normals(begun, threads, 7_000));
            assertThat(begun.count())
                    .isBetween(1L, 7_000L)
                    .satisfies(count ->
                            assertThat(Ensemble.isResumable(count, REPLICATES)).isTrue());
            ByteBuffer kept = ByteBuffer.allocate((int) Moments.bytes(3));
            begun.write(kept);
            Moments whole = normals(Moments.read(kept.flip(), 3), 2, Long.MAX_VALUE);
            assertThat(bits(whole)).isEqualTo(bits(straight));
        }
    }

    @Test
    void aSumThatEndsWithinABlockIsNotGoneOnWith() {
        Moments odd = new Moments(3);
        odd.add(new double[3]);
        assertThatIllegalArgumentException().isThrownBy(() -> normals(odd, 1, Long.MAX_VALUE));
    }

    private static byte[] bits(Moments moments) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Moments.bytes(moments.size()));
        moments.write(bytes);
        return bytes.array();
    }

    @Test
    void momentsOfALargeOffsetAreNotLost() {
        Moments moments = normals(2);
        for (int i = 0; i < 3; i++) {
            assertThat(moments.mean(i)).isCloseTo(1e6 + i, within(0.04));
            assertThat(moments.standardDeviation(i)).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void mergedPartsAreAsOne() {
        double[][] sample = {{1}, {4}, {4}, {9}, {-3}, {0.5}, {12}};
        Moments whole = new Moments(1);
        Moments first = new Moments(1);
        Moments second = new Moments(1);
        for (int i = 0; i < sample.length; i++) {
            whole.add(sample[i]);
            (i < 3 ? first : second).add(sample[i]);
        }
        first.merge(second);
        assertThat(first.mean(0)).isCloseTo(27.5 / 7, within(1e-14));
        assertThat(first.variance(0)).isCloseTo(whole.variance(0), within(1e-12));
    }

    @Test
    void progressRisesToTheNumberOfReplicates() {
        List<Long> told = new ArrayList<>();
        Ensemble.run(
                200,
                new Moments(1),
                2,
                () -> (replicate, values) -> values[0] = replicate,
                sum -> told.add(sum.count()));
        assertThat(told).isSorted().endsWith(200L);
    }

    @Test
    void theLowestReplicateThatFailsIsToldOnAnyNumberOfThreads() {
        for (int threads : new int[] {1, 2, 4}) {
            Moments total = new Moments(1);
            AtomicInteger workers = new AtomicInteger();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Ensemble.run(
                            10_000,
                            total,
                            threads,
                            () -> {
                                if (workers.getAndIncrement() == 0) {
                                    // The others have the first replicates, so the first thread is not the one to tell.
                                    LockSupport.parkNanos(30_000_000);
                                }
                                return slowToFail(100, 130, 200);
                            },
                            _ -> {}))
                    .withMessage("replicate 100");
            assertThat(total.count()).isEqualTo(64);
        }
    }

    @Test
    void progressThatFailsIsToldWhereItComesBeforeReplicatesThatFail() {
        for (int threads : new int[] {1, 2, 4}) {
            Moments total = new Moments(1);
            AtomicInteger told = new AtomicInteger();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Ensemble.run(10_000, total, threads, () -> slowToFail(64, 70, 200), _ -> {
                        told.incrementAndGet();
                        throw new IllegalStateException("the disk is full");
                    }))
                    .withMessage("the disk is full");
            assertThat(told).hasValue(1);
            assertThat(total.count()).isEqualTo(64);
        }
    }

    /// Fails at some replicates, at lower ones later.
    private static Ensemble.Replicate slowToFail(long... replicates) {
        return (replicate, _) -> {
            for (int i = 0; i < replicates.length; i++) {
                if (replicate == replicates[i]) {
                    LockSupport.parkNanos((1L << 2 * (replicates.length - i)) * 4_000_000);
                    throw new IllegalStateException("replicate " + replicate);
                }
            }
        };
    }

    @Test
    void aFailureOfOneReplicateIsTheFailureOfAll() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Ensemble.run(
                        100_000,
                        new Moments(1),
                        3,
                        () -> (replicate, values) -> {
                            if (replicate == 777) {
                                throw new IllegalStateException("replicate 777");
                            }
                        },
                        done -> {}))
                .withMessage("replicate 777");
    }
}
