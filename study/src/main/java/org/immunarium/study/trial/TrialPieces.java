package org.immunarium.study.trial;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Workplace;
import org.immunarium.study.trial.Screening.Looked;
import org.immunarium.study.trial.TreatmentPhase.Allocated;

/// A trial in pieces: some patients each, who are looked at, or treated and followed.
///
/// Patients go to and fro at diagnosis (some kilobytes), and come back as what became of them (about a
/// kilobyte), in the code of safe points.
final class TrialPieces implements TrialSite {

    private static final int SCREEN = 1;
    private static final int TREAT = 2;

    private final PatientPieces pieces;

    /// @param run its folder
    TrialPieces(RunFolder run, Workplace place) {
        pieces = new PatientPieces(run, place);
    }

    @Override
    public void screen(long from, long to, Consumer<Looked> consumer) {
        pieces.numbered(out -> out.put(SCREEN), from, to, TrialPieces::looked, consumer);
    }

    @Override
    public void treat(List<Allocated> allocated, Consumer<Ran> consumer) {
        pieces.of(out -> out.put(TREAT), allocated, TrialPieces::put, RanCode::take, consumer);
    }

    /// Carries out a piece.
    static byte[] carryOut(PreparedTrial trial, byte[] piece) {
        TrialSite here = TrialSite.here(trial, 1);
        return Packed.of(out -> {
            switch (Packed.read(piece, TrialPieces::work)) {
                case Work.Screen(long from, long to) -> {
                    List<Looked> all = new ArrayList<>();
                    here.screen(from, to, all::add);
                    PatientPieces.put(all, TrialPieces::put, out);
                }
                case Work.Treat(List<Allocated> allocated) -> {
                    List<Ran> all = new ArrayList<>();
                    here.treat(allocated, all::add);
                    PatientPieces.put(all, RanCode::put, out);
                }
            }
        });
    }

    private sealed interface Work {

        record Screen(long from, long to) implements Work {}

        record Treat(List<Allocated> allocated) implements Work {}
    }

    private static Work work(BlockInput in) throws IOException {
        int kind = in.takeInt();
        return switch (kind) {
            case SCREEN -> new Work.Screen(in.takeLong(), in.takeLong());
            case TREAT -> new Work.Treat(PatientPieces.take(in, TrialPieces::allocated));
            default -> throw new StreamCorruptedException("a piece of an unknown kind, " + kind);
        };
    }

    private static void put(Allocated allocated, BlockOutput out) throws IOException {
        CandidateCode.put(allocated.patient(), out);
        out.put(allocated.arm());
    }

    private static Allocated allocated(BlockInput in) throws IOException {
        return new Allocated(CandidateCode.take(in), in.takeInt());
    }

    private static void put(Looked looked, BlockOutput out) throws IOException {
        out.put(looked.missing().isPresent());
        if (looked.missing().isPresent()) {
            out.put(looked.missing().get());
        }
        out.put(looked.taken().isPresent());
        if (looked.taken().isPresent()) {
            CandidateCode.put(looked.taken().get(), out);
        }
    }

    private static Looked looked(BlockInput in) throws IOException {
        return new Looked(
                in.takeBoolean() ? Optional.of(in.takeText()) : Optional.empty(),
                in.takeBoolean() ? Optional.of(CandidateCode.take(in)) : Optional.empty());
    }
}
