package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many runs of one study, asked for in a browser.
class ExperimentsPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    @Test
    void aSweepIsAskedForAndLookedAt() {
        Page page = LAB.open();
        Browsers.go(page, "#/experiments");
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true)).fill("s");
        page.getByLabel("Is", new Page.GetByLabelOptions().setExact(true)).fill("5000:30000:3");
        button(page, "Start").click();
        page.waitForFunction("() => location.hash.startsWith('#/experiments/')");
        Browsers.awaitEnd(page);
        page.getByText("What it came to", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        assertThat(page.locator("table caption + thead + tbody")
                        .first()
                        .locator("tr")
                        .count())
                .isPositive();
        Browsers.inspect(page, "sweep-done");

        // On the page of its files, too: notes, an archive, a way to compare it.
        page.getByText("Files", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Keep the notes").waitFor();
        page.getByText("Take it away (ZIP)").waitFor();
        page.getByText("Manifest").waitFor();
        Browsers.inspect(page, "run-files");
    }

    /// The data of a fit are those that its field shows: none after the command was changed.
    @Test
    void dataThatAreSeenNoMoreAreNotTaken() throws IOException {
        Page page = LAB.open();
        Path data = LAB.folder().resolve("measured.csv");
        Files.writeString(data, "time [d],T [cells]\n0,5.1e6\n7,1.4e7\n");
        Browsers.go(page, "#/experiments?command=fit");
        Locator file = page.locator("input[type=file]");
        page.waitForResponse("**/api/uploads/**", () -> file.setInputFiles(data));
        page.waitForFunction("() => document.getElementById('said').textContent === 'The data were taken.'");
        assertThat(checked(page).postData()).contains("\"data\":\"upload:");
        file.setInputFiles(new Path[0]);
        assertThat(checked(page).postData()).doesNotContain("\"data\"");
        page.waitForResponse("**/api/uploads/**", () -> file.setInputFiles(data));
        page.waitForFunction("() => document.getElementById('said').textContent === 'The data were taken.'");
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true)).selectOption("sweep");
        page.getByLabel("What", new Page.GetByLabelOptions().setExact(true)).selectOption("fit");
        assertThat(checked(page).postData()).doesNotContain("\"data\"");
    }

    private static Request checked(Page page) {
        return page.waitForRequest("**/api/check", () -> button(page, "Check").click());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
