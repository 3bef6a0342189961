package org.immunarium.equations.sbml;

import java.util.Optional;

/// A level and version of SBML: what its namespace is, and the defaults that differ.
record SbmlLevel(int level, int version) {

    static final String COMP = "http://www.sbml.org/sbml/level3/version1/comp/version1";
    static final String DISTRIB = "http://www.sbml.org/sbml/level3/version1/distrib/version1";

    /// Why a level and version cannot be read; empty where they can.
    Optional<String> refusal() {
        boolean known = switch (level) {
            case 1 -> version == 1 || version == 2;
            case 2 -> version >= 1 && version <= 5;
            case 3 -> version == 1 || version == 2;
            default -> false;
        };
        return known
                ? Optional.empty()
                : Optional.of("SBML level " + level + " version " + version
                        + " is not known; level 1 to level 3 version 2 are read");
    }

    String namespace() {
        return switch (level) {
            case 1 -> "http://www.sbml.org/sbml/level1";
            case 2 ->
                version == 1 ? "http://www.sbml.org/sbml/level2" : "http://www.sbml.org/sbml/level2/version" + version;
            default -> "http://www.sbml.org/sbml/level3/version" + version + "/core";
        };
    }

    /// The attribute that identifies things: level 1 calls it name.
    String id() {
        return level == 1 ? "name" : "id";
    }

    boolean isThree() {
        return level == 3;
    }

    /// From level 3 version 2 on, mathematics and triggers may be missing.
    boolean mathMayBeMissing() {
        return level == 3 && version >= 2;
    }

    @Override
    public String toString() {
        return "level " + level + " version " + version;
    }
}
