package org.immunarium.study.tissue.model;

import java.util.List;

/// A start that a study has in place of its model's.
///
/// @param files beside the study
public record StatedStart(List<StatedPlacement> placements, FilesBeside files) {}
