package org.immunarium.numerics.ode;

/// Steps of an explicit Runge-Kutta method in all lanes.
///
/// An attempt costs as many derivatives as the method has stages, and one for the largest rate; the derivative at
/// the end is the next step's first. Dense output costs three derivatives more, and is computed only for steps of
/// which it is asked.
final class RungeKuttaStepper extends LaneStepper {

    /// Where the stability region of DOP853 ends on the negative real axis.
    private static final double STABILITY = 6.1;

    /// The relative size of the differences that the largest rate is estimated from.
    private static final double PERTURBATION = 1e-6;

    /// The share of the first direction in every later one: without it, states that were slow while others were
    /// fast would have vanished from it.
    private static final double FRESH = 0.05;

    private final RungeKuttaTableau tableau;
    private final int lanes;
    private final int dimension;
    private final int stages;

    /// The stages; the derivative at the end is number `stages`, then come the extra ones.
    private final double[][] k;

    private final double[] argument;
    private final double[] sum;
    private final double[] stageTime;
    private final double[] fifth;
    private final double[] third;
    private final double[] difference;

    /// A small difference of the states, in units of their tolerances, of root mean square about 1.
    private final double[] direction;

    private final double[] perturbed;

    /// The largest rate of the equations, as estimated, in 1/time.
    private final double[] fastest;

    private final double[][] denseRow;
    private boolean denseReady;

    RungeKuttaStepper(LaneColumns columns, RungeKuttaTableau tableau) {
        super(columns);
        this.tableau = tableau;
        this.lanes = columns.lanes;
        this.dimension = columns.dimension;
        this.stages = tableau.stages();
        int length = dimension * lanes;
        this.k = new double[stages + 1 + tableau.extra().length][length];
        this.argument = new double[length];
        this.sum = new double[length];
        this.difference = new double[length];
        this.direction = new double[length];
        this.perturbed = new double[length];
        this.stageTime = new double[lanes];
        this.fifth = new double[lanes];
        this.third = new double[lanes];
        this.fastest = new double[lanes];
        this.denseRow = new double[tableau.dense().length][length];
    }

    @Override
    void reset(int lane) {
        int at = lane;
        for (int i = 0; i < dimension; i++) {
            direction[at] = start(i);
            at += lanes;
        }
        fastest[lane] = 0;
    }

    /// The direction that the power method starts with: any will do that no conservation law singles out.
    private static double start(int state) {
        return 1 + 0.5 * Math.sqrt(state % 7) - 0.3 * (state % 3);
    }

    @Override
    int errorOrder() {
        return 8;
    }

    @Override
    boolean wasSingular(int lane) {
        return false;
    }

    @Override
    void count(StepControl control, boolean fresh) {
        control.countAttempt(stages + 1, 0, 0);
    }

    @Override
    void attempt() {
        denseReady = false;
        begin();
        for (int s = 1; s < stages; s++) {
            evaluate(tableau.a()[s], tableau.nodes()[s], s, columns.state);
        }
        LaneArithmetic.sum(k, tableau.b(), stages, sum);
        LaneArithmetic.addScaled(columns.state, columns.step, sum, lanes, columns.next);
        columns.system.derivatives(columns.end, columns.next, k[stages]);
        estimateError();
        estimateRate();
    }

    /// Provides the derivative at the start, from the end of the last step where that is where a lane still is.
    private void begin() {
        boolean known = true;
        for (int l = 0; l < lanes; l++) {
            known &= !columns.active[l] || columns.fresh[l] || columns.carried[l];
        }
        if (!known) {
            columns.system.derivatives(columns.time, columns.state, k[0]);
            return;
        }
        for (int l = 0; l < lanes; l++) {
            if (columns.carried[l] && !columns.fresh[l]) {
                for (int at = l; at < k[0].length; at += lanes) {
                    k[0][at] = k[stages][at];
                }
            }
        }
    }

    /// Computes stage `s` from the ones before it.
    private void evaluate(double[] a, double node, int s, double[] base) {
        LaneArithmetic.sum(k, a, s, sum);
        LaneArithmetic.addScaled(base, columns.step, sum, lanes, argument);
        for (int l = 0; l < lanes; l++) {
            stageTime[l] = Math.fma(node, columns.step[l], columns.from[l]);
        }
        columns.system.derivatives(stageTime, argument, k[s]);
    }

