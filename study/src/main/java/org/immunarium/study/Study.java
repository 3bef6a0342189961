package org.immunarium.study;

/// What a study file asks for, as read. Each scale has its kind, see [StudyKind].
public interface Study {

    /// What the study is about, in the user's words.
    String title();

    /// Of all random numbers.
    long seed();

    /// The word after `study:` in a file.
    String kind();
}
