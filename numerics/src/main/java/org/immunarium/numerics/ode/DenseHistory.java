package org.immunarium.numerics.ode;

/// The dense output of a lane's past steps, for delayed values.
///
/// Steps older than the span are forgotten. Looking up a time costs a binary search; times are usually near the last
/// one asked, so that is tried first.
public final class DenseHistory {

    private final int dimension;
    private final double span;
    private int rows;
    private int first;
    private int count;
    private int capacity;
    private double[] start = new double[0];
    private double[] end = new double[0];
    private double[] validTo = new double[0];
    private double[] coefficients = new double[0];
    private int recent;

    DenseHistory(int dimension, double span) {
        this.dimension = dimension;
        this.span = span;
    }

    /// Whether no step is known.
    public boolean isEmpty() {
        return count == 0;
    }

    /// The earliest time known; NaN if none is.
    public double from() {
        return count == 0 ? Double.NaN : start[first];
    }

    /// The latest time known; NaN if none is.
    public double to() {
        return count == 0 ? Double.NaN : validTo[slot(count - 1)];
    }

    /// State `i` at a past time between [#from] and [#to]; times outside are read from the nearest step.
    public double value(double time, int i) {
        int slot = slotOf(time);
        double s = (time - start[slot]) / (end[slot] - start[slot]);
        return DenseOutput.value(coefficients, slot * rows * dimension, dimension, rows, s, i);
    }

    /// The rate of change of state `i` at a past time, per unit of time.
    public double slope(double time, int i) {
        int slot = slotOf(time);
        double length = end[slot] - start[slot];
        double s = (time - start[slot]) / length;
        return DenseOutput.slope(coefficients, slot * rows * dimension, dimension, rows, s, i) / length;
    }

    void clear() {
        first = 0;
        count = 0;
        recent = 0;
    }

    void append(double from, double to, double valid, double[] dense, int denseRows) {
        if (denseRows > rows) {
            widen(denseRows);
        }
        while (count > 1 && validTo[first] < valid - span) {
            first = (first + 1) % capacity;
            count--;
        }
        if (count == capacity) {
            grow();
        }
        int slot = slot(count);
        start[slot] = from;
        end[slot] = to;
        validTo[slot] = valid;
        int at = slot * rows * dimension;
        System.arraycopy(dense, 0, coefficients, at, denseRows * dimension);
        java.util.Arrays.fill(coefficients, at + denseRows * dimension, at + rows * dimension, 0);
        recent = count;
        count++;
    }

    private int slot(int position) {
        return (first + position) % capacity;
    }

    private int slotOf(double time) {
        if (count == 0) {
            throw new IllegalStateException("no step is known yet");
        }
        int position = Math.min(recent, count - 1);
        if (!covers(position, time)) {
            int low = 0;
            int high = count - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (time <= validTo[slot(middle)]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            position = low;
            recent = low;
        }
        return slot(position);
    }

    private boolean covers(int position, double time) {
        int slot = slot(position);
        return time <= validTo[slot] && time > start[slot];
    }

    /// Makes room for longer polynomials.
    private void widen(int denseRows) {
        rearrange(Math.max(capacity, 16), denseRows);
    }

    private void grow() {
        rearrange(2 * capacity, rows);
    }

    private void rearrange(int newCapacity, int newRows) {
        double[] newStart = new double[newCapacity];
        double[] newEnd = new double[newCapacity];
        double[] newValid = new double[newCapacity];
        double[] newCoefficients = new double[newCapacity * newRows * dimension];
        for (int p = 0; p < count; p++) {
            int slot = slot(p);
            newStart[p] = start[slot];
            newEnd[p] = end[slot];
            newValid[p] = validTo[slot];
            System.arraycopy(
                    coefficients, slot * rows * dimension, newCoefficients, p * newRows * dimension, rows * dimension);
        }
        start = newStart;
        end = newEnd;
        validTo = newValid;
        coefficients = newCoefficients;
        capacity = newCapacity;
        rows = newRows;
        first = 0;
    }
}
