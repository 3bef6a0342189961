package org.immunarium.app.web;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.app.ExitCode;

/// Runs that wait and runs that are carried out, so many at once. What waits is kept on disk, and waits again when
/// the lab is started anew.
///
/// All that is known of a run changes under one lock, the queue's own, so that nobody sees a half of a change.
final class RunQueue implements AutoCloseable {

    /// Ended runs whose last words are kept; what they wrote is in their folders.
    private static final int MOST_ENDED = 200;

    private static final int NO_CODE = -1;

    /// Codes above it are those of processes that a signal ended.
    private static final int BY_SIGNAL = 128;

    private final int atOnce;
    private final LabFolder folder;
    private final KeptTasks tasks;
    private final StartedRun.Starter starter;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Map<String, Task> all = new LinkedHashMap<>();
    private int running;
    private boolean closed;

    /// @param atOnce  how many runs are carried out at one time
    /// @param folder  where runs lie, and what waits is kept
    /// @param starter of runs
    RunQueue(int atOnce, LabFolder folder, StartedRun.Starter starter) {
        this.atOnce = atOnce;
        this.folder = folder;
        this.tasks = new KeptTasks(folder);
        this.starter = starter;
    }

    /// How far a run in the queue is.
    enum State {
        WAITING,
        RUNNING,
        STOPPING,
        ENDED
    }

    /// What is known of a run at one time.
    ///
    /// @param state   how far it is
    /// @param started what was started; empty of one that waits, is just being started, or never began
    /// @param code    how it ended; negative before, and of one that never began
    /// @param failure why it could not be started; empty of any other
    /// @param behind  what it waits for; empty of one that does not wait
    record Seen(
            State state, Optional<StartedRun> started, int code, Optional<String> failure, Optional<Behind> behind) {

        /// Whether it waits or is carried out, by this lab.
        boolean isUnderWay() {
            return state != State.ENDED;
        }

        /// Whether a run that ended before it had a manifest never began, or was stopped or killed: nothing is
        /// wrong with what it was asked.
        boolean isStopped() {
            return RunQueue.isStopped(code);
        }
    }

    /// What a run waits for.
    ///
    /// @param runs    the one that waits right before it; of the first that waits those under way, of which one
    ///                must end
    /// @param waiting how many wait before it
    record Behind(List<String> runs, int waiting) {}

    private static final class Task {

        private final KeptTasks.Kept kept;
        private State state = State.WAITING;
        private Optional<StartedRun> started = Optional.empty();
        private int code = NO_CODE;
        private Optional<String> failure = Optional.empty();

        private Task(KeptTasks.Kept kept) {
            this.kept = kept;
        }
    }

    private static boolean isStopped(int code) {
        return code < 0 || code == ExitCode.STOPPED.code() || code > BY_SIGNAL;
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
        if (before != null && before.state != State.ENDED) {
            throw new Refusal(Refusal.CONFLICT, "this run is under way already");
        }
        put(tasks.keep(run, arguments));
        forget();
        startWaiting();
    }

    /// Adds a run that ended before it began once more, such as one that was stopped while it waited.
    ///
    /// @throws Refusal if it waits or runs already, or nobody asked for it in this lab
    synchronized void again(String run) {
        Task before = all.get(run);
        if (before == null) {
            throw new Refusal(Refusal.NOT_FOUND, "there is no run of this name");
        }
        if (before.state == State.ENDED) {
            folder.clear(run);
        }
        add(run, before.kept.arguments());
    }

    private void put(KeptTasks.Kept kept) {
        Task task = new Task(kept);
        all.remove(kept.run());
        all.put(kept.run(), task);
        waiting.add(task);
    }

    /// What became of a run that was asked for in this lab.
    synchronized Optional<Seen> find(String run) {
        return Optional.ofNullable(all.get(run))
                .map(task -> new Seen(task.state, task.started, task.code, task.failure, behind(task)));
    }

    private Optional<Behind> behind(Task task) {
        if (task.state != State.WAITING) {
            return Optional.empty();
        }
        List<String> before = waiting.stream()
                .takeWhile(each -> each != task)
                .map(each -> each.kept.run())
                .toList();
        return Optional.of(
                before.isEmpty() ? new Behind(underWay(), 0) : new Behind(List.of(before.getLast()), before.size()));
    }

    private List<String> underWay() {
        return all.values().stream()
                .filter(task -> task.state == State.RUNNING || task.state == State.STOPPING)
                .map(task -> task.kept.run())
                .toList();
    }

    /// Words of the command lines of runs that read their files yet: those that wait, that are under way, and that
    /// were stopped before they began.
    synchronized List<String> wordsOfUnbegun() {
        return all.values().stream()
                .filter(task -> task.state != State.ENDED || (isStopped(task.code) && !folder.isBegun(task.kept.run())))
                .flatMap(task -> task.kept.arguments().stream())
                .toList();
    }

    /// Names of runs, those asked for last at the end.
    synchronized List<String> names() {
        return new ArrayList<>(all.keySet());
    }

    /// Stops a run at its next safe point, or takes it out of the queue.
    ///
    /// @throws Refusal if it neither waits nor runs
    synchronized void stop(String run) {
        Task task = all.get(run);
        if (task == null || task.state == State.ENDED) {
            throw new Refusal(Refusal.CONFLICT, "this run is not under way");
        }
        if (waiting.remove(task)) {
            task.kept.forget();
            task.state = State.ENDED;
            return;
        }
        task.state = State.STOPPING;
        task.started.ifPresent(StartedRun::stop);
    }

    private void startWaiting() {
        while (!closed && running < atOnce && !waiting.isEmpty()) {
            Task task = waiting.remove();
            task.state = State.RUNNING;
            running++;
            Thread.ofVirtual().start(() -> carryOut(task));
        }
    }

    private void carryOut(Task task) {
        int code = NO_CODE;
        Optional<String> failure = Optional.empty();
        try {
            StartedRun started = starter.start(task.kept.arguments());
            begun(task, started);
            code = started.await();
        } catch (UncheckedIOException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended(task, code, failure);
        }
    }

    private synchronized void begun(Task task, StartedRun started) {
        task.started = Optional.of(started);
        if (task.kept.isResuming()) {
            task.kept.forget();
        }
        if (closed || task.state == State.STOPPING) {
            started.stop();
        }
    }

    private synchronized void ended(Task task, int code, Optional<String> failure) {
        task.code = code;
        task.failure = failure;
        task.state = State.ENDED;
        running--;
        if (!closed) {
            task.kept.forget();
        }
        startWaiting();
    }

    private void forget() {
        List<String> ended = all.entrySet().stream()
                .filter(each -> each.getValue().state == State.ENDED)
                .map(Map.Entry::getKey)
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - MOST_ENDED)).forEach(all::remove);
    }

    /// Stops all runs at their next safe points, those that are just being started too; nothing starts any
    /// more. What has not begun is still kept.
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        all.values().forEach(task -> task.started.ifPresent(StartedRun::stop));
    }
}
