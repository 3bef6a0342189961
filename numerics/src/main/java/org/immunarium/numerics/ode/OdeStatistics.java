package org.immunarium.numerics.ode;

/// What an integration has cost one problem, counted as if it had run alone.
///
/// @param accepted       steps taken
/// @param rejected       attempts thrown away
/// @param derivatives    evaluations of the derivatives
/// @param jacobians      evaluations of the Jacobian
/// @param factorisations LU factorisations
public record OdeStatistics(long accepted, long rejected, long derivatives, long jacobians, long factorisations) {}
