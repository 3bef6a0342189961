package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, without a screen, and what to ask of a page in it.
final class Browsers implements AutoCloseable {

    /// Where pictures of pages are left, for people to look at.
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /// Of all windows, in pixels.
    private static final int HEIGHT = 900;

    /// For a run of a test on a busy machine, in ms.
    private static final int LONG_ENOUGH = 180_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts it; skips the test where there is none.
    static Browsers start() {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "the lab's pages need Chromium, which this machine has not");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsers(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--use-angle=swiftshader",
                                        "--enable-unsafe-swiftshader",
                                        "--ignore-gpu-blocklist"))));
    }

    /// A fresh profile at the home page of a lab.
    Page open(LabServer lab, int width, ColorScheme colours) {
        return open(lab.address(), width, colours);
    }

    /// A fresh profile at the home page of the lab at an address.
    Page open(String address, int width, ColorScheme colours) {
        return open(
                address,
                new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    /// A fresh profile of some kind at the home page of the lab at an address.
    Page open(String address, Browser.NewContextOptions kind) {
        BrowserContext context = browser.newContext(kind);
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean isComplaint =
                    message.type().equals("error") || message.type().equals("warning");
            // What the lab refuses, which is what some tests are about.
            boolean isRefusal =
                    message.text().startsWith("Failed to load resource: the server responded with a status of 4");
            // Of axe-core, which reads pixels.
            boolean isOfTheTest = message.text().startsWith("Canvas2D: Multiple readback");
            if (isComplaint && !isRefusal && !isOfTheTest) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        page.waitForSelector("#content[data-page='']");
        return page;
    }

    /// Goes to a page of the lab, and waits until it is there.
    static void go(Page page, String hash) {
        page.evaluate(
                "hash => { document.getElementById('content').dataset.page = 'none';"
                        + " if (location.hash === hash) { location.reload(); } else { location.hash = hash; } }",
                hash);
        String name = hash.replaceFirst("^#/", "").replaceFirst("[/?].*", "");
        page.waitForSelector("#content[data-page='" + name + "']");
    }

    /// What browsers complained of since they were last left: errors of scripts, and what the content security
    /// policy held back.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Closes all pages.
    void leave() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        complaints.clear();
    }

    /// Leaves a picture of each page that is open.
    void pictures(String name) {
        int number = 1;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                picture(page, name + "-" + number);
                number++;
            }
        }
    }

    /// What axe-core finds against WCAG 2.2 A and AA, a line a rule.
    static List<String> violations(Page page) {
        page.evaluate(axe());
        Object found = page.evaluate("async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                + " 'wcag21aa', 'wcag22aa']})).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' '"
                + " + n.failureSummary).join(' | ').slice(0, 600))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream in = Browsers.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves a picture of a page.
    static void picture(Page page, String name) {
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /// Waits until a run has ended, which the page follows.
    static void awaitEnd(Page page) {
        page.waitForSelector("[data-status=done]", new Page.WaitForSelectorOptions().setTimeout(LONG_ENOUGH));
    }

    /// Looks at a page as all people may see it, and leaves pictures: nothing against WCAG 2.2 A and AA in the
    /// light and in the dark, and no wider than the window of a telephone.
    ///
    /// @param name of the pictures
    static void inspect(Page page, String name) {
        boolean all = Boolean.getBoolean("immunarium.long");
        for (int width : List.of(OpenLab.WIDE, OpenLab.NARROW)) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                String shown = name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
                if (width == OpenLab.WIDE) {
                    assertThat(violations(page)).as(shown).isEmpty();
                }
                if (all || (width == OpenLab.WIDE) == (colours == ColorScheme.LIGHT)) {
                    picture(page, shown);
                }
            }
            assertThat(overflow(page)).as(name + " at " + width).isLessThanOrEqualTo(0);
        }
        assertThat(page.locator("h1").count()).as(name).isOne();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(OpenLab.WIDE, HEIGHT);
    }

    /// By how much a page is wider than its window, in pixels.
    static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
