package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What runs have come to while they go on: patients by arm of a trial, the best of a fit; and what a run waits
/// for.
class UntilNowPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    /// On a busy machine, in ms.
    private static final int LONG_ENOUGH = 180_000;

    private static final String DATA = "time [d],T [cells],E [cells]\n0,5.1e6,3.0e5\n7,1.4e7,3.5e5\n14,3.2e7,\n"
            + "21,4.9e7,6.1e5\n28,6.0e7,6.0e5\n";

    @Test
    void aTrialCountsItsPatientsByArm() {
        Page page = LAB.open();
        page.context().setDefaultTimeout(LONG_ENOUGH);
        String run = start(page, "{study: 'trial/small-trial', set: {'population.patients': '3000'}}", "trial");
        page.getByText("By arm until now").first().waitFor();
        assertThat(page.locator("table caption").allTextContents()).contains("Patients by arm until now");
        page.waitForFunction("() => [...document.querySelectorAll('td progress')].some((each) => each.value > 0)");
        Browsers.inspect(page, "trial-until-now");

        // The lab carries out two at once: the third waits.
        Page other = page.context().newPage();
        other.navigate(page.url().replaceAll("#.*", ""));
        other.waitForSelector("#content[data-page='']");
        String body = "{command: 'fit', study: 'kuznetsov1994', vary: ['a=0.05:0.5', 's=1000:50000:log'], starts: 9000,"
                + " data}";
        start(other, body, "experiments");
        other.getByText("Best objective after each search").first().waitFor();
        Browsers.inspect(other, "fit-until-now");

        Page third = page.context().newPage();
        third.navigate(page.url().replaceAll("#.*", ""));
        third.waitForSelector("#content[data-page='']");
        start(third, "{study: 'kuznetsov1994'}", "patient");
        third.getByText("It begins when").waitFor();
        assertThat(third.locator(".progress").textContent()).contains(run).contains(" or ");
        Browsers.picture(third, "run-that-waits");
        Browsers.go(third, "#/experiments");
        third.getByText("It begins when").first().waitFor();
        Browsers.picture(third, "queue-that-waits");
        pause(other);
        assertThat(other.getByText("Best objective after each search").count()).isZero();
        pause(page);
        assertThat(page.getByText("By arm until now").count()).isZero();
    }

    /// Starts a run, and goes to it on a page of this name. `data` in the body are measurements that are given
    /// before.
    private static String start(Page page, String body, String shown) {
        String run = String.valueOf(page.evaluate("""
                async (csv) => {
                  const { post } = await import('/api.js');
                  const answer = await fetch('/api/uploads/data.csv', {method: 'POST', body: csv});
                  const data = (await answer.json()).studies[0];
                  return (await post('/api/runs', BODY)).run;
                }""".replace("BODY", body), DATA));
        Browsers.go(page, "#/" + shown + "/" + run);
        return run;
    }

    private static void pause(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Pause").setExact(true))
                .click();
        page.waitForSelector("[data-status=stopped]");
    }
}
