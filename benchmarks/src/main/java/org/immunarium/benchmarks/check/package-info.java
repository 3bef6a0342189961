/// Published models solved a second time, by an integrator that shares no code with ours.
@NullMarked
package org.immunarium.benchmarks.check;

import org.jspecify.annotations.NullMarked;
