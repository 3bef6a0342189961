package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/// One change of [SmallModel] and all that is said of it.
///
/// @param found in exactly one place of the model
/// @param told  at the line of the change; with a place of its own where it is at another
record Mistake(String found, String instead, List<String> told) {

    static Mistake wrong(String found, String instead, String... told) {
        return new Mistake(found, instead, List.of(told));
    }

    /// @param folder for the model's tables
    void assertTold(Path folder) {
        SmallModel model = SmallModel.in(folder).with(found, instead);
        List<String> expected = told.stream()
                .map(each -> each.matches("\\w+\\.(yaml|csv):\\d+: .*")
                        ? each
                        : "m.yaml:" + model.changedLine() + ": " + each)
                .toList();
        assertThat(model.problems()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
