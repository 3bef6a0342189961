package org.immunarium.trial.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Gives patients to arms by permuted blocks, within strata.
///
/// In each block of a stratum each arm has as many patients as its share says, in an order that is drawn. So
/// arms are as large as they should be, but for the last block of each stratum.
///
/// *Source*: Pocock 1983, *Clinical Trials*, section 5.3.
public final class Allocation {

    private static final int BLOCKS_OF_SHARES = 2;

    private final long seed;
    private final int[] block;
    private final Map<Integer, Stratum> strata = new HashMap<>();

    private static final class Stratum {

        private final RandomStream stream;
        private final int[] order;
        private int next;

        Stratum(RandomStream stream, int length) {
            this.stream = stream;
            order = new int[length];
            next = length;
        }

        int next(int[] block) {
            if (next == order.length) {
                System.arraycopy(block, 0, order, 0, order.length);
                for (int i = order.length - 1; i > 0; i--) {
                    int other = stream.nextInt(i + 1);
                    int swapped = order[i];
                    order[i] = order[other];
                    order[other] = swapped;
                }
                next = 0;
            }
            return order[next++];
        }
    }

    /// @param shares of each arm: whole numbers above 0, such as 2 and 1
    /// @throws IllegalArgumentException if there is no arm, or a share that is not above 0
    public Allocation(long seed, List<Integer> shares) {
        if (shares.isEmpty() || shares.stream().anyMatch(share -> share < 1)) {
            throw new IllegalArgumentException("arms with shares above 0 were expected; found " + shares);
        }
        this.seed = seed;
        block = new int
                [BLOCKS_OF_SHARES * shares.stream().mapToInt(Integer::intValue).sum()];
        int place = 0;
        for (int arm = 0; arm < shares.size(); arm++) {
            for (int i = 0; i < BLOCKS_OF_SHARES * shares.get(arm); i++) {
                block[place++] = arm;
            }
        }
    }

    /// The arm of the next patient of a stratum, from 0.
    public int next(int stratum) {
        return strata.computeIfAbsent(
                        stratum, key -> new Stratum(new RandomStream(seed, 0, key, Purpose.ALLOCATION), block.length))
                .next(block);
    }
}
