package org.immunarium.numerics.functions;

import static org.immunarium.numerics.functions.Exponential.*;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Exponential] on every lane of a vector of any species, with the same bits as one lane at a
/// time.
///
/// Lanes with ordinary arguments take the operations of [Exponential] side by side; where any lane
/// is subnormal, infinite, NaN, negative (log, pow) or near overflow, all lanes of that vector go
/// one at a time. A positive zero to a positive power is ordinary.
///
/// These methods must be inlined into compiled code to be fast: called from cold or very large
/// methods they box their vectors. [ColumnExponential] has the same on arrays and never allocates.
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

    /// [Exponential#pow] of each lane.
    public static DoubleVector pow(DoubleVector x, DoubleVector y) {
        VectorMask<Double> zero = isPositiveZero(x).and(y.compare(VectorOperators.GT, 0));
        VectorMask<Double> ordinary = isNormal(x).and(y.abs().compare(VectorOperators.LE, 0x1p100));
        if (!ordinary.or(zero).allTrue()) {
            return eachLane(Exponential::pow, x, y);
        }
        LongVector bits = x.reinterpretAsLongs().add(ONE_BITS - ROOT_HALF_BITS);
        DoubleVector k = exponent(bits);
        DoubleVector m = mantissa(bits);

        // s = (m - 1) / (m + 1) in two doubles; 2 s and what follows are named as in Exponential
        DoubleVector f = m.sub(1);
        DoubleVector d = m.add(1);
        DoubleVector inverse = one(x).div(d);
        DoubleVector s = f.mul(inverse);
        DoubleVector minusS = s.neg();
        DoubleVector sRest = minusS.fma(one(x).sub(d).add(m), minusS.fma(d, f)).mul(inverse);

        DoubleVector z = s.mul(s);
        DoubleVector zRest = s.add(s).fma(sRest, s.fma(s, z.neg()));
        DoubleVector w = s.mul(z);
        DoubleVector wRest = s.fma(zRest, sRest.fma(z, s.fma(z, w.neg())));
        DoubleVector p = z.mul(tailOfLog(z));
        DoubleVector q = p.add(TWO_THIRDS);
        DoubleVector qRest = q.neg().add(TWO_THIRDS).add(p).add(TWO_THIRDS_REST);
        DoubleVector t = w.mul(q);
        DoubleVector tRest = w.fma(qRest, wRest.fma(q, w.fma(q, t.neg())));

        DoubleVector kLn2 = k.mul(LN2_SHORT);
        DoubleVector sum = add(s, 2, kLn2);
        DoubleVector sumRest = add(s, 2, kLn2.sub(sum));
        DoubleVector high = sum.add(t);
        DoubleVector low =
                sum.sub(high).add(t).add(sumRest.add(add(sRest, 2, tRest).add(k.mul(LN2_SHORT_REST))));

        DoubleVector e = high.mul(y);
        DoubleVector eRest = low.fma(y, high.fma(y, e.neg()));
        if (!e.abs().compare(VectorOperators.LE, EXP_LIMIT).or(zero).allTrue()) {
            return eachLane(Exponential::pow, x, y);
        }
        return expOfPair(e, eRest).blend(0, zero);
    }

    private static DoubleVector tailOfLog(DoubleVector z) {
        DoubleVector z2 = z.mul(z);
        return add(z2, P6, z.fma(P5, P4)).fma(z2, z.fma(P3, P2)).fma(z2, z.fma(P1, P0));
    }

    /// exp(e + rest).
    private static DoubleVector expOfPair(DoubleVector e, DoubleVector rest) {
        DoubleVector shifted = e.fma(LOG2_E, ROUNDER);
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector whole = add(n, -LN2, e);
        DoubleVector tail = add(n, -LN2_REST, rest);
        DoubleVector r = whole.add(tail);
        DoubleVector sum = r.add(1);
        DoubleVector low = whole.sub(r).add(tail).fma(sum, one(e).sub(sum).add(r));
        return expOfReduced(r, sum, low).mul(powerOfTwo(shifted));
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

    private static VectorMask<Double> isPositiveZero(DoubleVector x) {
        return x.reinterpretAsLongs().compare(VectorOperators.EQ, 0).cast(x.species());
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

    private static DoubleVector eachLane(DoubleBinaryOperator function, DoubleVector x, DoubleVector y) {
        double[] lanes = x.toArray();
        double[] exponents = y.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = function.applyAsDouble(lanes[i], exponents[i]);
        }
        return DoubleVector.fromArray(x.species(), lanes, 0);
    }
}
