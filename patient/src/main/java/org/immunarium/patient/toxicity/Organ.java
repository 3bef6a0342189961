package org.immunarium.patient.toxicity;

import java.util.Arrays;
import java.util.List;
import org.immunarium.patient.assembly.Names;

/// What self-reactive T cells may attack.
public enum Organ {
    GUT("gut", false),
    SKIN("skin", false),
    LUNG("lung", false),
    LIVER("liver", false),
    KIDNEY("kidney", false),
    HEART("heart", false),
    JOINTS("joints", false),
    /// Eyes, muscle, nerves, pancreas: each rare, together not.
    ELSEWHERE("elsewhere", false),
    THYROID("thyroid", true),
    PITUITARY("pituitary", true),
    ADRENAL("adrenal", true);

    private final String word;
    private final boolean gland;

    Organ(String word, boolean gland) {
        this.word = word;
        this.gland = gland;
    }

    /// As in names of quantities and in tables: `gut`.
    public String word() {
        return word;
    }

    /// Whether it makes hormones, and does not heal; any other is inflamed, and heals.
    public boolean isGland() {
        return gland;
    }

    /// Those that are inflamed, and heal.
    public static List<Organ> thatHeal() {
        return Arrays.stream(values()).filter(organ -> !organ.gland).toList();
    }

    /// Glands.
    public static List<Organ> glands() {
        return Arrays.stream(values()).filter(Organ::isGland).toList();
    }

    /// Its placeholder, `{organ}`.
    Names names() {
        return Names.of("organ", word);
    }
}
