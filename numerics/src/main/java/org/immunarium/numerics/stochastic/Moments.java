package org.immunarium.numerics.stochastic;

import java.nio.ByteBuffer;

/// Mean and variance of many vectors, without keeping them.
///
/// Vectors are added one by one and parts of a sample merged; both are stable, and the result
/// depends on the order of additions and merges only (Pébay, *Formulas for robust, one-pass
/// parallel computation of covariances and arbitrary-order statistical moments*, Sandia report
/// SAND2008-6212, equations 1.3 and 1.4).
public final class Moments {

    private long count;
    private final double[] mean;
    private final double[] second;

    /// @param size length of the vectors
    public Moments(int size) {
        mean = new double[size];
        second = new double[size];
    }

    /// The length of the vectors.
    public int size() {
        return mean.length;
    }

    /// How many bytes [#write] writes of vectors of this length.
    public static long bytes(int size) {
        return Long.BYTES + 2L * Double.BYTES * size;
    }

    /// Writes it all, bit by bit: the count and the two sums, most significant byte first.
    public void write(ByteBuffer target) {
        target.putLong(count);
        for (double[] sum : new double[][] {mean, second}) {
            target.asDoubleBuffer().put(sum);
            target.position(target.position() + Double.BYTES * sum.length);
        }
    }

    /// Reads back what [#write] wrote of vectors of this length.
    public static Moments read(ByteBuffer source, int size) {
        Moments moments = new Moments(size);
        moments.count = source.getLong();
        for (double[] sum : new double[][] {moments.mean, moments.second}) {
            source.asDoubleBuffer().get(sum);
            source.position(source.position() + Double.BYTES * size);
        }
        return moments;
    }

    /// How many vectors were added.
    public long count() {
        return count;
    }

    /// Adds a vector.
    public void add(double[] values) {
        long before = count++;
        for (int i = 0; i < mean.length; i++) {
            double delta = values[i] - mean[i];
            double part = delta / count;
            mean[i] += part;
            second[i] += delta * part * before;
        }
    }

    /// Adds the sample of another.
    public void merge(Moments other) {
        double a = count;
        double b = other.count;
        double n = a + b;
        if (b == 0) {
            return;
        }
        for (int i = 0; i < mean.length; i++) {
            double delta = other.mean[i] - mean[i];
            double d = delta / n;
            second[i] += other.second[i] + delta * d * a * b;
            mean[i] += d * b;
        }
        count += other.count;
    }

    /// The mean of the i-th values.
    public double mean(int i) {
        return mean[i];
    }

    /// The unbiased variance of the i-th values; NaN for fewer than two.
    public double variance(int i) {
        return count < 2 ? Double.NaN : second[i] / (count - 1);
    }

    /// The standard deviation of the i-th values: the root of [#variance].
    public double standardDeviation(int i) {
        return Math.sqrt(variance(i));
    }
}
