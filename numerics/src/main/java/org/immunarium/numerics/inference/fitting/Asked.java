package org.immunarium.numerics.inference.fitting;

/// An objective on its way through a search: counts, keeps the best, and makes finite what is not, since searches
/// compare sums and differences of values.
final class Asked {

    /// In place of what is not finite: worse than what models give, and its square is finite.
    static final double WORST = 1e150;

    private final Objective objective;
    private double[] best;
    private double least = Double.POSITIVE_INFINITY;
    private int evaluations;

    Asked(Objective objective, double[] start) {
        this.objective = objective;
        best = start.clone();
    }

    double at(double[] parameters) {
        return note(parameters, objective.at(parameters.clone()));
    }

    /// Notes a value that was computed elsewhere.
    double note(double[] parameters, double value) {
        evaluations++;
        if (value < least) {
            least = value;
            best = parameters.clone();
        }
        return Double.isFinite(value) ? Math.min(value, WORST) : WORST;
    }

    int evaluations() {
        return evaluations;
    }

    Minimum minimum(boolean converged) {
        return Minimum.of(best, least, evaluations, converged);
    }
}
