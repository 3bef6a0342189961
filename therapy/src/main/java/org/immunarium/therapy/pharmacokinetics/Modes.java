package org.immunarium.therapy.pharmacokinetics;

import java.util.List;

/// The exponentials into which compartments around a central one decompose: of a unit given at once at time 0 the
/// central compartment holds the sum of w exp(-r t), with weights w from 0 to 1 that sum to 1.
///
/// The rates are the zeros of
///
///     g(r) = k10 - r (1 + sum over j of k1j / (kj1 - r))
///
/// which falls from one pole kj1 to the next, so that one lies in each gap, one below the first pole and one above the
/// last. Each is found by bisection as a distance from the nearest pole, so that rates that nearly coincide keep all
/// their digits. With k1j and kj1 the rate constants out of and into the central compartment, a weight is
/// 1 / (1 + sum of k1j kj1 / (kj1 - r)²).
final class Modes {

    private static final int MOST_HALVINGS = 1100;

    private final double[] rates;
    private final double[] weights;

    private final double k10;
    /// Distinct return rates kj1, rising, and what leaves towards them, k1j.
    private final double[] poles;

    private final double[] outward;

    /// @param clearance  linear, in L/d
    /// @param volume     of the central compartment, in L
    Modes(double clearance, double volume, List<Peripheral> peripherals) {
        k10 = clearance / volume;
        poles = peripherals.stream()
                .filter(each -> each.clearance() > 0)
                .mapToDouble(each -> each.clearance() / each.volume())
                .sorted()
                .distinct()
                .toArray();
        outward = new double[poles.length];
        for (Peripheral each : peripherals) {
            for (int j = 0; j < poles.length; j++) {
                if (each.clearance() / each.volume() == poles[j]) {
                    outward[j] += each.clearance() / volume;
                }
            }
        }
        rates = new double[poles.length + 1];
        weights = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            solve(i);
        }
    }

    int count() {
        return rates.length;
    }

    /// The rate of a mode, in 1/d.
    double rate(int mode) {
        return rates[mode];
    }

    double weight(int mode) {
        return weights[mode];
    }

    private void solve(int i) {
        if (poles.length == 0) {
            rates[i] = k10;
            weights[i] = 1;
            return;
        }
        boolean last = i == poles.length;
        double low = i == 0 ? 0 : poles[i - 1];
        double half = last ? 0 : (poles[i] - low) / 2;
        double base = last || g(low, half) < 0 ? low : poles[i];
        double near = 0;
        double far = last ? k10 + sum(outward) : base == low ? half : -half;
        // g falls: it is positive left of the zero.
        for (int n = 0; n < MOST_HALVINGS; n++) {
            double middle = near + (far - near) / 2;
            if (middle == near || middle == far) {
                break;
            }
            boolean beyond = base == low ? g(base, middle) < 0 : g(base, middle) > 0;
            if (beyond) {
                far = middle;
            } else {
                near = middle;
            }
        }
        rates[i] = base + near;
        double sum = 1;
        for (int j = 0; j < poles.length; j++) {
            double distance = poles[j] - base - near;
            sum += outward[j] / distance * (poles[j] / distance);
        }
        weights[i] = 1 / sum;
    }

    /// g at a distance from a base, which is 0 or a pole.
    private double g(double base, double distance) {
        double sum = 0;
        for (int j = 0; j < poles.length; j++) {
            sum += outward[j] / (poles[j] - base - distance);
        }
        return k10 - base - distance - (base + distance) * sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
