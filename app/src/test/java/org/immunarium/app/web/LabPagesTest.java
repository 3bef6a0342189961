package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The lab's pages in a real browser: what a person does with them, one thing after the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabPagesTest {

    private static final List<String> PAGES =
            List.of("#/", "#/learn", "#/tissue", "#/patient", "#/trial", "#/experiments", "#/runs", "#/model");

    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    @TempDir
    private static Path folder;

    private LabServer lab;
    private Browsers browsers;

    @BeforeAll
    void start() throws IOException {
        browsers = Browsers.start();
        lab = LabServer.start(InetAddress.getLoopbackAddress(), 0, folder.resolve("runs"), 1);
    }

    @AfterAll
    void stop() {
        if (lab != null) {
            lab.close();
            browsers.close();
        }
    }

    @Test
    @Order(1)
    void aTissueIsWatchedAndGivenADrug() {
        Page page = browsers.open(lab, WIDE, ColorScheme.LIGHT);
        page.getByText("Choose a tissue").click();
        page.getByLabel("A picture every").fill("1 h");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run A tumour that hides behind PD-L1"))
                .or(page.getByText("A tumour that hides behind PD-L1")
                        .locator("xpath=ancestor::li")
                        .getByRole(AriaRole.BUTTON))
                .first()
                .click();
        page.waitForSelector(".tissue canvas[data-drawn]");
        String first = page.locator("canvas[role=img]").getAttribute("aria-label");
        page.waitForFunction(
                "before => document.querySelector('canvas[role=img]').getAttribute('aria-label') !== before", first);
        Browsers.picture(page, "tissue-live");
        // A pause, and on again.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                .click();
        page.waitForSelector("[data-status=stopped]");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                .click();
        page.waitForSelector("[data-status=running]");
        // Who comes back finds the run where it is.
        page.reload();
        page.waitForSelector(".tissue canvas[data-drawn]");
        page.waitForSelector("[data-status=done]", new Page.WaitForSelectorOptions().setTimeout(120_000));
        // Back in time.
        Locator slider = page.getByLabel("frame", new Page.GetByLabelOptions().setExact(true));
        slider.focus();
        slider.press("Home");
        page.waitForFunction("() => document.querySelector('.clock').textContent.includes('minute 0')");
        page.getByLabel("one frame on").click();
        page.waitForFunction("() => !document.querySelector('.clock').textContent.includes('minute 0')");
        // A cell: by its number, and by a click.
        page.getByLabel("Number of a cell").fill("2");
        page.getByLabel("Number of a cell").press("Enter");
        page.waitForSelector("dl.facts");
        assertThat(page.locator("dl.facts").textContent()).contains("µm");
        // A drug, now.
        page.getByLabel("Give a drug at the time shown").fill("nivolumab 240 mg IV");
        page.getByText("Give it").click();
        page.waitForFunction("() => location.hash.includes('beside=')");
        page.waitForSelector(".tissue canvas[data-drawn]");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                .click();
        page.waitForSelector("[data-status=stopped]");
        assertThat(browsers.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void filesThatCannotBeUsedAreRefusedWithAllThatIsWrong() throws IOException {
        Page page = browsers.open(lab, WIDE, ColorScheme.LIGHT);
        Browsers.go(page, "#/tissue");
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, "format: 1\nstudy: tissue\nmodel: nothing\nfoo: 1\n", StandardCharsets.UTF_8);
        page.locator("input[type=file]").setInputFiles(bad);
        page.waitForSelector(".problem");
        assertThat(page.locator(".problem").textContent()).contains("nothing").contains("foo");
        page.context().close();
    }

    @Test
    @Order(3)
    void allPagesCanBeUsedByAll() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(WIDE, NARROW)) {
                Page page = browsers.open(lab, width, colours);
                for (String hash : PAGES) {
                    Browsers.go(page, hash);
                    String name = hash.substring(2).isEmpty() ? "home" : hash.substring(2);
                    Browsers.picture(
                            page, name + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT));
                    assertThat(Browsers.overflow(page))
                            .as(name + " at " + width)
                            .isLessThanOrEqualTo(0);
                    assertThat(page.locator("h1").count()).as(name).isOne();
                    if (width == WIDE) {
                        assertThat(Browsers.violations(page))
                                .as(name + ", " + colours)
                                .isEmpty();
                    }
                }
                page.context().close();
            }
        }
    }
}
