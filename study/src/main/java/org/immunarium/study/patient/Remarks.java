package org.immunarium.study.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.study.file.LineOrder;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Problem;

/// What there is to say about a study before it runs: problems, with which it cannot, and notices. Each once, though
/// variants share what they are about.
final class Remarks {

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<String> notices = new LinkedHashSet<>();

    void problem(Problem problem) {
        problems.add(problem);
    }

    void notice(String words) {
        notices.add(words);
    }

    /// A notice of something in the study's file.
    void notice(Placed<?> at, String words) {
        notices.add(at.problem(words).toString());
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /// @throws org.immunarium.units.InvalidInputException with all problems, if there are any
    void check() {
        if (!problems.isEmpty()) {
            throw LineOrder.of(problems);
        }
    }
}
