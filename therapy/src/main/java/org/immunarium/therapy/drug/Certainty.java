package org.immunarium.therapy.drug;

import java.util.Arrays;
import java.util.Optional;

/// Where a fact comes from, and so how sure it is.
public enum Certainty {
    POPULATION("popPK", "estimated from many patients (population pharmacokinetics)"),
    LABEL("label", "from prescribing information or a public assessment report"),
    MEASURED("measured", "measured, in the laboratory or in patients"),
    DERIVED("derived", "calculated from published numbers; the note says how"),
    ASSUMPTION("assumption", "assumed; nobody has measured it, or not so");

    private final String keyword;
    private final String words;

    Certainty(String keyword, String words) {
        this.keyword = keyword;
        this.words = words;
    }

    /// As the table has it.
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
