package org.immunarium.therapy.pharmacokinetics;

import static org.immunarium.numerics.functions.ElementaryFunctions.exp;

import java.util.Arrays;

/// The closed form: between two moments at which a dose starts or ends, each mode decays by itself from what it held
/// before, and takes its share of what flows in. All terms are positive, so nothing cancels.
final class LinearConcentration implements Concentration {

    private final double volume;
    private final Modes modes;
    private final double absorption;

    private final double[] moments;
    /// Of each moment: what each mode holds just after it, in mg.
    private final double[][] amounts;
    /// Of each moment: what the depot holds just after it, in mg.
    private final double[] depot;
    /// Of each moment: what flows into the blood and the depot until the next, in mg/d.
    private final double[] intoBlood;

    private final double[] intoDepot;

    LinearConcentration(Pharmacokinetics drug, double clearance, Inputs inputs) {
        volume = drug.volume();
        modes = new Modes(clearance, volume, drug.peripherals());
        absorption = drug.absorption().map(Absorption::rate).orElse(0.0);
        moments = inputs.moments();
        amounts = new double[moments.length][modes.count()];
        depot = new double[moments.length];
        intoBlood = new double[moments.length];
        intoDepot = new double[moments.length];
        for (int k = 0; k < moments.length; k++) {
            double bolus = inputs.bolus(moments[k], Input.Site.BLOOD);
            for (int i = 0; i < modes.count(); i++) {
                amounts[k][i] = bolus + (k == 0 ? 0 : amount(k - 1, i, moments[k] - moments[k - 1]));
            }
            depot[k] = inputs.bolus(moments[k], Input.Site.DEPOT)
                    + (k == 0 ? 0 : depot(k - 1, moments[k] - moments[k - 1]));
            intoBlood[k] = inputs.rate(moments[k], Input.Site.BLOOD);
            intoDepot[k] = inputs.rate(moments[k], Input.Site.DEPOT);
        }
    }

    @Override
    public double at(double time) {
        int place = Arrays.binarySearch(moments, time);
        int k = place >= 0 ? place : -place - 2;
        if (k < 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < modes.count(); i++) {
            sum += modes.weight(i) * amount(k, i, time - moments[k]);
        }
        return sum / volume;
    }

    /// What a mode holds some time after a moment.
    private double amount(int k, int mode, double after) {
        double decay = modes.rate(mode) * after;
        double held = amounts[k][mode] * exp(-decay);
        if (intoBlood[k] > 0) {
            held += intoBlood[k] * after * ExponentialDifferences.first(0, decay);
        }
        double uptake = absorption * after;
        if (depot[k] > 0) {
            held += depot[k] * uptake * ExponentialDifferences.first(decay, uptake);
        }
        if (intoDepot[k] > 0) {
            held += intoDepot[k] * after * uptake * ExponentialDifferences.second(decay, uptake);
        }
        return held;
    }

    private double depot(int k, double after) {
        double uptake = absorption * after;
        return depot[k] * exp(-uptake) + intoDepot[k] * after * ExponentialDifferences.first(0, uptake);
    }
}
