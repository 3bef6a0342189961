package org.immunarium.numerics.parallel;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/// Pieces of work on their way to several threads, and results on their way out, in the order of
/// the work.
///
/// A result that has to wait for an earlier one waits here, and few do: only so many pieces are
/// taken before the earliest of them is done, so memory does not grow with their number, nor with
/// the time that one of them takes.
///
/// @param <T> a piece of work
/// @param <R> its result
public final class InOrder<T, R> {

    /// Is given results.
    ///
    /// @param <R> a result
    @FunctionalInterface
    public interface Taker<R> {

        /// Takes the next result in order; never two at once.
        void take(R result);

        /// Told whenever a result was given, after those that it let through were taken, and by
        /// [InOrder#tell]; never two at once.
        ///
        /// @param waiting results that wait for an earlier one, by their place, counted from 0;
        ///     good for the call only
        default void given(SortedMap<Long, R> waiting) {}
    }

    /// A piece of work with its place in the order, counted from 0.
    ///
    /// @param <T> a piece of work
    public record Numbered<T>(long place, T work) {}

    private final Iterator<? extends T> work;
    private final Taker<? super R> taker;
    private final Semaphore ahead;
    private final TreeMap<Long, R> waiting = new TreeMap<>();
    private volatile Optional<Throwable> failure = Optional.empty();
    private long taken;
    private long given;

    /// @param work  taken from one after the other, from any thread but never two at once; when
    ///     anything has failed, no more is taken
    /// @param ahead how many pieces may be taken whose results have not been taken on, at least 1
    public InOrder(Iterator<? extends T> work, int ahead, Taker<? super R> taker) {
        this.work = work;
        this.taker = taker;
        this.ahead = new Semaphore(ahead);
    }

    /// What one thread has of it.
    public final class Share {

        private int atWork;

        /// The next piece; none once anything has failed, and none for now where too many results
        /// wait.
        ///
        /// Waits for others only while this thread has nothing at work. So whoever has the piece
        /// that all results wait for goes on.
        public Optional<Numbered<T>> next() {
            if (atWork == 0) {
                ahead.acquireUninterruptibly();
            } else if (!ahead.tryAcquire()) {
                return Optional.empty();
            }
            Optional<Numbered<T>> next = take();
            if (next.isPresent()) {
                atWork++;
            } else {
                ahead.release();
            }
            return next;
        }

        /// Gives the result of a piece that this share took.
        public void finished(long place, R result) {
            atWork--;
            give(place, result);
        }
    }

    private synchronized Optional<Numbered<T>> take() {
        try {
            return failure.isEmpty() && work.hasNext()
                    ? Optional.of(new Numbered<>(taken++, work.next()))
                    : Optional.empty();
        } catch (RuntimeException | Error e) {
            fail(e);
            return Optional.empty();
        }
    }

    /// A failure is noted before any other thread gets here, so that no result follows one that
    /// is missing.
    private synchronized void give(long place, R result) {
        waiting.put(place, result);
        try {
            while (failure.isEmpty() && !waiting.isEmpty() && waiting.firstKey() == given) {
                given++;
                ahead.release();
                taker.take(waiting.pollFirstEntry().getValue());
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        tell();
    }

    /// Tells the taker again which results wait, unless anything has failed: for what it does from
    /// time to time, while no result comes.
    public synchronized void tell() {
        try {
            if (failure.isEmpty()) {
                taker.given(Collections.unmodifiableSortedMap(waiting));
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /// Notes the first failure, and lets everyone go who waits for a result that will not come.
    public synchronized void fail(Throwable first) {
        if (failure.isEmpty()) {
            failure = Optional.of(first);
            ahead.release(Integer.MAX_VALUE / 2);
        }
    }

    /// Whether anything has failed, so that what is still at work is in vain.
    public boolean hasFailed() {
        return failure.isPresent();
    }

    /// Results that wait for an earlier one, by their place; also after a failure.
    public synchronized SortedMap<Long, R> waiting() {
        return new TreeMap<>(waiting);
    }

    /// Throws what failed first, if anything did. Call it when all threads are done.
    public synchronized void rethrow() {
        switch (failure.orElse(null)) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
