/// Exact stochastic simulation of reactions among small numbers, and the moments of many such runs.
///
/// [DirectMethod][org.immunarium.numerics.stochastic.DirectMethod] says when the next reaction of a
/// [ReactionNetwork][org.immunarium.numerics.stochastic.ReactionNetwork] happens and which it is;
/// what else happens in time is its caller's.
/// [Ensemble][org.immunarium.numerics.stochastic.Ensemble] runs replicates on all threads and keeps
/// [Moments][org.immunarium.numerics.stochastic.Moments] only.
@NullMarked
package org.immunarium.numerics.stochastic;

import org.jspecify.annotations.NullMarked;
