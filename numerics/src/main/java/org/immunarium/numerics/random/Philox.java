package org.immunarium.numerics.random;

/// The counter-based generator Philox4x64-10: a bijection of 256 bits for each key of 128.
///
/// Salmon, Moraes, Dror, Shaw, *Parallel random numbers: as easy as 1, 2, 3*, SC 2011, doi
/// 10.1145/2063384.2063405. It passes TestU01's BigCrush (table 2 there). The 64-bit form is used
/// because each part of a draw's key then has a word of its own, and one block gives four doubles
/// for 40 multiplications; Philox4x32 gives two for 20.
final class Philox {

    private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
    private static final long MULTIPLIER_1 = 0xCA5A826395121157L;

    /// The golden ratio and the root of 3, less 1: added to the key after each round.
    private static final long WEYL_0 = 0x9E3779B97F4A7C15L;

    private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private Philox() {}

    /// Encrypts a counter of four words.
    ///
    /// @param block receives the result, length 4
    static void encrypt(long c0, long c1, long c2, long c3, long key0, long key1, long[] block) {
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, c0);
            long low0 = MULTIPLIER_0 * c0;
            long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, c2);
            long low1 = MULTIPLIER_1 * c2;
            c0 = high1 ^ c1 ^ key0;
            c1 = low1;
            c2 = high0 ^ c3 ^ key1;
            c3 = low0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        block[0] = c0;
        block[1] = c1;
        block[2] = c2;
        block[3] = c3;
    }
}
