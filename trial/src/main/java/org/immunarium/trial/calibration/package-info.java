/// How virtual patients are weighed so that arms of virtual trials do as real ones did.
@NullMarked
package org.immunarium.trial.calibration;

import org.jspecify.annotations.NullMarked;
