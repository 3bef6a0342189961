package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// How quick the lab is in a real Chromium, which draws without a graphics card: `./bench lab`. No test of
/// `./check`.
///
/// Figures are printed as `name value unit`. Clicks follow each other at once; nobody reads.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabFigures {

    /// What starts the lab; another one for a build that is not the launcher's.
    private static final Path LAUNCHER =
            Path.of(System.getProperty("immunarium.launcher", "../immunarium")).toAbsolutePath();

    private static final int REPEATS = Integer.getInteger("immunarium.repeats", 5);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int RUN_MILLIS = 600_000;

    private static final Path MODEL = Path.of("../study/src/main/resources/studies/tissue/models/bulk-tumour.yaml");

    @TempDir
    private static Path folder;

    private Browsers browsers;

    @BeforeAll
    void start() {
        browsers = Browsers.start();
    }

    @AfterAll
    void stop() {
        browsers.close();
    }

    private static void tell(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %.4g %s%n", name, value, unit);
    }

    private static void say(String words) {
        System.out.println("# " + words);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_SECOND;
    }

    private static void sayLoad() throws IOException {
        Path load = Path.of("/proc/loadavg");
        String now = Files.isReadable(load) ? Files.readString(load).strip() : "unknown";
        say("load: " + now + ", cores: " + Runtime.getRuntime().availableProcessors());
    }

    private static StartedLab lab(String runs) throws IOException {
        return StartedLab.by(List.of(
                LAUNCHER.toString(), "lab", "--runs", folder.resolve(runs).toString()));
    }

    private Page open(StartedLab lab) {
        return browsers.open(lab.address(), new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    private static Page.WaitForSelectorOptions patiently() {
        return new Page.WaitForSelectorOptions().setTimeout(RUN_MILLIS);
    }

    /// From the start of the lab: a picture that moves, what the first lesson finds, a trial that is done.
    @Test
    void firstTenMinutes() throws IOException {
        for (int i = 0; i < Math.min(3, REPEATS); i++) {
            sayLoad();
            long begun = System.nanoTime();
            try (StartedLab lab = lab("first-" + i)) {
                tell("lab_answers", since(begun), "s");
                Page page = open(lab);
                page.getByText("Choose a tissue").click();
                page.waitForSelector("#content[data-page='tissue']");
                page.locator("li.card button.main").first().click();
                page.waitForFunction(
                        "() => Number(document.querySelector('.tissue canvas')?.dataset.drawn ?? 0) > 0"
                                + " && !document.querySelector('.clock').textContent.includes('minute 0')",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(RUN_MILLIS));
                tell("first_moving_picture", since(begun), "s");
                Browsers.go(page, "#/");
                page.getByText("Begin with the patrol").click();
                page.waitForSelector("#content[data-page='learn']");
                if (page.locator("li.card a.button.main").count() > 0) {
                    page.locator("li.card a.button.main").first().click();
                }
                page.locator("fieldset.bet input[type=radio]").first().check();
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run it"))
                        .click();
                page.waitForSelector("p.bet", patiently());
                tell("first_finding", since(begun), "s");
                Browsers.go(page, "#/trial");
                page.getByText("Begin with a small one").click();
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Run").setExact(true))
                        .click();
                page.waitForSelector("[data-status=done]", patiently());
                page.waitForSelector(".figures", patiently());
                tell("first_trial", since(begun), "s");
                page.context().close();
            }
        }
    }

    /// Frames a second of a replay: as they come from the lab, and once the page has them.
    @Test
    void frames() throws IOException, InterruptedException {
        replay("10000_cells", "480 x 480 x 480 µm", 189, 300, "190 µm to 215 µm");
        replay("100000_cells", "1000 x 1000 x 1000 µm", 410.5, 3000, "420 µm to 480 µm");
    }

    private void replay(String name, String domain, double radius, int cells, String shell)
            throws IOException, InterruptedException {
        String run = "replayed";
        runBall(folder.resolve(name).resolve(run), domain, radius, cells, shell);
        try (StartedLab lab = lab(name)) {
            Page page = open(lab);
            Browsers.go(page, "#/tissue/" + run);
            page.waitForSelector("[data-status=done]", patiently());
            page.waitForSelector(".tissue canvas[data-drawn]");
            say(page.locator(".tissue canvas").getAttribute("aria-label"));
            page.getByLabel("speed").or(page.getByLabel("Speed")).first().selectOption("24");
            for (int i = 0; i < REPEATS; i++) {
                page.reload();
                page.waitForSelector(".tissue canvas[data-drawn]");
                page.getByLabel("Speed").first().selectOption("24");
                sayLoad();
                tell("frames_" + name + "_from_the_lab", replay(page), "1/s");
                tell("frames_" + name + "_again", replay(page), "1/s");
            }
            page.context().close();
        }
    }

    /// Of a replay from the first frame to the last: how many pictures were drawn a second.
    private static double replay(Page page) {
        page.getByLabel("frame", new Page.GetByLabelOptions().setExact(true)).press("Home");
        page.waitForFunction("() => document.querySelector('.clock').textContent.includes('minute 0')");
        Object seconds = page.evaluate("""
                async () => {
                  const canvas = document.querySelector('.tissue canvas');
                  const play = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Play');
                  const times = [];
                  const watching = new MutationObserver(() => times.push(performance.now()));
                  watching.observe(canvas, {attributes: true, attributeFilter: ['data-drawn']});
                  play.click();
                  await new Promise((done) => {
                    const look = setInterval(() => {
                      if (play.textContent === 'Play') { clearInterval(look); setTimeout(done, 300); }
                    }, 10);
                  });
                  watching.disconnect();
                  return (times.length - 1) / ((times.at(-1) - times[0]) / 1000);
                }
                """);
        return ((Number) seconds).doubleValue();
    }

    /// Runs a ball of tumour cells with T cells around it by the command line.
    private static void runBall(Path out, String domain, double radius, int cells, String shell)
            throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("study-of-" + cells));
        String model = Files.readString(MODEL)
                .replace("1000 x 1000 x 1000 µm", domain)
                .replace("sphere of 410.5 µm", "sphere of " + radius + " µm")
                .replace("count: 3000", "count: " + cells)
                .replace("shell from 420 µm to 480 µm", "shell from " + shell);
        Files.writeString(files.resolve("ball.yaml"), model);
        Path study = files.resolve("study.yaml");
        Files.writeString(study, """
                format: 1
                study: tissue
                title: A ball of tumour cells
                model: ball.yaml
                duration: 8 min
                output: {every: 4 min, frames: 0.2 min}
                seed: 1
                """);
        Process run = new ProcessBuilder(LAUNCHER.toString(), "run", study.toString(), "--out", out.toString())
                .inheritIO()
                .start();
        assertThat(run.waitFor()).isZero();
    }

    /// Who looks at a run while it goes on.
    private enum Client {
        NONE,

        /// Is told what the run comes to, and reads none of it.
        SILENT,

        /// Asks for a frame every two seconds.
        SLOW
    }

    /// Whether a browser that is connected slows the engine.
    @Test
    void aClientThatDoesNotDraw() throws IOException, InterruptedException {
        Map<Client, List<Double>> seconds = new LinkedHashMap<>();
        try (StartedLab lab = lab("clients")) {
            for (int i = 0; i <= REPEATS; i++) {
                sayLoad();
                for (Client client : Client.values()) {
                    double took = seconds(lab, client);
                    if (i > 0) {
                        seconds.computeIfAbsent(client, _ -> new ArrayList<>()).add(took);
                        tell("run_client_" + client.name().toLowerCase(Locale.ROOT), took, "s");
                    }
                }
            }
        }
        double none = median(seconds.getOrDefault(Client.NONE, List.of()));
        seconds.forEach((client, took) -> tell(
                "slowed_by_client_" + client.name().toLowerCase(Locale.ROOT), 100 * (median(took) / none - 1), "%"));
    }

    private static double seconds(StartedLab lab, Client client) throws IOException, InterruptedException {
        String run = lab.start("{\"study\": \"tissue/t-cells-find-a-tumour\", \"duration\": \"3 d\","
                + " \"set\": {\"output.frames\": \"30 min\"}}");
        try (Socket connected = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(lab.address()).getPort())) {
            if (client != Client.NONE) {
                String token = URI.create(lab.address()).getQuery().substring("token=".length());
                connected
                        .getOutputStream()
                        .write(("GET /api/runs/" + run + "/events HTTP/1.1\r\nHost: 127.0.0.1:" + connected.getPort()
                                        + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            InputStream told = connected.getInputStream();
            int frame = 0;
            while (true) {
                Thread.sleep(2000);
                var now = lab.run(run);
                String status = now.path("status").asText();
                if (status.equals("done")) {
                    return now.path("seconds").path("run").asDouble();
                }
                assertThat(status).isIn("waiting", "running");
                if (client == Client.SLOW) {
                    told.readNBytes(Math.min(told.available(), 1 << 20));
                    if (now.path("frames").path("").asInt() > frame) {
                        frame = now.path("frames").path("").asInt();
                        lab.visitor().get("/api/runs/" + run + "/frames/" + (frame - 1) + "?variant=");
                    }
                }
            }
        }
    }

    private static double median(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
