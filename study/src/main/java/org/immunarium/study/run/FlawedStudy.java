package org.immunarium.study.run;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.LineOrder;
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

    /// @throws InvalidInputException always, in the order of lines
    @Override
    public ReadStudy read(InputFiles files) {
        List<Problem> all = new ArrayList<>(problems);
        try {
            study.prepare(files);
        } catch (InvalidInputException more) {
            all.addAll(more.problems());
        }
        throw LineOrder.of(all);
    }
}
