package org.immunarium.equations.simulation;

import org.immunarium.numerics.ode.OdeSystem;
import org.immunarium.numerics.ode.SparsityPattern;

/// The equations of a model over runs side by side, as the solver sees them.
///
/// Parameters are columns beside the states; whoever changes one says so ([#parametersChanged]). A
/// model with delays is run one lane at a time: its lane's [ModelRun] looks up the past.
final class ModelSystem implements OdeSystem {

    private final Programs programs;
    private final int lanes;
    private final double[] parameters;
    private final RightHandSide rightHandSide;
    private ModelRun[] runs = {};
    private boolean changed = true;
    private final double[] shifted;
    private final double[] later = new double[1];

    /// @param parameters the parameters of all lanes, `[j * lanes + lane]`; read at every evaluation
    ModelSystem(Programs programs, int lanes, double[] parameters) {
        this.programs = programs;
        this.lanes = lanes;
        this.parameters = parameters;
        rightHandSide = programs.formulas.rightHandSide(lanes).copy();
        shifted = new double[programs.delays.length > 0 ? programs.layout.states : 0];
    }

    /// Says whose past delayed values are read from.
    void follow(ModelRun run) {
        runs = new ModelRun[] {run};
    }

    /// Says that parameters have changed since the last evaluation.
    void parametersChanged() {
        changed = true;
    }

    private void prepare() {
        if (changed) {
            rightHandSide.prepare(parameters);
            changed = false;
        }
    }

    @Override
    public int dimension() {
        return programs.layout.states;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void derivatives(double[] time, double[] state, double[] derivative) {
        if (programs.delays.length > 0) {
            lookBack(time[0], state);
        }
        prepare();
        rightHandSide.value(time, state, parameters, derivative);
    }

    private void lookBack(double time, double[] state) {
        for (ModelRun run : runs) {
            run.fillDelays(time, state, time >= run.limit);
        }
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return rightHandSide.pattern();
    }

    @Override
    public void jacobian(double[] time, double[] state, double[] jacobian, double[] timeDerivative) {
        if (programs.delays.length > 0) {
            lookBack(time[0], state);
        }
        prepare();
        rightHandSide.jacobian(time, state, parameters, jacobian, timeDerivative);
        if (programs.delays.length > 0) {
            // Delayed values change with time too: the whole change is taken from a difference.
            rightHandSide.value(time, state, parameters, timeDerivative);
            double shift = 1e-7 * Math.max(Math.abs(time[0]), 1);
            later[0] = time[0] + shift;
            derivatives(later, state, shifted);
            for (int i = 0; i < shifted.length; i++) {
                timeDerivative[i] = (shifted[i] - timeDerivative[i]) / shift;
            }
        }
    }

    @Override
    public boolean isAlgebraic(int i) {
        return programs.layout.algebraic[i];
    }
}
