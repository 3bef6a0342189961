/// Studies that make a population of patients do as arms of real trials did.
@NullMarked
package org.immunarium.study.trial.calibration;

import org.jspecify.annotations.NullMarked;
