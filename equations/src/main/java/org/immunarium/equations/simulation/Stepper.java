package org.immunarium.equations.simulation;

/// Steps of the solver over lanes.
interface Stepper {
    /// States, `[i * lanes + lane]`; a lane that is (re)started is read from here.
    double[] state();

    void start(int lane, double time, double limit, double firstStep);

    void stop(int lane);

    /// Attempts a step in every running lane.
    void step();

    boolean advanced(int lane);

    double from(int lane);

    double time(int lane);

    double nextStep(int lane);

    /// Empty while all is well.
    String failure(int lane);

    void interpolate(int lane, double time, double[] out);
}
