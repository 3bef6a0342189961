package org.immunarium.study.trial;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Workplace;
import org.immunarium.study.trial.Screening.Looked;
import org.immunarium.study.trial.TreatmentPhase.Allocated;

/// A trial in pieces: some patients each, who are looked at, or treated and followed.
///
/// Patients go to and fro at diagnosis (some kilobytes), and come back as what became of them (about a kilobyte),
/// in
/// the code of safe points.
///
/// @param run its folder
final class TrialPieces implements TrialSite {

    private static final int SCREEN = 1;
    private static final int TREAT = 2;

    private final RunFolder run;
    private final Workplace place;

    TrialPieces(RunFolder run, Workplace place) {
        this.run = run;
        this.place = place;
    }

    @Override
    public void screen(long from, long to, Consumer<Looked> consumer) {
        int size = place.each(to - from + 1, CandidateCode.FEWEST, CandidateCode.MOST);
        Iterator<byte[]> pieces = LongStream.iterate(from, first -> first <= to, first -> first + size)
                .mapToObj(first -> Packed.of(out -> {
                    out.put(SCREEN);
                    out.put(first);
                    out.put(Math.min(to, first + size - 1));
                }))
                .iterator();
        place.carryOut(
                run,
                pieces,
                result -> Packed.read(result, in -> CandidateCode.list(in, TrialPieces::looked))
                        .forEach(consumer));
    }

    @Override
    public void treat(List<Allocated> allocated, Consumer<Ran> consumer) {
        int size = place.each(allocated.size(), CandidateCode.FEWEST, CandidateCode.MOST);
        Iterator<byte[]> pieces = IntStream.iterate(0, first -> first < allocated.size(), first -> first + size)
                .mapToObj(first -> allocated.subList(first, Math.min(allocated.size(), first + size)))
                .map(some -> Packed.of(out -> {
                    out.put(TREAT);
                    out.put(some.size());
                    for (Allocated each : some) {
                        CandidateCode.put(each.patient(), out);
                        out.put(each.arm());
                    }
                }))
                .iterator();
        place.carryOut(
                run,
                pieces,
                result -> Packed.read(result, in -> CandidateCode.list(in, RanCode::take))
                        .forEach(consumer));
    }

    /// Carries out a piece.
    static byte[] carryOut(PreparedTrial trial, byte[] piece) {
        TrialSite here = TrialSite.here(trial, 1);
        return Packed.of(out -> {
            switch (Packed.read(piece, TrialPieces::work)) {
                case Work.Screen(long from, long to) -> {
                    List<Looked> all = new ArrayList<>();
                    here.screen(from, to, all::add);
                    out.put(all.size());
                    for (Looked each : all) {
                        put(each, out);
                    }
                }
                case Work.Treat(List<Allocated> allocated) -> {
                    List<Ran> all = new ArrayList<>();
                    here.treat(allocated, all::add);
                    out.put(all.size());
                    for (Ran each : all) {
                        RanCode.put(each, out);
                    }
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
            case TREAT ->
                new Work.Treat(CandidateCode.list(in, each -> new Allocated(CandidateCode.take(each), each.takeInt())));
            default -> throw new StreamCorruptedException("a piece of an unknown kind, " + kind);
        };
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
