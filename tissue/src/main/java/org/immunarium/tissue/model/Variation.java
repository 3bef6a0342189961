package org.immunarium.tissue.model;

import java.util.OptionalInt;
import org.immunarium.numerics.random.Distribution;

/// How the cells of a type differ in one thing: each that is there at the start, or comes in from
/// outside later, has its own draw. A daughter has her mother's value. Who becomes a cell of the
/// type, by transformation or asymmetric division, has the type's own value, and its volume as it
/// is; where daughters draw anew, one who is of the type draws.
///
/// @param type      the number of the type
/// @param behaviour its place in the vocabulary; empty where the volume differs, which takes the targets of its
///                  parts along
/// @param values    what is drawn from; of the volume, µm³
/// @param anew      whether a daughter has a draw of her own, rather than her mother's value; not of the volume
public record Variation(int type, OptionalInt behaviour, Distribution values, boolean anew) {

    /// What daughters have of their mothers.
    public Variation(int type, OptionalInt behaviour, Distribution values) {
        this(type, behaviour, values, false);
    }
}
