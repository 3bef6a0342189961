package org.immunarium.numerics.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyPartIsDoneOnceInEveryRun(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(threads);
        try (Team team = new Team(threads)) {
            assertThat(team.size()).isEqualTo(threads);
            for (int run = 1; run <= 3000; run++) {
                team.run(done::incrementAndGet);
                for (int part = 0; part < threads; part++) {
                    assertThat(done.get(part)).isEqualTo(run);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void whatAPartWritesIsSeenByTheNextRunsParts(int threads) {
        int[] values = new int[threads];
        int[] sums = new int[threads];
        try (Team team = new Team(threads)) {
            for (int run = 1; run <= 3000; run++) {
                int number = run;
                team.run(part -> values[part] = number);
                team.run(part -> {
                    int sum = 0;
                    for (int value : values) {
                        sum += value;
                    }
                    sums[part] = sum;
                });
                for (int sum : sums) {
                    assertThat(sum).isEqualTo(threads * run);
                }
            }
        }
    }

    @Test
    void aSecondRunMeanwhileIsRefused() throws InterruptedException {
        try (Team team = new Team(2)) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch held = new CountDownLatch(1);
            Thread other = new Thread(() -> team.run(part -> {
                if (part == 1) {
                    held.countDown();
                    awaitUninterrupted(release);
                }
            }));
            other.start();
            held.await();
            assertThatIllegalStateException().isThrownBy(() -> team.run(part -> {}));
            release.countDown();
            other.join();
            team.run(part -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void theLowestPartsFailureIsThrownWhenAllHaveEnded(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(threads);
        try (Team team = new Team(threads)) {
            for (int run = 1; run <= 200; run++) {
                assertThatThrownBy(() -> team.run(part -> {
                            done.incrementAndGet(part);
                            throw new ArithmeticException("part " + part);
                        }))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("part 0")
                        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(threads - 1));
            }
            team.run(part -> assertThat(done.get(part)).isEqualTo(200));
        }
    }

    @Test
    void anErrorIsThrownAsItIs() {
        try (Team team = new Team(2)) {
            assertThatThrownBy(() -> team.run(part -> {
                        if (part == 1) {
                            throw new AssertionError("broken");
                        }
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void anInterruptWaitsUntilTheRunIsDone() {
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        try (Team team = new Team(3)) {
            Thread.currentThread().interrupt();
            team.run(part -> {
                long until = System.nanoTime() + 3_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                done.incrementAndGet(part);
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(done.toString()).isEqualTo("[1, 1, 1]");
        }
    }

    @Test
    void aTeamRunsOneTaskAtATimeAndNoneOnceClosed() {
        Team team = new Team(2);
        assertThatIllegalStateException().isThrownBy(() -> team.run(part -> team.run(other -> {})));
        assertThatIllegalStateException().isThrownBy(() -> team.run(part -> team.close()));
        team.run(part -> {});
        team.close();
        team.close();
        assertThatIllegalStateException().isThrownBy(() -> team.run(part -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Team(0));
    }

    @Test
    void threadsWithNothingToDoSleep() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Thread[] members = new Thread[2];
        CountDownLatch everyone = new CountDownLatch(2);
        try (Team team = new Team(2)) {
            team.run(part -> {
                members[part] = Thread.currentThread();
                everyone.countDown();
                awaitUninterrupted(everyone);
            });
            Thread worker = members[0] == Thread.currentThread() ? members[1] : members[0];
            Thread.sleep(Duration.ofMillis(50));
            long before = threads.getThreadCpuTime(worker.threadId());
            Thread.sleep(Duration.ofMillis(200));
            assertThat(threads.getThreadCpuTime(worker.threadId()) - before).isLessThan(10_000_000);
            assertThat(worker.isDaemon()).isTrue();
            team.close();
            worker.join(Duration.ofSeconds(20));
            assertThat(worker.isAlive()).isFalse();
        }
    }

    @Test
    void aRunAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long[] written = new long[2];
        Team.Task task = part -> written[part]++;
        long least = Long.MAX_VALUE;
        try (Team team = new Team(2)) {
            for (int round = 0; round < 100 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                for (int k = 0; k < 100; k++) {
                    team.run(task);
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            }
        }
        assertThat(least).isZero();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
