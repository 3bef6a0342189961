/// Samples from a probability density that is known up to a factor, such as a posterior, and whether they are
/// enough.
///
/// [EnsembleSampler] walks with several chains at once; [Convergence] says whether they have forgotten their
/// starts, and how many independent draws they are worth.
@NullMarked
package org.immunarium.numerics.inference.mcmc;

import org.jspecify.annotations.NullMarked;
