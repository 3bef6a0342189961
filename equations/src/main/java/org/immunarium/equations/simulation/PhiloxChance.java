package org.immunarium.equations.simulation;

import org.immunarium.equations.expression.DistributionFamily;
import org.immunarium.numerics.random.Bernoulli;
import org.immunarium.numerics.random.Binomial;
import org.immunarium.numerics.random.Cauchy;
import org.immunarium.numerics.random.Exponential;
import org.immunarium.numerics.random.Gamma;
import org.immunarium.numerics.random.Laplace;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Poisson;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.random.Rayleigh;
import org.immunarium.numerics.random.Uniform;

/// Luck from the counter-based generator: one stream for the order of events and one for draws in
/// formulas.
final class PhiloxChance implements Chance {

    private final RandomStream order;
    private final RandomStream formulas;

    /// @param replicate which repetition of the run
    /// @param entity    the patient
    PhiloxChance(long seed, long replicate, long entity) {
        order = new RandomStream(seed, replicate, entity, Purpose.EVENT_ORDER);
        formulas = new RandomStream(seed, replicate, entity, Purpose.FORMULA);
    }

    @Override
    public int below(int n) {
        return order.nextInt(n);
    }

    @Override
    public double draw(DistributionFamily distribution, double[] a) {
        var base = switch (distribution) {
            case NORMAL -> new Normal(a[0], a[1]);
            case UNIFORM -> new Uniform(a[0], a[1]);
            case BERNOULLI -> new Bernoulli(a[0]);
            case BINOMIAL -> new Binomial(a[0], a[1]);
            case CAUCHY -> new Cauchy(a[0], a[1]);
            case CHI_SQUARE -> new Gamma(0.5 * a[0], 2);
            case EXPONENTIAL -> new Exponential(a[0]);
            case GAMMA -> new Gamma(a[0], a[1]);
            case LAPLACE -> new Laplace(a[0], a[1]);
            case LOG_NORMAL -> new LogNormal(a[0], a[1]);
            case POISSON -> new Poisson(a[0]);
            case RAYLEIGH -> new Rayleigh(a[0]);
        };
        int own = switch (distribution) {
            case BERNOULLI, CHI_SQUARE, EXPONENTIAL, POISSON, RAYLEIGH -> 1;
            default -> 2;
        };
        return a.length == own + 2 ? base.truncated(a[own], a[own + 1]).draw(formulas) : base.draw(formulas);
    }
}
