package org.immunarium.study;

import java.util.Set;

/// What a study file asks for, as read: names in it are not yet looked up. Each scale has its kind, see
/// [org.immunarium.study.run.StudyKind].
public interface Study {

    /// What the study is about, in the user's words.
    String title();

    /// Of all random numbers.
    long seed();

    /// The word after `study:` in a file.
    String kind();

    /// Names of values that variants of the study set for themselves.
    default Set<String> setByVariants() {
        return Set.of();
    }

    /// The same study with what the command line says instead.
    Study with(Overrides overrides);

    /// Reads everything that the study names, and checks it whole.
    ///
    /// @param files finds them
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong
    default PreparedStudy prepare(InputFiles files) {
        return read(files).with(Overrides.NONE);
    }

    /// Reads everything that the study names, once for as many values as are wanted.
    ///
    /// @param files finds them
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong, where
    ///     it cannot be read
    ReadStudy read(InputFiles files);
}
