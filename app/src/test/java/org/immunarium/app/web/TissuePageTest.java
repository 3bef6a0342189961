package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A tissue in a browser: started, watched, stopped, gone on with, looked at again, given a drug.
class TissuePageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    private static final String LABEL = "() => document.querySelector('canvas[role=img]').getAttribute('aria-label')";

    /// Longer than the test: it is stopped.
    private static final String STUDY = """
            format: 1
            study: tissue
            title: A tumour that is watched
            model: hidden-tumour
            duration: 10 d
            """;

    @Test
    void aTissueIsWatchedStoppedLookedAtAgainAndGivenADrug() throws IOException {
        Page page = LAB.open();
        page.getByText("Choose a tissue").click();
        page.getByLabel("A picture every").fill("30 min");
        Path study = LAB.folder().resolve("watched.yaml");
        Files.writeString(study, STUDY);
        page.locator("input[type=file]").setInputFiles(study);
        page.waitForSelector(".tissue canvas[data-drawn]");
        String first = String.valueOf(page.evaluate(LABEL));
        page.waitForFunction("before => (" + LABEL + ")() !== before", first);
        pause(page);
        Browsers.picture(page, "tissue-live");
        button(page, "Go on").click();
        page.waitForSelector("[data-status=running]");

        // Who comes back finds the run where it is.
        page.reload();
        page.waitForSelector(".tissue canvas[data-drawn]");
        page.waitForSelector("[data-status=running]");
        pause(page);

        scrub(page);
        lookAtACell(page);
        colour(page);
        save(page);
        chooseWhileItLoads(page);
        play(page);
        playAnew(page);

        page.getByLabel("Give a drug at the time shown").fill("nivolumab 240 mg IV");
        button(page, "Give it").click();
        page.waitForFunction("() => location.hash.includes('beside=')");
        page.waitForSelector(".tissue canvas[data-drawn]");
        pause(page);
        assertThat(page.getByText("Compare with the tissue that goes without").count())
                .isOne();
    }

    private static void pause(Page page) {
        button(page, "Pause").click();
        page.waitForSelector("[data-status=stopped]");
    }

    private static void scrub(Page page) {
        Locator slider = page.getByLabel("frame", new Page.GetByLabelOptions().setExact(true));
        slider.focus();
        slider.press("Home");
        page.waitForFunction("() => document.querySelector('.clock').textContent.includes('minute 0')");
        page.getByLabel("one frame on").click();
        page.waitForFunction("() => document.querySelector('.clock').textContent.includes('minute 30')");
    }

    /// By a click into the middle of the tumour, and by number.
    private static void lookAtACell(Page page) {
        page.locator("canvas[role=img]").click();
        page.waitForSelector(".cell strong");
        assertThat(page.locator(".cell strong").textContent()).isEqualTo("tumour");
        page.getByLabel("Id of a cell").fill("2");
        page.getByLabel("Id of a cell").press("Enter");
        assertThat(page.locator("dl.facts").textContent()).contains("µm");
        page.getByText("What acts on cells of this type").click();
        assertThat(page.locator(".cell details").textContent())
                .contains("PD-L1")
                .contains("increases it");
        Browsers.picture(page, "tissue-cell");
    }

    private static void colour(Page page) {
        page.getByLabel("Colour by").selectOption(new SelectOption().setIndex(2));
        page.waitForFunction("() => document.querySelector('.legend').textContent.includes('(dark)')");
        Locator behind = page.getByLabel("Behind");
        behind.selectOption(new SelectOption().setIndex(2));
        page.waitForFunction("() => document.querySelector('.legend').textContent.includes('behind')");
        Browsers.inspect(page, "tissue-run");
    }

    private static void save(Page page) throws IOException {
        Download table = page.waitForDownload(
                () -> button(page, "CSV of the cells in this frame").click());
        assertThat(Files.readString(table.path())).startsWith("cell,type,state,x [µm],");
        Download drawing =
                page.waitForDownload(() -> button(page, "SVG of this frame").click());
        assertThat(Files.readString(drawing.path()))
                .startsWith("<svg")
                .contains("<circle")
                .doesNotContain("NaN");
        Download picture =
                page.waitForDownload(() -> button(page, "PNG of this frame").click());
        assertThat(Files.size(picture.path())).isGreaterThan(1000);
    }

    /// What comes of an earlier choice is not shown under a later one.
    private static void chooseWhileItLoads(Page page) throws IOException {
        page.getByLabel("Behind").selectOption("");
        Locator colourBy = page.getByLabel("Colour by");
        colourBy.selectOption("");
        page.waitForFunction("() => !document.querySelector('.legend').textContent.includes('(dark)')");
        Predicate<String> isOfValues = url -> url.contains("/frames/") && url.contains("value=");
        List<Route> held = new ArrayList<>();
        page.route(isOfValues, held::add);
        colourBy.selectOption(new SelectOption().setIndex(3));
        page.waitForCondition(() -> !held.isEmpty());
        colourBy.selectOption(new SelectOption().setIndex(4));
        page.unroute(isOfValues);
        held.forEach(Route::resume);
        page.waitForFunction("() => document.querySelector('.legend').textContent.includes('(dark)')");

        Download table = page.waitForDownload(
                () -> button(page, "CSV of the cells in this frame").click());
        List<String> lines = Files.readAllLines(table.path());
        String header = lines.getFirst();
        String value = header.substring(header.lastIndexOf(',') + 1).replaceFirst(" \\[.*", "");
        DoubleSummaryStatistics values = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .summaryStatistics();
        assertThat(page.locator(".legend").first().textContent())
                .startsWith(page.evaluate("""
                                async ([value, low, high]) => {
                                  const { number } = await import('/view/chart.js');
                                  return `${value}: ${number(low)} (dark) to ${number(high)} (light)`;
                                }""", List.of(value, values.getMin(), values.getMax()))
                        .toString());
    }

    /// A film that is held stays at its frame, even where the frame that it waited for comes later.
    private static void play(Page page) {
        Locator slider = page.getByLabel("frame", new Page.GetByLabelOptions().setExact(true));
        slider.press("Home");
        page.waitForFunction("() => document.querySelector('.clock').textContent.includes('minute 0')");
        page.getByLabel("Speed").first().selectOption("24");
        page.evaluate("""
                async () => {
                  const play = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Play');
                  play.click();
                  await new Promise((done) => setTimeout(done, 60));
                  if (play.textContent === 'Hold') {
                    play.click();
                  }
                }""");
        button(page, "Play").waitFor();
        page.waitForTimeout(300);
        String there = page.locator(".scrub output").textContent();
        page.waitForTimeout(300);
        assertThat(page.locator(".scrub output").textContent()).isEqualTo(there);
    }

    /// Play at the last frame begins anew, also where the first one has yet to come.
    private static void playAnew(Page page) {
        Predicate<String> isFirst = url -> url.contains("/frames/0?");
        List<Route> held = new ArrayList<>();
        page.route(isFirst, held::add);
        page.reload();
        page.waitForSelector("[data-status=stopped]");
        page.waitForSelector(".tissue canvas[data-drawn]");
        page.getByLabel("Speed").first().selectOption("24");
        button(page, "Play").click();
        page.waitForCondition(() -> !held.isEmpty());
        page.waitForTimeout(300);
        page.evaluate("""
                () => {
                  const clock = document.querySelector('.clock');
                  window.moments = [];
                  new MutationObserver(() => window.moments.push(clock.textContent)).observe(clock, {childList: true});
                }""");
        page.unroute(isFirst);
        held.forEach(Route::resume);
        page.waitForFunction("() => window.moments.length > 1");
        assertThat(page.evaluate("window.moments.slice(0, 2)")).isEqualTo(List.of("minute 0", "minute 30"));
        page.getByText("Keep the notes").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
