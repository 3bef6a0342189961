package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.LifespanModel;

/// `lives` of a cell type: how long, on average and at most.
final class LivesSection {

    static final List<String> KEYS = List.of("mean", "at most", "source");

    private LivesSection() {}

    /// @param other where the type says nothing
    /// @param name  of the type
    static Optional<LifespanModel> read(Section type, Optional<LifespanModel> other, Values values, String name) {
        Optional<Section> section = type.section("lives", KEYS);
        if (section.isEmpty()) {
            return other;
        }
        values.sourceOfPart(section.get(), name + ".lives");
        Required lives = new Required(section.get(), values, name + ".lives");
        double mean = lives.number("mean", Values.MINUTES, Bounds.POSITIVE, "8.5 d");
        double longest = lives.number("at most", Values.MINUTES, Bounds.POSITIVE, "10 d");
        lives.above("at most", longest, "mean", mean);
        return lives.isWhole() ? Optional.of(new LifespanModel(mean, longest)) : other;
    }
}
