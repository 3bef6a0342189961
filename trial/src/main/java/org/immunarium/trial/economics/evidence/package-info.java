/// Prices, costs of care and quality of life that come along, each with its year and its source.
@NullMarked
package org.immunarium.trial.economics.evidence;

import org.jspecify.annotations.NullMarked;
