package org.immunarium.study.sweep;

import java.io.IOException;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// What one run of a sweep came to.
///
/// @param run       its place among all runs, counted from 0
/// @param point     counted from 0
/// @param replicate counted from 1
/// @param seed      its own
/// @param variant   the place of its variant, counted from 0
/// @param values    in the order of the study's measures; NaN where there is none
/// @param failed    when and why its numbers failed; empty where they did not
public record SweepRow(long run, int point, int replicate, long seed, int variant, double[] values, String failed) {

    void write(BlockOutput out) throws IOException {
        out.put(run);
        out.put(values, values.length);
        out.put(failed);
    }

    /// Reads what [#write] wrote.
    ///
    /// @param sweep   of which it is a run
    static SweepRow read(BlockInput in, PreparedSweep sweep) throws IOException {
        long run = in.takeLong();
        double[] values = new double[sweep.measures().size()];
        in.take(values, values.length);
        return sweep.row(run, values, in.takeText());
    }
}
