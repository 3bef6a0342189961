package org.immunarium.study.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The order in which problems are told: file by file as they were met, and by line within each.
public final class LineOrder {

    private LineOrder() {}

    /// An exception with these problems, each once.
    ///
    /// @param problems at least one
    public static InvalidInputException of(Collection<Problem> problems) {
        Map<String, List<Problem>> bySource = new LinkedHashMap<>();
        problems.stream()
                .distinct()
                .forEach(problem -> bySource.computeIfAbsent(problem.source(), _ -> new ArrayList<>())
                        .add(problem));
        return new InvalidInputException(bySource.values().stream()
                .flatMap(each -> each.stream()
                        .sorted(Comparator.comparingInt(
                                problem -> problem.line().orElse(0))))
                .toList());
    }
}
