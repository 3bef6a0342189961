package org.immunarium.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A study whose file has problems. It cannot run; what could be read of it is compared with its model all the same,
/// so that everything that is wrong is told at once.
///
/// @param study    what could be read
/// @param problems of the file; at least one
record FlawedStudy(Study study, List<Problem> problems) implements Study {

    @Override
    public String title() {
        return study.title();
    }

    @Override
    public long seed() {
        return study.seed();
    }

    @Override
    public String kind() {
        return study.kind();
    }

    @Override
    public Study with(Overrides overrides) {
        return new FlawedStudy(study.with(overrides), problems);
    }

    /// @throws InvalidInputException always: file by file, and in the order of its lines
    @Override
    public PreparedStudy prepare(InputFiles files) {
        Map<String, List<Problem>> bySource = new LinkedHashMap<>();
        List<Problem> all = new ArrayList<>(problems);
        try {
            study.prepare(files);
        } catch (InvalidInputException more) {
            all.addAll(more.problems());
        }
        all.stream()
                .distinct()
                .forEach(problem -> bySource.computeIfAbsent(problem.source(), _ -> new ArrayList<>())
                        .add(problem));
        throw new InvalidInputException(bySource.values().stream()
                .flatMap(each -> each.stream()
                        .sorted(java.util.Comparator.comparingInt(
                                problem -> problem.line().orElse(0))))
                .toList());
    }
}
