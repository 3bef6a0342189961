package org.immunarium.app.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pictures of the lab for the README, made anew by `docs/media/make`. No test of `./check`.
class LabMedia {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    private static final Path MEDIA = Path.of("../docs/media");

    /// Of the recording and of pictures, in pixels.
    private static final int WIDTH = 1100;

    private static final int HEIGHT = 700;

    /// How long a picture of the recording is seen, in hundredths of a second.
    private static final int GLANCE = 25;

    private static final int LOOK = 150;

    private static final int FRAMES_OF_A_TISSUE = 12;

    /// A tumour that hides, watched while it is computed, and then beside itself under nivolumab.
    @Test
    void tissue() throws IOException {
        Page page = open();
        Browsers.go(page, "#/tissue");
        try (Recording recording = new Recording(MEDIA.resolve("lab-tissue.gif"))) {
            shoot(page, recording, LOOK);
            page.getByLabel("A picture every").fill("2 h");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Run A tumour that hides behind PD-L1")
                                    .setExact(false))
                    .first()
                    .click();
            page.waitForSelector(".tissue canvas[data-drawn]");
            page.evaluate("document.querySelector('.tissue').scrollIntoView({block: 'start'})");
            for (int i = 0; i < FRAMES_OF_A_TISSUE; i++) {
                shoot(page, recording, GLANCE);
                page.waitForTimeout(500);
            }
            Browsers.awaitEnd(page);
            page.waitForSelector("figure.chart");
            for (String variant : new String[] {"no-treatment", "nivolumab"}) {
                page.getByLabel("Treatment").selectOption(variant);
                page.evaluate("document.querySelector('.tissue').scrollIntoView({block: 'start'})");
                for (int i = 0; i < FRAMES_OF_A_TISSUE; i++) {
                    seek(page, i / (double) (FRAMES_OF_A_TISSUE - 1));
                    shoot(page, recording, i == 0 || i == FRAMES_OF_A_TISSUE - 1 ? LOOK : GLANCE);
                }
            }
        }
    }

    /// A trial that is done, and a lesson with its bet and its result.
    @Test
    void trialAndLesson() throws IOException {
        Page trial = open();
        Browsers.go(trial, "#/trial?study=trial%2Fsmall-trial");
        trial.getByText("Run", new Page.GetByTextOptions().setExact(true)).click();
        trial.waitForFunction("() => location.hash.startsWith('#/trial/')");
        Browsers.awaitEnd(trial);
        trial.waitForSelector("figure");
        trial.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Survival").setExact(true))
                .evaluate("e => e.scrollIntoView({block: 'start'})");
        Files.write(MEDIA.resolve("lab-trial.png"), trial.screenshot());

        Page lesson = open();
        Browsers.go(lesson, "#/learn/patrol");
        lesson.getByLabel("No NK cells on duty").check();
        lesson.getByText("Run it").click();
        Browsers.awaitEnd(lesson);
        lesson.getByText("Change one thing").waitFor();
        lesson.evaluate("document.querySelector('.lesson-picture').scrollIntoView({block: 'start'})");
        Files.write(MEDIA.resolve("lab-learn.png"), lesson.screenshot());
    }

    private static Page open() {
        Page page = LAB.open(WIDTH, ColorScheme.LIGHT);
        page.setViewportSize(WIDTH, HEIGHT);
        return page;
    }

    private static void shoot(Page page, Recording recording, int hundredths) throws IOException {
        recording.add(ImageIO.read(new ByteArrayInputStream(page.screenshot())), hundredths);
    }

    /// Goes to a frame, and waits until it is drawn.
    ///
    /// @param share of all frames, from 0 to 1
    private static void seek(Page page, double share) {
        page.evaluate("""
                async share => {
                  const slider = document.querySelector('.scrub input');
                  const canvas = document.querySelector('.tissue canvas');
                  const wanted = String(Math.round(share * Number(slider.max)));
                  slider.value = wanted;
                  slider.dispatchEvent(new Event('input'));
                  const until = performance.now() + 10000;
                  while (!document.querySelector('.scrub output').textContent.startsWith(`${Number(wanted) + 1} of`)
                      && performance.now() < until) {
                    await new Promise(done => setTimeout(done, 50));
                  }
                  await new Promise(done => setTimeout(done, 150));
                }""", share);
    }
}
