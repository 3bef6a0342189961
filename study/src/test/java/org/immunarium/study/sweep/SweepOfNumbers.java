package org.immunarium.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.immunarium.results.Manifest;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.sweep.plan.SweepPlan;

/// A study whose runs are what a test makes of them.
///
/// @param value at which it is run
/// @param work  what a run does
record SweepOfNumbers(double value, Work work) implements RepeatableStudy {

    /// What a run does.
    @FunctionalInterface
    interface Work {

        /// @param value at which the study is run
        /// @param watch as of [RepeatableStudy#measure]
        double run(double value, DoubleConsumer watch);
    }

    /// A sweep over `x`.
    ///
    /// @param vary as on the command line, after `x=`
    static PreparedSweep over(String vary, Work work) {
        SweepPlan plan = SweepPlan.parse(List.of("x=" + vary), 1, new ArrayList<>());
        return PreparedSweep.of(
                plan,
                set -> new SweepOfNumbers(
                        Objects.requireNonNull(set.get("x")).value().value(), work),
                Set.of(),
                name -> name);
    }

    @Override
    public String title() {
        return "Numbers";
    }

    @Override
    public long seed() {
        return 1;
    }

    @Override
    public Map<String, String> method() {
        return Map.of();
    }

    @Override
    public List<Manifest.Setting> parameters() {
        return List.of();
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public List<StudyVariant> variants() {
        return List.of();
    }

    @Override
    public String inWords() {
        return "";
    }

    @Override
    public List<String> run(RunContext context) {
        throw new UnsupportedOperationException("only its sweeps run");
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure("y", ""));
    }

    @Override
    public double[] measure(int variant, long seed, int threads, Heap heap, DoubleConsumer watch) {
        return new double[] {work.run(value, watch)};
    }

    @Override
    public double bytes() {
        return 0;
    }
}
