/// What a trial's numbers say: survival curves, tests, hazard ratios, competing risks.
@NullMarked
package org.immunarium.trial.statistics;

import org.jspecify.annotations.NullMarked;
