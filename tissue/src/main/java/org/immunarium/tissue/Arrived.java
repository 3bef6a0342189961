package org.immunarium.tissue;

/// Cells that came into a tissue while it was watched.
///
/// @param time  min
/// @param type  its number
/// @param count how many they were, at least 1
public record Arrived(double time, Way way, int type, int count) {

    /// How they came.
    public enum Way {
        /// By [org.immunarium.tissue.model.Treatment.Infusion].
        GIVEN("given"),
        /// By [org.immunarium.tissue.model.Recruitment].
        RECRUITED("recruited"),
        /// By [org.immunarium.tissue.model.Priming].
        PRIMED("primed");

        private final String written;

        Way(String written) {
            this.written = written;
        }

        /// As tables have it.
        public String written() {
            return written;
        }
    }
}
