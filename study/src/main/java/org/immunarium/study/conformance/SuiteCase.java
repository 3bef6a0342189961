package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A case of the suite: what it tests, and its files.
///
/// @param id       its number, five digits
/// @param synopsis one sentence about it
/// @param type     `TimeCourse`, `FluxBalanceSteadyState`, `StochasticTimeCourse`,
///                 `StatisticalDistribution`
/// @param tags     component and test tags
/// @param files    the text of its files, by what follows the number: `settings.txt`,
///                 `results.csv`, `sbml-l3v2.xml`, …
public record SuiteCase(String id, String synopsis, String type, Set<String> tags, TreeMap<String, String> files) {

    /// The levels of SBML that are tried, in this order.
    private static final List<String> LEVELS = List.of("l3v2", "l3v1", "l2v5", "l2v4", "l2v3", "l2v2", "l2v1", "l1v2");

    static SuiteCase of(String id, TreeMap<String, String> files) {
        String model = files.getOrDefault("model.m", "");
        Set<String> tags = new LinkedHashSet<>(words(field(model, "componentTags")));
        tags.addAll(words(field(model, "testTags")));
        String type = field(model, "testType");
        return new SuiteCase(id, field(model, "synopsis"), type.isEmpty() ? "TimeCourse" : type, tags, files);
    }

    /// The SBML file that is run: the highest level and version there is.
    Optional<String> sbml() {
        return LEVELS.stream()
                .map(level -> "sbml-" + level + ".xml")
                .filter(files::containsKey)
                .findFirst();
    }

    private static String field(String model, String key) {
        return model.lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    private static List<String> words(String text) {
        List<String> result = new ArrayList<>();
        for (String word : text.split("[,\\s]+", -1)) {
            if (!word.isEmpty()) {
                result.add(word);
            }
        }
        return result;
    }
}
