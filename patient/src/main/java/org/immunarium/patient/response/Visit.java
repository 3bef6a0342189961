package org.immunarium.patient.response;

/// What a radiologist writes down of one visit.
///
/// @param time      of the visit, in any unit
/// @param sum       of the longest diameters of target lesions, in mm; 0 where all have disappeared, NaN where one
///     was not measured
/// @param others    the lesions that are no targets
/// @param news      the sum of the diameters of lesions that were not there at baseline, in mm; 0 without any
public record Visit(double time, double sum, Others others, double news) {

    /// Lesions that are no targets.
    public enum Others {
        /// There are none, and there were none at baseline.
        NONE,
        /// All have disappeared.
        GONE,
        /// Some are there, none of them unequivocally larger.
        PRESENT,
        /// Some are unequivocally larger.
        WORSE,
        /// They were not looked at.
        NOT_SEEN
    }

    /// Whether there is a lesion that was not there at baseline.
    public boolean newLesion() {
        return news > 0;
    }

    /// The same with a lesion that is just seen, where there was none.
    public Visit withNewLesion() {
        return newLesion() ? this : new Visit(time, sum, others, Scans.NEW);
    }

    /// A visit at which only target lesions are looked at.
    public static Visit of(double time, double sum) {
        return new Visit(time, sum, Others.NONE, 0);
    }
}
