package org.immunarium.study.trial;

import java.io.IOException;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.study.trial.Screening.Candidate;

/// Patients at diagnosis in bytes, to be sent.
public final class CandidateCode {

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
}
