package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Fifty runs that four browsers ask for and watch, two of them in a Chromium that is killed, in a lab that is
/// killed: nothing is lost, and the lab's memory stays as it was.
@EnabledIfSystemProperty(named = "immunarium.long", matches = "true", disabledReason = "takes minutes: ./check --long")
class LongSessionTest {

    private static final int RUNS = 50;
    private static final int BROWSERS = 4;

    /// Ended runs after which a Chromium is killed, the lab is, and memory is looked at.
    private static final int BROWSER_DIES = 8;

    private static final int LAB_DIES = 21;
    private static final int LOOK = 10;
    private static final int LONG_ENOUGH_MILLIS = 120_000;

    /// Runs that are paused by whoever watches, and left so.
    private static final Set<Integer> PAUSED = Set.of(9, 41);

    /// Part of the name of each run of a tissue.
    private static final String TISSUE = "t-cells";

    private static final Set<String> UNDER_WAY = Set.of("waiting", "running", "stopping");

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private int nextLook = LOOK;
    private double least = Double.MAX_VALUE;

    /// Somebody with a browser.
    private static final class Person {

        private final Page page;
        private String run;

        private Person(Browsers browsers, StartedLab lab, String run) {
            this.page = browsers.open(lab.address(), 1000, ColorScheme.LIGHT);
            page.setDefaultTimeout(LONG_ENOUGH_MILLIS);
            this.run = run;
            if (!run.isEmpty()) {
                look();
            }
        }

        private void look() {
            Browsers.go(page, "#/" + (run.contains(TISSUE) ? "tissue" : "patient") + "/" + run);
        }

        private void seeEnd() {
            try {
                page.waitForSelector("[data-status=done]");
            } catch (TimeoutError neverTold) {
                throw new AssertionError(
                        page.url() + ": " + page.locator("#content").innerText(), neverTold);
            }
        }

        private void ask(int number) {
            String duration = PAUSED.contains(number) ? "12 h" : "1 h";
            String body = number % 2 == 0
                    ? "{study: 'patient/kuznetsov1994-dormancy-and-escape', seed: " + number + "}"
                    : "{study: 'tissue/t-cells-find-a-tumour', duration: '" + duration + "', seed: " + number
                            + ", set: {'output.frames': '10 min'}}";
            run = String.valueOf(page.evaluate("async () => (await (await fetch('/api/runs', {method: 'POST', headers:"
                    + " {'Content-Type': 'application/json'}, body: JSON.stringify(" + body + ")})).json()).run"));
            look();
        }
    }

    @Test
    void nothingIsLost() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        Browsers mortal = null;
        try (Browsers browsers = Browsers.start()) {
            Set<Long> others = processes();
            mortal = Browsers.start();
            Set<Long> doomed = processes();
            doomed.removeAll(others);
            Set<String> waiting;
            Set<String> running;
            try (StartedLab lab = StartedLab.in(runs)) {
                List<Person> people = people(List.of(browsers, browsers, mortal, mortal), lab, List.of("", "", "", ""));
                session(lab, people, BROWSER_DIES);
                assertThat(browsers.complaints()).isEmpty();
                doomed.forEach(LongSessionTest::kill);
                for (int i = 2; i < BROWSERS; i++) {
                    people.set(i, new Person(browsers, lab, people.get(i).run));
                }
                session(lab, people, LAB_DIES);
                waiting = inState(lab, "waiting");
                running = inState(lab, "running");
                lab.kill();
            }
            assertThat(waiting).isNotEmpty();
            try (StartedLab lab = StartedLab.in(runs)) {
                Set<String> there = inState(lab, "waiting");
                there.addAll(inState(lab, "running"));
                assertThat(there).containsAll(waiting);
                for (String run : running) {
                    if (!there.contains(run)) {
                        lab.await(run, now -> !UNDER_WAY.contains(status(now)));
                    }
                }
                List<String> goOn = new ArrayList<>(waiting);
                goOn.addAll(List.of("", "", "", ""));
                List<Person> people =
                        people(List.of(browsers, browsers, browsers, browsers), lab, goOn.subList(0, BROWSERS));
                session(lab, people, RUNS);
                for (String run : inState(lab, "stopped")) {
                    figures.add("gone on with: " + run);
                    people.getFirst().run = run;
                    people.getFirst().look();
                    people.getFirst()
                            .page
                            .getByRole(AriaRole.BUTTON, named("Go on"))
                            .click();
                    lab.awaitStatus(run, "done");
                }
                assertThat(inState(lab, "done")).hasSize(RUNS).containsAll(asked);
                for (String run : asked) {
                    assertThat(Files.isRegularFile(runs.resolve(run).resolve("report.html")))
                            .as(run)
                            .isTrue();
                }
                assertThat(look(lab, RUNS)).isLessThan(1.2 * least + 4);
            }
        } finally {
            figures.forEach(System.out::println);
            if (mortal != null) {
                closeDead(mortal);
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static List<Person> people(List<Browsers> browsers, StartedLab lab, List<String> runs) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            people.add(new Person(browsers.get(i), lab, runs.get(i)));
        }
        return people;
    }

    /// Each asks for a run, watches it until it ends, and asks for the next, until so many have ended in all, and a
    /// tissue is under way if that was not the last.
    private void session(StartedLab lab, List<Person> people, int until) throws IOException, InterruptedException {
        while (ended(lab) < until || until < RUNS && !isTissueRunning(lab)) {
            for (Person person : people) {
                String status = person.run.isEmpty() ? "" : status(lab.run(person.run));
                int number = asked.indexOf(person.run);
                if (status.equals("running") && PAUSED.contains(number)) {
                    lab.visitor().post("/api/runs/" + person.run + "/stop", "{}");
                }
                if (!UNDER_WAY.contains(status) && asked.size() < RUNS) {
                    if (status.equals("done")) {
                        // What was watched has come to its end on the page too.
                        person.seeEnd();
                    }
                    person.ask(asked.size());
                    asked.add(person.run);
                }
            }
            int now = ended(lab);
            if (now >= nextLook) {
                nextLook = now / LOOK * LOOK + LOOK;
                double heap = look(lab, now);
                least = Math.min(least, heap);
                assertThat(heap).isLessThan(1.2 * least + 4);
            }
            Thread.sleep(100);
        }
    }

    private double look(StartedLab lab, int ended) throws IOException {
        double heap = lab.liveHeap();
        figures.add(String.format(
                Locale.ROOT,
                "after %d runs: %.1f MiB alive on the heap of lab %d, %.0f MiB resident",
                ended,
                heap,
                lab.pid(),
                lab.resident()));
        return heap;
    }

    private static String status(JsonNode run) {
        return run.path("status").asText();
    }

    private static int ended(StartedLab lab) throws IOException {
        int count = 0;
        for (JsonNode run : lab.visitor().get("/api/runs").json().path("runs")) {
            count += UNDER_WAY.contains(status(run)) ? 0 : 1;
        }
        return count;
    }

    private static Set<String> inState(StartedLab lab, String state) throws IOException {
        Set<String> found = new TreeSet<>();
        for (JsonNode run : lab.visitor().get("/api/runs").json().path("runs")) {
            if (status(run).equals(state)) {
                found.add(run.path("run").asText());
            }
        }
        return found;
    }

    private static boolean isTissueRunning(StartedLab lab) throws IOException {
        return inState(lab, "running").stream().anyMatch(each -> each.contains(TISSUE));
    }

    private static Set<Long> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").contains("chrom"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void closeDead(Browsers browsers) {
        try {
            browsers.close();
        } catch (RuntimeException killedBefore) {
            // Its Chromium is gone.
        }
    }
}
