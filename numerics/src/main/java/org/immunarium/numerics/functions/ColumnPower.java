package org.immunarium.numerics.functions;

import static jdk.incubator.vector.VectorOperators.*;
import static org.immunarium.numerics.functions.Exponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential#pow] on one vector's worth of an array.
///
/// One method without calls of our own, and constants as ready-made vectors: some 90 vector
/// operations otherwise exhaust the compiler's budget for inlining, and every operation beyond it
/// boxes its vectors (measured: 18 ns and 190 bytes a number against 2.3 ns and none).
final class ColumnPower {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private static final DoubleVector ZERO = constant(0.0);
    private static final DoubleVector ONE = constant(1);
    private static final DoubleVector TWO = constant(2);
    private static final DoubleVector SMALLEST = constant(Double.MIN_NORMAL);
    private static final DoubleVector LARGEST = constant(Double.MAX_VALUE);
    private static final DoubleVector LARGEST_POWER = constant(0x1p100);
    private static final DoubleVector LIMIT = constant(EXP_LIMIT);
    private static final DoubleVector EXPONENT_OFFSET = constant(TWO_52 + 1023);
    private static final DoubleVector SHORT_LN2 = constant(LN2_SHORT);
    private static final DoubleVector SHORT_LN2_REST = constant(LN2_SHORT_REST);
    private static final DoubleVector MINUS_LN2 = constant(-LN2);
    private static final DoubleVector MINUS_LN2_REST = constant(-LN2_REST);
    private static final DoubleVector PER_LN2 = constant(LOG2_E);
    private static final DoubleVector ROUND = constant(ROUNDER);
    private static final DoubleVector Q = constant(TWO_THIRDS);
    private static final DoubleVector Q_REST = constant(TWO_THIRDS_REST);
    private static final DoubleVector LOG_0 = constant(P0);
    private static final DoubleVector LOG_1 = constant(P1);
    private static final DoubleVector LOG_2 = constant(P2);
    private static final DoubleVector LOG_3 = constant(P3);
    private static final DoubleVector LOG_4 = constant(P4);
    private static final DoubleVector LOG_5 = constant(P5);
    private static final DoubleVector LOG_6 = constant(P6);
    private static final DoubleVector EXP_0 = constant(E0);
    private static final DoubleVector EXP_1 = constant(E1);
    private static final DoubleVector EXP_2 = constant(E2);
    private static final DoubleVector EXP_3 = constant(E3);
    private static final DoubleVector EXP_4 = constant(E4);
    private static final DoubleVector EXP_5 = constant(E5);
    private static final DoubleVector EXP_6 = constant(E6);
    private static final DoubleVector EXP_7 = constant(E7);
    private static final DoubleVector EXP_8 = constant(E8);
    private static final DoubleVector EXP_9 = constant(E9);
    private static final DoubleVector EXP_10 = constant(E10);
    private static final LongVector MANTISSA_OFFSET = bits(ONE_BITS - ROOT_HALF_BITS);
    private static final LongVector MANTISSA = bits(MANTISSA_BITS);
    private static final LongVector ROOT_HALF = bits(ROOT_HALF_BITS);
    private static final LongVector TWO_TO_52 = bits(TWO_52_BITS);
    private static final LongVector ONE_AS_LONG = bits(ONE_BITS);
    private static final LongVector MINUS_ZERO = bits(Long.MIN_VALUE);

    private ColumnPower() {}

