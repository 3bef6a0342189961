package org.immunarium.numerics.inference.fitting;

import org.hipparchus.random.RandomGenerator;
import org.immunarium.numerics.random.RandomStream;

/// Our random numbers as Hipparchus asks for them.
record StreamGenerator(RandomStream stream) implements RandomGenerator {

    @Override
    public void setSeed(int seed) {
        throw new UnsupportedOperationException("a stream has its seed");
    }

    @Override
    public void setSeed(int[] seed) {
        throw new UnsupportedOperationException("a stream has its seed");
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("a stream has its seed");
    }

    @Override
    public void nextBytes(byte[] bytes) {
        nextBytes(bytes, 0, bytes.length);
    }

    @Override
    public void nextBytes(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            bytes[i] = (byte) (stream.nextLong() >>> 56);
        }
    }

    @Override
    public int nextInt() {
        return (int) (stream.nextLong() >>> 32);
    }

    @Override
    public int nextInt(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public long nextLong() {
        return stream.nextLong();
    }

    @Override
    public long nextLong(long bound) {
        return Math.unsignedMultiplyHigh(stream.nextLong(), bound);
    }

    @Override
    public boolean nextBoolean() {
        return stream.nextLong() < 0;
    }

    @Override
    public float nextFloat() {
        return (stream.nextLong() >>> 40) * 0x1p-24f;
    }

    @Override
    public double nextDouble() {
        return stream.nextDouble();
    }

    @Override
    public double nextGaussian() {
        return stream.nextNormal();
    }
}
