package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture of a deep tissue is the same, to the last pixel, with the cells that cannot be seen and without them.
class VisibleCellsTest {

    /// Draws a ball of cells, each tenth dead, by those found and by all in the same order: for several turns,
    /// zooms, cuts and ways of shifting it, how many bytes of the picture differ and what share of cells was
    /// found.
    private static final String DRAW_BOTH = """
            async () => {
              const { TissueView } = await import("/view/tissue-view.js");
              const canvas = document.createElement("canvas");
              canvas.style.width = "400px";
              canvas.style.height = "300px";
              document.body.append(canvas);
              const view = new TissueView(canvas);
              let luck = 1;
              const next = () => { luck = (luck * 48271) % 2147483647; return luck / 2147483647; };
              const n = 20000;
              const of = (make) => Float32Array.from({ length: n }, make);
              const frame = { cells: n, flat: false, lower: [-250, -250, -250], upper: [250, 250, 250], types: ["a", "b"],
                fates: ["alive", "dead"], values: null, x: of(() => 0), y: of(() => 0), z: of(() => 0),
                radius: of(() => 3 + 9 * next()), type: Uint8Array.from({ length: n }, (_, i) => i % 2),
                fate: Uint8Array.from({ length: n }, (_, i) => (i % 10 === 0 ? 1 : 0)) };
              for (let i = 0; i < n; i += 1) {
                const at = [0, 0, 0].map(() => 2 * next() - 1);
                const size = 240 * Math.cbrt(next()) / Math.hypot(...at);
                [frame.x[i], frame.y[i], frame.z[i]] = at.map((each) => each * size);
              }
              view.show(frame);
              const found = view.visible;
              const all = { of: (...asked) => { found.of(...asked); return found.sorted.slice(0, frame.z.filter((each) => each <= asked[1].cut).length); } };
              const picture = () => {
                view.paint();
                const { gl } = view;
                const bytes = new Uint8Array(4 * canvas.width * canvas.height);
                gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
                return bytes;
              };
              const told = [];
              for (const [yaw, pitch, zoom, pan, cutShare] of [[0.6, -0.5, 1, [0, 0], 1], [0, 0, 1, [30, -50], 1],
                  [2, 1, 4, [100, 20], 1], [1, 0.3, 0.3, [0, 0], 1], [0.6, -0.5, 1, [0, 0], 0.5]]) {
                Object.assign(view, { yaw, pitch, zoom, pan, cutShare });
                view.visible = found;
                const seen = picture();
                const share = found.of(frame, view.sight(), pan, canvas.width, canvas.height).length / n;
                view.visible = all;
                const whole = picture();
                told.push(whole.reduce((sum, each, i) => sum + (each === seen[i] ? 0 : 1), 0), share);
              }
              return told;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void cellsThatAreLeftOutCannotBeSeen() throws IOException {
        try (Browsers browsers = Browsers.start();
                LabServer lab = LabServer.start(InetAddress.getLoopbackAddress(), 0, folder.resolve("runs"), 1)) {
            Page page = browsers.open(lab, 800, ColorScheme.LIGHT);
            List<?> told = (List<?>) page.evaluate(DRAW_BOTH);
            for (int i = 0; i < told.size(); i += 2) {
                assertThat(((Number) told.get(i)).intValue())
                        .as(told.toString())
                        .isZero();
            }
            assertThat(((Number) told.get(1)).doubleValue()).isLessThan(0.6);
        }
    }
}
