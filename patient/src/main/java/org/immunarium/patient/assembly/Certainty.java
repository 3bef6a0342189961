package org.immunarium.patient.assembly;

import java.util.Arrays;
import java.util.Optional;

/// Where a value comes from, and so how sure it is.
public enum Certainty {
    MEASURED("measured", "measured, in the laboratory or in patients"),
    FITTED("fitted", "fitted to data"),
    DERIVED("derived", "calculated from others"),
    PUBLISHED("published", "as a model's paper has it, which does not say from where"),
    ASSUMED("assumed", "assumed");

    private final String keyword;
    private final String words;

    Certainty(String keyword, String words) {
        this.keyword = keyword;
        this.words = words;
    }

    /// As a table has it.
    public String keyword() {
        return keyword;
    }

    /// In words.
    public String words() {
        return words;
    }

    static Optional<Certainty> of(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst();
    }
}
