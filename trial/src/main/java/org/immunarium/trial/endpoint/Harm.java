package org.immunarium.trial.endpoint;

import org.immunarium.patient.toxicity.AdverseEvent.Grade;

/// How bad a side effect of a patient was.
///
/// @param worst  grade
/// @param first  when it was first seen, in d; infinite where it never was
/// @param severe when it was first of grade 3 and worse, in d; infinite where it never was
public record Harm(Grade worst, double first, double severe) {

    /// None.
    public static final Harm NONE = new Harm(Grade.NONE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// What it is when it is looked at again.
    ///
    /// @param time  of that, not before those of earlier looks
    /// @param grade that it has then
    public Harm and(double time, Grade grade) {
        if (grade == Grade.NONE) {
            return this;
        }
        return new Harm(
                grade.compareTo(worst) > 0 ? grade : worst,
                Math.min(first, time),
                grade == Grade.SEVERE ? Math.min(severe, time) : severe);
    }
}
