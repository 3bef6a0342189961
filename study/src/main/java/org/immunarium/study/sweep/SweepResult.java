package org.immunarium.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.immunarium.study.Measure;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.StopSignal;
import org.immunarium.study.StudyVariant;

/// What the runs of a sweep came to, in memory: for tests of what a study claims, and for
/// programs.
///
///     Overrides seeds = Overrides.NONE.withSweep(SweepPlan.replicates(24));
///     SweepResult runs = SweepResult.of(StudyRun.prepare("pd-1-block", seeds).prepared(), 2);
///     double[] left = runs.values("nivolumab", "final live tumor"); // one a replicate
///     long cleared = DoubleStream.of(left).filter(cells -> cells == 0).count();
///
/// Measures of a tissue are, for each type of cell, `final live`, `final dead`, `killed` (by other
/// cells), `initial live`, `min live` and `max live`, each followed by the type's name, and with
/// immunity what came of clones; of a patient `final`, `min` and `max` of each column of its time
/// course, each followed by the column's label; of a population `median`, `p5` and `p95` of each
/// endpoint. [#measures] has them all.
///
/// @param measures what each run has a value of
/// @param variants those of the study; empty where there is only one
/// @param rows     by point, replicate and variant, the last fastest
public record SweepResult(List<Measure> measures, List<StudyVariant> variants, List<SweepRow> rows) {

    /// Runs a sweep. Of its replicates the first has the seed of the study, so that it is what `immunarium run` gives;
    /// those of the others are derived from it, see [SweepPlan#seed].
    ///
    /// @param study   prepared with a sweep
    /// @param threads at least 1; results do not depend on it
    /// @throws IllegalArgumentException if the study is no sweep
    public static SweepResult of(PreparedStudy study, int threads) {
        if (!(study instanceof PreparedSweep sweep)) {
            throw new IllegalArgumentException("no sweep was asked for");
        }
        List<SweepRow> rows = new ArrayList<>();
        new SweepRuns(sweep, 0, Map.of(), threads, new StopSignal(), rows::add, _ -> {}).run();
        return new SweepResult(sweep.measures(), sweep.variants(), List.copyOf(rows));
    }

    /// A measure of all runs of a variant, in order; NaN of runs whose numbers failed.
    ///
    /// @param variant its id or title; empty for the only one
    /// @param measure its name
    /// @throws IllegalArgumentException if there is no such variant or measure, naming those that
    ///     there are
    public double[] values(String variant, String measure) {
        int arm = variant(variant);
        int column = measures.stream().map(Measure::name).toList().indexOf(measure);
        if (column < 0) {
            throw new IllegalArgumentException("there is no measure \"" + measure + "\"; there are "
                    + measures.stream().map(Measure::name).toList());
        }
        return rows.stream()
                .filter(row -> row.variant() == arm)
                .flatMapToDouble(row -> DoubleStream.of(row.values()[column]))
                .toArray();
    }

    private int variant(String name) {
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).id().equals(name) || variants.get(i).title().equals(name)) {
                return i;
            }
        }
        if (variants.isEmpty() && name.isEmpty()) {
            return 0;
        }
        throw new IllegalArgumentException("there is no variant \"" + name + "\"; there are "
                + variants.stream().map(StudyVariant::title).toList());
    }
}
