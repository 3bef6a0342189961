package org.immunarium.tissue.cell;

/// An array of each kind, which columns that are sorted take, each leaving its own for the next: so sorting needs room
/// for one column more, not for all twice.
final class Spares {

    double[] doubles = new double[0];
    int[] ints = new int[0];
    long[] longs = new long[0];

    double[] doubles(int length) {
        return doubles.length == length ? doubles : new double[length];
    }

    int[] ints(int length) {
        return ints.length == length ? ints : new int[length];
    }

    long[] longs(int length) {
        return longs.length == length ? longs : new long[length];
    }
}