    private void estimateError() {
        LaneArithmetic.sum(k, tableau.fifth(), stages, sum);
        norm(sum, fifth);
        LaneArithmetic.sum(k, tableau.third(), stages, sum);
        norm(sum, third);
        for (int l = 0; l < lanes; l++) {
            double squared = fifth[l] * fifth[l];
            double total = Math.fma(0.01 * third[l], third[l], squared);
            columns.error[l] = total == 0 ? 0 : columns.step[l] * squared / Math.sqrt(total);
        }
    }

    /// Estimates the largest rate at which the equations change a small difference, by one step of the power method:
    /// what they made of a difference the last time is put in again. A state that decays fast is seen so even while
    /// it is on its slow course and no step shows it.
    ///
    /// Source: Sommeijer, Shampine and Verwer (1998), doi 10.1016/S0377-0427(97)00219-7, section 2.3.
    private void estimateRate() {
        double[] absolute = columns.settings.absoluteTolerance();
        double relative = columns.settings.relativeTolerance();
        double size = Math.max(1, PERTURBATION / relative);
        for (int at = 0; at < direction.length; at++) {
            double unit = size * Math.fma(Math.abs(columns.next[at]), relative, absolute[at / lanes]);
            perturbed[at] = Math.fma(direction[at], unit, columns.next[at]);
        }
        columns.system.derivatives(columns.end, perturbed, difference);
        for (int l = 0; l < lanes; l++) {
            if (columns.active[l]) {
                estimateRate(l, size);
            }
        }
    }

    private void estimateRate(int l, double size) {
        double[] absolute = columns.settings.absoluteTolerance();
        double relative = columns.settings.relativeTolerance();
        double total = 0;
        double put = 0;
        int at = l;
        for (int i = 0; i < dimension; i++) {
            put = Math.fma(direction[at], direction[at], put);
            double unit = size * Math.fma(Math.abs(columns.next[at]), relative, absolute[i]);
            double change = (difference[at] - k[stages][at]) / unit;
            difference[at] = change;
            total = Math.fma(change, change, total);
            at += lanes;
        }
        double length = Math.sqrt(total / dimension);
        double rate = Math.sqrt(total / put);
        // Where the equations say nothing in one direction, such as below zero, the other one is tried next.
        boolean usable = rate > 0 && rate <= Double.MAX_VALUE;
        fastest[l] = usable ? rate : 0;
        double turn = usable ? 1 : -1;
        at = l;
        for (int i = 0; i < dimension; i++) {
            double kept = usable ? difference[at] / length : direction[at];
            direction[at] = turn * Math.fma(FRESH, start(i), kept);
            at += lanes;
        }
    }

    private void norm(double[] vector, double[] result) {
        LaneArithmetic.norm(
                vector,
                columns.state,
                columns.next,
                columns.settings.absoluteTolerance(),
                columns.settings.relativeTolerance(),
                lanes,
                result);
    }

    @Override
    double stiffness(int lane) {
        return columns.step[lane] * fastest[lane] / STABILITY;
    }

    @Override
    int denseRows() {
        return 4 + tableau.dense().length;
    }

    @Override
    void copyDense(int lane, double[] into) {
        prepareDense();
        for (int i = 0; i < dimension; i++) {
            copyDense(i * lanes + lane, columns.step[lane], into, i, dimension);
        }
    }

    @Override
    void copyDense(int lane, int state, double[] into) {
        prepareDense();
        copyDense(state * lanes + lane, columns.step[lane], into, 0, 1);
    }

    private void prepareDense() {
        if (!denseReady) {
            for (int e = 0; e < tableau.extra().length; e++) {
                evaluate(tableau.extra()[e], tableau.extraNodes()[e], stages + 1 + e, columns.previous);
            }
            for (int r = 0; r < denseRow.length; r++) {
                LaneArithmetic.sum(k, tableau.dense()[r], k.length, denseRow[r]);
            }
            denseReady = true;
        }
    }

    /// The rows of element `at` of a step of size `h`, from `into[i]` on with this stride.
    private void copyDense(int at, double h, double[] into, int i, int stride) {
        double from = columns.previous[at];
        double to = columns.state[at];
        double change = to - from;
        into[i] = from;
        into[stride + i] = to;
        into[2 * stride + i] = Math.fma(h, k[0][at], -change);
        into[3 * stride + i] = Math.fma(-h, k[0][at] + k[stages][at], 2 * change);
        for (int r = 0; r < denseRow.length; r++) {
            into[(4 + r) * stride + i] = h * denseRow[r][at];
        }
    }
}
