/// What a fit searches for, in which data, with which error of measurement.
@NullMarked
package org.immunarium.study.fit.plan;

import org.jspecify.annotations.NullMarked;
