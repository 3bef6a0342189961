package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.Exponential;

/// A stream of random numbers of its own for each seed, replicate, entity, purpose and step.
///
/// The i-th number of a stream is a pure function of these five and of i (Philox4x64-10: seed and
/// replicate are the key; entity, purpose, step and i / 4 the counter). Streams never overlap and
/// may be made, dropped and made again anywhere, in any order, on any thread, and a run is resumed
/// from [#position].
///
/// A stream itself belongs to one thread.
public final class RandomStream {

    private final long[] block = new long[4];
    private final long seed;
    private long replicate;
    private long entity;
    private long purposeAndStep;
    private long position;

    /// The first number of a stream.
    ///
    /// @param seed      of the whole run
    /// @param replicate which repetition of the run
    /// @param entity    who draws, such as a cell's or a patient's id
    /// @param purpose   what for
    /// @param step      when, where time goes in fixed steps, otherwise 0; less than 2^56
    public RandomStream(long seed, long replicate, long entity, Purpose purpose, long step) {
        this.seed = seed;
        restart(replicate, entity, purpose, step);
    }

    /// A stream that is not divided into steps.
    public RandomStream(long seed, long replicate, long entity, Purpose purpose) {
        this(seed, replicate, entity, purpose, 0);
    }

    /// Turns this into another stream of the same seed, at its first number, without allocating.
    public void restart(long replicate, long entity, Purpose purpose, long step) {
        if (step < 0 || step >= 1L << 56) {
            throw new IllegalArgumentException("step must be from 0 to 2^56 - 1, but is " + step);
        }
        this.replicate = replicate;
        this.entity = entity;
        this.purposeAndStep = (long) purpose.code() << 56 | step;
        this.position = 0;
    }

    /// How many numbers have been drawn.
    public long position() {
        return position;
    }

    /// Goes to the number with this index, counted from 0.
    public void seek(long index) {
        position = index;
        if ((index & 3) != 0) {
            fill();
        }
    }

    private void fill() {
        Philox.encrypt(position >>> 2, entity, purposeAndStep, 0, seed, replicate, block);
    }

    /// 64 random bits.
    public long nextLong() {
        int word = (int) position & 3;
        if (word == 0) {
            fill();
        }
        position++;
        return block[word];
    }

    /// A uniform number from the open interval (0, 1): one of the 2^52 odd multiples of 2^-53.
    public double nextDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /// A number from the exponential distribution of mean 1.
    public double nextExponential() {
        return -Exponential.log(nextDouble());
    }

    /// A number from the normal distribution of mean 0 and variance 1.
    public double nextNormal() {
        return Normal.standardQuantile(nextDouble());
    }

    /// An integer from 0 to `bound - 1`, each with the same probability to within 2^-32.
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, but is " + bound);
        }
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }
}
