package org.immunarium.numerics.random;

/// A random order of the numbers below a bound, of which any place can be asked for without the others.
///
/// Six rounds of a Feistel network turn a number into another of the same number of bits, whatever a round does
/// (Luby and Rackoff 1988, doi 10.1137/0217022); a number that comes out at or above the bound goes in again,
/// until one below it comes out (Black and Rogaway 2002, doi 10.1007/3-540-45760-7_9). A round draws from a
/// [RandomStream], so that the order is a function of its seed, replicate, entity and purpose.
public final class RandomPermutation {

    private static final int ROUNDS = 6;

    private final RandomStream random;
    private final long replicate;
    private final long entity;
    private final Purpose purpose;
    private final long count;
    private final int half;

    /// @param count how many numbers, from 1 to 2^48
    public RandomPermutation(long seed, long replicate, long entity, Purpose purpose, long count) {
        if (count < 1 || count > 1L << 48) {
            throw new IllegalArgumentException("from 1 to 2^48 numbers were expected; found " + count);
        }
        random = new RandomStream(seed, replicate, entity, purpose);
        this.replicate = replicate;
        this.entity = entity;
        this.purpose = purpose;
        this.count = count;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(count - 1);
        half = Math.max(1, (bits + 1) / 2);
    }

    /// The number at a place, both from 0 on and below the bound.
    public long at(long place) {
        if (place < 0 || place >= count) {
            throw new IndexOutOfBoundsException("place " + place + " of " + count);
        }
        long number = place;
        do {
            number = turned(number);
        } while (number >= count);
        return number;
    }

    private long turned(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            random.restart(replicate, entity, purpose, (long) round << 2 * half | right);
            long next = left ^ random.nextLong() & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