    /// Writes one vector's worth of powers from `to`, or nothing where an argument or a result is
    /// not ordinary. The names and the order of operations are those of [Exponential].
    ///
    /// @return whether all were ordinary
    static boolean pow(double[] bases, int from, double[] powers, int powersFrom, double[] result, int to) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, bases, from);
        DoubleVector y = DoubleVector.fromArray(SPECIES, powers, powersFrom);
        VectorMask<Double> zero = x.compare(EQ, ZERO).and(y.compare(GT, ZERO));
        VectorMask<Double> ordinary = x.compare(GE, SMALLEST)
                .and(x.compare(LE, LARGEST))
                .and(y.lanewise(ABS).compare(LE, LARGEST_POWER));
        boolean minusZero = x.reinterpretAsLongs().compare(EQ, MINUS_ZERO).anyTrue();

        LongVector bits = x.reinterpretAsLongs().add(MANTISSA_OFFSET);
        DoubleVector k =
                bits.lanewise(LSHR, 52).or(TWO_TO_52).reinterpretAsDoubles().sub(EXPONENT_OFFSET);
        DoubleVector m = bits.and(MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
        DoubleVector f = m.sub(ONE);
        DoubleVector d = m.add(ONE);
        DoubleVector inverse = ONE.div(d);
        DoubleVector s = f.mul(inverse);
        DoubleVector minusS = s.neg();
        DoubleVector sRest = minusS.fma(ONE.sub(d).add(m), minusS.fma(d, f)).mul(inverse);

        DoubleVector z = s.mul(s);
        DoubleVector zRest = s.add(s).fma(sRest, s.fma(s, z.neg()));
        DoubleVector w = s.mul(z);
        DoubleVector wRest = s.fma(zRest, sRest.fma(z, s.fma(z, w.neg())));
        DoubleVector z2 = z.mul(z);
        DoubleVector p = z.mul(
                z2.fma(LOG_6, z.fma(LOG_5, LOG_4)).fma(z2, z.fma(LOG_3, LOG_2)).fma(z2, z.fma(LOG_1, LOG_0)));
        DoubleVector q = Q.add(p);
        DoubleVector qRest = Q.sub(q).add(p).add(Q_REST);
        DoubleVector t = w.mul(q);
        DoubleVector tRest = w.fma(qRest, wRest.fma(q, w.fma(q, t.neg())));

        DoubleVector kLn2 = k.mul(SHORT_LN2);
        DoubleVector sum = s.fma(TWO, kLn2);
        DoubleVector sumRest = s.fma(TWO, kLn2.sub(sum));
        DoubleVector high = sum.add(t);
        DoubleVector low =
                sum.sub(high).add(t).add(sumRest.add(sRest.fma(TWO, tRest).add(k.mul(SHORT_LN2_REST))));
        DoubleVector e = high.mul(y);
        DoubleVector eRest = low.fma(y, high.fma(y, e.neg()));
        if (minusZero
                || !e.lanewise(ABS).compare(LE, LIMIT).and(ordinary).or(zero).allTrue()) {
            return false;
        }

        DoubleVector shifted = e.fma(PER_LN2, ROUND);
        DoubleVector n = shifted.sub(ROUND);
        DoubleVector whole = n.fma(MINUS_LN2, e);
        DoubleVector tail = n.fma(MINUS_LN2_REST, eRest);
        DoubleVector r = whole.add(tail);
        DoubleVector onePlusR = ONE.add(r);
        DoubleVector rest =
                whole.sub(r).add(tail).fma(onePlusR, ONE.sub(onePlusR).add(r));
        DoubleVector r2 = r.mul(r);
        DoubleVector r4 = r2.mul(r2);
        DoubleVector q0 = r.fma(EXP_3, EXP_2).fma(r2, r.fma(EXP_1, EXP_0));
        DoubleVector q1 = r.fma(EXP_7, EXP_6).fma(r2, r.fma(EXP_5, EXP_4));
        DoubleVector q2 = r2.fma(EXP_10, r.fma(EXP_9, EXP_8));
        DoubleVector exp = onePlusR.add(r2.fma(q2.fma(r4.mul(r4), q1.fma(r4, q0)), rest));
        DoubleVector scale =
                shifted.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE_AS_LONG).reinterpretAsDoubles();
        exp.mul(scale).blend(ZERO, zero).intoArray(result, to);
        return true;
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static LongVector bits(long value) {
        return LongVector.broadcast(VectorSpecies.of(long.class, SPECIES.vectorShape()), value);
    }
}
