package org.immunarium.tissue.space;

/// How cells are shared among the parts of a team: as many each as can be, in order.
public final class Ranges {

    private Ranges() {}

    /// The first cell of a part, and the end of the part before.
    public static int from(int part, int parts, int count) {
        return (int) ((long) part * count / parts);
    }
}
