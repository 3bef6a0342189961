package org.immunarium.study.trial.calibration;

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
import org.immunarium.study.trial.CandidateCode;
import org.immunarium.study.trial.PatientPieces;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.trial.calibration.PlausibleCourse;

/// A calibration in pieces: some patients each, who are drawn, or treated. The search for weights is the run's own.
final class CalibrationPieces implements CalibrationSite {

    private static final int DRAW = 1;
    private static final int TREAT = 2;

    private final PatientPieces pieces;

    /// @param run its folder
    CalibrationPieces(RunFolder run, Workplace place) {
        pieces = new PatientPieces(run, place);
    }

    @Override
    public void draw(long from, long to, Consumer<Optional<Plausible>> consumer) {
        pieces.numbered(out -> out.put(DRAW), from, to, CalibrationPieces::plausible, consumer);
    }

    @Override
    public void treat(List<Candidate> all, int therapy, Consumer<Optional<PlausibleCourse>> consumer) {
        pieces.of(
                out -> {
                    out.put(TREAT);
                    out.put(therapy);
                },
                all,
                CandidateCode::put,
                CourseCode::takeIfAny,
                consumer);
    }

    /// Carries out a piece.
    static byte[] carryOut(PreparedCalibration calibration, byte[] piece) {
        CalibrationSite here = new CalibrationHere(calibration, 1);
        return Packed.of(out -> {
            switch (Packed.read(piece, CalibrationPieces::work)) {
                case Work.Draw(long from, long to) -> {
                    List<Optional<Plausible>> all = new ArrayList<>();
                    here.draw(from, to, all::add);
                    PatientPieces.put(all, CalibrationPieces::put, out);
                }
                case Work.Treat(int therapy, List<Candidate> some) -> {
                    List<Optional<PlausibleCourse>> all = new ArrayList<>();
                    here.treat(some, therapy, all::add);
                    PatientPieces.put(all, CourseCode::putIfAny, out);
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
            case TREAT -> new Work.Treat(in.takeInt(), PatientPieces.take(in, CandidateCode::take));
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
