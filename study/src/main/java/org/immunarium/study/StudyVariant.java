package org.immunarium.study;

/// One of several runs of a study that stand beside each other.
///
/// @param id    a short name for folders and legends
/// @param title for people
/// @param given what sets it apart, in a line: `chemotherapy 5 mg/L q10d x 9; with k = 0.1 1/d`
public record StudyVariant(String id, String title, String given) {}
