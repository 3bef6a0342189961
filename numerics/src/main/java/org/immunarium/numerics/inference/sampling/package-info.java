/// Points that fill a space of parameters: Latin hypercubes and scrambled Sobol sequences in the unit cube, and
/// the way from there to the parameters' own distributions.
@NullMarked
package org.immunarium.numerics.inference.sampling;

import org.jspecify.annotations.NullMarked;
