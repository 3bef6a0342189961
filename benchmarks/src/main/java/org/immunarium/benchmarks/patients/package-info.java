/// Virtual patients a second, ours and those of C + CVODE, on the same equations in one run.
@NullMarked
package org.immunarium.benchmarks.patients;

import org.jspecify.annotations.NullMarked;
