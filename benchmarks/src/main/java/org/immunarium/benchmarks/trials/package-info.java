/// Virtual trials beside the real ones: those that populations were calibrated on, and those that they were not.
@NullMarked
package org.immunarium.benchmarks.trials;

import org.jspecify.annotations.NullMarked;
