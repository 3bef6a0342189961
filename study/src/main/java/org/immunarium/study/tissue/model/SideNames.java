package org.immunarium.study.tissue.model;

import java.util.List;
import org.immunarium.tissue.model.Face;

/// How files call the sides of the domain.
public final class SideNames {

    /// In the order of [Face].
    static final List<String> ALL = List.of("x lower", "x upper", "y lower", "y upper", "z lower", "z upper");

    private SideNames() {}

    /// The name of a side.
    public static String of(Face face) {
        return ALL.get(face.ordinal());
    }
}
