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

    /// Side effects count until so long after the last dose, in d.
    private static final double COUNTED = 90;

    /// Until when side effects of a patient count, in d.
    ///
    /// @param lastDose 0 of a patient who had none
    /// @param followed until when the patient was
    public static double countedUntil(double lastDose, double followed) {
        return Math.min(followed, lastDose + COUNTED);
    }

    /// When it was first of a grade or worse, in d; infinite where it never was, and at 0 of no grade.
    public double first(Grade least) {
        return switch (least) {
            case NONE -> 0;
            case MILD -> first;
            case SEVERE -> severe;
        };
    }

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
