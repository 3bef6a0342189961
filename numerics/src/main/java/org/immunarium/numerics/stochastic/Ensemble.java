package org.immunarium.numerics.stochastic;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Many replicates of a random run on several threads, reduced to [Moments] as they come.
///
/// Replicates are taken in blocks of a fixed size; within a block they are added in order, and
/// blocks are merged in order. So the result has the same bits on any number of threads, and memory
/// does not grow with the replicates: at most four blocks a thread wait for an earlier one.
///
/// What fails is the same on any number of threads, too: blocks are begun in order and ended once begun, so whatever
/// would have failed earlier on one thread has failed by the end, and the earliest failure is the one thrown.
public final class Ensemble {

    private static final int BLOCK = 64;
    private static final int WAITING_PER_THREAD = 4;

    /// One thread's means to run replicates.
    @FunctionalInterface
    public interface Replicate {

        /// Runs a replicate: a function of its number only.
        ///
        /// @param values receives what is recorded
        void run(long replicate, double[] values);
    }

    private final long replicates;
    private final Consumer<Moments> progress;
    private final long blocks;
    private final AtomicLong next;
    private final Semaphore permits;
    private final TreeMap<Long, Moments> waiting = new TreeMap<>();
    private final Moments total;
    private long merged;
    private volatile Optional<Failure> failure = Optional.empty();

    /// What was thrown.
    ///
    /// @param last the last replicate that one thread would have begun
    private record Failure(long last, Throwable cause) {}

    private Ensemble(long replicates, Moments total, int threads, Consumer<Moments> progress) {
        this.replicates = replicates;
        this.total = total;
        this.progress = progress;
        blocks = blocks(replicates);
        merged = blocks(total.count());
        next = new AtomicLong(merged);
        permits = new Semaphore(WAITING_PER_THREAD * threads);
    }

    /// Whether a sum of so many replicates can be gone on with: a whole number of blocks, or all.
    public static boolean isResumable(long done, long replicates) {
        return done >= 0 && done <= replicates && (done % BLOCK == 0 || done == replicates);
    }

    private static long blocks(long replicates) {
        return (replicates + BLOCK - 1) / BLOCK;
    }

    /// Runs the replicates from `total.count()` to `replicates - 1`.
    ///
    /// @param total    the sum of those before, empty for a start, to which the others are added; it stays good,
    ///                 and can be gone on with, where a replicate throws
    /// @param threads  at least 1
    /// @param worker   makes what runs replicates; called once a thread
    /// @param progress told the sum so far after every block, in order; nobody changes it meanwhile
    /// @return `total`
    /// @throws IllegalArgumentException if `total` is not [#isResumable]
    /// @throws RuntimeException what would have been thrown on one thread: by the lowest replicate that fails, or
    ///                          by `progress` before it
    public static Moments run(
            long replicates,
            Moments total,
            int threads,
            Supplier<? extends Replicate> worker,
            Consumer<Moments> progress) {
        if (!isResumable(total.count(), replicates)) {
            throw new IllegalArgumentException("a sum of " + total.count() + " of " + replicates + " replicates");
        }
        Ensemble ensemble = new Ensemble(replicates, total, threads, progress);
        if (threads == 1) {
            ensemble.work(worker);
        } else {
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (int i = 0; i < threads; i++) {
                    pool.execute(() -> ensemble.work(worker));
                }
            }
        }
        ensemble.rethrow();
        return total;
    }

    private void work(Supplier<? extends Replicate> worker) {
        long r = -1;
        try {
            Replicate replicate = worker.get();
            double[] values = new double[total.size()];
            for (long block = begin(); block < blocks; block = begin()) {
                Moments moments = new Moments(total.size());
                long end = Math.min(replicates, (block + 1) * BLOCK);
                for (r = block * BLOCK; r < end; r++) {
                    replicate.run(r, values);
                    moments.add(values);
                }
                merge(block, moments);
            }
        } catch (RuntimeException | Error e) {
            fail(r, e);
        }
    }

    /// The block to run next; beyond all once anything has failed. Whoever takes a block ends it.
    private long begin() {
        permits.acquireUninterruptibly();
        long block = failure.isEmpty() ? next.getAndIncrement() : blocks;
        if (block >= blocks) {
            permits.release();
        }
        return block;
    }

    /// Notes the earliest failure, and lets everyone go who waits for a block that will not come.
    private synchronized void fail(long last, Throwable cause) {
        if (failure.isEmpty()) {
            permits.release(Integer.MAX_VALUE / 2);
        }
        if (failure.map(other -> last < other.last()).orElse(true)) {
            failure = Optional.of(new Failure(last, cause));
        }
    }

    private synchronized void merge(long block, Moments moments) {
        waiting.put(block, moments);
        while (!isOver(merged) && !waiting.isEmpty() && waiting.firstKey() == merged) {
            total.merge(waiting.pollFirstEntry().getValue());
            merged++;
            permits.release();
            try {
                progress.accept(total);
            } catch (RuntimeException | Error e) {
                fail(merged * BLOCK - 1, e);
            }
        }
    }

    /// Whether one thread would not have come to a block.
    private boolean isOver(long block) {
        return failure.isPresent() && failure.get().last() < block * BLOCK;
    }

    private void rethrow() {
        switch (failure.map(Failure::cause).orElse(null)) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
