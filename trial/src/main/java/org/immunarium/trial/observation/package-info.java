/// What a trial sees of a patient: visits with errors of measurement, death, and the end of follow-up.
@NullMarked
package org.immunarium.trial.observation;

import org.jspecify.annotations.NullMarked;
