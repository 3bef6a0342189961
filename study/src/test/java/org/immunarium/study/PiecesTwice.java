package org.immunarium.study;

import java.util.Iterator;
import java.util.function.Consumer;
import org.immunarium.results.RunFolder;
import org.immunarium.study.run.StudyCopy;
import org.immunarium.study.run.UnpackedStudy;

/// A workplace for tests, within this process: the study is prepared from the run's copies as elsewhere, and every
/// piece is carried out twice, as one that was believed lost.
public final class PiecesTwice implements Workplace {

    private long pieces;
    private long sent;
    private long returned;

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void carryOut(RunFolder run, Iterator<byte[]> all, Consumer<byte[]> taker) {
        try (UnpackedStudy unpacked = StudyCopy.read(StudyCopy.of(run).bytes()).unpack()) {
            while (all.hasNext()) {
                byte[] piece = all.next();
                unpacked.study().carryOut(piece, Heap.here());
                byte[] result = unpacked.study().carryOut(piece, Heap.here());
                pieces++;
                sent += piece.length;
                returned += result.length;
                taker.accept(result);
            }
        }
    }

    @Override
    public void close() {}

    /// How many there were.
    public long pieces() {
        return pieces;
    }

    /// For people.
    public String inWords() {
        return pieces + " pieces, " + sent + " bytes sent, " + returned + " bytes returned";
    }
}
