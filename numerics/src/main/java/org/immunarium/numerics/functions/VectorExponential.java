package org.immunarium.numerics.functions;

import static org.immunarium.numerics.functions.Exponential.*;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Exponential] on every lane of a vector of any species, with the same bits as one lane at a
/// time.
///
/// Lanes with ordinary arguments take the operations of [Exponential] side by side; where any lane
/// is subnormal, infinite, NaN, not positive (log) or near overflow, all lanes of that vector go
/// one at a time.
///
/// exp and log are small enough to be inlined into a loop; where they are not (the compiler stops
/// inlining in a method that has become large), their vectors are boxed. [ColumnExponential] has
/// the same on arrays, and never allocates.
///
/// Needs the module `jdk.incubator.vector`; nothing in the scalar path loads this class.
public final class VectorExponential {

    private VectorExponential() {}

    /// [Exponential#exp] of each lane.
    public static DoubleVector exp(DoubleVector x) {
        if (!x.abs().compare(VectorOperators.LE, EXP_LIMIT).allTrue()) {
            return eachLane(Exponential::exp, x);
        }
        DoubleVector shifted = x.fma(LOG2_E, ROUNDER);
        DoubleVector k = shifted.sub(ROUNDER);
        DoubleVector r = add(k, -LN2_REST, add(k, -LN2, x));
        DoubleVector sum = r.add(1);
        return expOfReduced(r, sum, one(x).sub(sum).add(r)).mul(powerOfTwo(shifted));
    }

    /// exp(r) from sum = 1 + r and low = r - (sum - 1), to which a further part of r may have been
    /// added.
    private static DoubleVector expOfReduced(DoubleVector r, DoubleVector sum, DoubleVector low) {
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector q0 = r.fma(E3, E2).fma(r2, r.fma(E1, E0));
        DoubleVector q1 = r.fma(E7, E6).fma(r2, r.fma(E5, E4));
        DoubleVector q2 = add(r2, E10, r.fma(E9, E8));
        DoubleVector q = q2.fma(r4.mul(r4), q1.fma(r4, q0));
        return sum.add(r2.fma(q, low));
    }

    /// [Exponential#log] of each lane.
    public static DoubleVector log(DoubleVector x) {
        if (!isNormal(x).allTrue()) {
            return eachLane(Exponential::log, x);
        }
        LongVector bits = x.reinterpretAsLongs().add(ONE_BITS - ROOT_HALF_BITS);
        DoubleVector k = exponent(bits);
        DoubleVector f = mantissa(bits).sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector w = z.mul(z);
        DoubleVector q = add(w, L6, z.fma(L5, L4)).fma(w, z.fma(L3, L2)).fma(w, z.fma(L1, L0));
        DoubleVector halfSquare = f.mul(0.5).mul(f);
        DoubleVector correction = s.fma(z.fma(q, halfSquare), add(k, LN2_SHORT_REST, halfSquare.neg()));
        DoubleVector kLn2 = k.mul(LN2_SHORT);
        DoubleVector sum = kLn2.add(f);
        return sum.add(kLn2.sub(sum).add(f).add(correction));
    }

    /// [Exponential#pow] of each lane, by way of arrays: too large to be inlined, so compiled code
    /// should have its arguments in arrays and call [ColumnExponential#pow].
    public static DoubleVector pow(DoubleVector x, DoubleVector y) {
        double[] lanes = x.toArray();
        ColumnExponential.pow(lanes, 0, y.toArray(), 0, lanes, 0, lanes.length);
        return DoubleVector.fromArray(x.species(), lanes, 0);
    }

    /// [Exponential#powInt] of each lane.
    public static DoubleVector powInt(DoubleVector x, int n) {
        return switch (n) {
            case 0 -> one(x);
            case 1 -> x;
            case 2 -> x.mul(x);
            case 3 -> x.mul(x).mul(x);
            case 4 -> x.mul(x).mul(x.mul(x));
            case -1 -> one(x).div(x);
            case -2 -> one(x).div(x.mul(x));
            case -3 -> one(x).div(x.mul(x).mul(x));
            case -4 -> one(x).div(x.mul(x).mul(x.mul(x)));
            default -> pow(x, DoubleVector.broadcast(x.species(), n));
        };
    }

    private static DoubleVector one(DoubleVector like) {
        return DoubleVector.broadcast(like.species(), 1);
    }

    /// a b + c, fused.
    private static DoubleVector add(DoubleVector a, double b, DoubleVector c) {
        return a.lanewise(VectorOperators.FMA, DoubleVector.broadcast(a.species(), b), c);
    }

    private static VectorMask<Double> isNormal(DoubleVector x) {
        return x.compare(VectorOperators.GE, Double.MIN_NORMAL).and(x.compare(VectorOperators.LE, Double.MAX_VALUE));
    }

    /// The exponent of 2 in bits that were moved by `ONE_BITS - ROOT_HALF_BITS`.
    private static DoubleVector exponent(LongVector bits) {
        return bits.lanewise(VectorOperators.LSHR, 52)
                .or(TWO_52_BITS)
                .reinterpretAsDoubles()
                .sub(TWO_52 + 1023);
    }

    /// What the power of 2 multiplies, between the roots of 1/2 and 2.
    private static DoubleVector mantissa(LongVector bits) {
        return bits.and(MANTISSA_BITS).add(ROOT_HALF_BITS).reinterpretAsDoubles();
    }

    private static DoubleVector powerOfTwo(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(ONE_BITS)
                .reinterpretAsDoubles();
    }

    private static DoubleVector eachLane(DoubleUnaryOperator function, DoubleVector x) {
        double[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = function.applyAsDouble(lanes[i]);
        }
        return DoubleVector.fromArray(x.species(), lanes, 0);
    }
}
