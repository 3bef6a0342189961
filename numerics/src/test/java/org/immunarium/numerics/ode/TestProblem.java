package org.immunarium.numerics.ode;

/// An initial value problem of one lane or many, all lanes alike unless a parameter says otherwise.
///
/// A problem says what its equations are for one lane; this class lays them side by side.
abstract class TestProblem implements OdeSystem {

    private final int dimension;
    private final int lanes;
    private final SparsityPattern pattern;
    private final double[] y;
    private final double[] f;
    private final double[] matrix;

    /// One parameter a lane; what it means is the problem's business.
    final double[] parameter;

    TestProblem(int dimension, int lanes, SparsityPattern pattern) {
        this.dimension = dimension;
        this.lanes = lanes;
        this.pattern = pattern;
        this.y = new double[dimension];
        this.f = new double[dimension];
        this.matrix = new double[dimension * dimension];
        this.parameter = new double[lanes];
    }

    TestProblem(int dimension, int lanes) {
        this(dimension, lanes, SparsityPattern.dense(dimension));
    }

    abstract double startTime();

    abstract double endTime();

    abstract double[] startState();

    /// The equations of one lane.
    abstract void derivatives(double t, double[] y, double parameter, double[] f);

    /// df/dy of one lane, row by row, and df/dt.
    abstract void jacobian(double t, double[] y, double parameter, double[] matrix, double[] dfdt);

    /// The solution, or what is known of it at the end time; NaN where it is not known.
    abstract double[] solution(double t);

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public SparsityPattern jacobianPattern() {
        return pattern;
    }

    @Override
    public void derivatives(double[] time, double[] state, double[] derivative) {
        for (int l = 0; l < lanes; l++) {
            gather(state, l);
            derivatives(time[l], y, parameter[l], f);
            for (int i = 0; i < dimension; i++) {
                derivative[i * lanes + l] = f[i];
            }
        }
    }

    @Override
    public void jacobian(double[] time, double[] state, double[] jacobian, double[] timeDerivative) {
        for (int l = 0; l < lanes; l++) {
            gather(state, l);
            jacobian(time[l], y, parameter[l], matrix, f);
            for (int i = 0; i < dimension; i++) {
                timeDerivative[i * lanes + l] = f[i];
                for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
                    jacobian[k * lanes + l] = matrix[i * dimension + pattern.column()[k]];
                }
            }
        }
    }

    private void gather(double[] state, int lane) {
        for (int i = 0; i < dimension; i++) {
            y[i] = state[i * lanes + lane];
        }
    }
}
