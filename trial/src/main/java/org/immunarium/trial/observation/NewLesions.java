package org.immunarium.trial.observation;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Lesions that a scan shows where there were none.
///
/// A patient's lesions are those that a study plans; cells that settled elsewhere before diagnosis, too few to be
/// seen, are not among them. Here the first of these comes to be seen at a hazard that follows the tumours' size: a
/// large or growing burden sheds more, and what holds it back holds its daughters back. That the two go together
/// so, is assumed; a study that plans lesions that are seeded has a mechanism for it.
///
/// @param hazard of the first one
public record NewLesions(SizeHazard hazard) {

    /// When a patient has the first, in d; infinite if not by the last time.
    ///
    /// @param times ascending, from 0
    /// @param sums  of all diameters at each, in mm
    public double first(long seed, long patient, double[] times, double[] sums) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.NEW_LESION);
        return hazard.reaches(stream.nextExponential(), times, sums);
    }
}
