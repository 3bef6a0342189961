package org.immunarium.study.tissue.treatment;

import java.util.Optional;

/// Whether a tissue has room in memory for cells that are given.
@FunctionalInterface
public interface Room {

    /// What is in the way of cells that come together, and what can be done.
    ///
    /// @param time  when they are given, min
    /// @param cells how many they are
    Optional<String> refusal(double time, double cells);
}
