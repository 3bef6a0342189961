package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A lab that is killed while a page is open: the page says what is the matter, and what to do, and goes on when it
/// can.
@Timeout(600)
class LostLabPageTest {

    @TempDir
    private Path folder;

    @Test
    void aPageThatLostItsLabComesBackWithIt() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        try (Browsers browsers = Browsers.start()) {
            Page page;
            Page queue;
            String run;
            int port;
            try (StartedLab lab = StartedLab.in(runs)) {
                run = lab.start("{\"study\": \"tissue/pd-1-block\", \"set\": {\"output.frames\": \"10 min\"}}");
                page = browsers.open(lab.address(), OpenLab.WIDE, ColorScheme.LIGHT);
                queue = page.context().newPage();
                queue.navigate(page.url());
                queue.waitForSelector("#content[data-page='']");
                Browsers.go(queue, "#/experiments");
                Browsers.go(page, "#/tissue/" + run);
                page.waitForSelector("[data-status=running]");
                page.waitForSelector(".tissue canvas[data-drawn]");
                port = lab.visitor().port();
                lab.kill();
            }
            for (Page each : new Page[] {page, queue}) {
                each.getByText("the lab does not answer; was it ended?").waitFor();
            }
            page.waitForSelector("[data-status=lost]");
            Browsers.inspect(page, "lab-lost");
            try (StartedLab lab = StartedLab.in(runs)) {
                assertThat(lab.visitor().port()).isEqualTo(port);
                for (Page each : new Page[] {page, queue}) {
                    each.getByText("has not let this browser in").waitFor();
                }
                Browsers.inspect(page, "lab-started-again");
                // Its new address, in another tab of the same browser.
                page.context().newPage().navigate(lab.address());
                page.waitForSelector("[data-status=stopped]");
                assertThat(page.locator(".problem").count()).isZero();
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Go on").setExact(true))
                        .click();
                page.waitForSelector("[data-status=running]");
                queue.waitForFunction(
                        "run => [...document.querySelectorAll('ul.lines a')].some((each) => each.href.includes(run))",
                        run);
                assertThat(queue.locator(".problem").count()).isZero();
            }
        }
    }
}
