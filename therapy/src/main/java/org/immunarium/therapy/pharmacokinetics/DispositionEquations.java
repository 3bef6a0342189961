package org.immunarium.therapy.pharmacokinetics;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.ode.OdeSystem;
import org.immunarium.numerics.ode.SparsityPattern;

/// The equations of [Pharmacokinetics], for one patient: amounts in the central compartment, in each peripheral one and
/// in the depot.
final class DispositionEquations implements OdeSystem {

    private final Elimination elimination;
    private final double volume;
    private final List<Peripheral> peripherals;
    private final double absorption;
    private final double firstDose;
    private double intoBlood;
    private double intoDepot;

    DispositionEquations(Pharmacokinetics drug, double firstDose) {
        elimination = drug.elimination();
        volume = drug.volume();
        peripherals = drug.peripherals();
        absorption = drug.absorption().map(Absorption::rate).orElse(0.0);
        this.firstDose = firstDose;
    }

    /// What flows in from now on, in mg/d.
    void flow(double blood, double depot) {
        intoBlood = blood;
        intoDepot = depot;
    }

    /// The number of the depot's state.
    int depot() {
        return peripherals.size() + 1;
    }

    @Override
    public int dimension() {
        return peripherals.size() + 2;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void derivatives(double[] time, double[] state, double[] derivative) {
        double concentration = state[0] / volume;
        int depot = depot();
        double central = intoBlood + absorption * state[depot] - elimination.rate(time[0] - firstDose, concentration);
        for (int j = 1; j < depot; j++) {
            Peripheral peripheral = peripherals.get(j - 1);
            double flow = peripheral.clearance() * (concentration - state[j] / peripheral.volume());
            derivative[j] = flow;
            central -= flow;
        }
        derivative[0] = central;
        derivative[depot] = intoDepot - absorption * state[depot];
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return SparsityPattern.dense(dimension());
    }

    @Override
    public void jacobian(double[] time, double[] state, double[] jacobian, double[] timeDerivative) {
        int n = dimension();
        int depot = depot();
        double concentration = state[0] / volume;
        Arrays.fill(jacobian, 0);
        Arrays.fill(timeDerivative, 0);
        jacobian[0] = -elimination.slope(time[0] - firstDose, concentration) / volume;
        for (int j = 1; j < depot; j++) {
            Peripheral peripheral = peripherals.get(j - 1);
            double out = peripheral.clearance() / volume;
            double back = peripheral.clearance() / peripheral.volume();
            jacobian[0] -= out;
            jacobian[j] = back;
            jacobian[j * n] = out;
            jacobian[j * n + j] = -back;
        }
        jacobian[depot] = absorption;
        jacobian[depot * n + depot] = -absorption;
        timeDerivative[0] = -elimination.drift(time[0] - firstDose, concentration);
    }
}
