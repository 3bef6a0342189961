package org.immunarium.app.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs that wait and runs that are carried out, each in a process of its own, so many at once. What waits is kept
/// on
/// disk, and waits again when the lab is started anew.
final class RunQueue implements AutoCloseable {

    /// Ended runs whose last words are kept; what they wrote is in their folders.
    private static final int MOST_ENDED = 200;

    private final int atOnce;
    private final KeptTasks tasks;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Map<String, Task> all = new LinkedHashMap<>();
    private int running;
    private boolean closed;

    RunQueue(int atOnce, KeptTasks tasks) {
        this.atOnce = atOnce;
        this.tasks = tasks;
    }

    /// How far a run in the queue is.
    enum State {
        WAITING,
        RUNNING,
        STOPPING,
        ENDED
    }

    /// A run that was asked for.
    static final class Task {

        private final KeptTasks.Kept kept;
        private State state = State.WAITING;
        private Optional<RunProcess> process = Optional.empty();
        private int code = -1;

        private Task(KeptTasks.Kept kept) {
            this.kept = kept;
        }

        synchronized State state() {
            return state;
        }

        synchronized Optional<RunProcess> process() {
            return process;
        }

        /// How it ended; negative before, and of one that never began.
        synchronized int code() {
            return code;
        }

        private synchronized void set(State next) {
            state = next;
        }
    }

    /// Adds what waited when the lab ended, and begins with it.
    synchronized void goOn() {
        tasks.left().forEach(this::put);
        startWaiting();
    }

    /// Adds a run.
    ///
    /// @param run       the name of its folder
    /// @param arguments of the command line
    /// @throws Refusal if it waits or runs already
    synchronized void add(String run, List<String> arguments) {
        Task before = all.get(run);
        if (before != null && before.state() != State.ENDED) {
            throw new Refusal(Refusal.CONFLICT, "this run is under way already");
        }
        put(tasks.keep(run, arguments));
        forget();
        startWaiting();
    }

    private void put(KeptTasks.Kept kept) {
        Task task = new Task(kept);
        all.remove(kept.run());
        all.put(kept.run(), task);
        waiting.add(task);
    }

    /// What became of a run that was asked for in this lab.
    synchronized Optional<Task> find(String run) {
        return Optional.ofNullable(all.get(run));
    }

    /// Names of runs, those asked for last at the end.
    synchronized List<String> names() {
        return new ArrayList<>(all.keySet());
    }

    /// Stops a run at its next safe point, or takes it out of the queue.
    synchronized void stop(String run) {
        Task task = all.get(run);
        if (task == null || task.state() == State.ENDED) {
            throw new Refusal(Refusal.CONFLICT, "this run is not under way");
        }
        if (waiting.remove(task)) {
            task.kept.forget();
            task.set(State.ENDED);
            return;
        }
        task.set(State.STOPPING);
        task.process().ifPresent(RunProcess::stop);
    }

    private void startWaiting() {
        while (!closed && running < atOnce && !waiting.isEmpty()) {
            Task task = waiting.remove();
            running++;
            Thread.ofVirtual().start(() -> carryOut(task));
        }
    }

    private void carryOut(Task task) {
        int code = -1;
        try {
            RunProcess process = RunProcess.start(task.kept.arguments());
            if (task.kept.isResuming()) {
                task.kept.forget();
            }
            synchronized (task) {
                task.process = Optional.of(process);
                if (task.state == State.STOPPING) {
                    process.stop();
                } else {
                    task.state = State.RUNNING;
                }
            }
            code = process.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (task) {
                task.code = code;
                task.state = State.ENDED;
            }
            synchronized (this) {
                running--;
                if (!closed) {
                    task.kept.forget();
                }
                startWaiting();
            }
        }
    }

    private void forget() {
        List<String> ended = all.entrySet().stream()
                .filter(each -> each.getValue().state() == State.ENDED)
                .map(Map.Entry::getKey)
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - MOST_ENDED)).forEach(all::remove);
    }

    /// Stops all runs at their next safe points; nothing starts any more. What has not begun is still kept.
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        all.values().forEach(task -> task.process().filter(RunProcess::isAlive).ifPresent(RunProcess::stop));
    }
}
