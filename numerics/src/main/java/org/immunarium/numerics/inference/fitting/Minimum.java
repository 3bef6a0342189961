package org.immunarium.numerics.inference.fitting;

import java.util.Arrays;
import java.util.List;

/// The best that a search found.
///
/// @param parameters  within the bounds
/// @param value       of the objective there; infinite where it was finite nowhere
/// @param evaluations how often the objective, or its residuals, was asked
/// @param converged   whether the search ended because it got no further, rather than because it had asked
///     often enough
public record Minimum(List<Double> parameters, double value, int evaluations, boolean converged) {

    public Minimum {
        parameters = List.copyOf(parameters);
    }

    static Minimum of(double[] parameters, double value, int evaluations, boolean converged) {
        return new Minimum(Arrays.stream(parameters).boxed().toList(), value, evaluations, converged);
    }

    /// The parameters as an array of its own.
    public double[] point() {
        return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
