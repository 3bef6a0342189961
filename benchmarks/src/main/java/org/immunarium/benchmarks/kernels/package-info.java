/// How fast compiled equations are evaluated.
@NullMarked
package org.immunarium.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
