package org.immunarium.study.sweep;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.BlockInput;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Heap;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.Workplace;

/// The runs of a sweep in pieces, one run each, that are carried out elsewhere.
///
/// @param folder of the sweep
record SweepPieces(PreparedSweep sweep, RunFolder folder, Workplace place) {

    /// Has them all carried out.
    ///
    /// @param from  the first run that is wanted
    /// @param done  later runs that were done before, by their place
    /// @param taker is given the runs from `from` on, in order
    void run(long from, Map<Long, SweepRow> done, Consumer<SweepRow> taker) {
        TreeMap<Long, SweepRow> before = new TreeMap<>(done);
        Iterator<byte[]> pieces = LongStream.range(from, sweep.runs())
                .filter(run -> !done.containsKey(run))
                .mapToObj(run -> Packed.of(out -> out.put(run)))
                .iterator();
        place.carryOut(folder, pieces, result -> {
            SweepRow row = Packed.read(result, in -> SweepRow.read(in, sweep));
            while (!before.isEmpty() && before.firstKey() < row.run()) {
                taker.accept(before.pollFirstEntry().getValue());
            }
            taker.accept(row);
        });
        before.values().forEach(taker);
    }

    /// Carries out a piece.
    static byte[] carryOut(PreparedSweep sweep, byte[] piece, Heap heap) {
        SweepRow asked = sweep.row(Packed.read(piece, BlockInput::takeLong), new double[0], "");
        RepeatableStudy study = sweep.points().kept(asked.point());
        SweepRow row;
        try {
            row = sweep.row(asked.run(), study.measure(asked.variant(), asked.seed(), 1, heap, _ -> {}), "");
        } catch (NumericalFailure failure) {
            row = sweep.failed(asked.run(), String.valueOf(failure.getMessage()));
        }
        SweepRow came = row;
        return Packed.of(came::write);
    }
}
