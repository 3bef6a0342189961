package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Problem;

/// What is found while a model is read.
///
/// @param problems what is wrong
/// @param notices  what its author should know though it runs, each with its place
public record Notes(List<Problem> problems, List<String> notices) {

    public Notes() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void wrong(Placed<?> at, String message) {
        problems.add(at.problem(message));
    }

    void notice(Placed<?> at, String message) {
        notices.add(at.problem(message).toString());
    }
}
