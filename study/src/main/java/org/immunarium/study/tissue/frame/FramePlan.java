package org.immunarium.study.tissue.frame;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// When a run writes frames, in whole steps of its tissue since the start.
///
/// @param steps      of all frames, ascending
/// @param pictures   of those that the report shows
/// @param background the substance that pictures show behind the cells, by name
public record FramePlan(long[] steps, Set<Long> pictures, Optional<String> background) {

    /// No frames at all.
    public static final FramePlan NONE = new FramePlan(new long[0], Set.of(), Optional.empty());

    /// Frames at equal distances, and wherever there is a picture.
    ///
    /// @param last     the run's last step, at which there is a frame in any case
    /// @param every    from frame to frame; 0 for the first and last alone
    /// @param pictures empty for the first frame, that nearest to the middle, and the last
    public static FramePlan of(long last, long every, Optional<SortedSet<Long>> pictures, Optional<String> background) {
        NavigableSet<Long> steps = new TreeSet<>(List.of(0L, last));
        for (long step = every; every > 0 && step < last; step += every) {
            steps.add(step);
        }
        pictures.ifPresent(steps::addAll);
        Set<Long> shown = pictures.<Set<Long>>map(Set::copyOf)
                .orElseGet(() -> Set.copyOf(new TreeSet<>(List.of(0L, nearest(steps, last / 2), last))));
        return new FramePlan(steps.stream().mapToLong(step -> step).toArray(), shown, background);
    }

    private static long nearest(NavigableSet<Long> steps, long step) {
        long below = steps.floor(step);
        Long above = steps.ceiling(step);
        return above == null || step - below <= above - step ? below : above;
    }

    /// The number of the frame at a step; negative where there is none.
    int number(long step) {
        return Arrays.binarySearch(steps, step);
    }
}
