package org.immunarium.study.trial;

import java.util.Arrays;

/// Why a patient of a trial was followed no longer.
public enum End {
    DEATH("death"),
    WITHDRAWAL("withdrawal"),
    CUT_OFF("cut-off");

    private final String words;

    End(String words) {
        this.words = words;
    }

    /// As tables have it.
    public String words() {
        return words;
    }

    /// That of these words.
    ///
    /// @throws java.util.NoSuchElementException if there is none
    public static End of(String words) {
        return Arrays.stream(values())
                .filter(end -> end.words.equals(words))
                .findFirst()
                .orElseThrow();
    }
}
