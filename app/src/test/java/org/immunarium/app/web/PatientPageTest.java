package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A patient in a browser: two regimens beside each other, written and drawn, run, and laid beside data.
class PatientPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    @Test
    void twoRegimensAreWrittenMovedRunAndComparedWithData() throws IOException {
        Page page = LAB.open();
        Browsers.go(page, "#/patient?model=melanoma");
        page.getByLabel("Duration").fill("180 d");
        page.getByLabel("Duration").press("Tab");
        button(page, "Compare with no treatment").click();
        add(page, 0, "nivolumab 240 mg IV q2w");
        add(page, 1, "nivolumab 1 mg/kg IV q3w x 4");
        add(page, 1, "ipilimumab 3 mg/kg IV q3w x 4");
        assertThat(study(page)).contains("compare:", "nivolumab 240 mg IV q2w", "ipilimumab 3 mg/kg IV q3w x 4");

        // The first dose along the line of days, by keys: two weeks later.
        Locator dose = page.locator("svg.dosing [tabindex]").first();
        dose.focus();
        dose.press("PageUp");
        // Once it is drawn anew, with the focus where it was.
        page.waitForFunction("() => document.querySelector('.form').textContent.includes('starting 7 days')"
                + " && document.activeElement.matches('svg.dosing [tabindex]')");
        page.keyboard().press("PageUp");
        page.waitForFunction("() => document.querySelector('.study textarea').value.includes('from 14 d')");
        Browsers.inspect(page, "patient-regimens");

        // What is wrong is told at its line, and put right there.
        String good = study(page);
        page.locator(".study textarea").fill(good.replace("ipilimumab 3 mg/kg", "ipilimumab 3 mg/gk"));
        button(page, "Check").click();
        page.waitForSelector(".study [role=alert]");
        assertThat(page.locator(".study [role=alert]").textContent())
                .contains("mg/gk")
                .contains("line ");
        page.locator(".study textarea").fill(good);

        button(page, "Run").click();
        page.waitForFunction("() => location.hash.startsWith('#/patient/')");
        Browsers.awaitEnd(page);
        page.waitForSelector("figure.chart");
        Path data = LAB.folder().resolve("scans.csv");
        Files.writeString(data, "time [d],SLD [mm]\n0,60\n42,55\n84,50\n");
        page.getByLabel("Lay data over it").setInputFiles(data);
        page.getByText("3 measurements of scans.csv").waitFor();
        page.getByLabel("A curve", new Page.GetByLabelOptions().setExact(true)).press("Home");
        Browsers.inspect(page, "patient-run");
        assertThat(page.locator("figure").count()).isGreaterThan(2);
        assertThat(page.getByRole(
                                AriaRole.CHECKBOX,
                                new Page.GetByRoleOptions().setName("Treatment").setExact(true))
                        .count())
                .isOne();
    }

    private static void add(Page page, int variant, String regimen) {
        Locator input = page.locator("[data-keep=add-" + variant + "]");
        input.fill(regimen);
        input.press("Enter");
        page.waitForFunction("text => document.querySelector('.study textarea').value.includes(text)", regimen);
    }

    private static String study(Page page) {
        return page.locator(".study textarea").inputValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
