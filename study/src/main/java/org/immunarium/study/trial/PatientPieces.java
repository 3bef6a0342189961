package org.immunarium.study.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Workplace;

/// Patients in pieces of some each, that are carried out at a workplace; what came of them is handed over in their
/// order.
///
/// @param run   the run's folder
/// @param place where
public record PatientPieces(RunFolder run, Workplace place) {

    /// Patients of a piece: fewer than lanes leave some idle.
    private static final int FEWEST = 8;

    /// Patients of a piece, of which not much must be lost with one.
    private static final int MOST = 64;

    /// Writes one of several.
    @FunctionalInterface
    public interface Writer<T> {
        void put(T each, BlockOutput out) throws IOException;
    }

    /// Patients by their numbers: of a piece the first and the last are sent.
    ///
    /// @param head   what stands before them in each piece
    /// @param reader reads what came of one
    public <R> void numbered(
            Checkpoint.Part head, long from, long to, Checkpoint.PartReader<R> reader, Consumer<? super R> consumer) {
        int size = place.each(to - from + 1, FEWEST, MOST);
        carryOut(
                LongStream.iterate(from, first -> first <= to, first -> first + size)
                        .mapToObj(first -> Packed.of(out -> {
                            head.write(out);
                            out.put(first);
                            out.put(Math.min(to, first + size - 1));
                        }))
                        .iterator(),
                reader,
                consumer);
    }

    /// Patients who are there, all of whom are sent.
    ///
    /// @param head   what stands before them in each piece
    /// @param writer writes one
    /// @param reader reads what came of one
    public <P, R> void of(
            Checkpoint.Part head,
            List<P> all,
            Writer<P> writer,
            Checkpoint.PartReader<R> reader,
            Consumer<? super R> consumer) {
        int size = place.each(all.size(), FEWEST, MOST);
        carryOut(
                IntStream.iterate(0, first -> first < all.size(), first -> first + size)
                        .mapToObj(first -> all.subList(first, Math.min(all.size(), first + size)))
                        .map(some -> Packed.of(out -> {
                            head.write(out);
                            put(some, writer, out);
                        }))
                        .iterator(),
                reader,
                consumer);
    }

    private <R> void carryOut(Iterator<byte[]> pieces, Checkpoint.PartReader<R> reader, Consumer<? super R> consumer) {
        place.carryOut(
                run,
                pieces,
                result -> Packed.read(result, in -> take(in, reader)).forEach(consumer));
    }

    /// Writes all, after their number.
    public static <T> void put(List<T> all, Writer<T> writer, BlockOutput out) throws IOException {
        out.put(all.size());
        for (T each : all) {
            writer.put(each, out);
        }
    }

    /// Reads what [#put] wrote.
    public static <T> List<T> take(BlockInput in, Checkpoint.PartReader<T> reader) throws IOException {
        List<T> all = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            all.add(reader.read(in));
        }
        return all;
    }
}
