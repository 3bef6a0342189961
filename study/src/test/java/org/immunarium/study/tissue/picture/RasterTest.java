package org.immunarium.study.tissue.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Pixels are where they should be, as another reader of PNG sees them.
final class RasterTest {

    private static final Palette.Look BLACK = new Palette.Look(0, 0, 0);

    @Test
    void aDiscCoversItsArea() throws IOException {
        Raster raster = new Raster(40, 30, 2);
        raster.disc(20.3, 14.7, 10, 0, BLACK);
        BufferedImage image = read(raster.png());
        assertThat(image.getWidth()).isEqualTo(80);
        assertThat(image.getHeight()).isEqualTo(60);
        double dark = 0;
        double x = 0;
        double y = 0;
        for (int j = 0; j < 60; j++) {
            for (int i = 0; i < 80; i++) {
                double part = 1 - (image.getRGB(i, j) & 0xff) / 255.0;
                dark += part;
                x += part * (i + 0.5);
                y += part * (j + 0.5);
            }
        }
        assertThat(dark).isCloseTo(Math.PI * 20 * 20, within(0.02 * Math.PI * 20 * 20));
        assertThat(x / dark / 2).isCloseTo(20.3, within(0.02));
        assertThat(y / dark / 2).isCloseTo(14.7, within(0.02));
    }

    @Test
    void coloursAreRedGreenBlue() throws IOException {
        Raster raster = new Raster(4, 4, 1);
        raster.disc(2, 2, 100, 50, new Palette.Look(0x010203, 0x010203, 0xfe8040));
        BufferedImage image = read(raster.png());
        assertThat(image.getRGB(1, 2) & 0xffffff).isEqualTo(0xfe8040);
    }

    @Test
    void whatLiesOutsideIsCutOff() throws IOException {
        Raster raster = new Raster(10, 10, 1);
        raster.disc(-3, 12, 5, 2, BLACK);
        raster.line(-50, -50, 60, 60, 3, 0);
        raster.words(-20, 5, 12, Canvas.Anchor.START, 0, "far too long for ten pixels");
        raster.rectangle(-5, -5, 100, 3, 0, 0);
        assertThat(read(raster.png()).getRGB(5, 5) & 0xffffff).isZero();
    }

    @Test
    void everyLetterOfAKeyboardIsKnownAndOthersAreDrawnAllTheSame() {
        for (char letter = '!'; letter <= '~'; letter++) {
            if ("$&@\\`{}".indexOf(letter) < 0) {
                assertThat(strokes(Character.toString(letter))).as("%s", letter).isNotEqualTo(strokes("\u4e2d"));
            }
        }
        assertThat(strokes("\u00e9")).isEqualTo(strokes("e"));
        assertThat(StrokeFont.width("\u4e2d", 12)).isPositive();
        assertThat(StrokeFont.width("ab", 24)).isEqualTo(2 * (StrokeFont.width("a", 12) + StrokeFont.width("b", 12)));
    }

    private static String strokes(String letter) {
        StringBuilder strokes = new StringBuilder();
        StrokeFont.draw(
                letter, 0, 20, 20, (x1, y1, x2, y2) -> strokes.append(x1 + " " + y1 + " " + x2 + " " + y2 + ";"));
        return strokes.toString();
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
