package org.immunarium.study.trial.calibration;

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
import org.immunarium.study.trial.CandidateCode;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.trial.calibration.PlausibleCourse;

/// A calibration in pieces: some patients each, who are drawn, or treated. The search for weights is the run's own.
///
/// @param run its folder
record CalibrationPieces(RunFolder run, Workplace place) implements CalibrationSite {

    private static final int DRAW = 1;
    private static final int TREAT = 2;

    @Override
    public void draw(long from, long to, Consumer<Optional<Plausible>> consumer) {
        int size = place.each(to - from + 1, CandidateCode.FEWEST, CandidateCode.MOST);
        Iterator<byte[]> pieces = LongStream.iterate(from, first -> first <= to, first -> first + size)
                .mapToObj(first -> Packed.of(out -> {
                    out.put(DRAW);
                    out.put(first);
                    out.put(Math.min(to, first + size - 1));
                }))
                .iterator();
        place.carryOut(
                run,
                pieces,
                result -> Packed.read(result, in -> CandidateCode.list(in, CalibrationPieces::plausible))
                        .forEach(consumer));
    }

    @Override
    public void treat(List<Candidate> all, int therapy, Consumer<Optional<PlausibleCourse>> consumer) {
        int size = place.each(all.size(), CandidateCode.FEWEST, CandidateCode.MOST);
        Iterator<byte[]> pieces = IntStream.iterate(0, first -> first < all.size(), first -> first + size)
                .mapToObj(first -> all.subList(first, Math.min(all.size(), first + size)))
                .map(some -> Packed.of(out -> {
                    out.put(TREAT);
                    out.put(therapy);
                    out.put(some.size());
                    for (Candidate each : some) {
                        CandidateCode.put(each, out);
                    }
                }))
                .iterator();
        place.carryOut(
                run,
                pieces,
                result -> Packed.read(result, in -> CandidateCode.list(in, CourseCode::takeIfAny))
                        .forEach(consumer));
    }

    /// Carries out a piece.
    static byte[] carryOut(PreparedCalibration calibration, byte[] piece) {
        CalibrationSite here = new CalibrationHere(calibration, 1);
        return Packed.of(out -> {
            switch (Packed.read(piece, CalibrationPieces::work)) {
                case Work.Draw(long from, long to) -> {
                    List<Optional<Plausible>> all = new ArrayList<>();
                    here.draw(from, to, all::add);
                    out.put(all.size());
                    for (Optional<Plausible> each : all) {
                        put(each, out);
                    }
                }
                case Work.Treat(int therapy, List<Candidate> some) -> {
                    List<Optional<PlausibleCourse>> all = new ArrayList<>();
                    here.treat(some, therapy, all::add);
                    out.put(all.size());
                    for (Optional<PlausibleCourse> each : all) {
                        CourseCode.putIfAny(each, out);
                    }
                }
            }
        });
    }

    private sealed interface Work {

        record Draw(long from, long to) implements Work {}

        record Treat(int therapy, List<Candidate> some) implements Work {}
    }

    private static Work work(BlockInput in) throws IOException {
        int kind = in.takeInt();
        return switch (kind) {
            case DRAW -> new Work.Draw(in.takeLong(), in.takeLong());
            case TREAT -> new Work.Treat(in.takeInt(), CandidateCode.list(in, CandidateCode::take));
            default -> throw new StreamCorruptedException("a piece of an unknown kind, " + kind);
        };
    }

    private static void put(Optional<Plausible> plausible, BlockOutput out) throws IOException {
        out.put(plausible.isPresent());
        if (plausible.isPresent()) {
            double[] values = plausible.get().values();
            CandidateCode.put(plausible.get().candidate(), out);
            out.put(values.length);
            out.put(values, values.length);
        }
    }

    private static Optional<Plausible> plausible(BlockInput in) throws IOException {
        if (!in.takeBoolean()) {
            return Optional.empty();
        }
        Candidate candidate = CandidateCode.take(in);
        double[] values = new double[in.takeInt()];
        in.take(values, values.length);
        return Optional.of(new Plausible(candidate, values));
    }
}
