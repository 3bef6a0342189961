package org.immunarium.equations.simulation;

import org.immunarium.equations.expression.Distribution;

/// INTERIM
final class PhiloxChance implements Chance {
    private final java.util.SplittableRandom r;
    PhiloxChance(long seed) { r = new java.util.SplittableRandom(seed); }
    @Override public int below(int n) { return r.nextInt(n); }
    @Override public double draw(Distribution d, double[] a) { throw new UnsupportedOperationException("draws"); }
    @Override public long position() { return 0; }
    @Override public void position(long p) {}
}
