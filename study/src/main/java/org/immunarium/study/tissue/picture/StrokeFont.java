package org.immunarium.study.tissue.picture;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Letters as lines, for pixels: no font of the machine is needed, which may have none.
///
/// A letter's strokes are runs of points, two digits of base 36 each, across and down. Capitals
/// go from 0 to 14 (`e`), small letters from 5, and what hangs below the line to 18 (`i`).
/// Letters with marks are drawn without them, and what is not known as a box.
final class StrokeFont {

    /// How wide lines are, as a part of the font's size.
    static final double WEIGHT = 0.095;

    private static final int BASELINE = 14;
    private static final int GAP = 4;
    private static final int SPACE = 5;
    private static final int BASE = 36;

    /// Units for each unit of the font's size: a capital is 0.7 of it high.
    private static final double UNITS = 20;

    private static final String BOX = "00 60 6e 0e 00";
    private static final Map<Integer, String> LETTERS = letters();

    private StrokeFont() {}

    /// Takes a straight piece of a letter.
    @FunctionalInterface
    interface Pen {
        void draw(double x1, double y1, double x2, double y2);
    }

    static double width(String words, double size) {
        return plain(words).codePoints().mapToDouble(StrokeFont::advance).sum() * size / UNITS;
    }

    /// @param y of the baseline
    static void draw(String words, double x, double y, double size, Pen pen) {
        double unit = size / UNITS;
        double left = x + GAP * unit / 2;
        for (int letter : plain(words).codePoints().toArray()) {
            for (String stroke : strokes(letter).split(",")) {
                double fromX = Double.NaN;
                double fromY = Double.NaN;
                for (String point : stroke.strip().split(" ")) {
                    if (!point.isEmpty()) {
                        double toX = left + Character.digit(point.charAt(0), BASE) * unit;
                        double toY = y + (Character.digit(point.charAt(1), BASE) - BASELINE) * unit;
                        pen.draw(Double.isNaN(fromX) ? toX : fromX, Double.isNaN(fromY) ? toY : fromY, toX, toY);
                        fromX = toX;
                        fromY = toY;
                    }
                }
            }
            left += advance(letter) * unit;
        }
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String strokes(int letter) {
        return Character.isWhitespace(letter) ? "" : LETTERS.getOrDefault(letter, BOX);
    }

    private static int advance(int letter) {
        int widest = -1;
        for (String point : strokes(letter).split("[ ,]")) {
            if (!point.isEmpty()) {
                widest = Math.max(widest, Character.digit(point.charAt(0), BASE));
            }
        }
        return widest < 0 ? SPACE + GAP : widest + GAP;
    }

    private static Map<Integer, String> letters() {
        String[] table = {
            "A0e 40 8e,29 69",
            "B0e 00 50 72 75 57 07,57 79 8b 8c 6e 0e",
            "C82 60 20 02 0c 2e 6e 8c",
            "D00 0e 4e 7c 8a 84 72 40 00",
            "E80 00 0e 8e,07 67",
            "F80 00 0e,07 67",
            "G82 60 20 02 0c 2e 6e 8c 88 58",
            "H00 0e,80 8e,07 87",
            "I00 0e",
            "J60 6c 4e 2e 0c",
            "K00 0e,80 08,35 8e",
            "L00 0e 7e",
            "M0e 00 5a a0 ae",
            "N0e 00 8e 80",
            "O20 60 82 8c 6e 2e 0c 02 20",
            "P0e 00 60 82 86 68 08",
            "Q20 60 82 8c 6e 2e 0c 02 20,5b 8f",
            "R0e 00 60 82 86 68 08,48 8e",
            "S82 60 20 02 05 27 67 89 8c 6e 2e 0c",
            "T00 80,40 4e",
            "U00 0c 2e 6e 8c 80",
            "V00 4e 80",
            "W00 3e 62 9e c0",
            "X00 8e,80 0e",
            "Y00 47 80,47 4e",
            "Z00 80 0e 8e",
            "a75 7e,77 55 25 07 0c 2e 5e 7c",
            "b00 0e,07 25 55 77 7c 5e 2e 0c",
            "c77 55 25 07 0c 2e 5e 7c",
            "d70 7e,77 55 25 07 0c 2e 5e 7c",
            "e09 79 77 55 25 07 0c 2e 5e 7c",
            "f50 40 22 2e,05 55",
            "g75 7g 5i 2i 0h,77 55 25 07 0c 2e 5e 7c",
            "h00 0e,07 25 55 77 7e",
            "i05 0e,01 02",
            "j35 3g 1i 0i,31 32",
            "k00 0e,65 0a,29 6e",
            "l00 0e",
            "m05 0e,07 25 35 57 5e,57 75 85 a7 ae",
            "n05 0e,07 25 55 77 7e",
            "o25 55 77 7c 5e 2e 0c 07 25",
            "p05 0i,07 25 55 77 7c 5e 2e 0c",
            "q75 7i,77 55 25 07 0c 2e 5e 7c",
            "r05 0e,07 25 55",
            "s67 55 15 07 08 19 59 6b 6c 5e 1e 0c",
            "t20 2c 4e 5e,05 55",
            "u05 0c 2e 5e 7c,75 7e",
            "v05 3e 65",
            "w05 2e 57 8e a5",
            "x05 6e,65 0e",
            "y05 3e,65 2h 0i",
            "z05 65 0e 6e",
            "020 50 72 7c 5e 2e 0c 02 20",
            "103 30 3e",
            "202 20 50 72 75 0e 7e",
            "302 20 50 72 75 57 27,57 79 7c 5e 2e 0c",
            "45e 50 0a 7a",
            "570 10 06 46 78 7c 5e 2e 0c",
            "660 40 13 08 0c 2e 5e 7c 79 57 27 09",
            "700 70 2e",
            "820 50 72 75 57 27 05 02 20,27 09 0c 2e 5e 7c 79 57",
            "975 57 27 05 02 20 50 72 76 6b 3e 1e",
            ".0d 0e",
            ",1d 0g",
            ":06 07,0d 0e",
            ";16 17,1d 0g",
            "-09 59",
            "\u201309 79",
            "+09 79,35 3d",
            "(30 03 0b 3e",
            ")00 33 3b 0e",
            "/60 0e",
            "[30 00 0e 3e",
            "]00 30 3e 0e",
            "%80 0e,10 31 33 14 03 01 10,7a 8b 8d 7e 6e 5d 5b 6a 7a",
            "_0f 7f",
            "=07 77,0b 7b",
            "'00 03",
            "\"00 03,30 33",
            "!00 09,0d 0e",
            "?02 20 50 72 75 49 4a,4d 4e",
            "<75 09 7d",
            ">05 79 0d",
            "|00 0i",
            "*23 2b,05 49,45 09",
            "#20 1e,60 5e,05 75,0a 7a",
            "^04 30 64",
            "~09 28 5a 79",
            "\u00b708 09",
            "\u00d707 6d,67 0d",
            "\u00b106 66,33 39,0c 6c",
            "\u00b210 30 42 43 07 47",
            "\u00b300 40 22 43 45 37 17 06",
            "\u00b010 30 41 43 34 14 03 01 10",
            "\u00b505 0i,0c 2e 5e 7c,75 7e",
            "\u03bc05 0i,0c 2e 5e 7c,75 7e",
            "\u03b185 5c 3e 2e 0c 07 25 35 57 8e",
            "\u03b20i 02 20 40 62 64 46 26,46 79 7c 5e 2e 0c",
            "\u03b305 25 4c 3g 2i 1g 4c 85",
            "\u03b460 20 12 57 7a 7c 5e 2e 0c 09 26 46",
            "\u03ba05 0e,65 0a,29 6e",
            "\u03bb00 20 6e,37 0e",
            "\u03940e 40 8e 0e"
        };
        Map<Integer, String> letters = new HashMap<>();
        for (String each : table) {
            letters.put(each.codePointAt(0), each.substring(1));
        }
        return letters;
    }
}
