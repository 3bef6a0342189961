package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A trial in a browser: designed by a form, run, and one of its patients looked at and treated again.
class TrialPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    @Test
    void aTrialIsDesignedRunAndOneOfItsPatientsTreatedAgain() {
        Page page = LAB.open();
        Browsers.go(page, "#/trial");
        page.getByText("Begin with a small one").click();
        Locator patients = page.getByLabel("Patients", new Page.GetByLabelOptions().setExact(true));
        patients.fill("16");
        patients.press("Tab");
        Locator duration = page.getByLabel("Ends after");
        duration.fill("12 mo");
        duration.press("Tab");
        assertThat(page.locator(".study textarea").inputValue())
                .contains("patients: 16")
                .contains("duration: 12 mo");
        button(page, "Check").click();
        page.getByText("This can be run").waitFor();
        Browsers.inspect(page, "trial-design");
        button(page, "Run").click();
        page.waitForFunction("() => location.hash.startsWith('#/trial/')");
        page.getByText("of the work for")
                .or(page.locator("[data-status=done]"))
                .first()
                .waitFor();
        Browsers.awaitEnd(page);
        page.waitForSelector("figure");
        Browsers.inspect(page, "trial-run");
        assertThat(page.getByRole(AriaRole.HEADING).allTextContents())
                .contains("Survival", "Response", "Side effects", "Patients");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("look at patient"))
                .nth(2)
                .click();
        page.waitForSelector(".card.one h3");
        assertThat(page.locator(".card.one").textContent())
                .contains("Best response")
                .contains("Visits");
        page.getByText("Treat this patient again").click();
        page.waitForSelector(".study textarea");
        assertThat(page.locator(".study textarea").inputValue())
                .contains("study: patient")
                .contains("Nivolumab")
                .contains("Docetaxel");
        button(page, "Check").click();
        page.getByText("This can be run").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
