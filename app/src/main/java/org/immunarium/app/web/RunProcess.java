package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.app.Immunarium;
import org.immunarium.app.Progressing;
import org.immunarium.app.Terminal;
import org.immunarium.results.Json;
import org.immunarium.units.InvalidInputException;

/// A run in a process of its own: what it does to its memory, or how it ends, is nothing to the lab.
///
/// It ends at its next safe point when the lab does, however that ends: its input closes then.
final class RunProcess implements StartedRun {

    /// Lines of standard error that are kept, for whoever wants to know why it failed.
    private static final int LINES_KEPT = 50;

    private final Process process;
    private final List<String> notes = new ArrayList<>();
    private final Thread readsNotes;
    private Optional<Progressing> progress = Optional.empty();
    private String result = "";

    private RunProcess(Process process) {
        this.process = process;
        readsNotes = Thread.ofVirtual().unstarted(this::readNotes);
    }

    /// Starts one.
    ///
    /// @param arguments of the command line
    static RunProcess start(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> !each.startsWith("-Dimmunarium.stderr") && !each.startsWith("-Dimmunarium.terminal"))
                .forEach(command::add);
        command.add("-D" + Terminal.ATTACHED + "=true");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Immunarium.class.getName());
        command.addAll(arguments);
        try {
            RunProcess run = new RunProcess(new ProcessBuilder(command).start());
            run.readsNotes.start();
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("a process for the run cannot be started: " + e.getMessage(), e);
        }
    }

    private void readNotes() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
        } catch (IOException gone) {
            note(String.valueOf(gone.getMessage()));
        }
    }

    private synchronized void note(String line) {
        Optional<Progressing> told = Progressing.parse(line);
        if (told.isPresent()) {
            progress = told;
        } else if (!line.contains("incubator modules")) {
            notes.add(line);
            if (notes.size() > LINES_KEPT) {
                notes.removeFirst();
            }
        }
    }

    /// Waits for its end, and until all that it said is read.
    @Override
    public int await() throws InterruptedException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                text.append(line).append('\n');
            }
            synchronized (this) {
                result = text.toString();
            }
        } catch (IOException gone) {
            note(String.valueOf(gone.getMessage()));
        }
        int code = process.waitFor();
        readsNotes.join();
        return code;
    }

    @Override
    public synchronized Optional<Progressing> progress() {
        return progress;
    }

    @Override
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public synchronized Optional<ObjectNode> result() {
        try {
            return result.isBlank() ? Optional.empty() : Optional.of(Json.parse("the run", result));
        } catch (InvalidInputException cutOff) {
            return Optional.empty();
        }
    }

    @Override
    public void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            note(String.valueOf(gone.getMessage()));
        }
    }
}
