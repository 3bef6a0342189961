package org.immunarium.equations.compile;

import java.util.Arrays;

/// Expressions as a graph in which nothing occurs twice: a node is an operation on earlier nodes, named
/// by its number, and asking for the same operation on the same operands gives the same node.
///
/// Nodes are columns (operation, operands, value); operands always have smaller numbers than what uses
/// them, so the order of numbers is an order of evaluation. [Algebra] decides which node stands for an
/// expression; this class only stores them.
final class Graph {

    private Operation[] operation = new Operation[64];
    /// Three operands a node; a leaf keeps its place in the first.
    private int[] operand = new int[3 * 64];
    private double[] value = new double[64];
    /// Whether a node depends on parameters and constants alone.
    private boolean[] steady = new boolean[64];
    private int size;

    /// Open addressing: the node of each hash slot plus one, 0 where there is none. At most half full.
    private int[] slots = new int[256];

    int size() {
        return size;
    }

    Operation operation(int node) {
        return operation[node];
    }

    /// Operand 0, 1 or 2 of a node; for a state or parameter, operand 0 is its place.
    int operand(int node, int which) {
        return operand[3 * node + which];
    }

    /// The value of a constant.
    double value(int node) {
        return value[node];
    }

    boolean isConstant(int node) {
        return operation[node] == Operation.CONSTANT;
    }

    boolean isConstant(int node, double number) {
        return isConstant(node) && value[node] == number;
    }

    boolean isLeaf(int node) {
        return operation[node].kind == Operation.Kind.LEAF;
    }

    /// Whether a node depends on parameters and constants alone.
    boolean isSteady(int node) {
        return steady[node];
    }

    boolean isTruth(int node) {
        return operation[node].isTruth();
    }

    int constant(double number) {
        return intern(Operation.CONSTANT, 0, 0, 0, Double.isNaN(number) ? Double.NaN : number);
    }

    int leaf(Operation leaf, int index) {
        return intern(leaf, index, 0, 0, 0);
    }

    /// The node of an operation; operands that may change places are put in order.
    int node(Operation op, int a, int b, int c) {
        return op.commutes() && a > b ? intern(op, b, a, c, 0) : intern(op, a, b, c, 0);
    }

    private int intern(Operation op, int a, int b, int c, double number) {
        int slot = hash(op, a, b, c, number) & slots.length - 1;
        while (slots[slot] != 0) {
            int node = slots[slot] - 1;
            if (operation[node] == op
                    && operand[3 * node] == a
                    && operand[3 * node + 1] == b
                    && operand[3 * node + 2] == c
                    && sameBits(value[node], number)) {
                return node;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size == operation.length) {
            grow();
        }
        operation[size] = op;
        operand[3 * size] = a;
        operand[3 * size + 1] = b;
        operand[3 * size + 2] = c;
        value[size] = number;
        steady[size] = switch (op) {
            case TIME, STATE, VARYING -> false;
            default -> areSteady(op.operands(), a, b, c);
        };
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private boolean areSteady(int operands, int a, int b, int c) {
        return (operands < 1 || steady[a]) && (operands < 2 || steady[b]) && (operands < 3 || steady[c]);
    }

    private static boolean sameBits(double a, double b) {
        return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
    }

    private static int hash(Operation op, int a, int b, int c, double number) {
        long h = op.ordinal() + 31L * a + 0x9E3779B97F4A7C15L * b + 0xC2B2AE3D27D4EB4FL * c;
        h ^= Double.doubleToRawLongBits(number);
        h *= 0xFF51AFD7ED558CCDL;
        return (int) (h ^ h >>> 32);
    }

    private void grow() {
        operation = Arrays.copyOf(operation, 2 * size);
        operand = Arrays.copyOf(operand, 6 * size);
        value = Arrays.copyOf(value, 2 * size);
        steady = Arrays.copyOf(steady, 2 * size);
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        for (int node = 0; node < size; node++) {
            int slot = hash(operation[node], operand(node, 0), operand(node, 1), operand(node, 2), value[node])
                    & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = node + 1;
        }
    }
}
