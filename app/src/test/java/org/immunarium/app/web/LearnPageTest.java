package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an experiment says of a run is true of that run, whatever was changed in it.
class LearnPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    /// The words of why, once they are there.
    private static final String WHY = """
            () => {
              const why = [...document.querySelectorAll('section')].find(each => each.querySelector('h2')?.textContent === 'Why');
              return why && why.offsetParent !== null && why.querySelector('table') ? why.textContent : null;
            }""";

    /// The last number of a variant's row in the table of the result: abnormal cells left.
    private static final String LEFT = """
            variant => [...document.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))
              .find(cells => cells[0] === variant).at(-1)""";

    @Test
    void theWhyIsOfTheRunThatItStandsUnder() {
        Page page = LAB.open();
        Browsers.go(page, "#/learn/patrol");
        page.getByLabel("No NK cells on duty").check();
        String asAsked = run(page, "Run it");
        assertThat(asAsked)
                .contains(
                        "In this run (seed 1)",
                        "as the question has it",
                        "Without NK cells " + left(page) + " were left")
                .doesNotContain("What was changed in this run");
        assertThat(page.locator(".learn").textContent()).doesNotContain("The run below is not quite of this question");

        page.getByLabel("How many of the eight abnormal cells").selectOption("most");
        page.getByLabel("Chance (seed)").fill("3");
        String changed = run(page, "Run again");
        assertThat(changed)
                .contains(
                        "In this run (seed 3)",
                        "What was changed in this run",
                        "six of eight: MHC-I is low",
                        "changed as this one was",
                        "Without NK cells " + left(page) + " were left");
        assertThat(page.locator(".learn").textContent()).contains("The run below is not quite of this question");
        Browsers.picture(page, "learn-1-changed");
    }

    private static Object left(Page page) {
        return page.evaluate(LEFT, "without NK cells");
    }

    private static String run(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        Browsers.awaitEnd(page);
        return page.waitForFunction(WHY).jsonValue().toString();
    }
}
