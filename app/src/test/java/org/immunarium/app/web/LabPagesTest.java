package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pages of the lab that are there before anything ran, from the address that it prints.
class LabPagesTest {

    private static final List<String> PAGES =
            List.of("#/", "#/learn", "#/tissue", "#/patient", "#/trial", "#/experiments", "#/runs", "#/model");

    /// The narrowest telephone that Learn is for, in pixels.
    private static final int NARROWEST = 360;

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    @Test
    void allPagesCanBeUsedByAll() {
        Page page = LAB.open();
        for (String hash : PAGES) {
            Browsers.go(page, hash);
            String name = hash.substring(2);
            Browsers.inspect(page, name.isEmpty() ? "home" : name);
        }
    }

    @Test
    void lessonsFitTheNarrowestTelephone() {
        Page page = LAB.open(NARROWEST, ColorScheme.DARK);
        Browsers.go(page, "#/learn");
        int lessons = page.locator("ol.cards a.button").count();
        assertThat(lessons).isEqualTo(8);
        for (int i = 0; i < lessons; i++) {
            Browsers.go(page, "#/learn");
            page.locator("ol.cards a.button").nth(i).click();
            page.waitForSelector("fieldset.bet, .bet");
            assertThat(Browsers.overflow(page)).as("experiment " + (i + 1)).isLessThanOrEqualTo(0);
            Browsers.picture(page, "learn-" + (i + 1) + "-" + NARROWEST);
        }
    }
}
