/// Substances on a grid: diffusion, exchange with cells, what a team of threads costs.
@NullMarked
package org.immunarium.benchmarks.fields;

import org.jspecify.annotations.NullMarked;
