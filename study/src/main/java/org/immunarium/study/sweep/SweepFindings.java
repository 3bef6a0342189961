package org.immunarium.study.sweep;

import java.util.List;
import org.immunarium.results.RunFolder;

/// What a sweep found, in a few plain lines.
final class SweepFindings {

    private SweepFindings() {}

    static List<String> of(PreparedSweep sweep, RunFolder folder) {
        return List.of(sweep.runs() + " runs");
    }
}
