/// How fast tissues go on.
@NullMarked
package org.immunarium.benchmarks.tissue;

import org.jspecify.annotations.NullMarked;
