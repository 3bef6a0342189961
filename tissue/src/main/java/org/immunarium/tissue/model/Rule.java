package org.immunarium.tissue.model;

/// How a signal changes a behaviour of cells of one type: a Hill function between the type's own value and another.
///
/// @param type          the number of the cell type
/// @param signal        its place in the vocabulary
/// @param response      whether more of the signal makes the behaviour go up or down, towards `saturation`
/// @param behaviour     its place in the vocabulary
/// @param saturation    the behaviour's value at a great signal
/// @param halfMaximum   the signal at which half of the way is gone, above 0
/// @param power         the Hill power, above 0
/// @param appliesToDead whether dead cells follow it too
/// @throws IllegalArgumentException if a number is out of its range
public record Rule(
        int type,
        int signal,
        Response response,
        int behaviour,
        double saturation,
        double halfMaximum,
        double power,
        boolean appliesToDead) {

    public Rule {
        Limits.place("type", type);
        Limits.place("signal", signal);
        Limits.place("behaviour", behaviour);
        if (!Double.isFinite(saturation)) {
            throw new IllegalArgumentException("saturation must be finite, but is " + saturation);
        }
        Limits.above("half-maximum", halfMaximum, 0);
        Limits.above("power", power, 0);
    }

    /// What more of the signal does.
    public enum Response {
        INCREASES,
        DECREASES;

        /// As it is written in a rule.
        public String word() {
            return this == INCREASES ? "increases" : "decreases";
        }
    }
}
