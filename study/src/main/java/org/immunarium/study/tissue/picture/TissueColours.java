package org.immunarium.study.tissue.picture;

/// The colours of cells in pictures, for others who draw them.
public final class TissueColours {

    private TissueColours() {}

    /// The colour of a cell type with a fate, as `#0072b2`.
    ///
    /// @param fate 0 for the living
    public static String of(int type, int fate) {
        return fate == 0
                ? Palette.hex(Palette.type(type))
                : Palette.hex(Palette.look(Palette.style(type, fate, 0)).fill());
    }
}
