/// The same equations solved by C and CVODE (SUNDIALS), to compare with and to check against.
@NullMarked
package org.immunarium.benchmarks.cvode;

import org.jspecify.annotations.NullMarked;
