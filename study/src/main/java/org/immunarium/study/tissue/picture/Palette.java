package org.immunarium.study.tissue.picture;

import java.util.Locale;

/// Colours of cells, by type and by what has become of them; as 0xRRGGBB.
///
/// Types have the colours of the report's curves (Okabe and Ito 2008, told apart with any colour
/// vision). The dead differ in lightness, and have a black edge.
final class Palette {

    static final int INK = 0x1d2429;
    static final int SOFT = 0x55626b;
    static final int PAPER = 0xffffff;

    /// What is far away is paler, in as many steps: enough to see none.
    static final int DEPTHS = 16;

    /// How many fates a style can tell apart: alive, apoptotic, necrotic, lysed.
    static final int FATES = 4;

    private static final int[] TYPES = {0x0072b2, 0xd55e00, 0x00805d, 0xb0508c, 0x8a6d00, 0x3a8fc4, 0x555555, 0x7a3fa0};

    private static final double HAZE = 0.6;

    private Palette() {}

    /// How a cell is drawn.
    record Look(int fill, int edge, int nucleus) {}

    /// The number of a look.
    ///
    /// @param depth from 0, near, to [#DEPTHS] - 1
    static int style(int type, int fate, int depth) {
        return (type * FATES + Math.clamp(fate, 0, FATES - 1)) * DEPTHS + depth;
    }

    static Look look(int style) {
        int depth = style % DEPTHS;
        int fate = style / DEPTHS % FATES;
        int type = style / DEPTHS / FATES;
        int colour = type(type);
        Look near = switch (fate) {
            case 0 -> new Look(mix(colour, PAPER, 0.3), mix(colour, INK, 0.35), colour);
            case 1 -> new Look(mix(colour, PAPER, 0.75), INK, mix(colour, PAPER, 0.35));
            default -> new Look(mix(colour, INK, 0.55), INK, INK);
        };
        double haze = HAZE * depth / (DEPTHS - 1);
        return new Look(mix(near.fill(), PAPER, haze), mix(near.edge(), PAPER, haze), mix(near.nucleus(), PAPER, haze));
    }

    /// The colour of a type; from the ninth on lighter ones, then darker ones.
    static int type(int type) {
        int colour = TYPES[type % TYPES.length];
        return switch (type / TYPES.length % 3) {
            case 0 -> colour;
            case 1 -> mix(colour, PAPER, 0.5);
            default -> mix(colour, INK, 0.5);
        };
    }

    /// The colour of a substance behind cells: neither hue nor strong, so that cells stand out.
    ///
    /// @param part of the scale, from 0 to 1
    static int background(double part) {
        return mix(PAPER, 0x87919a, Math.clamp(part, 0, 1));
    }

    /// @param part of the second colour, from 0 to 1
    static int mix(int one, int other, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = one >> shift & 0xff;
            double b = other >> shift & 0xff;
            mixed |= (int) Math.rint(a + (b - a) * part) << shift;
        }
        return mixed;
    }

    /// As SVG has it.
    static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
