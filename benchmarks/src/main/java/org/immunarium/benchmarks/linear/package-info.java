/// How fast sparse linear systems are factored and solved.
@NullMarked
package org.immunarium.benchmarks.linear;

import org.jspecify.annotations.NullMarked;
