package org.immunarium.study.tissue.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Region;
import org.immunarium.units.NearMiss;

/// Reads a region in words: `sphere of 150 µm`, `ring from 200 µm to 300 µm`, `box of 100 x 50 µm`. A
/// sphere, shell or box is cut by the plane of a flat domain; disc, ring and rectangle are of such a
/// domain only.
final class RegionText {

    private static final List<String> BALLS = List.of("sphere", "disc");
    private static final List<String> SHELLS = List.of("shell", "ring");
    private static final List<String> BOXES = List.of("box", "rectangle");
    private static final List<String> PLANE = List.of("disc", "ring", "rectangle");
    private static final List<String> WORDS = List.of("sphere", "disc", "shell", "ring", "box", "rectangle");

    private static final Pattern BALL = Pattern.compile("of (radius |diameter )?(.+)");
    private static final Pattern SHELL = Pattern.compile("from (.+) to (.+)");
    private static final Pattern BOX = Pattern.compile("of (.+)");

    private RegionText() {}

    /// Reads the keys `in` and `around` of cells that are put anywhere in a region.
    ///
    /// @return empty for anywhere in the domain, and where problems were noted
    static Optional<StatedPlacement.Where> within(Section section) {
        double[] middle = Lengths.place(section, "around").map(Placed::value).orElse(new double[3]);
        Optional<Placed<String>> in =
                section.text("in").filter(text -> !text.value().equals("anywhere"));
        if (in.isEmpty() && section.has("around")) {
            section.problem("around", section.name("around") + ": has no meaning with anywhere");
        }
        return in.flatMap(text -> read(section, "in", text, middle));
    }

    /// Reads a region.
    ///
    /// @param middle its middle, µm
    /// @return empty where problems were noted
    static Optional<StatedPlacement.Where> read(Section in, String key, Placed<String> text, double[] middle) {
        String[] parts = text.value().strip().split("\\s+", 2);
        String word = parts[0].toLowerCase(Locale.ROOT);
        String rest = parts.length > 1 ? parts[1].replaceAll("\\s+", " ") : "";
        String what = in.name(key);
        if (!WORDS.contains(word)) {
            in.problem(
                    text,
                    what + ": \"" + text.value() + "\" is no region; expected "
                            + (key.equals("in") ? "anywhere, " : "")
                            + "sphere of 150 µm, disc of …, shell from 200 µm to 300 µm, ring from …, box of 100 x 50 x"
                            + " 20 µm or rectangle of …" + NearMiss.hint(word, WORDS));
            return Optional.empty();
        }
        Optional<Region> region = BALLS.contains(word)
                ? ball(in, what, text, rest, middle)
                : SHELLS.contains(word) ? shell(in, what, text, rest, middle) : box(in, what, text, word, rest, middle);
        boolean flatBox = region.isPresent() && region.get() instanceof Region.Box box && box.depth() == 0;
        return region.map(each -> new StatedPlacement.Where(text, each, PLANE.contains(word) || flatBox));
    }

    private static Optional<Region> ball(Section in, String what, Placed<String> text, String rest, double[] middle) {
        Matcher words = BALL.matcher(rest);
        if (!words.matches()) {
            return expected(in, what, text, "\"of\" and a radius", text.value().split(" ", 2)[0] + " of 150 µm");
        }
        boolean diameter = "diameter ".equals(words.group(1));
        OptionalDouble length = length(in, what, text, words.group(2), Bounds.POSITIVE);
        return length.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Region.Ball(middle[0], middle[1], middle[2], length.getAsDouble() / (diameter ? 2 : 1)));
    }

    private static Optional<Region> shell(Section in, String what, Placed<String> text, String rest, double[] middle) {
        Matcher words = SHELL.matcher(rest);
        if (!words.matches()) {
            return expected(
                    in,
                    what,
                    text,
                    "\"from\" and \"to\" with two radii",
                    text.value().split(" ", 2)[0] + " from 200 µm to 300 µm");
        }
        String second = words.group(2);
        String unit = second.replaceFirst("^[-+0-9.eE]*\\s*", "");
        String first = words.group(1).matches("[-+0-9.eE]+") ? words.group(1) + " " + unit : words.group(1);
        OptionalDouble inner = length(in, what, text, first, Bounds.NOT_NEGATIVE);
        OptionalDouble outer = length(in, what, text, second, Bounds.POSITIVE);
        if (inner.isEmpty() || outer.isEmpty()) {
            return Optional.empty();
        }
        if (inner.getAsDouble() >= outer.getAsDouble()) {
            in.problem(text, what + ": two radii, the smaller first, were expected; found \"" + text.value() + '"');
            return Optional.empty();
        }
        return Optional.of(new Region.Shell(middle[0], middle[1], middle[2], inner.getAsDouble(), outer.getAsDouble()));
    }

    private static Optional<Region> box(
            Section in, String what, Placed<String> text, String word, String rest, double[] middle) {
        Matcher words = BOX.matcher(rest);
        int most = word.equals("box") ? 3 : 2;
        String example = word + (most == 3 ? " of 100 x 50 x 20 µm" : " of 100 x 50 µm");
        if (!words.matches()) {
            return expected(in, what, text, "\"of\" and its extents", example);
        }
        Optional<double[]> extents = Lengths.extents(in, what, text.map(_ -> words.group(1)));
        if (extents.isEmpty()) {
            return Optional.empty();
        }
        double[] sides = extents.get();
        if (sides.length < 2 || sides.length > most) {
            return expected(in, what, text, most == 3 ? "two extents, or three in space," : "two extents", example);
        }
        double[] whole = Arrays.copyOf(sides, 3);
        return Optional.of(new Region.Box(middle[0], middle[1], middle[2], whole[0], whole[1], whole[2]));
    }

    private static OptionalDouble length(Section in, String what, Placed<String> text, String length, Bounds bounds) {
        return Values.number(in, what, text.map(_ -> length), Values.MICROMETRES, bounds);
    }

    private static Optional<Region> expected(
            Section in, String what, Placed<String> text, String expected, String example) {
        in.problem(
                text,
                what + ": " + expected + " were expected, as in \"" + example + "\"; found \"" + text.value() + '"');
        return Optional.empty();
    }
}
