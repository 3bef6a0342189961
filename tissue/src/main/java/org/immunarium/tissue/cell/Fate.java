package org.immunarium.tissue.cell;

import java.util.List;

/// Whether a cell lives, and if not, of what it died. In columns it is its code.
public final class Fate {

    public static final int ALIVE = 0;
    /// Shrinking, until it is gone.
    public static final int APOPTOTIC = 1;
    /// Swelling, until it bursts.
    public static final int NECROTIC = 2;
    /// A necrotic cell that has burst.
    public static final int LYSED = 3;
    /// Eaten or fused within this step; it is removed at the step's end.
    public static final int GONE = 4;

    /// What they are called, by their codes; none that is gone is ever called.
    public static final List<String> WORDS = List.of("alive", "apoptotic", "necrotic", "lysed");

    private Fate() {}

    public static boolean isNecrotic(int fate) {
        return fate == NECROTIC || fate == LYSED;
    }
}
