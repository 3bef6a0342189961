package org.immunarium.tissue.behaviour;

import java.util.Arrays;

/// What cells choose to do to others: each chooses as if it were alone, on all threads; then what they chose is
/// done, in the order of their ids, and what one chose in the order in which it did. So the bits do not depend on
/// threads.
///
/// Allocates nothing once there is room.
final class Choices {

    /// What is done with a choice.
    interface Deed {

        /// @param actor by index
        /// @param other by index
        /// @param kind  which of what can be chosen
        void settle(int actor, int other, int kind);
    }

    /// What cells of one part chose.
    private static final class Part {
        private long[] ids = new long[64];
        private int[] actors = new int[64];
        private int[] others = new int[64];
        private int[] kinds = new int[64];
        private int count;
    }

    private final Part[] parts;
    private long[] ids = new long[64];
    private int[] actors = new int[64];
    private int[] others = new int[64];
    private int[] kinds = new int[64];
    private int[] order = new int[64];
    private int[] spare = new int[64];

    /// @param parts of the team
    Choices(int parts) {
        this.parts = new Part[parts];
        for (int part = 0; part < parts; part++) {
            this.parts[part] = new Part();
        }
    }

    /// Forgets what cells of a part chose.
    void clear(int part) {
        parts[part].count = 0;
    }

    /// Notes a choice; each part by its own thread, all of one cell in the same part.
    ///
    /// @param id the actor's
    void add(int part, long id, int actor, int other, int kind) {
        Part to = parts[part];
        if (to.count == to.ids.length) {
            to.ids = Arrays.copyOf(to.ids, 2 * to.count);
            to.actors = Arrays.copyOf(to.actors, 2 * to.count);
            to.others = Arrays.copyOf(to.others, 2 * to.count);
            to.kinds = Arrays.copyOf(to.kinds, 2 * to.count);
        }
        to.ids[to.count] = id;
        to.actors[to.count] = actor;
        to.others[to.count] = other;
        to.kinds[to.count++] = kind;
    }

    /// Does what was chosen.
    void settle(Deed deed) {
        int count = gather();
        sort(count);
        for (int k = 0; k < count; k++) {
            int at = order[k];
            deed.settle(actors[at], others[at], kinds[at]);
        }
    }

    private int gather() {
        int total = 0;
        for (Part each : parts) {
            total += each.count;
        }
        if (total > ids.length) {
            ids = new long[2 * total];
            actors = new int[2 * total];
            others = new int[2 * total];
            kinds = new int[2 * total];
            order = new int[2 * total];
            spare = new int[2 * total];
        }
        int n = 0;
        for (Part each : parts) {
            System.arraycopy(each.ids, 0, ids, n, each.count);
            System.arraycopy(each.actors, 0, actors, n, each.count);
            System.arraycopy(each.others, 0, others, n, each.count);
            System.arraycopy(each.kinds, 0, kinds, n, each.count);
            n += each.count;
        }
        return total;
    }

    /// Merges runs that are twice as long each time; what has the same id stays in order.
    private void sort(int count) {
        for (int k = 0; k < count; k++) {
            order[k] = k;
        }
        for (int width = 1; width < count; width *= 2) {
            for (int from = 0; from < count; from += 2 * width) {
                merge(from, Math.min(from + width, count), Math.min(from + 2 * width, count));
            }
            int[] sorted = spare;
            spare = order;
            order = sorted;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takeLeft = right == to || left < middle && ids[order[left]] <= ids[order[right]];
            spare[k] = order[takeLeft ? left++ : right++];
        }
    }
}
