package org.immunarium.tissue.model;

import java.util.List;

/// A word of the vocabulary that rules are written in: something that a cell senses or does.
public interface Word {

    /// What it is about.
    Subject subject();

    /// How it is written; `%` stands for the name of the subject.
    String pattern();

    /// Other ways to write it.
    List<String> synonyms();

    /// The unit of its value; empty for a plain number, or the unit of the substance or variable that it is about.
    String unit();
}
