package org.immunarium.study.sweep;

import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.Study;
import org.immunarium.study.sweep.plan.SweepPlan;

/// A study that is run many times.
///
/// @param study what is run
public record SweepStudy(Study study, SweepPlan plan) implements Study {

    /// What its manifest has in place of the kind of study.
    public static final String KIND = "sweep";

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
        return KIND;
    }

    @Override
    public SweepStudy with(Overrides overrides) {
        return new SweepStudy(study.with(overrides), plan);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        ReadStudy read = study.read(files);
        return overrides -> PreparedSweep.of(
                plan, set -> repeatable(read.with(overrides.withSet(set))), study.setByVariants(), read::nameOf);
    }

    /// Every study that a file can ask for is one.
    private static RepeatableStudy repeatable(PreparedStudy study) {
        return (RepeatableStudy) study;
    }
}
