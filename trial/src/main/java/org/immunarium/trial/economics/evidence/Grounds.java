package org.immunarium.trial.economics.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a number comes from, and so how far it can be relied on.
public enum Grounds {
    LIST("list", "a list price, before discounts"),
    TARIFF("tariff", "what a payer pays"),
    PUBLISHED("published", "measured or used in a published study"),
    DERIVED("derived", "calculated from published numbers; the note says how"),
    ASSUMPTION("assumption", "assumed"),
    STUDY("study", "given in the study");

    private final String keyword;
    private final String words;

    Grounds(String keyword, String words) {
        this.keyword = keyword;
        this.words = words;
    }

    /// As tables have it.
    public String keyword() {
        return keyword;
    }

    /// In words.
    public String words() {
        return words;
    }

    static Optional<Grounds> of(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each != STUDY && each.keyword.equals(keyword))
                .findFirst();
    }

    static List<String> keywords() {
        return Arrays.stream(values())
                .filter(each -> each != STUDY)
                .map(Grounds::keyword)
                .toList();
    }
}
