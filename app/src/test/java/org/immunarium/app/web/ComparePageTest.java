package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two runs beside each other in a browser: chosen from the list, compared, asked, and noted upon.
class ComparePageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    private static final String RUN =
            "async seed => (await fetch('/api/runs', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({"
                    + "study: 'patient/kuznetsov1994-dormancy-and-escape', set: {s: seed}})})).status";

    @Test
    void twoRunsAreComparedAskedAndNotedUpon() {
        Page page = LAB.open();
        assertThat(page.evaluate(RUN, 13_000)).isEqualTo(201);
        assertThat(page.evaluate(RUN, 20_000)).isEqualTo(201);
        Browsers.go(page, "#/runs");
        page.waitForFunction("() => [...document.querySelectorAll('.status')].filter(e => e.textContent === 'done')"
                + ".length === 2");
        Locator boxes = page.getByRole(AriaRole.CHECKBOX);
        boxes.nth(0).check();
        boxes.nth(1).check();
        Browsers.inspect(page, "runs-there");
        page.getByText("Compare two runs").click();
        page.getByText("1 value differs").waitFor();
        assertThat(page.getByLabel("Values that differ").textContent())
                .contains("13000")
                .contains("20000");
        page.waitForSelector("figure");

        Locator notes = page.getByLabel("Notes on this run").first();
        notes.fill("fewer effector cells come in");
        page.getByText("Keep the notes").first().click();
        page.getByText("kept", new Page.GetByTextOptions().setExact(true)).waitFor();

        page.getByLabel("A question").fill("select count(*) as rows from \"a.small-tumour-dormant/timecourse\"");
        page.getByText("Ask", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("The answer").waitFor();
        assertThat(page.getByLabel("The answer").textContent()).contains("501");
        Browsers.inspect(page, "compare");

        page.reload();
        page.waitForFunction(
                "() => [...document.querySelectorAll('textarea')].some(e => e.value === 'fewer effector cells come in')");
    }
}
