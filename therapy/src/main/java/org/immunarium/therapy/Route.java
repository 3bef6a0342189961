package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The way into the body, with the abbreviation that regimens use.
public enum Route {
    INTRAVENOUS("IV", "into a vein", "i.v.", "intravenous", "intravenously"),
    SUBCUTANEOUS("SC", "under the skin", "s.c.", "subq", "subcut", "subcutaneous", "subcutaneously"),
    INTRAMUSCULAR("IM", "into a muscle", "i.m.", "intramuscular"),
    ORAL("PO", "by mouth", "p.o.", "oral", "orally"),
    INTRADERMAL("ID", "into the skin", "i.d.", "intradermal"),
    INTRAPERITONEAL("IP", "into the abdomen", "i.p.", "intraperitoneal"),
    INTRATHECAL("IT", "into the spinal fluid", "i.t.", "intrathecal"),
    INTRATUMORAL("intratumoral", "into the tumour", "intratumoural"),
    INTRANODAL("intranodal", "into a lymph node"),
    INTRAVESICAL("intravesical", "into the bladder"),
    INHALED("inhaled", "by inhalation"),
    /// None was written: whatever the model takes it to be.
    UNSPECIFIED("", "by an unstated route");

    private final String abbreviation;
    private final String words;
    private final List<String> aliases;

    Route(String abbreviation, String words, String... aliases) {
        this.abbreviation = abbreviation;
        this.words = words;
        this.aliases = List.of(aliases);
    }

    /// How it is written in a regimen; empty for [#UNSPECIFIED].
    public String abbreviation() {
        return abbreviation;
    }

    /// As a phrase: `into a vein`.
    public String words() {
        return words;
    }

    /// The route of this name or abbreviation, whatever its capitals.
    public static Optional<Route> of(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        for (Route route : values()) {
            if (route != UNSPECIFIED
                    && (route.abbreviation.toLowerCase(Locale.ROOT).equals(name) || route.aliases.contains(name))) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /// All abbreviations, to suggest from.
    public static List<String> abbreviations() {
        List<String> all = new ArrayList<>();
        for (Route route : values()) {
            if (route != UNSPECIFIED) {
                all.add(route.abbreviation);
            }
        }
        return all;
    }
}
