package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The lab by its keys alone: Tab goes to what is wanted, whose name is what a screen reader would say, and
/// what has the focus can be seen to have it.
class KeyboardTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    /// The words of what has the focus.
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const label = at.getAttribute('aria-label') || [...(at.labels || [])].map(e => e.textContent).join(' ');
              return (label || at.textContent || '').trim();
            }""";

    /// Whether it can be seen: by an outline, a shadow or another colour than without.
    private static final String SEEN = """
            () => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'
                || at.tagName === 'circle';
            }""";

    private static final int MOST_STOPS = 120;

    @Test
    void theFirstExperimentIsDone() {
        Page page = LAB.open();
        press(page, "Learn");
        page.waitForSelector("#content[data-page=learn]");
        press(page, "Begin The patrol");
        page.waitForSelector("fieldset.bet input");
        tabTo(page, "No T cells on duty");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        press(page, "Run it");
        Browsers.awaitEnd(page);
        page.getByText("Change one thing").waitFor();
        assertThat(page.locator(".learn").textContent()).contains("You bet on: No T cells on duty.");
        Browsers.inspect(page, "learn-1-done");
        // The question at the end is marked.
        tabTo(page, "those that show their MHC-I");
        page.keyboard().press("ArrowDown");
        press(page, "Answer");
        page.getByText("Yes: that is what your run shows.").waitFor();
    }

    @Test
    void aTrialIsRunAndAPatientLookedAt() {
        Page page = LAB.open();
        press(page, "Trial");
        page.waitForSelector("#content[data-page=trial]");
        press(page, "Begin with a small one");
        page.waitForSelector(".study textarea");
        tabTo(page, "Ends after");
        type(page, "9 mo");
        tabTo(page, "Patients");
        type(page, "12");
        page.locator("#content").focus();
        press(page, "Run");
        page.waitForFunction("() => location.hash.startsWith('#/trial/')");
        Browsers.awaitEnd(page);
        page.getByText("Press a heading to sort").waitFor();
        press(page, "look at patient");
        page.waitForSelector(".card.one h3:focus");
        Browsers.inspect(page, "trial-patient");
    }

    private static void type(Page page, String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    /// Goes to something by Tab, and presses it.
    private static void press(Page page, String words) {
        tabTo(page, words);
        page.keyboard().press("Enter");
    }

    /// Presses Tab until something has the focus whose words begin so.
    private static void tabTo(Page page, String words) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            String at = String.valueOf(page.evaluate(FOCUSED));
            if (at.equals(words) || at.startsWith(words + " ")) {
                assertThat(page.evaluate(SEEN))
                        .as("the focus on " + words + " is seen")
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + words);
    }
}
