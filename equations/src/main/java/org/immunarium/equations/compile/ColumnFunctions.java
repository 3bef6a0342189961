package org.immunarium.equations.compile;

/// Functions on columns of arrays, one lane after the other, for vector code.
final class ColumnFunctions {

    private static final Operation[] OPERATIONS = Operation.values();

    private ColumnFunctions() {}

    /// `result[to + l] = operation(a[i + l], b[j + l])` for all lanes of a block; a function of one
    /// number ignores b.
    static void apply(double[] a, int i, double[] b, int j, double[] result, int to, int lanes, int operation) {
        Operation function = OPERATIONS[operation];
        for (int l = 0; l < lanes; l++) {
            result[to + l] = function.apply(a[i + l], b[j + l], 0);
        }
    }
}
