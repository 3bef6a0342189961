package org.immunarium.study.patient;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.stochastic.Moments;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.RunFolder;
import org.immunarium.results.SavingPace;

/// The safe point of replicates: the sums of all that were merged, of each course that was begun.
///
/// Replicates are merged in a fixed order, so when a point is saved changes no result.
final class ReplicatesPoint {

    private static final String POINT = "replicates";

    /// What a kill may cost, unless saving takes long.
    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(5);

    private final Checkpoint checkpoint;
    private final List<Moments> sums;
    private final int size;
    private final SavingPace pace = new SavingPace(BETWEEN_POINTS);

    private ReplicatesPoint(Checkpoint checkpoint, List<Moments> sums, int size) {
        this.checkpoint = checkpoint;
        this.sums = sums;
        this.size = size;
    }

    /// The last one of a run, or an empty one.
    ///
    /// @param size how many values a replicate records
    /// @throws org.immunarium.units.InvalidInputException if it is damaged
    static ReplicatesPoint of(RunFolder run, int size) {
        Checkpoint checkpoint = new Checkpoint(run);
        List<Moments> sums = new ArrayList<>();
        checkpoint.read(POINT).map(ByteBuffer::wrap).ifPresent(bytes -> {
            while (bytes.hasRemaining()) {
                sums.add(Moments.read(bytes, size));
            }
        });
        return new ReplicatesPoint(checkpoint, sums, size);
    }

    /// The sum of a course, empty where it was not begun; courses are begun in order.
    Moments sum(int course) {
        if (course == sums.size()) {
            sums.add(new Moments(size));
        }
        return sums.get(course);
    }

    /// How many replicates are done, of all courses.
    long done() {
        return sums.stream().mapToLong(Moments::count).sum();
    }

    /// Saves it, when it is time.
    void saveNowAndThen() {
        if (pace.isDue()) {
            pace.save(this::save);
        }
    }

    /// Saves it.
    void save() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(sums.size() * Moments.bytes(size)));
        sums.forEach(sum -> sum.write(bytes));
        checkpoint.save(Map.of(POINT, out -> out.put(bytes.array())));
    }
}
