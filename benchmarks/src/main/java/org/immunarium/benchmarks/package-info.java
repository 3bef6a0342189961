@NullMarked
package org.immunarium.benchmarks;

import org.jspecify.annotations.NullMarked;
