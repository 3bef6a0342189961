package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
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

    @Test
    void whatWasChangedInATrialIsChangedInWhatFollowsFromIt() {
        Page page = LAB.open();
        String run = String.valueOf(page.evaluate("""
                async () => (await (await import('/api.js')).post('/api/runs', { study: 'trial/small-trial',
                  duration: '9 mo', set: { 'population.patients': 12, resistant_C2: 0 } })).run"""));
        Browsers.go(page, "#/trial/" + run);
        Browsers.awaitEnd(page);
        page.getByText("Replicate this trial").click();
        page.getByText("so are these").waitFor();
        page.getByText("population.patients = 12").waitFor();
        Request asked =
                page.waitForRequest("**/api/check", () -> button(page, "Check").click());
        assertThat(asked.postData())
                .contains("\"population.patients\":\"12\"", "\"resistant_C2\":\"0\"", "\"duration\":\"9 month\"");
        page.getByText("This can be run").waitFor();
        assertThat(page.locator(".problem").count()).isZero();

        Browsers.go(page, "#/patient?from=" + run + "&patient=3");
        page.waitForSelector(".study textarea");
        assertThat(page.locator(".study textarea").inputValue())
                .contains("duration: 9 month", "resistant_C2: 0")
                .doesNotContain("population.patients");
        button(page, "Check").click();
        page.getByText("This can be run").waitFor();
    }

    /// Values of a study in braces and in lines; what is neither is refused by name.
    @Test
    void valuesOfAStudyAreReadHoweverTheyAreWritten() {
        Object read = LAB.open().evaluate("""
                async () => {
                  const { entriesOf } = await import('/view/study-text.js');
                  const refused = (text) => { try { return entriesOf(text, 'set'); } catch (problem) { return problem.message; } };
                  return JSON.stringify([entriesOf('set: {a: 1, "b, c": "2 d", tumour.custom:PD-L1 silenced: 1}\\n', 'set'),
                    entriesOf('set: # these\\n  a: 1 1/d # one\\n  b: 2\\nend: 3\\n', 'set'), entriesOf('a: 1\\n', 'set'),
                    refused('set: [a, b]\\n'), refused('set:\\n  a:\\n    b: 1\\n')]);
                }""");
        assertThat(read)
                .hasToString("[[[\"a\",\"1\"],[\"b, c\",\"\\\"2 d\\\"\"],[\"tumour.custom:PD-L1 silenced\",\"1\"]],"
                        + "[[\"a\",\"1 1/d\"],[\"b\",\"2\"]],[],"
                        + "\"set: a name and a value were expected, found \\\"[a, b]\\\".\","
                        + "\"set: a name and a value were expected, found \\\"a:\\\".\"]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
