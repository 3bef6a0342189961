/// Substances on a uniform grid: diffusion and decay, what cells secrete and take up, gradients.
///
/// Numbers only, in any coherent units; the tissue's are µm and min. A substance is a column, an
/// array with one number a voxel, x fastest.
@NullMarked
package org.immunarium.numerics.field;

import org.jspecify.annotations.NullMarked;
