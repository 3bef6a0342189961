package org.immunarium.trial.economics;

/// When within a cycle patients are counted, of whom a model knows where they are at its edges.
///
/// *Source*: Naimark et al. 2013, doi 10.1177/0272989X13501558 (half-cycle correction and the trapezoid).
public enum CycleCounting {
    /// Where they are when it begins: overstates what is lost with time.
    START,
    /// Where they are when it ends: understates it.
    END,
    /// The mean of both, which is the half-cycle correction and the area under a curve by trapezoids.
    HALF_CYCLE;

    /// Who is counted in each cycle.
    ///
    /// @param edges the share at the start and at the end of each cycle: one more than there are cycles
    public double[] perCycle(double[] edges) {
        double[] counted = new double[edges.length - 1];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = switch (this) {
                case START -> edges[i];
                case END -> edges[i + 1];
                case HALF_CYCLE -> (edges[i] + edges[i + 1]) / 2;
            };
        }
        return counted;
    }

    /// At what time that is.
    ///
    /// @param edges times of the edges, ascending
    public double[] times(double[] edges) {
        return perCycle(edges);
    }
}
