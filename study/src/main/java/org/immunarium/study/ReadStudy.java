package org.immunarium.study;

/// A study whose model and files have been read.
@FunctionalInterface
public interface ReadStudy {

    /// Checks the study whole, with what is said in place of it. One call at a time.
    ///
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong
    PreparedStudy with(Overrides overrides);

    /// What a value that can be set is called in [PreparedStudy#parameters]: what is written may be another
    /// of its names.
    default String nameOf(String written) {
        return written;
    }
}
