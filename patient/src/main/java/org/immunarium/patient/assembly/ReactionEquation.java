package org.immunarium.patient.assembly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reaction takes and gives, as written: `V_T.C1 -> V_T.C_x`, `2 A + B -> C`, `-> D`.
///
/// @param takes ids of species, with their stoichiometry
/// @param gives the same of what comes out
record ReactionEquation(Map<String, Double> takes, Map<String, Double> gives) {

    private static final Pattern TERM = Pattern.compile("(?:([0-9.]+) +)?([A-Za-z_][\\w.]*)");

    /// @throws IllegalArgumentException if it is not written so
    static ReactionEquation parse(String text) {
        String[] sides = text.split("->", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\": one -> is expected");
        }
        return new ReactionEquation(side(sides[0], text), side(sides[1], text));
    }

    private static Map<String, Double> side(String side, String text) {
        Map<String, Double> species = new LinkedHashMap<>();
        if (side.isBlank()) {
            return species;
        }
        for (String term : side.split("\\+", -1)) {
            Matcher matcher = TERM.matcher(term.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + text + "\": \"" + term.strip() + "\" is no species");
            }
            double times = matcher.group(1) == null ? 1 : Double.parseDouble(matcher.group(1));
            species.merge(Names.ids(matcher.group(2)), times, Double::sum);
        }
        return species;
    }

    /// All species of both sides.
    Set<String> species() {
        Set<String> all = new TreeSet<>(takes.keySet());
        all.addAll(gives.keySet());
        return all;
    }
}
