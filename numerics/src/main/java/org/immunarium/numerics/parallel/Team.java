package org.immunarium.numerics.parallel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads that do pieces of work together, many times a second.
///
/// Whoever calls [#run] is one of the threads and does its share; the others are daemons. A run has
/// as many parts as the team has threads. Each thread takes its own part first and then those that
/// nobody has begun, so a thread that is late (its core is busy with something else) holds nobody
/// up. Who does which part is therefore left to chance: a part must do the same whoever does it,
/// and must not depend on the others.
///
/// A thread that waits looks again and again for some microseconds, longer where that was of use
/// before, and then sleeps. With more threads than the machine has cores nobody waits awake.
/// [#run] allocates nothing.
public final class Team implements AutoCloseable {

    /// What a team does.
    @FunctionalInterface
    public interface Task {
        /// Does one part.
        ///
        /// @param part from 0 to [Team#size] - 1
        void run(int part);
    }

    /// Claims of neighbouring parts lie in cache lines of their own.
    private static final int STRIDE = 32;

    private final Worker[] workers;
    private final AtomicIntegerArray claims;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final @Nullable Throwable[] failures;
    private final Patience patience;
    private @Nullable Task task;

    /// Counts runs, over and over; who sees a new one sees its task.
    private volatile int round;

    private volatile boolean closed;
    private volatile @Nullable Thread sleepingCaller;

    /// A team on as many threads, the caller's included.
    ///
    /// @throws IllegalArgumentException if `size` is below 1
    public Team(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a team of " + size + " threads");
        }
        boolean oneCoreEach = size <= Runtime.getRuntime().availableProcessors();
        claims = new AtomicIntegerArray(size * STRIDE);
        failures = new @Nullable Throwable[size];
        patience = new Patience(oneCoreEach);
        workers = new Worker[size - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1, new Patience(oneCoreEach));
            workers[i].start();
        }
    }

    /// The number of threads, and of parts.
    public int size() {
        return workers.length + 1;
    }

    /// Does all parts of a task and returns when they are done.
    ///
    /// An interrupt does not end it: the thread is interrupted still when it returns.
    ///
    /// @throws IllegalStateException if the team is at work already, or closed
    /// @throws RuntimeException what the lowest part threw, if any did, when all parts have ended;
    ///                          what others threw is suppressed in it. So are errors
    public void run(Task work) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the team is at work already");
        }
        try {
            task = work;
            unfinished.set(size());
            int now = round + 1;
            round = now;
            for (Worker worker : workers) {
                worker.wake();
            }
            takePart(now, 0);
            awaitOthers();
            task = null;
            rethrow();
        } finally {
            busy.set(false);
        }
    }

    /// Does every part that nobody has begun, from one's own on.
    private void takePart(int now, int own) {
        int size = size();
        for (int k = 0; k < size; k++) {
            int part = own + k < size ? own + k : own + k - size;
            // A claim that succeeds means that this run has not ended, so that the task is its own.
            if (claims.compareAndSet(part * STRIDE, now - 1, now)) {
                try {
                    Task mine = task;
                    if (mine != null) {
                        mine.run(part);
                    }
                } catch (RuntimeException | Error e) {
                    failures[part] = e;
                } finally {
                    if (unfinished.decrementAndGet() == 0) {
                        LockSupport.unpark(sleepingCaller);
                    }
                }
            }
        }
    }

    private void awaitOthers() {
        if (unfinished.get() == 0) {
            return;
        }
        patience.begin();
        while (patience.lasts()) {
            if (unfinished.get() == 0) {
                patience.rewarded();
                return;
            }
        }
        boolean interrupted = false;
        sleepingCaller = Thread.currentThread();
        while (unfinished.get() != 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        sleepingCaller = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable first = null;
        for (int part = 0; part < failures.length; part++) {
            Throwable failure = failures[part];
            failures[part] = null;
            if (first == null) {
                first = failure;
            } else if (failure != null && failure != first) {
                first.addSuppressed(failure);
            }
        }
        switch (first) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Lets the threads go. Does nothing the second time.
    ///
    /// @throws IllegalStateException if the team is at work
    @Override
    public void close() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the team is at work");
        }
        closed = true;
        busy.set(false);
        for (Worker worker : workers) {
            worker.wake();
        }
    }

    /// A thread beside the caller's.
    private final class Worker extends Thread {

        private final int own;
        private final Patience patience;
        private volatile boolean asleep;

        Worker(int own, Patience patience) {
            super("team-" + own);
            this.own = own;
            this.patience = patience;
            setDaemon(true);
        }

        void wake() {
            if (asleep) {
                asleep = false;
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            int last = 0;
            while (await(last)) {
                last = round;
                takePart(last, own);
            }
        }

        /// Waits for a run after `last`; false when there will be none.
        private boolean await(int last) {
            patience.begin();
            while (patience.lasts()) {
                if (round != last || closed) {
                    patience.rewarded();
                    return !closed;
                }
            }
            while (round == last && !closed) {
                asleep = true;
                if (round == last && !closed) {
                    LockSupport.park(Team.this);
                }
                // An interrupt is no business of ours, and would keep us awake.
                Thread.interrupted();
            }
            asleep = false;
            return !closed;
        }
    }
}
