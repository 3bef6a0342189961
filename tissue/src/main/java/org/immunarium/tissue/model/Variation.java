package org.immunarium.tissue.model;

import java.util.OptionalInt;
import org.immunarium.numerics.random.Distribution;

/// How the cells of a type that are there at the start differ in one thing: each has its own draw.
///
/// @param type      the number of the type
/// @param behaviour its place in the vocabulary; empty where the volume differs, which takes the targets of its
///                  parts along
/// @param values    what is drawn from; of the volume, µm³
public record Variation(int type, OptionalInt behaviour, Distribution values) {}
