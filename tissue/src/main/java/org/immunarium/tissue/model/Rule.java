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
public record Rule(
        int type,
        int signal,
        Response response,
        int behaviour,
        double saturation,
        double halfMaximum,
        double power,
        boolean appliesToDead) {

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
