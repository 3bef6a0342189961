package org.immunarium.study.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.study.trial.Screening.Candidate;

/// Patients at diagnosis in bytes, to be sent.
public final class CandidateCode {

    /// Patients of a piece of work: fewer than lanes leave some idle.
    public static final int FEWEST = 8;

    /// Patients of a piece of work, of which not much must be lost with one.
    public static final int MOST = 64;

    private CandidateCode() {}

    public static void put(Candidate candidate, BlockOutput out) throws IOException {
        byte[] from = candidate.from().bytes();
        out.put(candidate.number());
        out.put(candidate.stratum());
        out.put(candidate.marker());
        out.put(from.length);
        out.put(from);
    }

    public static Candidate take(BlockInput in) throws IOException {
        return new Candidate(in.takeLong(), in.takeInt(), in.takeInt(), Snapshot.of(in.takeBytes(in.takeInt())));
    }

    /// Some, after their number.
    ///
    /// @param one reads one of them
    public static <T> List<T> list(BlockInput in, Checkpoint.PartReader<T> one) throws IOException {
        List<T> list = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            list.add(one.read(in));
        }
        return list;
    }
}
