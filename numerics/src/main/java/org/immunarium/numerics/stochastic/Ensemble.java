package org.immunarium.numerics.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Many replicates of a random run on several threads, reduced to [Moments] as they come.
///
/// Replicates are taken in blocks of a fixed size; within a block they are added in order, and
/// blocks are merged in order. So the result has the same bits on any number of threads, and memory
/// does not grow with the replicates: at most four blocks a thread wait for an earlier one.
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
    private volatile boolean failed;

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
    /// @throws RuntimeException the first that a replicate threw
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
            ensemble.work(worker.get());
            return total;
        }
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> ensemble.work(worker.get())));
            }
        }
        for (Future<?> done : workers) {
            rethrowFailure(done);
        }
        return total;
    }

    private static void rethrowFailure(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replicates ran", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work(Replicate replicate) {
        double[] values = new double[total.size()];
        while (!failed) {
            permits.acquireUninterruptibly();
            long block = next.getAndIncrement();
            if (block >= blocks) {
                permits.release();
                return;
            }
            try {
                Moments moments = new Moments(total.size());
                long end = Math.min(replicates, (block + 1) * BLOCK);
                for (long r = block * BLOCK; r < end; r++) {
                    replicate.run(r, values);
                    moments.add(values);
                }
                merge(block, moments);
            } catch (RuntimeException | Error e) {
                fail();
                throw e;
            }
        }
    }

    /// Lets everyone go who waits for a block that will not come.
    private synchronized void fail() {
        if (!failed) {
            failed = true;
            permits.release(Integer.MAX_VALUE / 2);
        }
    }

    private synchronized void merge(long block, Moments moments) {
        waiting.put(block, moments);
        for (Moments first = waiting.remove(merged); first != null; first = waiting.remove(merged)) {
            total.merge(first);
            merged++;
            permits.release();
            progress.accept(total);
        }
    }
}
