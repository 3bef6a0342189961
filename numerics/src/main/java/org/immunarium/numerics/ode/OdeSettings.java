package org.immunarium.numerics.ode;

import java.util.Arrays;

/// How accurately and by which method to integrate; the same for all lanes.
///
/// The error of a step is measured as the root mean square over the states of error / (absolute + relative x |y|),
/// and a step is accepted where that is at most 1. The arrays are not copied and must not change.
///
/// @param method            the method
/// @param relativeTolerance the relative tolerance, between [#LEAST_RELATIVE_TOLERANCE] and 1
/// @param absoluteTolerance the absolute tolerance of each state, in its own unit, above zero
/// @param nonNegative       the states that must not become negative: a step that takes one further below zero than
///                          its tolerance at the step's start is taken again, shorter, and what lies between that and
///                          zero becomes zero
/// @param maximumStep       no step is longer
/// @param maximumSteps      attempts allowed to one problem, accepted or not, from one stop or jump to the next
public record OdeSettings(
        OdeMethod method,
        double relativeTolerance,
        double[] absoluteTolerance,
        boolean[] nonNegative,
        double maximumStep,
        long maximumSteps) {

    /// Below, a step's error drowns in rounding.
    public static final double LEAST_RELATIVE_TOLERANCE = 1e-14;

    /// Automatic choice of method, no sign constraint, steps as long as the tolerances allow.
    ///
    /// @param absolute the absolute tolerance of each state
    public static OdeSettings of(double relative, double[] absolute) {
        return new OdeSettings(
                OdeMethod.AUTOMATIC,
                relative,
                absolute,
                new boolean[absolute.length],
                Double.POSITIVE_INFINITY,
                1_000_000);
    }

    /// As [#of(double, double[])], with one absolute tolerance for all states.
    public static OdeSettings of(double relative, double absolute, int dimension) {
        double[] tolerances = new double[dimension];
        Arrays.fill(tolerances, absolute);
        return of(relative, tolerances);
    }

    public OdeSettings {
        if (!(relativeTolerance >= LEAST_RELATIVE_TOLERANCE && relativeTolerance <= 1)) {
            throw new IllegalArgumentException(
                    "relative tolerance between " + LEAST_RELATIVE_TOLERANCE + " and 1 expected: " + relativeTolerance);
        }
        if (nonNegative.length != absoluteTolerance.length) {
            throw new IllegalArgumentException("one tolerance and one sign constraint a state expected: "
                    + absoluteTolerance.length + " and " + nonNegative.length);
        }
        for (int i = 0; i < absoluteTolerance.length; i++) {
            if (!(absoluteTolerance[i] > 0 && absoluteTolerance[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "absolute tolerance above zero expected for state " + i + ": " + absoluteTolerance[i]);
            }
        }
        if (!(maximumStep > 0) || maximumSteps < 1) {
            throw new IllegalArgumentException(
                    "steps above zero expected: longest " + maximumStep + ", number " + maximumSteps);
        }
    }

    public OdeSettings withMethod(OdeMethod chosen) {
        return new OdeSettings(chosen, relativeTolerance, absoluteTolerance, nonNegative, maximumStep, maximumSteps);
    }

    public OdeSettings withNonNegative(boolean[] states) {
        return new OdeSettings(method, relativeTolerance, absoluteTolerance, states, maximumStep, maximumSteps);
    }

    public OdeSettings withMaximumStep(double step) {
        return new OdeSettings(method, relativeTolerance, absoluteTolerance, nonNegative, step, maximumSteps);
    }

    public OdeSettings withMaximumSteps(long steps) {
        return new OdeSettings(method, relativeTolerance, absoluteTolerance, nonNegative, maximumStep, steps);
    }
}
